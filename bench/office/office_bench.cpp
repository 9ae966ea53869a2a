// SPDX-License-Identifier: Apache-2.0
// office_bench TEMPLATES FONTS [--seconds 60] [--people 50] [--think 2] [--runs 40] [--seed 1]
//   How long an office's people wait, over HTTP on loopback and with real files: an issue of sixty
//   items is opened, an item in it is moved and the page with its new numbers comes back, a page is
//   looked at as a picture after the move; then so many people work at once for so long, handing
//   in, signing, moving, looking. Exit status 1 when an act that was answered is lost or the desk is
//   not sound afterwards; times are told, not judged.
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include "bench/office/people_at_work.hpp"
#include "bench/office/sample_house.hpp"
#include "bench/office/times.hpp"
#include "core/report/error.hpp"
#include "editor/office/verify_office.hpp"

namespace {

using namespace gongbao;
using bench::SampleHouse;
using bench::Times;

double since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

/// One editor alone in the office.
class Alone {
  public:
    explicit Alone(const SampleHouse& house)
        : browser_(house.at_work(house.first(editor::Role::Editor))) {}

    void measure(int runs) {
        Times first;
        Times opened;
        Times moved;
        Times pictured;
        first.each.push_back(open());
        std::printf("%d items on %s\n", bench::kItems, pages().c_str());
        for (int i = 0; i < runs; ++i) opened.each.push_back(open());
        for (int i = 0; i < runs; ++i) moved.each.push_back(move(i, true));
        for (int i = 0; i < runs; ++i) {
            move(i, false);
            pictured.each.push_back(picture());
            open();
        }
        report("issue opened, the first time", first);
        report("issue opened", opened);
        report("item moved, new numbers there", moved);
        report("page picture after a move", pictured);
    }

  private:
    double open() {
        const auto start = std::chrono::steady_clock::now();
        page_ = browser_.get(bench::kIssue);
        if (page_.status != 200) refuse("the issue");
        return since(start);
    }

    /// The item in the middle, up and down again.
    double move(int run, bool follow) {
        const auto start = std::chrono::steady_clock::now();
        const std::string state = tests::value_in(page_.body, "state");
        const tests::Reply reply = browser_.post(
            std::string(bench::kIssue) + "/move",
            {{"state", state}, {"document", "30"}, {"to", run % 2 == 0 ? "10" : "30"}});
        if (reply.status != 303) refuse("the move");
        if (follow) page_ = browser_.get(reply.field("location"));
        return since(start);
    }

    double picture() {
        const auto start = std::chrono::steady_clock::now();
        if (browser_.get("/issue-pages/2026-1.50.svg").status != 200) refuse("the picture");
        return since(start);
    }

    /// "100 pages", as the last picture is called.
    std::string pages() const {
        const std::size_t at = page_.body.rfind("/issue-pages/2026-1.");
        return page_.body.substr(at + 20, page_.body.find(".svg", at) - at - 20) + " pages";
    }

    [[noreturn]] static void refuse(const char* what) {
        throw core::Error(core::ErrorKind::Invalid, {"server.form.broken", {}}, what);
    }

    tests::Browser browser_;
    tests::Reply page_;
};

void report_day(const bench::Day& day, int seconds) {
    Times all;
    for (const auto& [what, times] : day.times) {
        report(what, times);
        all.each.insert(all.each.end(), times.each.begin(), times.each.end());
    }
    report("all", all);
    std::printf("%.0f requests a second", static_cast<double>(all.each.size()) / seconds);
    for (const auto& [act, count] : day.done)
        std::printf(", %s %lld", act.c_str(), static_cast<long long>(count));
    std::printf("\n");
    for (const auto& [what, count] : day.others)
        std::printf("answered otherwise: %s: %lld times\n", what.c_str(),
                    static_cast<long long>(count));
}

int run(const std::map<std::string, std::string>& options, char** argv) {
    const auto figure = [&](const char* name, const char* usual) {
        const auto found = options.find(name);
        return std::atof((found == options.end() ? usual : found->second).c_str());
    };
    const SampleHouse house(argv[1], argv[2], static_cast<int>(figure("--people", "50")));
    Alone(house).measure(static_cast<int>(figure("--runs", "40")));
    bench::Shift shift;
    shift.seconds = static_cast<int>(figure("--seconds", "60"));
    shift.think = figure("--think", "2");
    shift.seed = static_cast<std::uint64_t>(figure("--seed", "1"));
    std::printf("%zu people at work for %d s, who think %.1f s each time\n", house.people().size(),
                shift.seconds, shift.think);
    const bench::Day before = bench::noted(house);
    const bench::Day day = bench::work(house, shift);
    report_day(day, shift.seconds);
    const auto lost = bench::lost_acts(house, day, before);
    for (const std::string& one : lost) std::cout << "LOST " << one << '\n';
    const core::Diagnostics findings = editor::verify_office(house.data().desk());
    for (const core::Diagnostic& finding : findings)
        std::cout << "NOT SOUND " << finding.message.id << '\n';
    return lost.empty() && findings.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3 || argc % 2 == 0) {
        std::cerr << "usage: office_bench TEMPLATES FONTS [--seconds N] [--people N] [--think S] "
                     "[--runs N] [--seed N]\n";
        return 2;
    }
    std::map<std::string, std::string> options;
    for (int i = 3; i + 1 < argc; i += 2) options[argv[i]] = argv[i + 1];
    try {
        return run(options, argv);
    } catch (const std::exception& error) {
        std::cerr << "office_bench: " << error.what() << '\n';
        return 1;
    }
}
