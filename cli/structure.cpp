// SPDX-License-Identifier: Apache-2.0
#include "cli/structure.hpp"

#include <algorithm>
#include <iostream>
#include <utility>

#include "core/document/outline.hpp"
#include "core/document/structure.hpp"
#include "core/text/text.hpp"

namespace gongbao::cli {
namespace {

constexpr std::size_t kRoleColumns = 10;

// Columns a terminal gives to `words`: two for Han.
std::size_t columns_of(std::string_view words) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < words.size();)
        columns += core::is_han(core::next_code_point(words, at)) ? 2 : 1;
    return columns;
}

std::string padded(std::string words, std::size_t columns) {
    words.append(columns - std::min(columns, columns_of(words)), ' ');
    return words;
}

void show_fields(const core::Metadata& meta, const Context& context) {
    const auto field = [&](const char* id, const std::string& value) {
        if (!value.empty())
            std::cout << "  " << padded(context.say(id), kRoleColumns) << "  " << value << '\n';
    };
    const auto day = [](const std::optional<core::Date>& date) {
        return date ? core::iso(*date) : std::string();
    };
    field("cli.field_title", meta.title);
    field("cli.field_number", meta.number);
    field("cli.field_issuers", core::join(meta.issuers, "、"));
    field("cli.field_written", day(meta.written));
    field("cli.field_effective", day(meta.effective));
    std::cout << '\n';
}

// Rows of a table and notes come on lines of their own, cells behind TABs.
std::string on_one_line(std::string words) {
    return core::replace_all(core::replace_all(std::move(words), "\n", "  "), "\t", " | ");
}

// A level that is no heading and opens with none has a word of its own.
std::string word_for(const core::Block& block, const Context& context) {
    const bool item = core::is_level(block.role) && core::is_item(block);
    return context.say(std::string(item ? "cli.item_" : "cli.role_") + name_of(block.role));
}

void show_branches(const std::vector<core::Branch>& branches, const core::Blocks& blocks,
                   std::size_t depth, const Context& context) {
    for (const core::Branch& branch : branches) {
        if (!branch.opening) {
            const core::Block& block = blocks[branch.block];
            std::cout << "  " << padded(word_for(block, context), kRoleColumns) << "  "
                      << std::string(depth * 2, ' ')
                      << core::excerpt(on_one_line(core::plain_text(block)), 60) << '\n';
        }
        show_branches(branch.branches, blocks, branch.opening ? depth : depth + 1, context);
    }
}

void show_blocks(const core::Blocks& blocks, const Context& context) {
    show_branches(core::outline(blocks), blocks, 0, context);
}

}  // namespace

void show_structure(const core::Document& document, const Context& context) {
    show_fields(document.meta, context);
    for (const auto* part : {&document.preface, &document.body, &document.conclusions})
        show_blocks(*part, context);
    for (const core::Annex& annex : document.annexes) {
        std::cout << '\n';
        show_blocks(annex.blocks, context);
    }
}

}  // namespace gongbao::cli
