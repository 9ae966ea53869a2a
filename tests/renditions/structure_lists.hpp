// SPDX-License-Identifier: Apache-2.0
// What a reader of a rendition is told of a document's structure, one list a rendition, each read
// from the rendition itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "typeset/layout/layout.hpp"

namespace gongbao::tests {

/// Words without white space, readings and marks of notes, in printed order.
struct StructureLists {
    std::vector<std::string> headings;  ///< "2 一、总体要求"
    std::vector<std::string> items;     ///< label and words
    std::vector<std::string> signers;   ///< "省长 陆怀舟"
    std::vector<std::string> footnotes;
    std::vector<std::string> table_notes;
    std::vector<std::string> articles;  ///< "第十条 art_10": words that lead to an article
    std::vector<std::string>
        documents;  ///< words that name another document; in print, that lead to it
    friend bool operator==(const StructureLists&, const StructureLists&) = default;
};

/// Every entry a line, for messages of tests.
std::string to_text(const StructureLists& lists);

StructureLists lists_of_xml(std::string_view canonical_xml);
/// `title`: inside the h1, where it stands apart from `text`. Links to documents begin with
/// "cite:".
StructureLists lists_of_html(std::string_view title, std::string_view text);
/// Of the structure tree that becomes the PDF's tags.
StructureLists lists_of_tags(const typeset::Layout& layout);

}  // namespace gongbao::tests
