// SPDX-License-Identifier: Apache-2.0
// relayout_bench PROFILES FONTS PROFILE FILE.xml …
//   Shows an issue, then changes one paragraph in the middle of it again and again, and measures how long it
//   takes until the changed page is there as SVG: what an editor waits for. Prints median and worst, and
//   what was set anew; exit status 1 when a page shown differs from the same page set afresh.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <vector>

#include "core/akn/read_akn.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "typeset/press/lay_out.hpp"
#include "typeset/typeset.hpp"

namespace {

using namespace gongbao;

constexpr int kEdits = 40;

struct Issue {
    std::vector<core::Document> documents;
    typeset::Job job;

    Issue(char** begin, char** end) {
        for (char** file = begin; file != end; ++file)
            documents.push_back(core::read_akn(core::read_file(*file)));
        job.date = {2026, 1, 1};
        for (const core::Document& document : documents) job.items.push_back({&document, {}});
    }

    // The middle paragraph of the longest document.
    core::Inline& edited() {
        auto longest = std::max_element(
            documents.begin(), documents.end(),
            [](const auto& a, const auto& b) { return a.body.size() < b.body.size(); });
        for (std::size_t i = longest->body.size() / 2; i < longest->body.size(); ++i)
            if (!longest->body[i].runs.empty()) return longest->body[i].runs.front();
        throw core::Error(core::ErrorKind::Invalid, {"typeset.nothing_to_set", {}});
    }
};

int run(char** argv, int argc) {
    const typeset::Resources resources{argv[1], argv[2]};
    Issue issue(argv + 4, argv + argc);
    typeset::Press live(argv[3], resources);
    const int page = live.show(issue.job, {}).page_count / 2;
    core::Inline& words = issue.edited();
    std::vector<double> times;
    for (int edit = 0; edit < kEdits; ++edit) {
        words.text += edit % 2 == 0 ? "新增" : "。";
        const auto start = std::chrono::steady_clock::now();
        live.show(issue.job, typeset::PageRange{page, page});
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                .count());
    }
    const typeset::Press::Kept kept = live.kept();
    const bool same =
        live.show(issue.job, typeset::PageRange{page, page}).pages ==
        typeset::Press(argv[3], resources).show(issue.job, typeset::PageRange{page, page}).pages;
    std::sort(times.begin(), times.end());
    std::cout << issue.documents.size() << " documents, page " << page << ", " << kEdits
              << " edits: median " << times[times.size() / 2] << " ms, worst " << times.back()
              << " ms; kept " << kept.documents << " documents, set " << kept.paragraphs_set
              << " of " << kept.paragraphs << " paragraphs; "
              << (same ? "same as set afresh" : "NOT THE SAME as set afresh") << '\n';
    return same ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc >= 5) return run(argv, argc);
    std::cerr << "usage: relayout_bench PROFILES FONTS PROFILE FILE.xml ...\n";
    return 2;
} catch (const core::Error& error) {
    std::cerr << error.what() << '\n';
    return 2;
}
