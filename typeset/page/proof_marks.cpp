// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/proof_marks.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/page/column_place.hpp"

namespace gongbao::typeset {
namespace {

// Up to the right at the slope of 3 to 4, whose sine and cosine are whole thousandths.
constexpr int kCos = 800;
constexpr int kSin = 600;
// Lines nearer than this to one another are one line: a raised mark, a cell beside.
constexpr Length kSameLine = pt(4);

class Proof {
  public:
    Proof(const ProofVersion& shown, const Profile& profile, const FontBook& fonts, Layout& layout)
        : shown_(shown), profile_(profile), layout_(layout), composer_(fonts, profile, layout) {}

    void run() {
        const std::string note = note_words();
        for (Page& page : layout_.pages) {
            if (page.lines.empty() && page.rules.empty() && page.pictures.empty()) continue;
            if (profile_.proof.number_every > 0) number_lines(page);
            if (!profile_.proof.watermark.empty()) add_watermark(page);
            if (!note.empty()) add_note(note, page);
        }
    }

  private:
    std::string note_words() const {
        const ProofMarks& proof = profile_.proof;
        std::string words =
            shown_.compared && !proof.note_against.empty() ? proof.note_against : proof.note;
        words = core::replace_all(std::move(words), "{date}", core::chinese(shown_.date));
        words = core::replace_all(std::move(words), "{version}", shown_.version);
        return core::replace_all(std::move(words), "{against}", shown_.against);
    }

    PlacedLine placed(const std::string& text, StyleName style, SetLine& set) {
        set = composer_.set_single(composer_.segmenter().of(text, profile_.style(style)),
                                   core::Place(core::PlaceKind::Proof));
        const auto first = static_cast<std::uint32_t>(layout_.glyphs.size());
        layout_.glyphs.insert(layout_.glyphs.end(), set.glyphs.begin(), set.glyphs.end());
        return {0, 0, first, static_cast<std::uint32_t>(set.glyphs.size()), kArtifact, set.width};
    }

    void add_note(const std::string& words, Page& page) {
        SetLine set;
        PlacedLine line = placed(words, StyleName::ProofNote, set);
        line.x = profile_.text_left(page.recto);
        line.y = profile_.height - profile_.bottom + profile_.proof.note_distance;
        page.lines.push_back(line);
    }

    // In the middle of the page, its middle line through the page's centre.
    void add_watermark(Page& page) {
        SetLine set;
        TurnedLine mark{placed(profile_.proof.watermark, StyleName::Watermark, set), kCos, kSin};
        const Extent along = set.width / 2;
        const Extent up = profile_.style(StyleName::Watermark).size * 38 / 100;
        mark.line.x =
            static_cast<Length>(layout_.page_width / 2 - (along * kCos - up * kSin) / 1000);
        mark.line.y =
            static_cast<Length>(layout_.page_height / 2 + (along * kSin + up * kCos) / 1000);
        page.beneath.push_back(mark);
    }

    // Text of documents outside of tables, notes and contents.
    bool is_counted(const PlacedLine& line) const {
        if (line.node == kArtifact || line.continues) return false;
        for (NodeId node = line.node; node > 1; node = layout_.nodes[node].parent) {
            const Tag tag = layout_.nodes[node].tag;
            if (tag == Tag::Table || tag == Tag::Note || tag == Tag::TOC || tag == Tag::Figure)
                return false;
        }
        return true;
    }

    NodeId document_of(NodeId node) const {
        while (node > 1 && layout_.nodes[node].parent > 1) node = layout_.nodes[node].parent;
        return node;
    }

    // In columns the lines of the first are counted; what stands beside them has their numbers.
    void number_lines(Page& page) {
        if (page.number == 0) return;
        std::vector<PlacedLine> lines;
        for (const PlacedLine& line : page.lines)
            if (is_counted(line) && column_of(line, page, profile_).number == 0)
                lines.push_back(line);
        std::stable_sort(lines.begin(), lines.end(),
                         [](const PlacedLine& a, const PlacedLine& b) { return a.y < b.y; });
        if (profile_.proof.number_by_page) number_ = 0;
        Length last = -kSameLine;
        for (const PlacedLine& line : lines) {
            if (line.y - last < kSameLine) continue;
            last = line.y;
            const NodeId document = document_of(line.node);
            if (!profile_.proof.number_by_page && document != document_) number_ = 0;
            document_ = document;
            if (++number_ % profile_.proof.number_every == 0) put_number(line.y, page);
        }
    }

    void put_number(Length y, Page& page) {
        SetLine set;
        PlacedLine line = placed(std::to_string(number_), StyleName::LineNumber, set);
        line.x = profile_.text_left(page.recto) - profile_.proof.number_distance - set.width;
        line.y = y;
        page.lines.push_back(line);
    }

    const ProofVersion& shown_;
    const Profile& profile_;
    Layout& layout_;
    Composer composer_;
    int number_ = 0;
    NodeId document_ = kArtifact;
};

}  // namespace

void add_proof_marks(const ProofVersion& shown, const Profile& profile, const FontBook& fonts,
                     Layout& layout) {
    Proof(shown, profile, fonts, layout).run();
}

}  // namespace gongbao::typeset
