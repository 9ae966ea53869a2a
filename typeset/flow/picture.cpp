// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/picture.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/image.hpp"

namespace gongbao::typeset {
namespace {

const core::Media* media_of(const core::Document& document, const std::string& digest) {
    for (const core::Media& media : document.media)
        if (media.digest == digest && media.bytes) return &media;
    return nullptr;
}

// Alternative text in place of a picture that cannot be shown.
void add_missing(const core::Block& block, NodeId node, const std::string& place,
                 Composer& composer, Stack& stack) {
    composer.layout().findings.push_back(
        {core::Level::Error, place, {"typeset.picture_unreadable", {}}, block.figure->alt});
    const TextStyle& style = composer.profile().style(StyleName::Caption);
    auto lines = composer.set(composer.segmenter().of("〔" + block.figure->alt + "〕", style),
                              composer.measure(), 0, TextAlign::Center, place);
    add_lines(std::move(lines), style, node, composer.profile(), stack.boxes);
}

}  // namespace

void add_picture(const core::Block& block, const core::Document& document, NodeId parent,
                 Composer& composer, Stack& stack) {
    const Profile& profile = composer.profile();
    const core::Figure& figure = *block.figure;
    const std::string place = core::excerpt(document.meta.title, 16) + " " + block.id;
    const NodeId node = composer.layout().add_node(Tag::Figure, parent);
    composer.layout().nodes[node].alt = figure.alt.empty() ? "图" : figure.alt;

    const core::Media* media = media_of(document, figure.digest);
    const auto size = media == nullptr ? std::nullopt : image_size(*media->bytes, media->type);
    if (!size) {
        add_missing(block, node, place, composer, stack);
        return;
    }
    // 96 dots an inch when the manuscript names no size.
    double width = figure.width_um > 0 ? mm(figure.width_um / 1000.0) : size->width * 750.0;
    double height = figure.height_um > 0 ? mm(figure.height_um / 1000.0)
                                         : width * size->height / size->width;
    const double scale = std::min({1.0, composer.measure() / width,
                                   (profile.text_height() - profile.line) / height});
    Box box;
    box.before = profile.line / 3;
    const auto w = static_cast<Length>(width * scale);
    const auto h = static_cast<Length>(height * scale);
    box.pictures.push_back({{(composer.measure() - w) / 2, 0, w, h}, media, node});
    box.lead = profile.line / 2;
    box.height = h + box.lead;
    stack.boxes.push_back(std::move(box));
}

}  // namespace gongbao::typeset
