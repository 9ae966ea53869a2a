// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/field_blocks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/text.hpp"
#include "editor/intake/html/page.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor::html {
namespace {

using Field = std::pair<std::string, std::string>;
using Fields = std::vector<Field>;

constexpr std::size_t kLongestLabel = 8;
constexpr std::size_t kMostRows = 12;

bool is_known(const Field& field) {
    return is_field_label(field.first);
}

std::string words_in(const core::Cell& cell) {
    std::string words;
    for (const core::Runs& runs : cell.paragraphs) words += core::plain_text(runs);
    return tidy_white_space(words);
}

// 索引号：…, also as an item of a list.
std::optional<Field> field_in(std::string_view line) {
    line = core::trim(line);
    if (line.starts_with("•")) line = core::trim(line.substr(std::string_view("•").size()));
    const bool wide = line.find("：") != std::string_view::npos;
    const std::size_t colon = wide ? line.find("：") : line.find(':');
    if (colon == std::string_view::npos || line.find("。") != std::string_view::npos) return {};
    Field field{field_label(line.substr(0, colon)),
                core::trim(line.substr(colon + (wide ? 3 : 1)))};
    if (!is_known(field) || field.second.find("：") != std::string::npos) return {};
    return field;
}

// Label and value by turns, or both in one cell, half of the labels at least known ones; one alone
// has its colon. Nothing for any other table.
std::optional<Fields> fields_of(const core::Table& table) {
    Fields fields;
    bool has_colon = true;
    if (table.rows.size() > kMostRows) return {};
    for (const core::Row& row : table.rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::string words = words_in(row.cells[i]);
            if (auto whole = field_in(words); whole && !whole->second.empty()) {
                fields.push_back(std::move(*whole));
                continue;
            }
            if (++i == row.cells.size()) return {};
            std::string label = field_label(words);
            std::string value = words_in(row.cells[i]);
            has_colon = has_colon && ends_with_colon(words);
            if (core::length(label) > kLongestLabel || (label.empty() && !value.empty())) return {};
            if (!label.empty()) fields.emplace_back(std::move(label), std::move(value));
        }
    const auto known = std::count_if(fields.begin(), fields.end(), is_known);
    if (known == 0 || static_cast<std::size_t>(known) * 2 < fields.size()) return {};
    if (fields.size() == 1 && !has_colon) return {};
    return fields;
}

std::optional<Fields> fields_of(const RawBlock& block) {
    if (const auto* table = std::get_if<RawTable>(&block)) return fields_of(table->table);
    const auto* paragraph = std::get_if<RawParagraph>(&block);
    auto field = paragraph == nullptr ? std::nullopt : field_in(core::plain_text(paragraph->runs));
    return field ? std::optional(Fields{std::move(*field)}) : std::nullopt;
}

core::Place place_of(const RawBlock& block) {
    const auto* table = std::get_if<RawTable>(&block);
    return table != nullptr ? table->place : std::get<RawParagraph>(block).place;
}

}  // namespace

void take_field_blocks(RawDocument& raw, core::Diagnostics& findings) {
    std::vector<Fields> taken;
    std::size_t count = 0;
    while (taken.size() < raw.blocks.size()) {
        auto fields = fields_of(raw.blocks[taken.size()]);
        if (!fields) break;
        count += fields->size();
        taken.push_back(std::move(*fields));
    }
    if (taken.empty() || taken.size() == raw.blocks.size()) return;
    if (count < 2 && !std::holds_alternative<RawTable>(raw.blocks.front())) return;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        std::string words;
        for (Field& field : taken[i]) {
            words += (words.empty() ? "" : "　") + field.first + "：" + field.second;
            const bool told =
                std::any_of(raw.fields.begin(), raw.fields.end(),
                            [&](const Field& own) { return own.first == field.first; });
            if (!told && is_known(field) && !field.second.empty())
                raw.fields.push_back(std::move(field));
        }
        findings.push_back({core::Level::Warning,
                            place_of(raw.blocks[i]),
                            {"intake.fields_left_out", {{"words", words}}},
                            core::excerpt(words)});
    }
    raw.blocks.erase(raw.blocks.begin(),
                     raw.blocks.begin() + static_cast<std::ptrdiff_t>(taken.size()));
}

}  // namespace gongbao::editor::html
