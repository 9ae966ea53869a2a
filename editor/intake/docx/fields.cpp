// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/fields.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/raw/number_format.hpp"

namespace gongbao::editor::docx {
namespace {

struct Tally {
    int open = 0;
    bool paired = true;
};

// Deleted text keeps its own field characters; cells and text boxes are stories of their own.
void tally(pugi::xml_node story, Tally& sum) {
    for (const pugi::xml_node node : story.children()) {
        const std::string_view name = node.name();
        if (name == "w:del" || name == "w:moveFrom" || name == "w:txbxContent" || name == "w:tc")
            continue;
        if (name == "w:fldChar") {
            const std::string_view type = node.attribute("w:fldCharType").value();
            if (type == "begin") ++sum.open;
            if (type == "end" && --sum.open < 0) sum.paired = false;
        }
        tally(node, sum);
    }
}

// The arguments of the innermost "(a,b)" that begins at or after `from`.
std::optional<std::pair<std::string, std::string>> two_arguments(std::string_view code,
                                                                 std::size_t from) {
    const std::size_t open = code.find('(', from);
    if (open == std::string_view::npos) return std::nullopt;
    int depth = 0;
    std::size_t comma = 0;
    for (std::size_t i = open; i < code.size(); ++i) {
        if (code[i] == '(') ++depth;
        if (code[i] == ',' && depth == 1 && comma == 0) comma = i;
        if (code[i] != ')' || --depth > 0) continue;
        if (comma == 0) return std::nullopt;
        return std::pair{std::string(core::trim(code.substr(open + 1, comma - open - 1))),
                         std::string(core::trim(code.substr(comma + 1, i - comma - 1)))};
    }
    return std::nullopt;
}

bool is_small_number(const std::string& text) {
    const long value = core::parse_numeral(text);
    return !text.empty() && core::is_ascii_digit(static_cast<unsigned char>(text[0])) &&
           value >= 1 && value <= 50;
}

}  // namespace

std::string Field::keyword() const {
    const std::string_view words = core::trim(code);
    return std::string(words.substr(0, words.find_first_of(" \t\\")));
}

Fields::Fields(pugi::xml_node story) {
    Tally sum;
    tally(story, sum);
    broken_ = sum.open != 0 || !sum.paired;
}

void Fields::add_code(const std::string& code) {
    if (!open_.empty()) open_.back().code += code;
}

bool Fields::in_contents() const {
    return std::any_of(open_.begin(), open_.end(), [](const Field& field) {
        const std::string keyword = field.keyword();
        return field.has_result && (keyword == "TOC" || keyword == "toc");
    });
}

void Fields::add_words(std::string_view text) {
    if (open_.empty()) return;
    open_.back().has_words = true;
    if (!core::trim(text).empty()) open_.back().has_letters = true;
}

// What a field printed, the one around it printed.
void Fields::hand_up(const Field& closed) {
    if (open_.empty() || !closed.has_words) return;
    open_.back().has_words = true;
    if (closed.has_letters) open_.back().has_letters = true;
}

std::optional<Field> Fields::read(pugi::xml_node field_character) {
    if (broken_) return std::nullopt;
    const std::string_view type = field_character.attribute("w:fldCharType").value();
    if (type == "begin") {
        open_.emplace_back();
        open_.back().form = field_character.child("w:ffData");
        ++codes_;
    }
    if (open_.empty()) return std::nullopt;
    Field& last = open_.back();
    if ((type == "separate" || type == "end") && !last.has_result) {
        --codes_;
        last.has_result = true;
    }
    if (type != "end") return std::nullopt;
    Field closed = std::move(last);
    open_.pop_back();
    hand_up(closed);
    return closed;
}

void Fields::open_result(const std::string& code, pugi::xml_node form) {
    open_.push_back({code, true, false, false, form, true});
}

std::optional<Field> Fields::close_result() {
    // What began inside and does not end there is over, too.
    while (!open_.empty() && !open_.back().simple) {
        if (!open_.back().has_result) --codes_;
        open_.pop_back();
    }
    if (open_.empty()) return std::nullopt;
    Field closed = std::move(open_.back());
    open_.pop_back();
    hand_up(closed);
    return closed;
}

Equation read_equation(const std::string& code) {
    const std::size_t overstrike = code.find("\\o");
    if (overstrike == std::string::npos) return {};
    const auto parts = two_arguments(code, overstrike);
    if (!parts) return {};
    const auto& [first, second] = *parts;
    // \o\ad(\s\up 9(reading),words): phonetic guide of older Word versions.
    if (first.find("\\s\\up") != std::string::npos) {
        const std::size_t open = first.find('(');
        const std::size_t close = first.rfind(')');
        if (open == std::string::npos || close == std::string::npos || close < open) return {};
        return {second, first.substr(open + 1, close - open - 1)};
    }
    if (second.find('\\') != std::string::npos) return {};
    // \o\ac(○,11): a character in a circle.
    if (first == "○" && is_small_number(second))
        return {circled(static_cast<int>(core::parse_numeral(second))), ""};
    return {second, ""};
}

}  // namespace gongbao::editor::docx
