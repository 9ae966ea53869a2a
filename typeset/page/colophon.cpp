// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/colophon.hpp"

#include "core/text.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {

void add_colophon(const core::Document& document, Composer& composer, Stack& stack) {
    if (document.meta.issuers.empty() || !document.meta.written) return;
    const Profile& profile = composer.profile();
    const TextStyle& style = profile.style(StyleName::Colophon);
    const Length thick = profile.colophon.thick;
    const Length width = profile.text_width();
    const Length pitch = profile.line_of(style);
    Box box;
    box.at_foot = true;
    box.before = profile.line;
    box.height = thick + pitch + thick;
    const Length y = thick + (pitch - style.size) / 2 + base_line(style);
    const auto put = [&](const std::string& text) {
        SetLine line = composer.set_single(composer.segmenter().of(text, style), "版记");
        box.lines.push_back({style.size, y, std::move(line), kArtifact});
    };
    put(document.meta.issuers.front());
    put(core::replace_all(profile.words.printed, "{date}", core::chinese(*document.meta.written)));
    box.lines.back().x = width - style.size - box.lines.back().line.width;
    box.rules.push_back({{0, 0, width, thick}, Color::Black});
    box.rules.push_back({{0, thick + pitch, width, thick}, Color::Black});
    stack.boxes.push_back(std::move(box));
}

}  // namespace gongbao::typeset
