// SPDX-License-Identifier: Apache-2.0
// Which of a document's citations (core/document/citations.hpp) can be links in print: to articles
// of the same text, and to documents that stand in the same issue. Called by build_boxes.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/document/citations.hpp"
#include "core/document/document_fwd.hpp"

namespace gongbao::typeset {

/// The documents that are set together, by the names they are cited by (core::names_of).
class CitedDocuments {
  public:
    CitedDocuments() = default;
    explicit CitedDocuments(const std::vector<const core::Document*>& together);

    /// Their numbers and titles, in their order.
    const std::vector<std::string>& names() const { return names_; }
    /// Does just one of them have this name?
    bool has(const std::string& name) const;

  private:
    std::vector<std::string> names_;
    std::map<std::string, int> counts_;
};

/// Words of a block that lead to another place: code points [begin, end) of its runs, the label
/// left out.
struct Reference {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string block;     ///< id of the article in the same text, or
    std::string document;  ///< a name of another document
};

class References {
  public:
    References(const core::Document& document, const CitedDocuments& together);

    /// Those of one block of the document, in order.
    const std::vector<Reference>& in(const core::Block& block) const;
    /// Does any lead to the block of this id?
    bool lead_to(const std::string& block_id) const { return citations_.lead_to(block_id); }

  private:
    core::Citations citations_;
    std::unordered_map<const core::Block*, std::vector<Reference>> found_;
};

}  // namespace gongbao::typeset
