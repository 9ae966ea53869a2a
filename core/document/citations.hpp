// SPDX-License-Identifier: Apache-2.0
// What the words of a text cite: its own articles (本办法第十条), documents by their numbers
// (川办发〔2022〕38号) and by their titles (《城市供水条例》). Found here once; canonical XML keeps
// the citations as `ref`, and PDF, web page and feed make links of them. The words stay as they
// are.
//
// What is not certain is not said. Articles are the text's own only behind 本 and the end of its
// title; those of 《水法》第十条, 该办法第五条, 原办法第三条, of 前款, and of whatever stands
// inside “ ” belong to another text. A number is taken whole or not at all: when a bracket,
// punctuation or a number that is known says where it begins (decision 16).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/document/block.hpp"
#include "core/document/document_fwd.hpp"

namespace gongbao::core {

/// Fills Block::citations of every block. `known`: numbers of documents that this one may cite,
/// however written. The document does not cite its own number. Requires: ids assigned.
void assign_citations(Document& document, const std::vector<std::string>& known = {});

/// The same for documents that appear together and know each other's numbers.
void assign_citations(const std::vector<Document*>& together);

/// The citations of a document for a rendition: those its blocks carry, or, where none carries any
/// (canonical XML from before there was `ref`), those that are found now. `document` outlives it.
class Citations {
  public:
    explicit Citations(const Document& document, const std::vector<std::string>& known = {});

    /// Those of one block of the document, in order.
    const std::vector<Citation>& in(const Block& block) const;
    /// Does any lead to the block of this id?
    bool lead_to(const std::string& id) const;

  private:
    std::unordered_map<const Block*, std::vector<Citation>> found_;
    std::unordered_set<std::string> led_to_;
};

/// 《…》 around a title, the same however it is printed: inner 《》 and 〈〉 are alike, white space
/// is none.
std::string title_name(std::string_view title);
/// The names by which a citation asks for a document, the surest first: 川办发〔2022〕38号,
/// 《城市供水条例》. None for an article.
std::vector<std::string> names_of(const Citation& citation);
/// Those by which a document is asked for.
std::vector<std::string> names_of(const Document& document);

}  // namespace gongbao::core
