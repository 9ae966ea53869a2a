// SPDX-License-Identifier: Apache-2.0
// A Document: the one canonical text of a regulation or normative document, as a typed tree.
//
//   Document = Metadata, preface, body, conclusions, annexes      the parts in printed order
//   part     = Blocks                                             one Block a printed paragraph
//   Block    = role, label, runs (or a Table, or a Figure)        the label is the printed number
//   runs     = Inlines                                            text with marks, breaks, notes, ruby
//
// Depth is told by the role (编 > 章 > 节 > 条 > 款 > 项 > 目; 一、 > （一） > 1. > （1）), not by
// nesting: the order of `blocks` is the order of print, so no word can stand in two places.
// akn/write_akn.hpp nests by role. Everything derived (PDF, pages, search rows) reads this type and
// changes nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/date.hpp"
#include "core/text/doc_number.hpp"

namespace gongbao::core {

/// Character formatting that carries meaning. A set of bits.
enum class Mark : std::uint16_t {
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Emphasis = 8,  ///< 着重号
    Superscript = 16,
    Subscript = 32,
    Lead = 64,      ///< the run-in heading of a paragraph: （一）加强公开。聚焦…
    Locator = 128,  ///< where something stands, at the end of a line of contents: 第3期第12页
    // in a Signature only
    Post = 256,        ///< 省长 of 省长　陆怀舟
    PersonName = 512,  ///< 陆怀舟
};

struct Marks {
    std::uint16_t bits = 0;
    bool has(Mark mark) const { return (bits & static_cast<std::uint16_t>(mark)) != 0; }
    Marks& add(Mark mark) {
        bits = static_cast<std::uint16_t>(bits | static_cast<std::uint16_t>(mark));
        return *this;
    }
    Marks& remove(Mark mark) { return *this = without(Marks{}.add(mark)); }
    Marks without(Marks others) const { return {static_cast<std::uint16_t>(bits & ~others.bits)}; }
    /// What both have.
    Marks common(Marks others) const { return {static_cast<std::uint16_t>(bits & others.bits)}; }
    friend bool operator==(Marks, Marks) = default;
};

/// A run of text with one formatting, a line break inside a paragraph, a footnote, or a group of
/// characters with their reading above them (ruby, 注音).
struct Inline {
    enum class Kind : std::uint8_t { Text, LineBreak, Note, Ruby };

    Kind kind = Kind::Text;
    /// Text: the words. Note: its printed mark, "①". Ruby: the characters the reading stands over,
    /// at least one. LineBreak: empty
    std::string text;
    Marks marks;
    std::vector<Inline> note = {};  ///< Note: the runs of the note's text (no notes among them)
    std::string reading = {};  ///< Ruby: hàn of 汉, not empty. Printed, but no text of the rule

