// SPDX-License-Identifier: Apache-2.0
#include "core/storage/jobs.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "core/report/error.hpp"
#include "tests/scratch_folder.hpp"

namespace {

using namespace gongbao::core;
using gongbao::tests::ScratchFolder;

constexpr std::int32_t kMark = 0x47420001;
constexpr Instant kNow{1'800'000'000};

Instant after(std::int64_t seconds) {
    return {kNow.seconds + seconds};
}

Database open(const std::filesystem::path& path) {
    return Database::open(path, Database::Mode::Create, kMark);
}

class JobsOfAFile : public testing::Test {
  protected:
    JobsOfAFile() { Jobs::create_table(database_); }

    std::int64_t enqueue(const std::string& payload, Instant due = kNow, int most_attempts = 5) {
        return jobs_.enqueue({"work", payload, due, most_attempts});
    }
    std::string state(std::int64_t id) const { return name_of(jobs_.status(id)->state); }

    const ScratchFolder folder_;
    Database database_ = open(folder_ / "a");
    Jobs jobs_{database_};
};

TEST_F(JobsOfAFile, AreLeasedInTheOrderTheyAreDue) {
    enqueue("later", after(-1));
    enqueue("first", after(-5));
    enqueue("not yet", after(1));
    EXPECT_EQ(jobs_.lease(kNow, 60)->payload, "first");
    EXPECT_EQ(jobs_.lease(kNow, 60)->payload, "later");
    EXPECT_FALSE(jobs_.lease(kNow, 60));
    EXPECT_EQ(jobs_.lease(after(1), 60)->payload, "not yet");
}

TEST_F(JobsOfAFile, EndAsDoneOnce) {
    const auto id = enqueue("甲");
    EXPECT_EQ(state(id), "waiting");
    const auto job = jobs_.lease(kNow, 60);
    EXPECT_EQ(state(id), "leased");
    EXPECT_EQ(job->kind, "work");
    EXPECT_EQ(job->attempt, 1);
    EXPECT_TRUE(jobs_.done(*job));
    EXPECT_EQ(state(id), "done");
    EXPECT_FALSE(jobs_.done(*job));
    EXPECT_FALSE(jobs_.renew(*job, kNow, 60));
    EXPECT_FALSE(jobs_.failed(*job, kNow, "late"));
    EXPECT_FALSE(jobs_.cancel(id));
    EXPECT_FALSE(jobs_.lease(after(100000), 60));
    EXPECT_FALSE(jobs_.status(id + 1));
}

TEST_F(JobsOfAFile, GoToAnotherWhenTheLeaseRunsOut) {
    const auto id = enqueue("甲");
    const auto dead = jobs_.lease(kNow, 60);
    EXPECT_FALSE(jobs_.lease(after(59), 60));
    const auto second = jobs_.lease(after(60), 60);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->id, id);
    EXPECT_EQ(second->attempt, 2);
    EXPECT_EQ(jobs_.status(id)->why, kLeaseRanOut);
    // The first wakes up again: it holds nothing.
    EXPECT_FALSE(jobs_.renew(*dead, after(61), 60));
    EXPECT_FALSE(jobs_.done(*dead));
    EXPECT_FALSE(jobs_.failed(*dead, after(61), "late"));
    EXPECT_EQ(state(id), "leased");
    EXPECT_TRUE(jobs_.done(*second));
}

TEST_F(JobsOfAFile, StayWithWhoRenewsInTime) {
    enqueue("甲");
    const auto job = jobs_.lease(kNow, 60);
    EXPECT_TRUE(jobs_.renew(*job, after(50), 60));
    EXPECT_FALSE(jobs_.lease(after(109), 60));
    EXPECT_TRUE(jobs_.lease(after(110), 60));
}

TEST_F(JobsOfAFile, WaitLongerAfterEachFailureAndFailAtLast) {
    const auto id = enqueue("甲", kNow, 3);
    Instant now = kNow;
    for (int attempt = 1; attempt <= 3; ++attempt) {
        const auto job = jobs_.lease(now, 60);
        ASSERT_TRUE(job) << attempt;
        EXPECT_EQ(job->attempt, attempt);
        EXPECT_TRUE(jobs_.failed(*job, now, "disk " + std::to_string(attempt)));
        EXPECT_EQ(jobs_.status(id)->why, "disk " + std::to_string(attempt));
        if (attempt == 3) break;
        EXPECT_EQ(state(id), "waiting");
        now.seconds += retry_after(attempt) - 1;
        EXPECT_FALSE(jobs_.lease(now, 60)) << attempt;
        ++now.seconds;
    }
    EXPECT_EQ(state(id), "failed");
    EXPECT_FALSE(jobs_.lease(after(1000000), 60));
}

TEST(RetryAfter, DoublesUpToADay) {
    EXPECT_EQ(retry_after(1), 60);
    EXPECT_EQ(retry_after(2), 120);
    EXPECT_EQ(retry_after(10), 60 << 9);
    EXPECT_EQ(retry_after(12), 86400);
    EXPECT_EQ(retry_after(1000000), 86400);
}

// A job that kills its worker each time must not go round for ever.
TEST_F(JobsOfAFile, FailWhenTheLastWorkerDies) {
    const auto id = enqueue("甲", kNow, 2);
    EXPECT_TRUE(jobs_.lease(kNow, 60));
    EXPECT_TRUE(jobs_.lease(after(60), 60));
    EXPECT_FALSE(jobs_.lease(after(120), 60));
    EXPECT_EQ(state(id), "failed");
    EXPECT_EQ(jobs_.status(id)->why, kLeaseRanOut);
}

TEST_F(JobsOfAFile, CanBeTakenBack) {
    const auto waiting = enqueue("甲", after(60));
    const auto leased = enqueue("乙");
    const auto job = jobs_.lease(kNow, 60);
    EXPECT_TRUE(jobs_.cancel(waiting));
    EXPECT_TRUE(jobs_.cancel(leased));
    EXPECT_FALSE(jobs_.renew(*job, kNow, 60));
    EXPECT_FALSE(jobs_.done(*job));
    EXPECT_FALSE(jobs_.lease(after(1000), 60));
    EXPECT_EQ(state(waiting), "cancelled");
    EXPECT_EQ(state(leased), "cancelled");
}

TEST_F(JobsOfAFile, StandAndFallWithTheTransactionOfTheCaller) {
    {
        const Transaction given_up(database_);
        enqueue("甲");
    }
    EXPECT_FALSE(jobs_.lease(kNow, 60));
    const auto id = enqueue("乙");
    {
        const Transaction given_up(database_);
        EXPECT_TRUE(jobs_.done(*jobs_.lease(kNow, 60)));
        EXPECT_EQ(state(id), "done");
    }
    EXPECT_EQ(state(id), "waiting");
}

TEST_F(JobsOfAFile, AreEachDoneByOneOfManyWorkers) {
    constexpr int kJobs = 120;
    for (int i = 0; i < kJobs; ++i) enqueue(std::to_string(i));
    std::mutex mutex;
    std::map<std::string, int> done;
    std::vector<std::thread> workers;
    for (int i = 0; i < 4; ++i)
        workers.emplace_back([&] {
            Database database = open(folder_ / "a");
            Jobs jobs(database);
            while (const auto job = jobs.lease(kNow, 60)) {
                const bool kept = jobs.done(*job);
                const std::lock_guard lock(mutex);
                if (kept) ++done[job->payload];
            }
        });
    for (std::thread& worker : workers) worker.join();
    EXPECT_EQ(done.size(), kJobs);
    for (const auto& [payload, times] : done) EXPECT_EQ(times, 1) << payload;
}

// A real process, killed while it works.
TEST_F(JobsOfAFile, OutliveAWorkerThatIsKilled) {
    const auto id = enqueue("甲");
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t worker = fork();
    if (worker == 0) {
        Database database = open(folder_ / "a");
        Jobs jobs(database);
        const bool held = jobs.lease(kNow, 60).has_value();
        if (write(ready[1], held ? "1" : "0", 1) != 1) _exit(1);
        for (;;) pause();
    }
    char held = '0';
    ASSERT_EQ(read(ready[0], &held, 1), 1);
    EXPECT_EQ(held, '1');
    kill(worker, SIGKILL);
    waitpid(worker, nullptr, 0);
    close(ready[0]);
    close(ready[1]);
    EXPECT_FALSE(jobs_.lease(after(59), 60));
    const auto again = jobs_.lease(after(60), 60);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id, id);
    EXPECT_TRUE(jobs_.done(*again));
}

}  // namespace
