// SPDX-License-Identifier: Apache-2.0
// A profile: everything about the look of a page that is not the text: geometry, faces, sizes,
// spaces, fixed words, order of parts. Read from templates/profiles/<name>.toml; every key is
// described in docs/profiles.md.
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "typeset/layout/color.hpp"
#include "typeset/layout/geometry.hpp"
#include "typeset/text/text_rules.hpp"

namespace gongbao::typeset {

/// What a style is for. The names in a profile are those of name_of(StyleName).
enum class StyleName : std::uint8_t {
    Title,
    Subtitle,
    Number,
    TitleNote,
    Addressees,
    Part,
    Chapter,
    Section,
    Article,
    Paragraph,
    Item,
    SubItem,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    ListItem,
    Caption,
    TableHead,
    TableCell,
    AnnexNote,
    AnnexLabel,
    AnnexTitle,
    Signature,
    Signer,
    Date,
    Note,
    Footnote,
    RunningHead,
    Folio,
    ContentsTitle,
    ContentsSection,
    ContentsEntry,
    SectionOpener,
    CoverName,
    CoverNumber,
    CoverDate,
    Imprint,
    IndexPart,
    IndexGroup,
    IndexEntry,
    SourceNote,
    RedHead,
    RedHeadNumber,
    RedHeadSecrecy,
    RedHeadSigner,
    Colophon,
    LineNumber,
    ProofNote,
    Watermark,
};
constexpr std::size_t kStyleCount = static_cast<std::size_t>(StyleName::Watermark) + 1;
const char* name_of(StyleName name);

struct TextStyle {
    std::string font = "body";  ///< role in fonts.toml
    std::string label_font;     ///< for the printed number; empty: `font`
    std::string lead_font;      ///< for a run-in heading; empty: `font`
    Length size = pt(10.5);
    Length line = 0;    ///< base line to base line; 0: the page's
    Length indent = 0;  ///< first line
    Length left = 0;    ///< every line
    Length right = 0;
    Length before = 0;  ///< space above, dropped at the head of a page
    Length after = 0;
    TextAlign align = TextAlign::Justify;
    Color color = Color::Black;
    bool bold = false;
    bool keep_next = false;     ///< stays on the page of the next two lines
    bool spread_short = false;  ///< signature of two to four characters is letter-spaced
};

/// How tables are drawn.
struct TableLook {
    Length frame = pt(1);       ///< rule around the table
    Length rule = pt(0.5);      ///< rules inside it
    Length side = pt(3);        ///< white space between a cell's sides and its words
    Length above = pt(2.5);     ///< … and above and below them
    Length smallest = pt(7.5);  ///< what a table may be set in to find room; below it, it is turned
    bool turn = true;           ///< wide tables stand turned on pages of their own
};

enum class ItemStart : std::uint8_t { RunOn, Page, Recto };
enum class Opening : std::uint8_t { Plain, RedHead };
/// How agencies sign (GB/T 9704-2012, 7.3.5.1 with a seal, 7.3.5.2 without).
enum class SignatureForm : std::uint8_t { OverDate, Stepped };

/// What an issue is bound from.
enum class IssuePart : std::uint8_t { Cover, Contents, Body, Imprint };

/// Words that the profile prints of its own; {…} are filled in.
struct Words {
    std::string contents = "目　录";
    std::string section = "【{section}】";
    std::string continued = "（续表）";
    std::string published = "{date}出版";
    std::string running = "（总第{n}期）";
    std::string mark = "{issuer}文件";  ///< 发文机关标志 where the document has none of its own
    std::string untitled = "无标题";    ///< what a PDF without a printed word is called
    std::string to_note = "脚注{mark}";  ///< of links, for people who do not see them
    std::string to_mark = "正文中的脚注{mark}";
};

/// 版头, the red head (GB/T 9704-2012, 7.2, 10.1, 10.2). Used where Opening::RedHead.
struct RedHead {
    enum class Number : std::uint8_t { BelowMark, BelowRule };
    enum class Title : std::uint8_t { Below, Mark };
    enum class Issuers : std::uint8_t { All, First };

    Length top = mm(35);  ///< upper edge of the mark below the type area's, or the paper's
    bool from_paper = false;
    Title title = Title::Below;      ///< Mark: the document's title (…令) is the mark itself
    Issuers issuers = Issuers::All;  ///< of a joint document
    Number number = Number::BelowMark;
    Length number_gap = 0;    ///< above the number
    Length rule_gap = mm(4);  ///< above the rule: below the number, or below the mark
    Length rule = mm(0.6);    ///< thickness, 0: no rule
    Length second_rule = 0;   ///< of the fine one of a double rule, 0: single
    Length rule_space = 0;    ///< between the two
    Length rule_length = 0;   ///< 0: as wide as the type area; otherwise centred on the paper
    Length foot = 0;      ///< the double rule upside down, so far from the paper's foot; 0: none
    Length text_gap = 0;  ///< below the whole
    Color color = Color::Red;  ///< of the rules
};

/// 版记 at the foot of the last page (GB/T 9704-2012, 7.4).
struct Colophon {
    enum class Form : std::uint8_t { None, Plain, Ruled };

