// SPDX-License-Identifier: Apache-2.0
// corpus_check [--every N] [--pdf-every N] [--examples N] PROFILES FONTS PROFILE[,PROFILE…]
// FILE.jsonl …
//   Takes in every Nth text of the files as an editor would hand it in, sets each by itself with every profile
//   and counts what a proofreader would mark, on the pages and in the PDF (of every Nth; 0: of none). Prints a
//   Markdown table and examples. Exit status 1 when anything is wrong. Run in the repository's root.
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <thread>

#include "bench/typeset/corpus_rows.hpp"
#include "bench/typeset/judge_layout.hpp"
#include "bench/typeset/judge_pdf.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "typeset/press/lay_out.hpp"
#include "typeset/typeset.hpp"

namespace {

using namespace gongbao;

struct Options {
    std::size_t every = 1;
    std::size_t pdf_every = 1;
    std::size_t examples = 40;
    std::vector<std::string> words;
};

constexpr core::Date kDate{2026, 1, 1};

// A profile, the press that prints with it, and what was found with it so far.
struct Press {
    typeset::Profile profile;
    typeset::Press press;
    bench::Quality quality;
};

class Check {
  public:
    Check(const Options& options, const typeset::Resources& resources)
        : options_(options), resources_(resources) {
        for (const std::string_view name : core::split(options.words[2], ','))
            presses_.push_back({typeset::read_profile(std::string(name), resources.profiles),
                                typeset::Press(std::string(name), resources),
                                {}});
        for (std::size_t i = 3; i < options.words.size(); ++i)
            for (editor::Manuscript& one : bench::read_manuscripts(options.words[i], options.every))
                manuscripts_.push_back(std::move(one));
    }

    void run() {
        std::vector<std::thread> threads;
        for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
            threads.emplace_back([this, i] { work(i); });
        for (std::thread& thread : threads) thread.join();
        if (failure_) std::rethrow_exception(failure_);
    }

    const std::vector<Press>& presses() const { return presses_; }

  private:
    void work(unsigned thread) try {
        const typeset::FontBook fonts(resources_.fonts);
        bench::PdfJudge pdfs(
            std::filesystem::temp_directory_path() /
            ("corpus_check." + std::to_string(getpid()) + "." + std::to_string(thread)));
        for (std::size_t i = 0; (i = next_++) < manuscripts_.size();) {
            const editor::TakenIn taken = editor::take_in(manuscripts_[i]);
            for (Press& press : presses_) judge(taken.document, i, press, fonts, pdfs);
        }
        note_tags(pdfs.finish());
    } catch (...) {
        const std::lock_guard lock(mutex_);
        failure_ = std::current_exception();
    }

    // A finding opens with its profile's name.
    void note_tags(const std::vector<std::string>& findings) {
        const std::lock_guard lock(mutex_);
        for (const std::string& finding : findings)
            for (Press& press : presses_)
                if (core::starts_with(finding, press.profile.name + ", "))
                    press.quality.mark(bench::Fault::PdfTags, finding);
    }

    void judge(const core::Document& document, std::size_t number, Press& press,
               const typeset::FontBook& fonts, bench::PdfJudge& pdfs) {
        typeset::Job job;
        job.items.push_back({&document, {}});
        job.date = kDate;
        const typeset::LaidOut laid_out = typeset::lay_out(job, press.profile, fonts);
        bench::Quality found = bench::judge_layout(laid_out.layout, document, press.profile, fonts);
        if (options_.pdf_every > 0 && number % options_.pdf_every == 0)
            pdfs.judge(press.press.print_each({job}).front().pdf, laid_out.layout,
                       bench::printed_blocks(document, press.profile),
                       press.profile.name + ", " + core::excerpt(document.meta.title, 30), found);
        const std::lock_guard lock(mutex_);
        press.quality.add(found);
    }

