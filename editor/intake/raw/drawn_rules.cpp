// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/raw/drawn_rules.hpp"

#include <algorithm>
#include <string>
#include <variant>

#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

constexpr std::size_t kFewestDrawn = 4;    // of ─ ━ ═, which are good for nothing else
constexpr std::size_t kFewestDashes = 10;  // of signs that also stand in sentences

bool is_rule(const RawBlock& block) {
    const auto* paragraph = std::get_if<RawParagraph>(&block);
    if (paragraph == nullptr) return false;
    const bool plain =
        std::all_of(paragraph->runs.begin(), paragraph->runs.end(),
                    [](const core::Inline& run) { return run.kind == core::Inline::Kind::Text; });
    return plain && is_drawn_rule(core::plain_text(paragraph->runs));
}

}  // namespace

bool is_drawn_rule(std::string_view line) {
    const std::u32string text = core::to_utf32(core::trim(line));
    if (text.empty() || text.find_first_not_of(text.front()) != std::u32string::npos) return false;
    if (std::u32string_view(U"─━═").find(text.front()) != std::u32string_view::npos)
        return text.size() >= kFewestDrawn;
    return std::u32string_view(U"-=—―－＝").find(text.front()) != std::u32string_view::npos &&
           text.size() >= kFewestDashes;
}

void leave_out_drawn_rules(RawDocument& raw, core::Diagnostics& findings) {
    for (const RawBlock& block : raw.blocks)
        if (is_rule(block))
            findings.push_back(
                {core::Level::Hint,
                 std::get<RawParagraph>(block).place,
                 {"intake.rule_left_out", {}},
                 core::excerpt(core::plain_text(std::get<RawParagraph>(block).runs))});
    std::erase_if(raw.blocks, is_rule);
}

}  // namespace gongbao::editor
