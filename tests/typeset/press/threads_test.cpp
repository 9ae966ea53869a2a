// SPDX-License-Identifier: Apache-2.0
// The same job gives the same bytes, whatever the threads do.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "core/report/error.hpp"
#include "core/system/parallel.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/layout/layout_dump.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset {
namespace {

std::vector<core::Document> mixed_issue() {
    std::vector<core::Document> documents;
    for (int d = 0; d < 12; ++d) {
        std::vector<std::string> words;
        // Short and long ones by turns, each with characters the others have not.
        for (int p = 0; p < (d % 3 == 0 ? 60 : 3); ++p)
            words.push_back("ISO " + std::to_string(100 * d + p) + "，喆𠮷镕" +
                            tests::han(static_cast<std::size_t>(40 + 7 * d)) + "。");
        documents.push_back(tests::document("关于第" + std::to_string(d) + "项工作的通知", words));
    }
    return documents;
}

Job job_of(const std::vector<core::Document>& documents) {
    Job job;
    job.date = {2026, 1, 15};
    for (const core::Document& one : documents) job.items.push_back({&one, {}});
    return job;
}

TEST(Threads, GiveTheSameLayoutHoweverManyThereAre) {
    const auto documents = mixed_issue();
    for (const char* profile : {"gongbao", "gongwen"}) {
        const Profile& read = tests::profile_named(profile);
        const Job job = job_of(documents);
        const std::string alone =
            dump_layout(lay_out(job, read, tests::fonts(), nullptr, 1).layout);
        for (const unsigned threads : {2u, 3u, 8u})
            EXPECT_EQ(dump_layout(lay_out(job, read, tests::fonts(), nullptr, threads).layout),
                      alone)
                << threads;
    }
}

// Busy neighbours shuffle which thread finishes first.
TEST(Threads, GiveTheSameBytesWhileTheMachineIsBusy) {
    const auto documents = mixed_issue();
    const Job job = job_of(documents);
    const std::string quiet = Press("gongbao", tests::resources()).print(job).pdf;
    std::atomic<bool> stop{false};
    std::vector<std::jthread> neighbours;
    for (int i = 0; i < 4; ++i)
        neighbours.emplace_back([&stop, i] {
            while (!stop) {
                const auto until =
                    std::chrono::steady_clock::now() + std::chrono::microseconds(50 + 170 * i);
                while (std::chrono::steady_clock::now() < until) {
                }
                std::this_thread::sleep_for(std::chrono::microseconds(90 * i));
            }
        });
    for (int run = 0; run < 6; ++run)
        EXPECT_EQ(Press("gongbao", tests::resources()).print(job).pdf, quiet) << run;
    stop = true;
}

TEST(Threads, EachTakeAnIndexOnce) {
    std::vector<std::atomic<int>> taken(1000);
    core::for_each_index(taken.size(), 4, [&](std::size_t i) { ++taken[i]; });
    for (const auto& times : taken) EXPECT_EQ(times, 1);
    core::for_each_index(0, 4, [](std::size_t) { FAIL(); });
}

TEST(Threads, HandOnTheFirstFailureAndFinishTheRest) {
    std::atomic<int> done{0};
    try {
        core::for_each_index(100, 4, [&](std::size_t i) {
            ++done;
            if (i == 60 || i == 17)
                throw core::Error(core::ErrorKind::Invalid, {std::to_string(i), {}});
        });
        FAIL() << "nothing was thrown";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.for_people().id, "17");
    }
    EXPECT_EQ(done, 100);
}

}  // namespace
}  // namespace gongbao::typeset
