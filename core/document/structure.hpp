// SPDX-License-Identifier: Apache-2.0
// What the blocks of a document are to a reader: headings and their levels, items of lists, dated
// entries, persons who sign. Every
// rendition (canonical XML, PDF, web page, feed) asks here and decides nothing itself; what is to
// be decided stands in the blocks (decide_structure.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/document/block.hpp"
#include "core/document/document_fwd.hpp"

namespace gongbao::core {

/// Is the block a heading that stands alone: a title, 编 章 节, or a level whose words are one?
bool stands_as_heading(const Block& block);

/// Does the block open with a run-in heading, marked Mark::Lead, that its text runs on after?
bool leads(const Block& block);

/// Is the block an item of a list: 项, 目, a list item, or a level that is neither a heading nor
/// opens with one (1.甲 2.乙 3.丙, or a numbered sentence)?
bool is_item(const Block& block);

/// How deep an item stands in lists: more than an item it belongs to. 0 for what is no item.
int list_depth(const Block& block);

/// The words that part the date of a DatedEntry from its text.
inline constexpr std::string_view kDateGap = "\u3000";
/// The date that a DatedEntry opens with, and the gap behind it: 2月2日　. Empty for other blocks.
std::string dated_head(const Block& block);

struct Signer {
    std::string post;  ///< as printed: 省　长
    std::string name;
    friend bool operator==(const Signer&, const Signer&) = default;
};
/// The person whom a Signature names by post; nothing where an agency signs.
std::optional<Signer> signer_of(const Block& block);

/// The deepest level of a heading that a rendition knows: H6, h6.
inline constexpr int kDeepestHeading = 6;

struct Heading {
    const Block* block = nullptr;
    int level = 1;  ///< 1 … kDeepestHeading
};

/// The headings of a document in printed order. The title is 1; the title of an annex, or a further
/// title, is 2; what stands under a title is one deeper than the headings open above it. 编 章 节
/// are higher than 一、（一）1.（1）, and no level is ever skipped (ISO 14289-1, 7.4.2).
std::vector<Heading> headings_of(const Document& document);

/// The levels of headings_of by block.
class HeadingLevels {
  public:
    /// `document` outlives the levels.
    explicit HeadingLevels(const Document& document);
    /// 0 for a block of the document that is no heading.
    int of(const Block& block) const;

  private:
    std::unordered_map<const Block*, int> levels_;
};

}  // namespace gongbao::core