    friend bool operator==(const Inline&, const Inline&) = default;
};
using Runs = std::vector<Inline>;

Inline text_run(std::string text, Marks marks = {});
Inline line_break();
/// One group of base characters with one reading. Requires: neither is empty.
Inline ruby(std::string base, std::string reading, Marks marks = {});

/// Does `run` stand among the words of its line: text, or the base of a reading?
inline bool holds_words(const Inline& run) {
    return run.kind == Inline::Kind::Text || run.kind == Inline::Kind::Ruby;
}

/// What a paragraph is. The stable names (for JSON and XML) are those of name_of(Role).
enum class Role : std::uint8_t {
    // 版头, head of the original (GB/T 9704-2012, 7.2.1–7.2.4, 7.2.6)
    CopyNumber,  ///< 份号 000012
    Secrecy,     ///< 密级和保密期限 机密★1年
    Urgency,     ///< 紧急程度 特急
    IssuerMark,  ///< 发文机关标志 ××人民政府文件; of a joint document one block with line breaks
    Signer,  ///< 签发人：×××
    // preface
    Title,       ///< 标题; several printed lines are one block with line breaks
    Subtitle,    ///< 副题
    Number,      ///< 发文字号 as printed
    TitleNote,   ///< 题注 （2020年11月20日…公布　自…起施行）
    Addressees,  ///< 主送机关, with its closing ：
    Contents,    ///< a printed table of contents (目录 and its lines), or an
                 ///< entry of an index, whose last run is a Locator
    // divisions of a legal text (立法法 art. 65)
    Part,
    Chapter,
    Section,
    Article,    ///< 条: label 第十条, runs = its first 款
    Paragraph,  ///< a 款, or any plain paragraph
    DatedEntry,  ///< an entry of a chronicle, its date and U+3000 first: 2月2日　全省春运开始。
    DatedOpening,  ///< opens what was decided on a day: 2026年2月6日，省人民政府决定：
    Item,          ///< 项: label （一）
    SubItem,       ///< 目: label 1.
    // levels of an official document (GB/T 9704-2012, 7.3.3): a stand-alone heading
    // (Block::heading), or a paragraph that opens with a label and, marked Lead, its run-in heading
    Heading1,   ///< 一、
    Heading2,   ///< （一）
    Heading3,   ///< 1.
    Heading4,   ///< （1）
    ListItem,   ///< label "•", "①" … where the number is no level
    Caption,    ///< title line of a table or figure standing outside of it
    TableUnit,  ///< 单位：万元, above a table
    Table,
    TableNote,  ///< 注：…, 资料来源：…, below a table
    Figure,
    AnnexNote,  ///< 附件说明: 附件：1.… ; one block a printed line
    // conclusions
    Signature,  ///< 发文机关署名, or a signer with post
    Date,       ///< 成文日期
    Note,       ///< 附注 （此件公开发布）
    // 版记, imprint of the original (GB/T 9704-2012, 7.4)
    CopyTo,   ///< 抄送机关 抄送：…, with its label (主送, 分送, 抄报)
    Imprint,  ///< 印发机关和印发日期 ××办公厅　2026年3月7日印发, or a line beside it (共印50份)
    // annex openings
    AnnexLabel,  ///< 附件1
};

const char* name_of(Role role);  ///< "title", "heading1", "annex-note" …
std::optional<Role> role_named(std::string_view name);
/// 编, 章 or 节.
bool is_division(Role role);
/// 一、（一）1.（1）: Heading1 … Heading4. Whether one stands as a heading its block says.
bool is_level(Role role);
/// An element of 版头 other than the number. Every rendition asks these, none the wording.
bool is_of_head(Role role);
/// An element of 版记.
bool is_of_imprint(Role role);

enum class Align : std::uint8_t { Natural, Left, Center, Right, Justify };

struct Cell {
    std::vector<Runs> paragraphs;  ///< at least one, possibly without runs
    int column_span = 1;
    int row_span = 1;
    bool header = false;
    Align align = Align::Natural;

    friend bool operator==(const Cell&, const Cell&) = default;
};

struct Row {
    std::vector<Cell> cells;  ///< only cells that start in this row
    bool header = false;      ///< repeated at the head of each page
    friend bool operator==(const Row&, const Row&) = default;
};

struct Table {
    std::vector<int> column_widths;  ///< parts per thousand of the table's width; empty: by content
    std::vector<Row> rows;
    friend bool operator==(const Table&, const Table&) = default;
};

struct Figure {
    std::string digest;  ///< SHA-256 of the picture's bytes; see Document::media
    std::string type;    ///< "image/png", "image/jpeg"
    int width_um = 0;    ///< printed width in micrometres, 0: natural
    int height_um = 0;
    std::string alt;  ///< alternative text
    friend bool operator==(const Figure&, const Figure&) = default;
};

/// Words of a block that name another place: code points [begin, end) of plain_text(block.runs),
/// all of them in runs of text. Found by citations.hpp.
struct Citation {
    enum class Kind : std::uint8_t {
        Article,  ///< an article of the same text
        Number,   ///< a document by its number
        Title,    ///< a document by its title, with the 《》 around it
    };
    Kind kind = Kind::Article;
    std::size_t begin = 0;
    std::size_t end = 0;
    /// Article: the id of its block. Number: its normal form. Title: the words inside the 《》
    std::string target;
    std::string number;  ///< Title: normal form of the number that stands in brackets behind it

    friend bool operator==(const Citation&, const Citation&) = default;
};

struct Block {
    std::string id;  ///< stable inside the document: "art_10__para_2"; see assign_ids
    Role role = Role::Paragraph;
    std::string label;  ///< printed number without the white space after it: 第十条, 一、, （一）
    Runs runs;
    /// Of a level in a body or an annex: its words stand alone as the heading of what follows.
    /// Otherwise they are its text, or its run-in heading and text (Mark::Lead). Decided by
    /// decide_structure.hpp
    bool heading = false;
    Align align = Align::Natural;          ///< kept only where it says more than the role does
    std::optional<Table> table;            ///< role Table only
    std::optional<Figure> figure;          ///< role Figure only
    std::vector<Citation> citations = {};  ///< in the order of their words, none inside another

    friend bool operator==(const Block&, const Block&) = default;
};
using Blocks = std::vector<Block>;

/// 附件, or the text that an order or a notice promulgates and carries along.
struct Annex {
    enum class Kind : std::uint8_t {
        Annex,     ///< 附件, opens with AnnexLabel
        Attached,  ///< 印发、公布的文本: own title, no 附件 label
    };
    Kind kind = Kind::Annex;
    Blocks blocks;  ///< label, title, number, body, signature …, in printed order

