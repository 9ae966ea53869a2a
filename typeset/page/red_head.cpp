// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/red_head.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

constexpr Length kHeadTop = mm(35);
constexpr Length kRuleBelowNumber = mm(4);
constexpr Length kRedRule = mm(0.6);
constexpr Length kThick = mm(0.35);

// 机关 + 文件; several agencies stand one above the other, 文件 to their right, halfway down.
Length set_agencies(const core::Document& document, Composer& composer, Box& box) {
    TextStyle style = composer.profile().style(StyleName::RedHead);
    const Length width = composer.profile().text_width();
    const std::vector<std::string>& issuers = document.meta.issuers;
    std::size_t longest = 0;
    for (const std::string& issuer : issuers) longest = std::max(longest, core::length(issuer));
    const auto characters = static_cast<Length>(longest + 2);
    const auto rows = static_cast<Length>(std::max<std::size_t>(1, issuers.size()));
    // Never quite to the edges of the type area.
    style.size = std::min(style.size, width * 19 / 20 / std::max(Length{4}, characters));
    const Length pitch = style.size * 13 / 10;
    const auto put = [&](std::string_view text, Length x, Length y) {
        SetLine line = composer.set_single(composer.segmenter().of(text, style), "版头");
        const Length set_width = line.width;
        box.lines.push_back({x, y + base_line(style), std::move(line), kArtifact});
        return set_width;
    };
    if (issuers.size() <= 1) {
        const std::string text = (issuers.empty() ? std::string() : issuers.front()) + "文件";
        const Length set_width = put(text, 0, kHeadTop);
        box.lines.back().x = (width - set_width) / 2;
    } else {
        const Length names = static_cast<Length>(longest) * style.size;
        const Length left = std::max(Length{0}, (width - names - style.size * 5 / 2) / 2);
        for (std::size_t i = 0; i < issuers.size(); ++i)
            put(issuers[i], left, kHeadTop + static_cast<Length>(i) * pitch);
        put("文件", left + names + style.size / 2, kHeadTop + (rows - 1) * pitch / 2);
    }
    return kHeadTop + (rows - 1) * pitch + style.size;
}

}  // namespace

void add_red_head(const core::Document& document, const core::Block* number, NodeId parent,
                  Composer& composer, Stack& stack) {
    const Profile& profile = composer.profile();
    const TextStyle& style = profile.style(StyleName::RedHeadNumber);
    Box box;
    Length y = set_agencies(document, composer, box) + 2 * profile.line;
    if (number != nullptr) {
        NoteTexts notes;
        auto segments = composer.segmenter().of(*number, style, notes);
        SetLine line = composer.set_single(segments, number->id);
        const Length x = (profile.text_width() - line.width) / 2;
        const NodeId node = composer.layout().add_node(Tag::P, parent);
        box.lines.push_back({x, y + base_line(style), std::move(line), node});
        y += style.size;
    }
    y += kRuleBelowNumber;
    box.rules.push_back({{0, y, profile.text_width(), kRedRule}, Color::Red});
    box.height = y + kRedRule;
    stack.boxes.push_back(std::move(box));
}

void add_colophon(const core::Document& document, Composer& composer, Stack& stack) {
    if (document.meta.issuers.empty() || !document.meta.written) return;
    const Profile& profile = composer.profile();
    const TextStyle& style = profile.style(StyleName::Colophon);
    const Length width = profile.text_width();
    const Length pitch = profile.line_of(style);
    Box box;
    box.at_foot = true;
    box.before = profile.line;
    box.height = pitch + kThick;
    const Length y = (pitch - style.size) / 2 + base_line(style);
    const auto put = [&](const std::string& text) {
        SetLine line = composer.set_single(composer.segmenter().of(text, style), "版记");
        box.lines.push_back({style.size, y, std::move(line), kArtifact});
    };
    put(document.meta.issuers.front());
    put(core::chinese(*document.meta.written) + "印发");
    box.lines.back().x = width - style.size - box.lines.back().line.width;
    box.rules.push_back({{0, 0, width, kThick}, Color::Black});
    box.rules.push_back({{0, pitch, width, kThick}, Color::Black});
    stack.boxes.push_back(std::move(box));
}

}  // namespace gongbao::typeset
