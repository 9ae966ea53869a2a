// SPDX-License-Identifier: Apache-2.0
// Documents that a text cites: titles in 《》, and numbers. Called by citations.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/block.hpp"

namespace gongbao::core {

class DocumentFinder {
  public:
    /// `own`: the number of the text itself, which it does not cite. `known`: numbers of other
    /// documents; what is none is left out.
    DocumentFinder(std::string_view own, const std::vector<std::string>& known);

    /// The citations in the words of a block, in order.
    std::vector<Citation> find(std::u32string_view words) const;

  private:
    void find_in_brackets(std::u32string_view words, std::vector<Citation>& found) const;
    void find_serials(std::u32string_view words, std::vector<Citation>& found) const;
    void add_number(std::u32string_view words, std::size_t begin, std::size_t end,
                    std::vector<Citation>& found) const;
    std::size_t known_begin(std::u32string_view words, std::size_t bracket, std::size_t end) const;

    std::string own_;
    std::map<std::u32string, std::vector<std::u32string>, std::less<>> by_serial_;  // 〔2022〕38号
};

}  // namespace gongbao::core
