// SPDX-License-Identifier: Apache-2.0
#include "bench/office/people_at_work.hpp"

#include <chrono>
#include <random>
#include <thread>

#include "core/storage/database.hpp"
#include "editor/desk/store/holdings.hpp"

namespace gongbao::bench {
namespace {

using Clock = std::chrono::steady_clock;
using editor::Role;
using tests::Browser;
using tests::Fields;
using tests::Reply;

constexpr int kParagraphs = 8;        // of what is handed in at work: a short notice
constexpr int kFirstNumber = 10'000;  // of these notices; those of the issue have smaller ones
constexpr int kNumbersOfOne = 1'000;  // for each contact
constexpr int kPicturesSeen = 3;      // of an issue's pages, by who opens it
constexpr int kPagesOfIssue = 100;
constexpr const char* kActs[] = {"item.receive", "signoff.give", "issue.move", "remark.add"};

/// "/items/17" out of a page, one of those it links to; "" without any.
std::string some_item(const std::string& page, std::size_t which) {
    constexpr std::string_view kMark = "href=\"/items/";
    std::vector<std::string> found;
    for (std::size_t at = page.find(kMark); at != std::string::npos; at = page.find(kMark, at + 1))
        found.push_back(page.substr(at + 6, page.find('"', at + 6) - at - 6));
    return found.empty() ? "" : found[which % found.size()];
}

class Worker {
  public:
    Worker(const SampleHouse& house, const Colleague& person, int number, const Shift& shift)
        : person_(person),
          number_(number),
          think_(1 / shift.think),
          random_(shift.seed + static_cast<std::uint64_t>(number)),
          browser_(house.at_work(person)) {}

    void run(Clock::time_point end) {
        while (Clock::now() < end) {
            switch (person_.role) {
                case Role::Contact: hand_in(); break;
                case Role::Editor: make_up(); break;
                case Role::Proofreader:
                case Role::Publisher: look_over(); break;
                default: review();
            }
        }
    }
    const Day& day() const { return day_; }

  private:
    std::size_t any() { return random_(); }

    template <typename Send>
    Reply timed(const std::string& what, Send send) {
        std::this_thread::sleep_for(std::chrono::duration<double>(think_(random_)));
        return at_once(what, send);
    }

    template <typename Send>
    Reply at_once(const std::string& what, Send send) {
        const auto start = Clock::now();
        Reply reply = send();
        const std::chrono::duration<double, std::milli> taken = Clock::now() - start;
        day_.times[what].each.push_back(taken.count());
        if (reply.status != 200 && reply.status != 303)
            ++day_.others[what + " " + std::to_string(reply.status)];
        return reply;
    }

    Reply look(const std::string& what, const std::string& address) {
        return timed(what, [&] { return browser_.get(address); });
    }

    Reply act(const std::string& name, const std::string& address, const Fields& fields) {
        Reply reply = timed("act: " + name, [&] { return browser_.post(address, fields); });
        if (reply.status == 303) ++day_.done[name];
        return reply;
    }

    void hand_in() {
        look("inbox", "/inbox");
        const auto paper =
            notice(kFirstNumber + number_ * kNumbersOfOne + handed_in_++, kParagraphs);
        const Reply reply = timed("act: item.receive", [&] {
            return browser_.upload("/inbox", {{"section", kSection}},
                                   {{"files", paper.name, paper.bytes}});
        });
        if (reply.status == 200) ++day_.done["item.receive"];
        if (const std::string item = some_item(reply.body, any()); !item.empty())
            look("item", item);
    }

    void make_up() {
        look("issues", "/issues");
        const Reply page = look("issue of 60 items", kIssue);
        for (int i = 0; i < kPicturesSeen; ++i)
            at_once("page picture", [&] {
                return browser_.get("/issue-pages/2026-1." +
                                    std::to_string(1 + any() % kPagesOfIssue) + ".svg");
            });
        const std::string state = tests::value_in(page.body, "state");
        const std::string document = std::to_string(1 + any() % kItems);
        const std::string to = std::to_string(1 + any() % kItems);
        const Reply moved = act("issue.move", std::string(kIssue) + "/move",
                                {{"state", state}, {"document", document}, {"to", to}});
        if (moved.status == 303)
            at_once("issue of 60 items", [&] { return browser_.get(moved.field("location")); });
    }

    void look_over() {
        look("issues", "/issues");
        look("issue of 60 items", kIssue);
        look("preflight of 60 items", std::string(kIssue) + "/checks");
        look("reports", "/reports");
    }

    void review() {
        const Reply queue = look("queue", "/");
        const std::string item = some_item(queue.body, any());
        if (item.empty()) return;
        const Reply page = look("item", item);
        const std::string kind = tests::value_in(page.body, "kind");
        if (any() % 4 == 0) {
            act("remark.add", item + "/remark",
                {{"kind", "comment"}, {"version", "1"}, {"text", "此处请核对。"}});
        } else if (!kind.empty()) {
            act("signoff.give", item + "/sign", {{"version", "1"}, {"kind", kind}});
        }
    }

    const Colleague person_;
    const int number_;
    int handed_in_ = 0;
    std::exponential_distribution<double> think_;
    std::mt19937_64 random_;
    Browser browser_;
    Day day_;
};

}  // namespace

void Day::add(const Day& other) {
    for (const auto& [what, more] : other.times) {
        auto& each = times[what].each;
        each.insert(each.end(), more.each.begin(), more.each.end());
    }
    for (const auto& [what, count] : other.done) done[what] += count;
    for (const auto& [what, count] : other.others) others[what] += count;
}

Day work(const SampleHouse& house, const Shift& shift) {
    std::vector<std::unique_ptr<Worker>> workers;
    for (const Colleague& person : house.people())
        workers.push_back(
            std::make_unique<Worker>(house, person, static_cast<int>(workers.size()), shift));
    const auto end = Clock::now() + std::chrono::seconds(shift.seconds);
    {
        std::vector<std::jthread> threads;
        for (const auto& worker : workers)
            threads.emplace_back([one = worker.get(), end] { one->run(end); });
    }
    Day day;
    for (const auto& worker : workers) day.add(worker->day());
    return day;
}

Day noted(const SampleHouse& house) {
    editor::Office office = house.open();
    Day day;
    for (const char* act : kActs) {
        core::Statement row = office.desk().holdings().database.prepare(
            "SELECT count(*) FROM audit WHERE act = ? AND outcome = 'done'");
        row.bind(1, std::string(act));
        if (row.step()) day.done[act] = row.integer(0);
    }
    return day;
}

std::vector<std::string> lost_acts(const SampleHouse& house, const Day& day, const Day& before) {
    Day after = noted(house);
    Day earlier = before;
    std::vector<std::string> lost;
    for (const auto& [act, answered] : day.done)
        if (const std::int64_t stands = after.done[act] - earlier.done[act]; stands < answered)
            lost.push_back(act + ": " + std::to_string(answered) + " answered, " +
                           std::to_string(stands) + " noted");
    return lost;
}

}  // namespace gongbao::bench
