// SPDX-License-Identifier: Apache-2.0
#include "editor/index/bones.hpp"

#include <array>
#include <utility>

#include "core/text/text.hpp"

namespace gongbao::editor {

using View = std::string_view;

std::size_t end_of_pair(View text, std::size_t begin, View open, View close) {
    int depth = 0;
    for (std::size_t at = begin; at < text.size();) {
        const View here = text.substr(at);
        if (core::starts_with(here, "\n")) return View::npos;
        if (core::starts_with(here, open)) ++depth;
        if (core::starts_with(here, close) && --depth == 0) return at + close.size();
        core::next_code_point(text, at);
    }
    return View::npos;
}

Bones bones_of(std::string text) {
    constexpr std::array<std::array<View, 2>, 3> kQuotes{{{"“", "”"}, {"「", "」"}, {"『", "』"}}};
    Bones bones{std::move(text), {}, {}};
    bones.shape = bones.text;
    const View all = bones.text;
    for (std::size_t at = 0; at < all.size();) {
        const View here = all.substr(at);
        std::size_t end = View::npos;
        std::size_t open = 0;
        for (const auto& [begin, close] : kQuotes)
            if (core::starts_with(here, begin)) {
                end = end_of_pair(all, at, begin, close);
                open = begin.size();
            }
        if (here.starts_with('"')) {  // the same sign opens and closes
            open = 1;
            end = all.find_first_of("\"\n", at + 1);
            end = end == View::npos || all[end] == '\n' ? View::npos : end + 1;
        }
        if (core::starts_with(here, "《")) {
            open = View("《").size();
            end = end_of_pair(all, at, "《", "》");
            if (end != View::npos)
                bones.titles.push_back(
                    {at, end, std::string(all.substr(at + open, end - at - 2 * open))});
        }
        if (end == View::npos) {
            core::next_code_point(all, at);
            continue;
        }
        std::fill(bones.shape.begin() + static_cast<std::ptrdiff_t>(at + open),
                  bones.shape.begin() + static_cast<std::ptrdiff_t>(end - open), kHidden);
        at = end;
    }
    return bones;
}

bool ends_with_one_of(View text, std::initializer_list<View> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](View word) { return core::ends_with(text, word); });
}

bool holds_one_of(View text, std::initializer_list<View> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](View word) { return text.find(word) != View::npos; });
}

std::optional<int> Steps::number(View unit) {
    constexpr std::size_t kLongest = 24;
    const std::size_t end = rest().substr(0, kLongest + unit.size()).find(unit);
    if (end == View::npos) return {};
    const long value = core::parse_numeral(core::trim(rest().substr(0, end)));
    if (value < 1 || value > 99'999) return {};
    at_ += end + unit.size();
    return static_cast<int>(value);
}

}  // namespace gongbao::editor
