// SPDX-License-Identifier: Apache-2.0
#include "editor/preflight/find_checks.hpp"

#include <map>
#include <utility>

#include "core/system/digest.hpp"
#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"
#include "editor/desk/issues/issue_sequence.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/intake/structure/disclosure.hpp"

namespace gongbao::editor {
namespace {

using core::Level;

constexpr std::size_t kDigits = 16;  // of a digest in a key

// A finding is the same as long as its words, its place and its document are.
std::string key_of(const core::Diagnostic& finding, DocumentId document) {
    std::string words = finding.place.text() + '\n' + finding.excerpt;
    for (const auto& [name, value] : finding.message.args) words += '\n' + name + '=' + value;
    return finding.message.id + '/' + std::to_string(document) + '/' +
           core::sha256_hex(words).substr(0, kDigits);
}

Check check_of(Check::Weight weight, core::Diagnostic finding, Role owner) {
    Check check;
    check.weight = weight;
    check.finding = std::move(finding);
    check.owner = owner;
    return check;
}

core::Diagnostic said(Level level, const char* id, std::map<std::string, std::string> args = {}) {
    return {level, {}, {id, std::move(args)}, {}};
}

// The check is about a line of the issue.
Check about(const Looked& at, std::size_t line, Check check) {
    check.document = at.issue.items[line].document;
    if (at.items[line]) check.item = at.items[line]->id;
    return check;
}

Check acceptable(Check check) {
    check.key = key_of(check.finding, check.document);
    return check;
}

std::string title_of(const Looked& at, std::size_t line) {
    return at.issue.items[line].title;
}

}  // namespace

std::vector<Check> check_gazette(const Looked& at) {
    std::vector<Check> checks;
    if (!at.holdings.gazette.named)
        checks.push_back(check_of(Check::Weight::Stop,
                                  said(Level::Error, "office.preflight.gazette_unnamed"),
                                  Role::Editor));
    if (at.issue.items.empty())
        checks.push_back(check_of(Check::Weight::Stop, said(Level::Error, "office.preflight.empty"),
                                  Role::Editor));
    std::vector<core::IssueNumber> others = at.holdings.book.numbers();
    for (const auto& edition : at.holdings.archive.editions()) others.push_back(edition.number);
    for (core::Diagnostic& finding : told_of_number(at.issue.number, at.issue.date, others))
        checks.push_back(
            acceptable(check_of(Check::Weight::Look, std::move(finding), Role::Publisher)));
    return checks;
}

// A text that stood in the issue before the office began. The annual index is made of what was
// issued, and signed off with the proof.
void append_no_item(const Looked& at, std::size_t line, std::vector<Check>& checks) {
    if (at.holdings.box.index_year(at.issue.items[line].document)) return;
    checks.push_back(about(
        at, line,
        check_of(Check::Weight::Stop,
                 said(Level::Error, "office.preflight.no_item", {{"title", title_of(at, line)}}),
                 Role::Editor)));
}

std::vector<Check> check_signoffs(const Looked& at, const Signoffs& signoffs) {
    std::vector<Check> checks;
    for (std::size_t line = 0; line < at.items.size(); ++line) {
        if (!at.items[line]) {
            append_no_item(at, line, checks);
            continue;
        }
        for (const Missing& missing : signoffs.state(*at.items[line]).missing)
            checks.push_back(about(
                at, line,
                check_of(Check::Weight::Stop,
                         said(Level::Error, "office.preflight.signoff_missing",
                              {{"title", title_of(at, line)}, {"kind", name_of(missing.kind)}}),
                         role_for(missing.kind))));
    }
    return checks;
}

std::vector<Check> check_remarks(const Looked& at, const Remarks& remarks) {
    std::vector<Check> checks;
    for (std::size_t line = 0; line < at.items.size(); ++line) {
        if (!at.items[line]) continue;
        for (const Remark& remark : remarks.open(at.items[line]->id)) {
            const bool query = remark.kind == RemarkKind::Query;
            core::Diagnostic finding =
                said(Level::Error,
                     query ? "office.preflight.query_open" : "office.preflight.comment_open",
                     {{"title", title_of(at, line)},
                      {"number", std::to_string(remark.number)},
                      {"name", remark.name}});
            finding.place = core::Place::read(remark.place);
            finding.excerpt = core::excerpt(remark.text);
            checks.push_back(
                about(at, line, check_of(Check::Weight::Stop, std::move(finding), Role::Editor)));
        }
    }
    return checks;
}

std::vector<Check> check_dates(const Looked& at) {
    std::vector<Check> checks;
    for (std::size_t line = 0; line < at.items.size(); ++line) {
        const auto& item = at.items[line];
        if (!item || !item->effective || *item->effective > at.issue.date) continue;
        checks.push_back(acceptable(about(at, line,
                                          check_of(Check::Weight::Look,
                                                   said(Level::Warning, "office.preflight.late",
                                                        {{"title", title_of(at, line)},
                                                         {"effective", core::iso(*item->effective)},
                                                         {"date", core::iso(at.issue.date)}}),
                                                   Role::Publisher))));
    }
    return checks;
}

std::vector<Check> check_numbers(const Looked& at) {
    std::vector<Check> checks;
    std::map<std::string, std::size_t> seen;
    for (std::size_t line = 0; line < at.issue.items.size(); ++line) {
        const std::string& number = at.issue.items[line].number;
        const auto parsed = core::parse_doc_number(number);
        if (!parsed) continue;
        const auto [first, is_new] = seen.emplace(core::match_key(*parsed), line);
        if (!is_new)
            checks.push_back(
                about(at, line,
                      check_of(Check::Weight::Stop,
                               said(Level::Error, "office.preflight.number_twice",
                                    {{"number", number}, {"other", title_of(at, first->second)}}),
                               Role::Editor)));
        for (const auto& record : at.holdings.archive.by_number(number))
            checks.push_back(about(at, line,
                                   check_of(Check::Weight::Stop,
                                            said(Level::Error, "office.preflight.number_taken",
                                                 {{"number", number},
                                                  {"other", record.title},
                                                  {"issue", core::printed_number(record.issue)}}),
                                            Role::Editor)));
    }
    return checks;
}

std::vector<Check> check_documents(const Looked& at) {
    std::vector<Check> checks;
    for (std::size_t line = 0; line < at.issue.items.size(); ++line)
        for (core::Diagnostic& finding : at.holdings.box.findings(at.issue.items[line].document))
            if (finding.level == Level::Warning && !is_disclosure(finding))
                checks.push_back(acceptable(about(
                    at, line, check_of(Check::Weight::Look, std::move(finding), Role::Editor))));
    return checks;
}

std::vector<Check> check_review(const Looked& at, const Review& review) {
    std::vector<Check> checks;
    for (std::size_t line = 0; line < review.items.size(); ++line) {
        const ItemReview& item = review.items[line];
        if (item.errors > 0)
            checks.push_back(about(at, line,
                                   check_of(Check::Weight::Stop,
                                            said(Level::Error, "office.preflight.document_errors",
                                                 {{"title", title_of(at, line)},
                                                  {"count", std::to_string(item.errors)}}),
                                            Role::Editor)));
        for (const core::Diagnostic& finding : item.disclosure) {
            const auto weight =
                finding.level == Level::Error ? Check::Weight::Stop : Check::Weight::Look;
            if (finding.level == Level::Hint) continue;
            checks.push_back(
                acceptable(about(at, line, check_of(weight, finding, Role::SecrecyReviewer))));
        }
    }
    return checks;
}

// The gazette's placeholder name is told by check_gazette. What a print says is said of the issue
// as it stands: its words and places may be the same of another text.
std::vector<Check> check_print(const Looked& at, const core::Diagnostics& findings) {
    std::vector<Check> checks;
    for (const core::Diagnostic& finding : findings) {
        if (finding.level == Level::Hint || finding.message.id == "desk.gazette_placeholder")
            continue;
        const bool error = finding.level == Level::Error;
        Check check = acceptable(check_of(error ? Check::Weight::Stop : Check::Weight::Look,
                                          finding, error ? Role::Publisher : Role::Editor));
        check.key += '/' + at.state.substr(0, kDigits);
        checks.push_back(std::move(check));
    }
    return checks;
}

}  // namespace gongbao::editor
