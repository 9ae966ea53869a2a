// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/manuscripts/desk_corrections.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/text/text.hpp"
#include "editor/index/corrections.hpp"

namespace gongbao::editor {
namespace {

using core::Level;
using Args = std::map<std::string, std::string>;

std::string words_of(const CorrectedText& text) {
    if (text.how == CorrectedText::Issue::Unnamed) return "本刊档案";
    if (text.how == CorrectedText::Issue::Previous) return core::excerpt(text.gazette) + "上期";
    std::string words = core::excerpt(text.gazette);
    if (text.issue.year > 0) words += core::printed_number(text.issue);
    if (text.issue.running) words += "总第" + std::to_string(*text.issue.running) + "期";
    return words;
}

Args args_of(const CorrectedText& text, const Meant& meant) {
    Args args;
    const std::string named = text.title.empty() ? text.number : text.title;
    args["title"] = core::excerpt(meant.record ? meant.record->title : named);
    args["named"] = core::excerpt(
        named.empty() ? core::printed_pages(text.page, std::max(text.page, text.last_page))
                      : named);
    args["issue"] = meant.record ? core::printed_number(meant.record->issue) : words_of(text);
    args["page"] = std::to_string(text.page);
    if (!meant.record) return args;
    args["pages"] = core::printed_pages(meant.record->first_page, meant.record->last_page);
    args["record"] = meant.record->id;
    return args;
}

core::Diagnostic finding(Level level, const char* id, Args args, std::string excerpt) {
    return {level, {}, {id, std::move(args)}, std::move(excerpt)};
}

// Of a text that is found, `found` is told.
core::Diagnostic told(const CorrectedText& text, const Meant& meant, const char* found) {
    const auto say = [&](Level level, const char* id) {
        return finding(level, id, args_of(text, meant), text.number);
    };
    switch (meant.kind) {
        case Meant::Kind::One: return say(Level::Hint, found);
        case Meant::Kind::Several: return say(Level::Warning, "desk.correction_ambiguous");
        case Meant::Kind::OtherPage: return say(Level::Warning, "desk.correction_page_wrong");
        case Meant::Kind::OtherTitle: return say(Level::Warning, "desk.correction_title_differs");
        case Meant::Kind::Relative: return say(Level::Hint, "desk.correction_relative");
        case Meant::Kind::NoIssue: return say(Level::Warning, "desk.correction_issue_unknown");
        case Meant::Kind::SameIssue: return say(Level::Warning, "desk.correction_same_issue");
        case Meant::Kind::None: break;
    }
    return say(Level::Warning, "desk.correction_unknown");
}

void tell_what_is_not_understood(const ReadCorrection& read, const std::string& title,
                                 core::Diagnostics& findings) {
    for (const std::string& words : read.not_understood)
        findings.push_back(finding(Level::Warning, "desk.correction_not_understood",
                                   {{"title", core::excerpt(title)}}, words));
    if (read.texts.empty() && read.not_understood.empty())
        findings.push_back(finding(Level::Warning, "desk.correction_names_nothing",
                                   {{"title", core::excerpt(title)}}, {}));
}

// Under another title no link is made.
void tell_of_a_possible_correction(const core::Document& document, core::Diagnostics& findings) {
    if (const std::string words = words_of_a_correction(document); !words.empty())
        findings.push_back(finding(Level::Warning, "desk.may_be_correction",
                                   {{"title", core::excerpt(document.meta.title)}}, words));
}

void join(const std::string& record, const ReadCorrection& read, JoinedTexts& joined) {
    for (const CorrectedText& text : found_texts(read))
        joined.relations.push_back({record, text.record});
}

// A correction of the archive that is joined with nothing yet; what it does not say clearly was
// told when it was published.
void join_earlier(const archive::RecordSummary& record, const archive::Archive& archive,
                  JoinedTexts& joined) {
    const core::Document document = archive.document(record.id);
    if (!is_correction(document)) return;
    ReadCorrection read = read_correction(document, record.issue.year, archive, record.issue);
    std::erase_if(read.texts, [&](const auto& one) {
        const auto& [text, meant] = one;
        return meant.kind != Meant::Kind::One || meant.record->id == record.id ||
               meant.record->issued_at > record.issued_at;
    });
    for (const auto& [text, meant] : read.texts) {
        Args args = args_of(text, meant);
        args["correction"] = record.id;
        joined.findings.push_back(
            finding(Level::Hint, "desk.earlier_correction_joins", std::move(args), {}));
    }
    join(record.id, read, joined);
}

}  // namespace

core::Diagnostics told_of_correction(const core::Document& document, int year,
                                     const archive::Archive& archive) {
    core::Diagnostics findings;
    if (!is_correction(document)) {
        tell_of_a_possible_correction(document, findings);
        return findings;
    }
    const ReadCorrection read = read_correction(document, year, archive, {});
    for (const auto& [text, meant] : read.texts)
        findings.push_back(
            told(text, meant, text.page != 0 ? "desk.correction_stands" : "desk.correction_page"));
    tell_what_is_not_understood(read, document.meta.title, findings);
    return findings;
}

JoinedTexts join_corrections(const core::IssueNumber& issue,
                             const std::vector<const core::Document*>& documents,
                             const archive::Archive& archive) {
    JoinedTexts joined;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const core::Document& document = *documents[i];
        if (!is_correction(document)) {
            tell_of_a_possible_correction(document, joined.findings);
            continue;
        }
        const ReadCorrection read = read_correction(document, issue.year, archive, issue);
        for (const auto& [text, meant] : read.texts)
            joined.findings.push_back(told(text, meant, "desk.correction_joins"));
        tell_what_is_not_understood(read, document.meta.title, joined.findings);
        join(core::slug(issue) + "-" + std::to_string(i + 1), read, joined);
    }
    for (const archive::RecordSummary& record : archive.unrelated(may_be_correction_title))
        join_earlier(record, archive, joined);
    return joined;
}

}  // namespace gongbao::editor
