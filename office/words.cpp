// SPDX-License-Identifier: Apache-2.0
#include "office/words.hpp"

#include <charconv>

#include "core/gazette/issue.hpp"
#include "core/text/text.hpp"

namespace gongbao::office {
namespace {

constexpr std::int64_t kChina = 8 * 3'600;  ///< seconds ahead of UTC

}  // namespace

std::string moment(core::Instant instant) {
    std::string text = core::rfc3339({instant.seconds + kChina}).substr(0, 16);
    text[10] = ' ';
    return text;
}

void set_moment(server::View& view, const std::string& name, core::Instant instant) {
    view.set(name, moment(instant));
    view.set(name + "_iso", core::rfc3339(instant));
}

std::string roles_of(const Work& work, const editor::Person& person) {
    std::vector<std::string> names;
    for (const editor::Role role : person.roles)
        names.push_back(work.say(std::string("office.role.") + editor::name_of(role)));
    return core::join(names, work.say("office.comma"));
}

std::string say_issue(const Work& work, const core::IssueNumber& number) {
    return work.say(
        std::string("pages.issue.") + core::name_of(number.kind),
        {{"year", std::to_string(number.year)}, {"number", std::to_string(number.number)}});
}

void set_effective(const Work& work, const std::optional<core::Date>& effective,
                   server::View& view) {
    view.set("effective", server::shown(effective ? core::iso(*effective) : ""));
    if (!effective) return;
    const std::int64_t days =
        core::days_since_epoch(*effective) - core::days_since_epoch(core::date_at(work.now));
    const char* id = days > 0    ? "office.effective.in"
                     : days == 0 ? "office.effective.today"
                                 : "office.effective.since";
    view.set("effective_words", work.say(id, {{"days", std::to_string(days < 0 ? -days : days)}}));
    view.set("effective_late", days <= 0);
}

std::string done_words(const Work& work, const std::set<std::string_view>& untrue) {
    static constexpr std::string_view kDone[] = {
        "signed",   "sent_back", "section",     "withdrawn",    "corrected",  "roles",
        "disabled", "enabled",   "unlocked",    "remarked",     "replied",    "settled",
        "placed",   "taken_out", "moved",       "issue_locked", "issue_open", "issued",
        "accepted", "scheduled", "issue_added", "proof_signed"};
    const std::string_view done = work.visit.request.parameter("done");
    if (untrue.contains(done)) return {};
    for (const std::string_view known : kDone)
        if (done == known) return work.say("office.done." + std::string(known));
    return {};
}

server::View choice(std::string_view value, const std::string& words, bool chosen) {
    server::View view;
    view.set("value", std::string(value));
    view.set("words", words);
    view.set("chosen", chosen);
    return view;
}

std::int64_t number_in(std::string_view text, std::int64_t fallback) {
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc() && end == text.data() + text.size() ? value : fallback;
}

}  // namespace gongbao::office