    friend bool operator==(const Annex&, const Annex&) = default;
};

/// A picture's bytes, shared by copies of the document.
struct Media {
    std::string digest;
    std::string type;
    std::shared_ptr<const std::string> bytes;
    friend bool operator==(const Media& a, const Media& b) { return a.digest == b.digest; }
};

/// 效力级别
enum class Force : std::uint8_t { Other, Rule /*规章*/, Normative /*行政规范性文件*/ };
/// 公开方式
enum class Openness : std::uint8_t {
    Public /*主动公开*/,
    OnRequest /*依申请公开*/,
    Closed /*不予公开*/
};

const char* name_of(Force force);        ///< "other", "rule", "normative"
const char* name_of(Openness openness);  ///< "public", "on-request", "closed"
std::optional<Force> force_named(std::string_view name);
std::optional<Openness> openness_named(std::string_view name);

struct Metadata {
    std::string title;                 ///< the printed title without line breaks
    std::string index_number;          ///< 索引号, opaque
    std::string number;                ///< 发文字号 as printed; parse with parse_doc_number
    std::string kind;                  ///< 文种: 通知, 决定, 令, 办法 …
    std::vector<std::string> issuers;  ///< 发文机关, lead agency first
    Force force = Force::Other;
    Openness openness = Openness::Public;
    std::optional<Date> written;      ///< 成文日期
    std::optional<Date> adopted;      ///< 通过日期
    std::optional<Date> promulgated;  ///< 公布日期
    std::optional<Date> published;    ///< 发布日期 (on the web)
    std::optional<Date> effective;    ///< 施行日期
    std::optional<Date> expires;      ///< 有效期至
    std::vector<std::string> themes;  ///< 主题分类, "综合政务/政务公开"
    std::vector<std::string> keywords;
    std::string source;  ///< where the text was taken from: URL, file name, system id

    friend bool operator==(const Metadata&, const Metadata&) = default;
};

struct Document {
    Metadata meta;
    Blocks preface;  ///< 版头, title, number, title note, addressees
    Blocks body;
    Blocks
        conclusions;  ///< signature, date, note, 版记 (with annexes often behind the last of them)
    std::vector<Annex> annexes;
    std::vector<Media> media;

    friend bool operator==(const Document&, const Document&) = default;
};

/// Calls `visit(block)` for every block in printed order.
template <typename Visit>
void for_each_block(const Document& document, Visit visit) {
    for (const auto* part : {&document.preface, &document.body, &document.conclusions})
        for (const Block& block : *part) visit(block);
    for (const Annex& annex : document.annexes)
        for (const Block& block : annex.blocks) visit(block);
}

/// The words of runs: text as it is, a reading's base without the reading, a line break as nothing,
/// notes left out.
std::string plain_text(const Runs& runs);
/// Label and words of a block on one line: "第十条　…", "（一）…"; a table row a line, cells
/// separated by TAB and the paragraphs of a cell by a space; a figure's alternative text; each
/// footnote on a line of its own after the line it stands in, "① …".
std::string plain_text(const Block& block);
/// Every block on lines of its own, in printed order, each ended by LF. This is the text whose
/// digest names the document, and the text every rendition must give back. Readings are no part of
/// it: they say how a character sounds, not what the rule says. They are kept in the canonical XML.
std::string plain_text(const Document& document);
/// The title of the text the document carries along (the regulation an order promulgates), where
/// the document's own title does not name it; otherwise empty. Lists show it below the title.
std::string carried_title(const Document& document);
/// SHA-256 of plain_text(document), hexadecimal.
std::string text_digest(const Document& document);

/// What stands in print between a label and the words: U+3000 after 第…编, 章, 节, 条, 目 and after
/// the label of any article (第十条之一); nothing elsewhere.
std::string_view label_gap(const Block& block);

/// Gives every block its id by Akoma Ntoso's naming convention (OASIS AKN-NC 1.0, 5): articles
/// are numbered through the document by their printed number (art_10, 第十条之一 is art_10-1, a
/// number met again art_10.2), other blocks inside their parent by order (lvl_1__lvl_2__para_3).
/// The first 款 is the article itself, so the next is art_10__para_2. Annexes stand under att_N,
/// the flat parts under preface and conclusions. The same tree gets the same ids, and no id comes
/// twice.
void assign_ids(Document& document);

/// The depth of a role in the tree of its part, 0 outermost; leaves are deepest.
/// Part 0, Chapter 1, Section 2, Article 3 | Heading1 0 … Heading4 3; nothing for plain blocks.
std::optional<int> depth_of(Role role);

}  // namespace gongbao::core