    const Options& options_;
    const typeset::Resources& resources_;
    std::vector<Press> presses_;
    std::vector<editor::Manuscript> manuscripts_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    std::exception_ptr failure_;
};

template <typename Value>
void print_row(const std::string& name, const std::vector<Press>& presses, Value value) {
    std::cout << "| " << name << " |";
    for (const Press& press : presses) std::cout << ' ' << value(press.quality) << " |";
    std::cout << '\n';
}

template <typename Ends, typename Counts>
void print_classes(const std::string& name, const std::vector<Press>& presses, const Ends& ends,
                   Counts counts) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const std::string label = i == 0                 ? "0"
                                  : i + 1 == ends.size() ? "> " + std::to_string(ends[i - 1])
                                                         : "≤ " + std::to_string(ends[i]);
        print_row(name + " " + label, presses, [&](const bench::Quality& q) {
            const auto& all = counts(q);
            long sum = 0;
            for (const long count : all) sum += count;
            char text[48];
            std::snprintf(
                text, sizeof text, "%ld (%.2f %%)", all[i],
                sum == 0 ? 0.0 : 100.0 * static_cast<double>(all[i]) / static_cast<double>(sum));
            return std::string(text);
        });
    }
}

void print_table(const std::vector<Press>& presses) {
    std::cout << "| |";
    for (const Press& press : presses) std::cout << ' ' << press.profile.name << " |";
    std::cout << "\n|---|";
    for (std::size_t i = 0; i < presses.size(); ++i) std::cout << "---|";
    std::cout << '\n';
    print_row("documents", presses, [](const auto& q) { return q.documents; });
    print_row("pages", presses, [](const auto& q) { return q.pages; });
    print_row("lines", presses, [](const auto& q) { return q.lines; });
    print_row("characters", presses, [](const auto& q) { return q.characters; });
    print_row("headings", presses, [](const auto& q) { return q.headings; });
    print_row("PDFs read back", presses, [](const auto& q) { return q.pdfs; });
    for (std::size_t i = 0; i < bench::kFaultCount; ++i)
        print_row(name_of(static_cast<bench::Fault>(i)), presses,
                  [i](const auto& q) { return q.faults[i]; });
    print_row("addresses cut at a mark", presses, [](const auto& q) { return q.cut_runs; });
    print_classes(
        "lines spread, ‰ em a gap:", presses, bench::kStretchClasses,
        [](const auto& q) -> const auto& { return q.stretch; });
    print_classes(
        "lines squeezed, ‰ em of the most squeezed mark:", presses, bench::kShrinkClasses,
        [](const auto& q) -> const auto& { return q.shrink; });
}

Options read_options(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        std::size_t* number = word == "--every"       ? &options.every
                              : word == "--pdf-every" ? &options.pdf_every
                              : word == "--examples"  ? &options.examples
                                                      : nullptr;
        if (number == nullptr)
            options.words.push_back(word);
        else if (++i < argc)
            *number = std::stoul(argv[i]);
    }
    return options;
}

}  // namespace

int main(int argc, char** argv) try {
    const Options options = read_options(argc, argv);
    if (options.words.size() < 4 || options.every == 0) {
        std::cerr << "usage: corpus_check [--every N] [--pdf-every N] [--examples N] PROFILES "
                     "FONTS PROFILE,… "
                     "FILE.jsonl ...\n";
        return 2;
    }
    const typeset::Resources resources{options.words[0], options.words[1]};
    Check check(options, resources);
    check.run();
    print_table(check.presses());
    bool wrong = false;
    for (const Press& press : check.presses()) {
        const auto& examples = press.quality.examples;
        for (std::size_t i = 0; i < std::min(options.examples, examples.size()); ++i)
            std::cout << examples[i] << '\n';
        wrong |= press.quality.total() > 0;
    }
    return wrong ? 1 : 0;
} catch (const core::Error& error) {
    std::cerr << error.what() << '\n';
    return 2;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
}
