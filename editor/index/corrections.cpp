// SPDX-License-Identifier: Apache-2.0
#include "editor/index/corrections.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

using Records = std::vector<archive::RecordSummary>;
using Issue = CorrectedText::Issue;

std::string key_of(std::string_view number) {
    const auto parsed = core::parse_doc_number(number);
    return parsed ? core::match_key(*parsed) : std::string();
}

bool has_title(const archive::RecordSummary& record, const std::string& title) {
    return title == bare_title(record.title) ||
           (!record.carries.empty() && title == bare_title(record.carries));
}

// 《关于…的通知》 for a text whose title begins with who issued it, and the other way round.
bool has_title_but_for_issuer(const archive::RecordSummary& record, const std::string& title) {
    const std::string own = bare_title(record.title);
    if (core::starts_with(title, "关于") && core::ends_with(own, title))
        return own.substr(0, own.size() - title.size()).find("《") == std::string::npos;
    if (!core::starts_with(own, "关于") || !core::ends_with(title, own)) return false;
    const std::string issuer = title.substr(0, title.size() - own.size());
    return issuer == core::join(record.issuers, "") ||
           std::find(record.issuers.begin(), record.issuers.end(), issuer) != record.issuers.end();
}

// Of a number with words before it (刊登的云府发〔2026〕2号) the length of the part that is the
// record's.
std::size_t length_of_number(std::string_view words, const archive::RecordSummary& record) {
    const std::string key = key_of(record.number);
    if (key.empty()) return 0;
    for (std::size_t at = 0; at < words.size(); core::next_code_point(words, at))
        if (key_of(words.substr(at)) == key) return words.size() - at;
    return 0;
}

Records with_number_among_words(const std::string& words, const Records& records) {
    Records found;
    std::size_t longest = 1;
    for (const archive::RecordSummary& record : records) {
        const std::size_t length = length_of_number(words, record);
        if (length < longest) continue;
        if (length > longest) found.clear();
        longest = length;
        found.push_back(record);
    }
    return found;
}

Records with_title(const std::string& title, const Records& records) {
    Records found;
    for (const auto& fits : {has_title, has_title_but_for_issuer}) {
        for (const archive::RecordSummary& record : records)
            if (fits(record, title)) found.push_back(record);
        if (!found.empty()) return found;
    }
    return found;
}

bool stands_on(const archive::RecordSummary& record, int page) {
    return record.first_page <= page && page <= record.last_page;
}

Records on_pages(int first, int last, const Records& records) {
    Records found;
    for (const archive::RecordSummary& record : records)
        if (record.first_page <= last && first <= record.last_page) found.push_back(record);
    return found;
}

Meant one_of(Records found, int page) {
    if (found.size() > 1 && page > 0)
        if (Records narrowed = on_pages(page, page, found); narrowed.size() == 1)
            found = std::move(narrowed);
    if (found.empty()) return {};
    if (found.size() > 1) return {Meant::Kind::Several, {}};
    const bool elsewhere =
        page > 0 && found.front().first_page > 0 && !stands_on(found.front(), page);
    return {elsewhere ? Meant::Kind::OtherPage : Meant::Kind::One, found.front()};
}

Meant with_number_and_title(const CorrectedText& text, const Records& records) {
    Records numbered;
    const std::string key = key_of(text.number);
    for (const archive::RecordSummary& record : records)
        if (!record.number.empty() && key_of(record.number) == key) numbered.push_back(record);
    if (numbered.empty()) {  // the archive may not know the number of a text
        Records titled = with_title(bare_title(text.title), records);
        std::erase_if(titled, [](const auto& record) { return !record.number.empty(); });
        return one_of(std::move(titled), text.page);
    }
    if (with_title(bare_title(text.title), numbered).empty())
        return {Meant::Kind::OtherTitle, numbered.front()};
    return one_of(std::move(numbered), text.page);
}

Meant among(const CorrectedText& text, const Records& records) {
    if (!text.title.empty() && !text.number.empty()) return with_number_and_title(text, records);
    if (!text.title.empty()) return one_of(with_title(bare_title(text.title), records), text.page);
    if (!text.number.empty())
        return one_of(with_number_among_words(text.number, records), text.page);
    return one_of(on_pages(text.page, std::max(text.page, text.last_page), records), 0);
}

