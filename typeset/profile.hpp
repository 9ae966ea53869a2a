// SPDX-License-Identifier: Apache-2.0
// A profile: everything about the look of a page that is not the text. Read from
// templates/profiles/<name>.toml; every key is described in docs/profiles.md.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "typeset/geometry.hpp"
#include "typeset/layout.hpp"

namespace gongbao::typeset {

/// What a style is for. The names in a profile are those of name_of(StyleName).
enum class StyleName : std::uint8_t {
    Title, Subtitle, Number, TitleNote, Addressees,
    Part, Chapter, Section, Article, Paragraph, Item, SubItem,
    Heading1, Heading2, Heading3, Heading4, ListItem,
    Caption, TableHead, TableCell, AnnexNote, AnnexLabel, AnnexTitle,
    Signature, Date, Note, Footnote,
    RunningHead, Folio, ContentsTitle, ContentsSection, ContentsEntry, SectionOpener,
    CoverName, CoverNumber, CoverDate, Imprint, RedHead, RedHeadNumber, Colophon,
};
constexpr std::size_t kStyleCount = static_cast<std::size_t>(StyleName::Colophon) + 1;
const char* name_of(StyleName name);

enum class TextAlign : std::uint8_t { Justify, Left, Center, Right };

struct TextStyle {
    std::string font = "body";      ///< role in fonts.toml
    std::string label_font;         ///< for the printed number; empty: `font`
    std::string lead_font;          ///< for a run-in heading; empty: `font`
    Length size = pt(10.5);
    Length line = 0;                ///< base line to base line; 0: the page's
    Length indent = 0;              ///< first line
    Length left = 0;                ///< every line
    Length right = 0;
    Length before = 0;              ///< space above, dropped at the head of a page
    Length after = 0;
    TextAlign align = TextAlign::Justify;
    Color color = Color::Black;
    bool bold = false;
    bool keep_next = false;         ///< stays on the page of the next two lines
    bool spread_short = false;      ///< signature of two to four characters is letter-spaced
};

/// Prohibition sets of CLREQ 3.1.5 (reference set A–E).
enum class Prohibition : std::uint8_t { Basic, Gb, Strict, None };

enum class ItemStart : std::uint8_t { RunOn, Page, Recto };
enum class Opening : std::uint8_t { Plain, RedHead };

struct Profile {
    std::string name;

    // [page]
    Length width = 0;
    Length height = 0;
    Length top = 0;
    Length bottom = 0;
    Length inner = 0;
    Length outer = 0;
    Length line = 0;                 ///< line pitch of body text
    bool mirror = true;              ///< inner and outer change sides on even pages
    bool in_register = false;        ///< body text stands on the page's lines, whatever stands above

    // [text]
    bool grid = false;               ///< Han on a grid of whole characters (GB/T 9704)
    bool compress = true;            ///< adjacent marks take 1.5 em
    bool trim_line_end = true;       ///< a full-width mark at the line end takes half its width
    bool trim_line_start = true;     ///< an opening bracket at the line start too
    Prohibition prohibition = Prohibition::Gb;
    int gap = 250;                   ///< Han–Latin gap, thousandths of an em
    int gap_min = 125;
    int gap_max = 330;

    // [item]
    ItemStart item_start = ItemStart::Page;
    ItemStart annex_start = ItemStart::Page;
    ItemStart attached_start = ItemStart::RunOn;
    Opening opening = Opening::Plain;
    bool colophon = false;           ///< 版记 on the last page (GB/T 9704)
    bool show_note = true;           ///< print 附注
    int date_right = 4;              ///< right indent of a date under a signature, in characters
    int signature_right = 2;

    // [head], [folio]
    std::string head_odd;            ///< {gazette} {issue} {section} {title}
    std::string head_even;
    bool head_rule = false;
    Length head_distance = 0;        ///< base line of the head above the type area
    std::string folio = "— {n} —";
    Length folio_distance = 0;       ///< base line of the folio below the type area
    TextAlign folio_align = TextAlign::Center;  ///< Right: outer side
    Length folio_indent = 0;

    // [contents]
    bool contents = true;            ///< printed when there are several items
    bool cover = false;
    bool imprint = false;

    std::array<TextStyle, kStyleCount> styles;

    // [columns]
    int columns = 1;                 ///< in the sections named; titles and tables stand across
    Length column_gap = pt(21);
    std::vector<std::string> column_sections;

    /// How many columns the body of a document in `section` is set in.
    int columns_in(const std::string& section) const;
    Length column_width(int count) const {
        return (text_width() - (count - 1) * column_gap) / count;
    }
    Length text_width() const { return width - inner - outer; }
    Length text_height() const { return height - top - bottom; }
    const TextStyle& style(StyleName which) const {
        return styles[static_cast<std::size_t>(which)];
    }
    Length line_of(const TextStyle& one) const { return one.line != 0 ? one.line : line; }
};

/// Reads `name`.toml of `folder`, or the file `name` itself when it is a path ending in .toml.
/// Throws: Error(NotFound) listing the profiles there are; (Invalid) naming file, line and key for an
/// unknown key, a wrong type, a length without unit, or a page with no room for text.
Profile read_profile(const std::string& name, const std::filesystem::path& folder);

}  // namespace gongbao::typeset
