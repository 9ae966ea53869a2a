// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/assemble.hpp"

#include <algorithm>
#include <utility>

#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor {
namespace {

using core::Role;

// Roles whose typeface the page style gives.
bool has_own_typeface(Role role) {
    switch (role) {
        case Role::CopyNumber:
        case Role::Secrecy:
        case Role::Urgency:
        case Role::IssuerMark:
        case Role::Signer:
        case Role::Title:
        case Role::Subtitle:
        case Role::Number:
        case Role::TitleNote:
        case Role::Addressees:
        case Role::Part:
        case Role::Chapter:
        case Role::Section:
        case Role::Caption:
        case Role::Signature:
        case Role::Date:
        case Role::AnnexLabel: return true;
        default: return false;
    }
}

void drop_bold(core::Runs& runs) {
    for (core::Inline& run : runs) run.marks.remove(core::Mark::Bold);
}

bool is_all_bold(const core::Runs& runs) {
    return std::all_of(runs.begin(), runs.end(), [](const core::Inline& run) {
        return !core::holds_words(run) || run.marks.has(core::Mark::Bold);
    });
}

// A label is bare characters: one with a reading over it stays among the words.
bool has_reading(const core::Runs& runs, std::size_t bytes) {
    std::size_t seen = 0;
    for (const core::Inline& run : runs) {
        if (seen >= bytes) return false;
        if (run.kind == core::Inline::Kind::Ruby) return true;
        if (run.kind == core::Inline::Kind::Text) seen += run.text.size();
    }
    return false;
}

// The first `bytes` of the words taken out of `runs`.
std::string take_label(core::Runs& runs, std::size_t bytes) {
    std::string label;
    for (core::Inline& run : runs) {
        const std::size_t length = std::min(bytes - label.size(), run.text.size());
        if (run.kind != core::Inline::Kind::Text) continue;
        label += run.text.substr(0, length);
        run.text.erase(0, length);
        if (label.size() == bytes) break;
    }
    return label;
}

core::Align kept_align(const Line& line) {
    const bool plain =
        line.role == Role::Paragraph || line.role == Role::ListItem || core::is_of_head(line.role);
    const bool says_more = line.align == core::Align::Center || line.align == core::Align::Right;
    return plain && says_more ? line.align : core::Align::Natural;
}

core::Block block_of(Line line) {
    core::Block block;
    block.role = line.role;
    block.heading = line.is_heading && core::is_level(line.role);
    block.align = kept_align(line);
    if (line.kind == Line::Kind::Table) block.table = std::move(line.table);
    if (line.kind == Line::Kind::Figure) block.figure = std::move(line.figure);
    if (line.label_bytes > 0 && !has_reading(line.runs, line.label_bytes))
        block.label = take_label(line.runs, line.label_bytes);
    if (has_own_typeface(line.role) || (core::is_level(line.role) && is_all_bold(line.runs)))
        drop_bold(line.runs);
    block.runs = tidy_white_space(line.runs);
    return block;
}

void add_lines(Lines& lines, Range range, core::Blocks& blocks) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const bool joins = lines[i].joins_previous && !blocks.empty();
        core::Block block = block_of(std::move(lines[i]));
        if (!joins) {
            blocks.push_back(std::move(block));
            continue;
        }
        core::Runs& runs = blocks.back().runs;
        runs.push_back(core::line_break());
        runs.insert(runs.end(), block.runs.begin(), block.runs.end());
    }
}

}  // namespace

core::Document assemble(Lines lines, const std::vector<Part>& parts) {
    core::Document document;
    for (const Part& part : parts) {
        if (!part.annex) {
            add_lines(lines, part.preface, document.preface);
            add_lines(lines, part.body, document.body);
            add_lines(lines, part.closing, document.conclusions);
            continue;
        }
        core::Annex& annex = document.annexes.emplace_back();
        annex.kind = *part.annex;
        for (const Range& range : {part.preface, part.body, part.closing})
            add_lines(lines, range, annex.blocks);
    }
    return document;
}

}  // namespace gongbao::editor
