// SPDX-License-Identifier: Apache-2.0
// A Document: the one canonical text of a regulation or normative document, as a typed tree.
//
//   Document = Metadata, preface, body, conclusions, annexes      metadata.hpp; the parts in printed order
//   part     = Blocks                                             block.hpp; one a printed paragraph
//   Block    = role, label, runs (or a Table, or a Figure)        role.hpp; the label is the printed number
//   runs     = Inlines                                            inline.hpp; text with marks, breaks, notes, ruby
//
// Include the part you speak of: who includes all of it is compiled again whenever any part
// changes.
//
// Depth is told by the role (编 > 章 > 节 > 条 > 款 > 项 > 目; 一、 > （一） > 1. > （1）), not by
// nesting: the order of `blocks` is the order of print, so no word can stand in two places.
// akn/write_akn.hpp nests by role. Everything derived (PDF, pages, search rows) reads this type and
// changes nothing.
#pragma once

#include <string>
#include <vector>

#include "core/document/block.hpp"
#include "core/document/metadata.hpp"

namespace gongbao::core {

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

/// Every block on lines of its own, in printed order, each ended by LF. This is the text whose
/// digest names the document, and the text every rendition must give back. Readings are no part of
/// it: they say how a character sounds, not what the rule says. They are kept in the canonical XML.
std::string plain_text(const Document& document);
/// The title of the text the document carries along (the regulation an order promulgates), where
/// the document's own title does not name it; otherwise empty. Lists show it below the title.
std::string carried_title(const Document& document);
/// SHA-256 of plain_text(document), hexadecimal.
std::string text_digest(const Document& document);

/// Gives every block its id by Akoma Ntoso's naming convention (OASIS AKN-NC 1.0, 5): articles
/// are numbered through the document by their printed number (art_10, 第十条之一 is art_10-1, a
/// number met again art_10.2), other blocks inside their parent by order (lvl_1__lvl_2__para_3).
/// The first 款 is the article itself, so the next is art_10__para_2. Annexes stand under att_N,
/// the flat parts under preface and conclusions. The same tree gets the same ids, and no id comes
/// twice.
void assign_ids(Document& document);

}  // namespace gongbao::core
