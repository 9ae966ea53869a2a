// SPDX-License-Identifier: Apache-2.0
// Cross references in a document's words: 本办法第十条, and numbers of documents that stand in the
// same issue. They become links; the words stay as they are. Called by build_boxes.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/document/document_fwd.hpp"

namespace gongbao::typeset {

/// The numbers of the documents that are set together, in the words they are cited by.
class CitedNumbers {
  public:
    CitedNumbers() = default;
    /// `numbers`: as printed, 川办发〔2022〕38号; those without brackets and a year are left out.
    explicit CitedNumbers(const std::vector<std::string>& numbers);

    /// The number that ends in `text` with its 〔year〕seq号 at [bracket, end); nothing when it is
    /// none of them.
    const std::u32string* find(std::u32string_view text, std::size_t bracket,
                               std::size_t end) const;
    bool empty() const { return by_serial_.empty(); }

  private:
    std::map<std::u32string, std::vector<std::u32string>, std::less<>> by_serial_;  // 〔2022〕38号
};

/// Words of a block that name another place: code points [begin, end) of its runs, the label left
/// out.
struct Reference {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string block;   ///< id of the article in the same text, or
    std::string number;  ///< the number of another document
};

class References {
  public:
    /// Finds them all. Articles are those of the same text: the document's own or one annex's.
    References(const core::Document& document, const CitedNumbers& numbers);

    /// Those of one block of the document, in order.
    const std::vector<Reference>& in(const core::Block& block) const;
    /// Does any lead to the block of this id?
    bool lead_to(const std::string& block_id) const;

  private:
    using Articles = std::map<std::u32string, std::string, std::less<>>;  // 第十条 → its id
    void search(const core::Blocks& blocks, const Articles& articles);
    void search(const core::Block& block, const Articles& articles);

    const CitedNumbers& numbers_;
    std::u32string own_number_;
    std::unordered_map<const core::Block*, std::vector<Reference>> found_;
    std::map<std::string, bool> led_to_;
};

}  // namespace gongbao::typeset