    Form form = Form::None;
    Length thick = mm(0.35);  ///< first and last rule
    Length thin = mm(0.25);   ///< between
};

/// What makes a page a proof (page/proof_marks.hpp, page/change_marks.hpp).
struct ProofMarks {
    int number_every = 0;            ///< each so many-th line is numbered; 0: none
    bool number_by_page = true;      ///< numbers begin anew on each page, else with each document
    Length number_distance = mm(3);  ///< right end of the numbers before the type area
    bool changes = false;            ///< marks what is new against the version before
    Length bar_distance = mm(4);     ///< beside the type area, at its outer side
    Length bar_width = pt(1.2);
    std::string watermark;     ///< across the page, beneath the text
    std::string note;          ///< {date} {version}
    std::string note_against;  ///< in its place when there is a version before; also {against}
    Length note_distance = 0;  ///< base line below the type area

    bool any() const { return number_every > 0 || !watermark.empty() || !note.empty(); }
};

struct Profile {
    std::string name;

    // [page]
    Length width = 0;
    Length height = 0;
    Length top = 0;
    Length bottom = 0;
    Length inner = 0;
    Length outer = 0;
    Length line = 0;           ///< line pitch of body text
    bool mirror = true;        ///< inner and outer change sides on even pages
    bool in_register = false;  ///< body text stands on the page's lines, whatever stands above

    TextRules text;  ///< [text]

    // [item]
    ItemStart item_start = ItemStart::Page;
    ItemStart annex_start = ItemStart::Page;
    ItemStart attached_start = ItemStart::RunOn;
    Opening opening = Opening::Plain;
    bool show_note = true;  ///< print 附注
    int date_right = 4;     ///< right indent of a date under a signature, in characters
    int signature_right = 2;
    SignatureForm signature = SignatureForm::OverDate;
    int signatures_in_row = 1;  ///< of a joint document
    int signer_right = 4;       ///< right indent of a person's name
    int signer_gap = 1;         ///< between post and name, in characters

    // [head], [folio]
    std::string head_odd;  ///< {gazette} {issue} {section} {title}
    std::string head_even;
    bool head_rule = false;
    Length head_distance = 0;  ///< base line of the head above the type area
    std::string folio = "— {n} —";
    Length folio_distance = 0;                  ///< base line of the folio below the type area
    TextAlign folio_align = TextAlign::Center;  ///< Right: outer side
    Length folio_indent = 0;
    bool folio_first = true;  ///< the first page of a document has one

    // [parts]
    std::vector<IssuePart> parts = {IssuePart::Contents,
                                    IssuePart::Body};  ///< in the order they are bound in

    Words words;
    RedHead red_head;
    Colophon colophon;
    ProofMarks proof;

    TableLook table;

    // [offprint]: a document alone with its citation
    std::string offprint_head = "{citation}";  ///< running head of its pages
    std::string offprint_note =
        "原载{citation}";  ///< at the foot of its last page; "|" parts lines

    std::array<TextStyle, kStyleCount> styles;

    // [columns]
    int columns = 1;  ///< in the sections named; titles and tables stand across
    Length column_gap = pt(21);
    std::vector<std::string> column_sections;

    /// How many columns the body of a document in `section` is set in.
    int columns_in(const std::string& section) const;
    Length column_width(int count) const {
        return (text_width() - (count - 1) * column_gap) / count;
    }
    /// Left edge of the type area of a right- or left-hand page.
    Length text_left(bool recto) const { return recto || !mirror ? inner : outer; }
    Length text_width() const { return width - inner - outer; }
    Length text_height() const { return height - top - bottom; }
    const TextStyle& style(StyleName which) const {
        return styles[static_cast<std::size_t>(which)];
    }
    bool has(IssuePart part) const {
        return std::find(parts.begin(), parts.end(), part) != parts.end();
    }
    Length line_of(const TextStyle& one) const { return one.line != 0 ? one.line : line; }
};

class FontBook;

/// Reads `name`.toml of `folder`, or the file `name` itself when it is a path ending in .toml, and
/// what it inherits from. With `fonts` every role it names must be in the catalogue and its files
/// installed. Throws: Error(NotFound) listing the profiles there are; (Invalid) naming file, line
/// and key for an unknown key, a wrong type, a value out of its range, a page or a column with no
/// room for text, an unknown role; (Unavailable) the same for a font that is not installed.
Profile read_profile(const std::string& name, const std::filesystem::path& folder,
                     const FontBook* fonts = nullptr);

}  // namespace gongbao::typeset
