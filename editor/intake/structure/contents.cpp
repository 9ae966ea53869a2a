// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/contents.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

constexpr std::size_t kLongestEntry = 100;  // characters, its dots left out
constexpr std::size_t kMostEntries = 400;

bool is_leader(char32_t c) {
    return core::is_space(c) || is_one_of(c, U".．。…·‥—-_（()）");
}

// 总　则……1, 总则　3, 总则（3）: words, a leader or a gap, the number of a page.
bool ends_with_page(std::string_view text) {
    const std::u32string all = core::to_utf32(core::trim(text));
    std::size_t at = all.size();
    const auto step_back = [&](auto is) {
        const std::size_t before = at;
        while (at > 0 && is(all[at - 1])) --at;
        return before - at;
    };
    step_back([](char32_t c) { return is_one_of(c, U")）-—"); });
    const std::size_t digits = step_back(core::is_digit);
    const std::size_t leader = step_back(is_leader);
    return digits >= 1 && digits <= 4 && leader >= 1 && at >= 2 &&
           core::length(contents_entry(text)) <= kLongestEntry;
}

// A line that the file says is of the contents, and that is no text which got there by mistake.
bool is_marked(const Line& line) {
    return line.is_text() && line.of_contents &&
           (ending_of(line.text) != Ending::Sentence || ends_with_page(line.text)) &&
           core::length(contents_entry(line.text)) <= kLongestEntry;
}

std::size_t end_of_numbered(const Lines& lines, std::size_t top) {
    std::size_t stop = top;
    while (stop < lines.size() && lines[stop].is_text() && ends_with_page(lines[stop].text)) ++stop;
    return stop >= top + 2 ? stop : top;
}

// Where the contents end that 目录 at `head` begins; `head` where none do.
std::size_t end_below_head(const Lines& lines, std::size_t head) {
    const std::size_t top = head + 1;
    if (top < lines.size() && is_marked(lines[top])) return top;
    if (const std::size_t stop = end_of_numbered(lines, top); stop > top) return stop;
    const std::size_t limit = std::min(lines.size(), top + kMostEntries);
    if (top >= limit || !lines[top].is_text()) return head;
    const std::size_t again = entries_come_again(lines, top, limit);
    if (again == limit || again < top + 2) return head;
    const bool entries =
        std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(top),
                    lines.begin() + static_cast<std::ptrdiff_t>(again), [](const Line& line) {
                        return line.is_text() && line.text.find("。") == std::string::npos;
                    });
    return entries ? again : head;
}

}  // namespace

std::string contents_entry(std::string_view text) {
    std::u32string bare = core::to_utf32(core::without_spaces(text));
    while (bare.size() > 1 && (core::is_digit(bare.back()) || is_leader(bare.back())))
        bare.pop_back();
    return core::to_utf8(bare);
}

std::size_t entries_come_again(const Lines& lines, std::size_t top, std::size_t end) {
    const std::string first = contents_entry(lines[top].text);
    const std::string unnumbered =
        contents_entry(lines[top].text.substr(read_label(lines[top].text).bytes));
    const auto comes_again = [&](const Line& line) {
        const std::string words = line.is_text() ? contents_entry(line.text) : std::string();
        return words == first || (!unnumbered.empty() && words == unnumbered);
    };
    std::size_t stop = top + 1;
    while (stop < end && !comes_again(lines[stop])) ++stop;
    return std::min(stop, end);
}

void mark_printed_contents(Lines& lines) {
    for (Line& line : lines) line.of_contents = is_marked(line);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (!lines[at].is_text() || !is_contents_head(lines[at].text)) continue;
        const std::size_t stop = end_below_head(lines, at);
        for (std::size_t i = at; i < stop; ++i) lines[i].of_contents = true;
    }
    for (Line& line : lines)
        if (line.of_contents) line.role = core::Role::Contents;
}

}  // namespace gongbao::editor