// Without an issue: by the number, or by a title that the whole archive has once.
Meant anywhere(const CorrectedText& text, const archive::Archive& archive) {
    if (!text.number.empty() && !text.title.empty())
        return with_number_and_title(text, archive.by_number(text.number));
    if (text.title.empty()) return {};
    constexpr int kMost = 50;
    archive::SearchRequest request;
    request.text = text.title;
    request.limit = kMost;
    auto result = archive.search(request);
    if (result.total > kMost) return {Meant::Kind::Several, {}};
    Records records;
    for (archive::SearchHit& hit : result.hits) records.push_back(std::move(hit.record));
    return one_of(with_title(bare_title(text.title), records), 0);
}

// 《云岭省人民政府公报》, 《政府公报》, or the words before the issue that end in its name; an
// edition keeps the name it had.
bool is_named(const archive::EditionSummary& edition, const std::string& gazette) {
    if (gazette.empty()) return true;
    const std::string own = bare_title(edition.gazette);
    std::string named = bare_title(gazette);
    for (const std::string_view bracket : {"《", "》"})
        named = core::replace_all(std::move(named), bracket, "");
    return core::ends_with(own, named) || core::ends_with(named, own);
}

// The regular issue that came out right before `standing`.
std::optional<core::IssueNumber> issue_before(const core::IssueNumber& standing,
                                              const std::string& gazette,
                                              const archive::Archive& archive) {
    if (standing.kind != core::IssueKind::Regular) return {};
    std::optional<core::IssueNumber> last;
    const int year = standing.number == 1 ? standing.year - 1 : standing.year;
    for (const archive::EditionSummary& edition : archive.editions(year)) {
        const core::IssueNumber& number = edition.number;
        if (number.kind != core::IssueKind::Regular) continue;
        if (standing.number > 1 && number.number != standing.number - 1) continue;
        if (!is_named(edition, gazette)) continue;
        if (!last || number.number > last->number) last = number;
    }
    return last;
}

std::optional<core::IssueNumber> issue_meant(const CorrectedText& text,
                                             const archive::Archive& archive,
                                             const std::optional<core::IssueNumber>& standing) {
    if (text.how == Issue::Previous)
        return standing ? issue_before(*standing, text.gazette, archive) : std::nullopt;
    if (text.how == Issue::Running) {
        for (const archive::EditionSummary& edition : archive.editions())
            if (edition.number.running == text.issue.running && is_named(edition, text.gazette))
                return edition.number;
        return {};
    }
    const auto edition = archive.edition(text.issue);
    if (!edition || !is_named(*edition, text.gazette)) return {};
    const auto& running = edition->number.running;
    if (text.issue.running && running && running != text.issue.running) return {};
    return edition->number;
}

}  // namespace

bool is_meant(const CorrectedText& text, const archive::RecordSummary& record) {
    if (!text.record.empty() && !record.id.empty()) return text.record == record.id;
    if (core::slug(text.issue) != core::slug(record.issue)) return false;
    if (!text.number.empty() && !record.number.empty())
        return key_of(text.number) == key_of(record.number);
    return has_title(record, bare_title(text.title));
}

Meant find_meant(const CorrectedText& text, const archive::Archive& archive,
                 const std::optional<core::IssueNumber>& standing) {
    if (text.how == Issue::Unnamed) return anywhere(text, archive);
    if (text.how == Issue::Previous && !standing) return {Meant::Kind::Relative, {}};
    const auto issue = issue_meant(text, archive, standing);
    if (issue) return among(text, archive.records(*issue));
    const bool is_own = standing && text.how == Issue::Numbered && text.gazette.empty() &&
                        core::slug(text.issue) == core::slug(*standing);
    return {is_own ? Meant::Kind::SameIssue : Meant::Kind::NoIssue, {}};
}

ReadCorrection read_correction(const core::Document& document, int year,
                               const archive::Archive& archive,
                               const std::optional<core::IssueNumber>& standing) {
    CorrectionWords words = correction_words(document, year);
    ReadCorrection read;
    read.not_understood = std::move(words.not_understood);
    for (CorrectedText& text : words.texts) {
        Meant meant = find_meant(text, archive, standing);
        read.texts.emplace_back(std::move(text), std::move(meant));
    }
    return read;
}

std::vector<CorrectedText> found_texts(const ReadCorrection& correction) {
    std::vector<CorrectedText> found;
    std::set<std::string> known;
    for (const auto& [text, meant] : correction.texts) {
        if (meant.kind != Meant::Kind::One || !known.insert(meant.record->id).second) continue;
        const archive::RecordSummary& record = *meant.record;
        found.push_back({record.issue, bare_title(record.title), record.number, text.page,
                         Issue::Numbered, record.id});
    }
    return found;
}

}  // namespace gongbao::editor
