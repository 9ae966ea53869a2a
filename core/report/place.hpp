// SPDX-License-Identifier: Apache-2.0
// Where something is found: a short path of steps from the outside in, such as table 2, row 3,
// cell 1.
//
// A value without a language: it is ordered as one reads, kept in databases and JSON as its text
// form (docs/formats.md, "places"), and put into words by Messages::say. Made by readers, by the
// typesetter and by verification; part of every Diagnostic (diagnostic.hpp).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::core {

/// What a step counts or names. A new kind also needs: a line in place.cpp, words in
/// templates/messages/*/place.toml and a line in docs/formats.md.
enum class PlaceKind {
    File,        ///< name: a file handed in, where there are several
    Document,    ///< number: a document of the desk
    Title,       ///< name: a document by the first words of its title
    Worded,      ///< name: words that an older program kept, shown as they are
    Stored,      ///< name, maybe number: what verification looks at, "blob" 5
    Part,        ///< name: a part of a package, word/document.xml
    Offset,      ///< number: bytes from the start of a part
    Properties,  ///< of the file
    Field,       ///< name: the label of a page's metadata
    WebPage,     ///< the page around the text
    Header,
    Watermark,
    Paragraph,  ///< number, as printed, from 1
    Line,       ///< number, from 1
    Behind,     ///< number: has no words; orders what follows behind that paragraph
    Table,      ///< number, from 1
    Block,      ///< name: the id of a block
    Row,        ///< number, from 1
    Cell,       ///< number in its row, from 1
    Column,     ///< number, from 1
    Note,       ///< name: its mark
    Footer,
    Picture,  ///< name: the start of its digest
    Cover,    ///< of a print, as all that follow
    Imprint,
    Contents,
    Section,   ///< name
    Head,      ///< 版头
    Colophon,  ///< 版记
    Folio,
    Proof,  ///< marks of a proof
    Style,  ///< name: of the style that words outside of a document are set in
};

struct PlaceStep {
    PlaceKind kind = PlaceKind::Worded;
    std::int64_t number = 0;
    std::string name;

    bool operator==(const PlaceStep&) const = default;
    /// Reading order: margins around the text, a paragraph before what stands behind it.
    std::strong_ordering operator<=>(const PlaceStep& other) const;
};

class Place {
  public:
    /// The whole, before everything in it.
    Place() = default;
    explicit Place(PlaceKind kind) { steps_.push_back({kind, 0, {}}); }
    Place(PlaceKind kind, std::int64_t number) { steps_.push_back({kind, number, {}}); }
    Place(PlaceKind kind, std::string_view name) { steps_.push_back({kind, 0, std::string(name)}); }

    /// What verification looks at: "SQLite", "blob" 5. Numbers are from 1.
    static Place stored(std::string_view name, std::int64_t number = 0);
    /// The text form read; words kept by an older program become one Worded step.
    static Place read(std::string_view kept);
    /// Nothing for whatever is not exactly a text form.
    static std::optional<Place> parse(std::string_view text);

    /// The place a step or several further in.
    Place with(const Place& inner) const;
    Place with(PlaceKind kind, std::int64_t number) const { return with(Place(kind, number)); }
    Place with(PlaceKind kind, std::string_view name) const { return with(Place(kind, name)); }
    /// `inner`, which has a number or mark of its own, ordered behind the paragraph of this place.
    Place followed_by(const Place& inner) const;

    bool empty() const { return steps_.empty(); }
    const std::vector<PlaceStep>& steps() const { return steps_; }
    /// "table:2/row:3/cell:1"; empty for the whole.
    std::string text() const;

    bool operator==(const Place&) const = default;
    std::strong_ordering operator<=>(const Place& other) const;

  private:
    std::vector<PlaceStep> steps_;
};

/// The stable name of a kind: "paragraph".
std::string_view name_of(PlaceKind kind);

}  // namespace gongbao::core
