// SPDX-License-Identifier: Apache-2.0
#include "editor/index/annual_index.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/text/text.hpp"
#include "editor/index/index_parts.hpp"

namespace gongbao::editor {
namespace {

constexpr const char* kKind = "年度总目录";

core::Block block(core::Role role, std::string words, std::string label = {}) {
    core::Block made;
    made.role = role;
    made.label = std::move(label);
    made.heading = core::is_level(role);
    made.runs = {core::text_run(std::move(words))};
    return made;
}

core::Block entry_block(const IndexLine& line) {
    core::Block made;
    made.role = core::Role::Contents;
    made.runs = {core::text_run(line.words + "　"),
                 core::text_run(line.locator, core::Marks{}.add(core::Mark::Locator))};
    return made;
}

void add_part(std::string heading, const std::vector<IndexGroup>& groups, int& count,
              core::Blocks& body) {
    if (groups.empty()) return;
    body.push_back(
        block(core::Role::Heading1, std::move(heading), core::han_numeral(++count) + "、"));
    for (const IndexGroup& group : groups) {
        body.push_back(block(core::Role::Heading2, group.heading));
        for (const IndexLine& line : group.lines) body.push_back(entry_block(line));
    }
}

// What the archive stores of a 更正.
std::vector<CorrectedText> stored_texts(const archive::RecordSummary& record) {
    std::vector<CorrectedText> texts;
    for (const archive::RelatedRecord& one : record.corrects)
        texts.push_back({one.issue, bare_title(one.title), one.number, 0,
                         CorrectedText::Issue::Numbered, one.id});
    return texts;
}

// What the words of a 更正 are found to mean.
std::vector<CorrectedText> texts_in_words(const core::Document& document,
                                          const archive::RecordSummary& record,
                                          const archive::Archive& archive) {
    if (!is_correction(document)) return {};
    return found_texts(read_correction(document, record.issue.year, archive, record.issue));
}

// Of what is issued the record says all, but for a correction that no relation joins.
IndexedText indexed_record(archive::RecordSummary record, const archive::Archive& archive) {
    IndexedText text;
    text.themes = record.themes;
    text.is_index = record.kind == kKind;
    text.corrects = stored_texts(record);
    if (text.corrects.empty() &&
        (may_be_correction_title(record.title) || !title_it_corrects(record.title).empty()))
        text.corrects =
            texts_in_words(archive.document_without_pictures(record.id), record, archive);
    text.record = std::move(record);
    return text;
}

}  // namespace

IndexedText indexed_text(const core::Document& document, archive::RecordSummary record,
                         const archive::Archive& archive) {
    IndexedText text;
    const core::Metadata& meta = document.meta;
    record.title = meta.title;
    record.carries = core::carried_title(document);
    record.number = meta.number;
    record.written = meta.written;
    text.themes = meta.themes;
    text.is_index = is_annual_index(document);
    text.corrects = stored_texts(record);
    if (text.corrects.empty()) text.corrects = texts_in_words(document, record, archive);
    text.record = std::move(record);
    return text;
}

std::vector<IndexedText> indexed_texts(const archive::Archive& archive, int year,
                                       const std::optional<core::IssueNumber>& until) {
    std::vector<archive::EditionSummary> editions = archive.editions(year);
    std::reverse(editions.begin(), editions.end());
    std::vector<IndexedText> texts;
    for (const archive::EditionSummary& edition : editions) {
        if (until && core::slug(edition.number) == core::slug(*until)) break;
        for (archive::RecordSummary& record : archive.records(edition.number))
            texts.push_back(indexed_record(std::move(record), archive));
    }
    return texts;
}

core::Document annual_index(int year, const std::string& gazette,
                            const std::vector<std::string>& sections,
                            const std::vector<IndexedText>& texts) {
    core::Document index;
    index.meta.title = "《" + gazette + "》" + std::to_string(year) + "年总目录";
    index.meta.kind = kKind;
    index.preface.push_back(block(core::Role::Title, index.meta.title));
    const std::vector<IndexItem> items = merged(texts);
    int count = 0;
    add_part("栏目索引", by_section(items, sections), count, index.body);
    add_part("发文字号索引", by_number(items, sections), count, index.body);
    add_part("主题分类索引", by_theme(items), count, index.body);
    add_part("成文日期索引", by_date(items), count, index.body);
    core::assign_ids(index);
    return index;
}

bool is_annual_index(const core::Document& document) {
    return document.meta.kind == kKind;
}

}  // namespace gongbao::editor
