// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/raw/words_kept.hpp"

#include <algorithm>

#include "core/document/document.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor {
namespace {

std::string words_of(const core::Table& table) {
    std::string words;
    for (const core::Row& row : table.rows)
        for (const core::Cell& cell : row.cells)
            for (const core::Runs& paragraph : cell.paragraphs)
                words += editor::words_of(paragraph);
    return words;
}

std::string words_of(const RawBlock& block) {
    if (const auto* paragraph = std::get_if<RawParagraph>(&block))
        return editor::words_of(paragraph->runs);
    if (const auto* table = std::get_if<RawTable>(&block)) return words_of(table->table);
    return editor::words_of(std::get<RawFigure>(block).figure.alt);
}

std::size_t blanks_of(const core::Runs& runs) {
    std::size_t blanks = 0;
    for (const core::Inline& run : runs) {
        if (run.kind == core::Inline::Kind::Note) blanks += blanks_of(run.note);
        if (run.kind != core::Inline::Kind::Text || !run.marks.has(core::Mark::Underline)) continue;
        for (const char32_t c : core::to_utf32(run.text)) blanks += c == 0x3000;
    }
    return blanks;
}

std::size_t blanks_of(const core::Table& table) {
    std::size_t blanks = 0;
    for (const core::Row& row : table.rows)
        for (const core::Cell& cell : row.cells)
            for (const core::Runs& paragraph : cell.paragraphs) blanks += blanks_of(paragraph);
    return blanks;
}

// About 20 characters of `text` from byte `at`, which may stand inside a character.
std::string around(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        --at;
    return core::excerpt(text.substr(at), 20);
}

}  // namespace

std::string words_of(const RawDocument& raw) {
    std::string words;
    for (const RawBlock& block : raw.blocks) words += words_of(block);
    return words;
}

std::string words_of(const core::Document& document) {
    std::string words;
    core::for_each_block(document, [&](const core::Block& block) {
        words += words_of(std::string_view(block.label));
        words += words_of(block.runs);
        if (block.table) words += words_of(*block.table);
        if (block.figure) words += words_of(std::string_view(block.figure->alt));
    });
    return words;
}

std::size_t blanks_of(const RawDocument& raw) {
    std::size_t blanks = 0;
    for (const RawBlock& block : raw.blocks) {
        if (const auto* paragraph = std::get_if<RawParagraph>(&block))
            blanks += blanks_of(paragraph->runs);
        if (const auto* table = std::get_if<RawTable>(&block)) blanks += blanks_of(table->table);
    }
    return blanks;
}

std::size_t blanks_of(const core::Document& document) {
    std::size_t blanks = 0;
    core::for_each_block(document, [&](const core::Block& block) {
        blanks += blanks_of(block.runs);
        if (block.table) blanks += blanks_of(*block.table);
    });
    return blanks;
}

void require_same_words(std::string_view before, std::string_view after, std::string_view stage) {
    if (before == after) return;
    const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto at = static_cast<std::size_t>(differ.first - before.begin());
    throw core::Error(
        core::ErrorKind::Invalid,
        {"intake.words_changed", {{"before", around(before, at)}, {"after", around(after, at)}}},
        std::string(stage));
}

}  // namespace gongbao::editor
