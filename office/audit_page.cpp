// SPDX-License-Identifier: Apache-2.0
// The audit log: who did what, when, and what was refused; newest first, in pages and as CSV
// (RFC 4180). Taking the log out is an act of its own.
#include <array>

#include "core/text/text.hpp"
#include "editor/audit/act.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/people/entry_by.hpp"
#include "office/pages.hpp"
#include "office/words.hpp"
#include "server/http/target.hpp"

namespace gongbao::office {
namespace {

using server::View;

constexpr int kAuditRows = 50;            ///< a page
constexpr int kCsvStep = 1'000;           ///< rows read at once
constexpr std::size_t kCsvRows = 50'000;  ///< docs/office.md
constexpr std::int64_t kDay = 24 * 3'600;
constexpr std::array kFilters = {"person", "act", "object", "words", "from", "until"};

editor::AuditQuery audit_query(const server::Request& request) {
    editor::AuditQuery query;
    query.person = core::trim(request.parameter("person"));
    query.act = core::trim(request.parameter("act"));
    query.object = core::trim(request.parameter("object"));
    query.words = core::trim(request.parameter("words"));
    if (const auto from = core::parse_date(request.parameter("from")))
        query.from = core::start_of(*from);
    if (const auto until = core::parse_date(request.parameter("until")))
        query.until = core::Instant{core::start_of(*until).seconds + kDay};  // that day too
    query.below = number_in(request.parameter("below"), 0);
    query.most = kAuditRows;
    return query;
}

/// What the address asks for, without the page.
std::string filter_of(const server::Request& request) {
    std::string text;
    for (const char* name : kFilters)
        if (const auto value = request.parameter(name); !value.empty())
            text += (text.empty() ? "?" : "&") + std::string(name) + "=" +
                    server::percent_encoded(value);
    return text;
}

std::string act_words(const Work& work, const std::string& act) {
    const std::string id = "office.act." + act;
    return work.language.words.has(id) ? work.say(id) : act;
}

/// A person's own words, or those of the message that a refusal names: where they have gaps, which
/// the log does not fill, its id.
std::string reason_words(const Work& work, const editor::AuditEntry& entry) {
    const bool message =
        entry.outcome == editor::Outcome::Refused && work.language.words.has(entry.reason);
    if (!message) return entry.reason;
    const std::string words = work.say(entry.reason);
    return words.find('{') == std::string::npos ? words : entry.reason;
}

View row_view(const Work& work, const editor::AuditRow& row) {
    const editor::AuditEntry& entry = row.entry;
    View view;
    view.set("number", std::to_string(row.number));
    set_moment(view, "at", entry.at);
    view.set("set_back", row.clock.has_value());
    if (row.clock) set_moment(view, "clock", *row.clock);
    view.set("person", entry.person.empty() ? work.say("office.audit.program") : entry.person);
    view.set("act", entry.act);
    view.set("act_words", act_words(work, entry.act));
    view.set("object", server::shown(entry.object));
    view.set("refused", entry.outcome == editor::Outcome::Refused);
    view.set("before", server::shown(entry.before));
    view.set("after", server::shown(entry.after));
    view.set("reason", server::shown(reason_words(work, entry)));
    view.set("digest", row.digest);
    return view;
}

void set_audit_rows(const Work& work, const editor::AuditQuery& query, View& view) {
    const auto rows = work.office.audit().search(query);
    View list(View::type::list);
    for (const editor::AuditRow& row : rows) list.push_back(row_view(work, row));
    view.set("rows", list);
    view.set("any", !rows.empty());
    const std::string filter = filter_of(work.visit.request);
    const bool more = rows.size() == kAuditRows && rows.back().number > 1;
    view.set("older", server::shown(more ? "/audit" + filter + (filter.empty() ? "?" : "&") +
                                               "below=" + std::to_string(rows.back().number)
                                         : ""));
    view.set("newest", server::shown(query.below > 0 ? "/audit" + filter : ""));
    view.set("csv", "/audit.csv" + filter);
}

/// Quoted always. A cell that a spreadsheet would take for a formula is made text (OWASP, CSV
/// injection).
std::string cell(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    return '"' + core::replace_all(std::move(text), "\"", "\"\"") + '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& text : cells) line += (line.empty() ? "" : ",") + cell(text);
    return line + "\r\n";
}

std::string csv_row(const editor::AuditRow& row) {
    const editor::AuditEntry& entry = row.entry;
    const char* outcome = entry.outcome == editor::Outcome::Done ? "done" : "refused";
    return csv_line({std::to_string(row.number), core::rfc3339(entry.at),
                     row.clock ? core::rfc3339(*row.clock) : "", entry.person, entry.act,
                     entry.object, outcome, entry.before, entry.after, entry.reason, row.digest});
}

std::string csv_of(const Work& work, editor::AuditQuery query) {
    constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";  // or Excel takes it for GBK
    std::string csv = kByteOrderMark;
    csv += csv_line({"number", "at", "clock", "person", "act", "object", "outcome", "before",
                     "after", "reason", "digest"});
    query.most = kCsvStep;
    for (std::size_t count = 0; count < kCsvRows;) {
        const auto rows = work.office.audit().search(query);
        for (const editor::AuditRow& row : rows) csv += csv_row(row);
        if (rows.size() < kCsvStep) break;
        query.below = rows.back().number;
        count += rows.size();
    }
    return csv;
}

}  // namespace

Response audit_page(const Work& work) {
    View view;
    set_audit_rows(work, audit_query(work.visit.request), view);
    for (const char* name : kFilters)
        view.set(name, std::string(work.visit.request.parameter(name)));
    view.set("head", server::shown(work.office.audit().head()));
    return page(work, "audit", view, {work.say("office.audit.title"), "audit", 200, {}});
}

Response audit_csv(const Work& work) {
    const std::string csv = csv_of(work, audit_query(work.visit.request));
    editor::AuditEntry entry = editor::entry_by(work.office.desk().holdings().database,
                                                work.actor(), "audit.export", "audit");
    entry.after = filter_of(work.visit.request);
    editor::acted(work.office.desk().holdings().database, entry,
                  [](editor::AuditEntry&) { return true; });
    Response response;
    server::add_field(response.fields, "Content-Type", "text/csv; charset=utf-8");
    server::add_field(
        response.fields, "Content-Disposition",
        "attachment; filename=\"audit-" + core::iso(core::date_at(work.now)) + ".csv\"");
    response.body = std::make_shared<const std::string>(csv);
    return response;
}

}  // namespace gongbao::office
