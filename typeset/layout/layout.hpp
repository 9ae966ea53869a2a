// SPDX-License-Identifier: Apache-2.0
// Layout: the pages of an issue as a display list, the one truth every exporter reads
// (pdf/write_pdf.hpp, layout_dump.hpp).
//
// What is too wide for a page is turned by a quarter, its head to the left; places and rectangles
// are always those on the upright page, so that only lines and pictures need to say that they are
// turned.
//
// Glyphs lie in one array; a line is a stretch of it at a base line. What a line means is told by
// its node in the structure tree; node 0 is an artifact (running head, folio, decoration).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/document/document_fwd.hpp"
#include "core/document/figure.hpp"
#include "core/report/diagnostic.hpp"
#include "typeset/layout/color.hpp"
#include "typeset/layout/geometry.hpp"

namespace gongbao::typeset {

/// `text` is the code point the glyph stands for; from kTextPool on, an index into
/// Layout::texts (several code points for one glyph); 0: no text of its own (the glyph before has
/// it).
struct PlacedGlyph {
    std::uint32_t glyph = 0;
    char32_t text = 0;
    Length x = 0;   ///< from the line's origin to the glyph's origin
    Length dy = 0;  ///< upwards from the base line, for marks over a letter
    std::uint16_t face = 0;
    std::uint16_t style = 0;  ///< index into Layout::glyph_styles
};
constexpr char32_t kTextPool = 0x110000;

struct GlyphStyle {
    Length size = 0;
    Length rise = 0;  ///< base-line shift upwards
    Color color = Color::Black;
    bool bold = false;  ///< drawn with an outline of kBoldOutline: the face has no bold of its own
    friend bool operator==(const GlyphStyle&, const GlyphStyle&) = default;
};
constexpr int kBoldOutline = 30;  ///< thousandths of an em, half of it outside of the letter

/// Elements of ISO 32000-1, 14.8.4. Sect … TOCI are containers.
enum class Tag : std::uint8_t {
    Artifact,
    Document,
    Sect,
    Part,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    P,
    L,
    LI,
    Lbl,
    LBody,
    Table,
    THead,
    TBody,
    TR,
    TH,
    TD,
    Caption,
    Figure,
    Note,
    Reference,
    Link,
    TOC,
    TOCI,
    Span,
    Form,
    Ruby,
    RB,
    RT,
};
const char* name_of(Tag tag);

using NodeId = std::uint32_t;
constexpr NodeId kArtifact = 0;
constexpr NodeId kDocument = 1;  ///< the root of the tree

/// A node of the structure tree. `parent` comes before its children in Layout::nodes.
struct Node {
    Tag tag = Tag::Document;
    NodeId parent = 0;
    std::int16_t column_span = 1;  ///< TH, TD
    std::int16_t row_span = 1;
    std::string alt;    ///< Figure
    std::string title;  ///< Sect: the document's title
};

/// A line of text on a page. Origin: left end of the base line.
struct PlacedLine {
    Length x = 0;
    Length y = 0;
    std::uint32_t first = 0;  ///< index into Layout::glyphs
    std::uint32_t count = 0;
    NodeId node = kArtifact;
    Length width = 0;  ///< of what is set, spaces hanging over its end left out
    bool continues =
        false;            ///< goes on the printed line of the PlacedLine before: a link inside it
    bool turned = false;  ///< reads upwards from its origin: of a wide table turned by a quarter
};

/// A line turned about its origin, an artifact beneath the text: cosine and sine of the angle in
/// thousandths, anticlockwise.
struct TurnedLine {
    PlacedLine line;
    int cos = 1000;
    int sin = 0;
};

struct PlacedRule {
    Rect rect;
    Color color = Color::Black;
};

/// A dot below a character (着重号): an artifact, no text.
struct PlacedDot {
    Point centre;
    Length radius = 0;
    Color color = Color::Black;
};

struct PlacedPicture {
    Rect rect;
    std::shared_ptr<const core::Media> media;
    NodeId node = kArtifact;
    bool turned = false;  ///< its head is at the left
};

/// A rectangle to click on, leading to a target.
struct PlacedLink {
    Rect rect;
    std::uint32_t target = 0;  ///< index into Layout::targets
    NodeId node = kArtifact;
    std::string contents;  ///< what it leads to, for people who do not see it
};

struct Target {
    std::uint32_t page = 0;
    Length y = 0;
};

constexpr std::uint32_t kNoTarget = 0xFFFFFFFF;

/// A block that cross references lead to, or a footnote or its mark.
struct Anchor {
    std::string block;  ///< the id of the block
    std::uint32_t target = kNoTarget;
};

/// Words that name another place: 本办法第十条, a document's number or title, a footnote's mark.
struct CrossReference {
    NodeId node = kArtifact;  ///< the Link element around the words
    std::string block;        ///< id of a block of the same document, or
    std::string document;     ///< a name of another document (core::names_of)
    int anchor = -1;          ///< index into Layout::anchors of that place
    std::string contents =
        {};  ///< what the link says for people who do not see it; empty: its own words
};

struct Bookmark {
    int level = 0;
    std::string title;
    std::uint32_t target = 0;
};

/// A stretch of a page in several columns, from the top of their first lines to the foot of the
/// longest.
struct ColumnStrip {
    Length top = 0;
    Length bottom = 0;
    int columns = 1;
};

struct PageReason;

struct Page {
    std::vector<PlacedLine> lines;
    /// Readings above their characters, each a line of its own below an RT; RB, whose node is the
    /// one before, has the characters. They come behind the page's other words, which so stay whole
    /// for those who search or copy them.
    std::vector<PlacedLine> readings;
    std::vector<PlacedRule> rules;
    std::vector<PlacedDot> dots;
    std::vector<PlacedPicture> pictures;
    std::vector<PlacedLink> links;
    std::vector<TurnedLine> beneath;  ///< drawn before all else
    std::vector<ColumnStrip> strips;  ///< top to bottom
    std::shared_ptr<PageReason> why;  ///< page/page_reason.hpp; null unless asked for
    std::string label;                ///< the printed page number, "" for none
    int number = 0;                   ///< its value, 0 for none
    bool recto = true;
};

struct Layout {
    Length page_width = 0;
    Length page_height = 0;
    std::vector<Page> pages;
    std::vector<PlacedGlyph> glyphs;
    std::vector<GlyphStyle> glyph_styles;
    std::vector<std::u32string> texts;
    std::vector<Node> nodes;  ///< [0] stands for artifacts, [1] is the Document
    std::vector<Target> targets;
    std::vector<Bookmark> bookmarks;
    std::vector<Anchor> anchors;
    std::vector<CrossReference> references;
    core::Diagnostics findings;

    Layout() : nodes(2) { nodes[kArtifact].tag = Tag::Artifact; }

    /// The nearest node at or above `node` that is a paragraph of its own: not a link, a label, a
    /// span, a reading.
    NodeId block_of(NodeId node) const;
    /// The characters that glyphs [begin, end) stand for, white space among them.
    std::u32string characters(std::uint32_t begin, std::uint32_t end) const;
    /// The same of a line, in UTF-8.
    std::string words_of(const PlacedLine& line) const;
    NodeId add_node(Tag tag, NodeId parent) {
        nodes.push_back({tag, parent, 1, 1, {}, {}});
        return static_cast<NodeId>(nodes.size() - 1);
    }
    std::uint16_t style_index(const GlyphStyle& style);
};

}  // namespace gongbao::typeset
