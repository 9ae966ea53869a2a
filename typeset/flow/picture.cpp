// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/picture.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "core/document/document.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/footnotes.hpp"
#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/flow/turned_pages.hpp"
#include "typeset/pictures/prepare.hpp"

namespace gongbao::typeset {
namespace {

// A picture is turned where that shows it so much larger than the part of its size that fits
// upright.
constexpr double kSmallUpright = 0.6;
constexpr double kWorthTurning = 1.3;

const core::Media* media_of(const core::Document& document, const std::string& digest) {
    for (const core::Media& media : document.media)
        if (media.digest == digest && media.bytes) return &media;
    return nullptr;
}

class PictureMaker {
  public:
    PictureMaker(const core::Block& block, const core::Block* caption,
                 const core::Document& document, NodeId parent, Composer& composer)
        : block_(block),
          document_(document),
          parent_(parent),
          composer_(composer),
          profile_(composer.profile()),
          place_(core::Place(core::PlaceKind::Title, core::excerpt(document.meta.title, 16))
                     .with(core::PlaceKind::Block, block.id)),
          node_(composer.layout().add_node(Tag::Figure, parent)) {
        if (!block.label.empty() || !block.runs.empty()) captions_.push_back(&block);
        if (caption != nullptr) captions_.push_back(caption);
        composer.layout().nodes[node_].alt = block.figure->alt.empty() ? "图" : block.figure->alt;
    }

    void make(Stack& stack) {
        const core::Media* media = media_of(document_, block_.figure->digest);
        const auto size = media == nullptr ? std::nullopt : picture_size(*media);
        if (size) choose_size(*size);
        const auto picture = size ? prepare_picture(*media, width_, height_) : std::nullopt;
        if (!picture) turned_ = false;
        std::vector<Box> boxes = picture ? picture_box(*picture) : words_instead();
        std::vector<Box> below = caption_boxes();
        std::move(below.begin(), below.end(), std::back_inserter(boxes));
        if (turned_) boxes = turn_pages(std::move(boxes), {}, profile_);
        std::move(boxes.begin(), boxes.end(), std::back_inserter(stack.boxes));
    }

  private:
    static constexpr Length kAboveCaption = pt(4);

    Length room_width() const { return turned_ ? profile_.text_height() : composer_.measure(); }
    Length room_height() const { return turned_ ? profile_.text_width() : profile_.text_height(); }

    // The printed size the manuscript names, or 96 dots an inch; less where it does not fit.
    void choose_size(const PictureSize& size) {
        const core::Figure& figure = *block_.figure;
        const double width =
            figure.width_um > 0 ? mm(figure.width_um / 1000.0) : size.width * 750.0;
        const double height =
            figure.height_um > 0 ? mm(figure.height_um / 1000.0) : width * size.height / size.width;
        const auto scale = [&](Length wide, Length high) {
            return std::min({1.0, wide / width, std::max<Length>(profile_.line, high) / height});
        };
        const Length words = caption_height();
        const double upright = scale(room_width(), room_height() - profile_.line - words);
        const double turned = scale(room_height(), room_width() - profile_.line - words);
        turned_ =
            profile_.table.turn && upright < kSmallUpright && turned > kWorthTurning * upright;
        const double chosen = turned_ ? turned : upright;
        width_ = std::max(pt(1), static_cast<Length>(width * chosen));
        height_ = std::max(pt(1), static_cast<Length>(height * chosen));
    }

    std::vector<Box> picture_box(const PreparedPicture& picture) {
        if (picture.smaller)
            composer_.layout().findings.push_back(
                {core::Level::Hint, place_, {"typeset.picture_smaller", {}}, block_.figure->alt});
        Box box;
        box.before = profile_.line / 3;
        box.pictures.push_back(
            {{(room_width() - width_) / 2, 0, width_, height_}, picture.media, node_});
        box.lead = captions_.empty() ? profile_.line / 2 : kAboveCaption;
        box.height = height_ + box.lead;
        return {std::move(box)};
    }

    // Alternative text in place of a picture that cannot be shown.
    std::vector<Box> words_instead() {
        composer_.layout().findings.push_back(
            {core::Level::Error, place_, {"typeset.picture_unreadable", {}}, block_.figure->alt});
        const TextStyle& style = profile_.style(StyleName::Caption);
        const std::string& alt = composer_.layout().nodes[node_].alt;
        auto lines = composer_.set(composer_.segmenter().of("〔" + alt + "〕", style),
                                   composer_.measure(), 0, TextAlign::Center, place_);
        std::vector<Box> boxes;
        add_lines(std::move(lines), style, node_, profile_, boxes);
        return boxes;
    }

    std::vector<Segment> segments_of(const core::Block& caption, NoteTexts& notes) {
        return composer_.segmenter().of(caption, profile_.style(StyleName::Caption), notes);
    }

    std::vector<SetLine> caption_lines(const std::vector<Segment>& segments) {
        const TextStyle& style = profile_.style(StyleName::Caption);
        return composer_.set(segments, room_width() - style.left - style.right, style.indent,
                             style.align, place_);
    }

    // At its upright width, where it is highest.
    Length caption_height() {
        if (captions_.empty()) return 0;
        const TextStyle& style = profile_.style(StyleName::Caption);
        NoteTexts notes;
        const std::size_t findings = composer_.layout().findings.size();
        Length height = kAboveCaption;
        for (const core::Block* caption : captions_) {
            const auto lines =
                static_cast<Length>(caption_lines(segments_of(*caption, notes)).size());
            height += lines * profile_.line_of(style) + style.before + style.after;
        }
        composer_.layout().findings.resize(findings);
        return height;
    }

    std::vector<Box> caption_boxes() {
        std::vector<Box> boxes;
        for (const core::Block* caption : captions_) add_caption(*caption, boxes);
        for (Box& box : boxes) {
            box.may_break_before = false;
            box.on_line = false;
        }
        if (boxes.empty()) return boxes;
        boxes.front().before = 0;
        boxes.back().height += profile_.line / 2;
        boxes.back().lead += profile_.line / 2;
        return boxes;
    }

    void add_caption(const core::Block& caption, std::vector<Box>& boxes) {
        const std::size_t first = boxes.size();
        NoteTexts notes;
        auto segments = segments_of(caption, notes);
        const NodeId node = composer_.layout().add_node(Tag::Caption, parent_);
        std::vector<NodeId> spans;
        mark_notes(node, segments, notes, composer_.layout(), spans);
        add_lines(caption_lines(segments), profile_.style(StyleName::Caption), node, profile_,
                  boxes, spans);
        add_notes(std::span(boxes).subspan(first), notes, node, place_, composer_);
    }

    const core::Block& block_;
    std::vector<const core::Block*>
        captions_;  ///< words of the figure's own block, and of the one below it
    const core::Document& document_;
    NodeId parent_;
    Composer& composer_;
    const Profile& profile_;
    core::Place place_;
    NodeId node_;
    bool turned_ = false;
    Length width_ = 0;
    Length height_ = 0;
};

}  // namespace

void add_picture(const core::Block& block, const core::Block* caption,
                 const core::Document& document, NodeId parent, Composer& composer, Stack& stack) {
    PictureMaker(block, caption, document, parent, composer).make(stack);
}

}  // namespace gongbao::typeset
