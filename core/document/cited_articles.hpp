// SPDX-License-Identifier: Apache-2.0
// Articles that a text cites as its own: 本办法第十条, 本条例第五条第一款、第六条和第七条. Called
// by citations.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/block.hpp"

namespace gongbao::core {

/// Reads the blocks of one text in their order: a quotation may go through several.
class ArticleFinder {
  public:
    /// `title` of the text says what it calls itself: 本办法 only a text whose title ends in 办法.
    ArticleFinder(std::string_view title, const Blocks& blocks);

    /// The citations in the words of the next block.
    std::vector<Citation> find(std::u32string_view words);

  private:
    bool names_itself(std::u32string_view before) const;
    const std::string* article_at(std::u32string_view words, std::size_t begin,
                                  std::size_t end) const;

    std::u32string title_;      ///< without （试行） and the like at its end
    std::size_t shortest_ = 0;  ///< length of its kind, 办法; 0: it has no name for itself
    std::map<std::u32string, std::string, std::less<>> ids_;  ///< 第十条 → its id
    bool quoted_ = false;                                     ///< inside “ ”
};

}  // namespace gongbao::core
