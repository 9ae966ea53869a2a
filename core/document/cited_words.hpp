// SPDX-License-Identifier: Apache-2.0
// A block's runs cut where its citations begin and end. Called by the writers of XML and HTML.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/document/block.hpp"

namespace gongbao::core {

/// Words of one run that are all of one citation, or of none.
struct CitedPiece {
    std::string words;
    const Citation* citation = nullptr;
    bool begins = false;  ///< the citation does, here
    bool ends = false;
};

/// Cuts the runs of one block one after the other.
class CitedWords {
  public:
    /// `at`: code points of the block's runs before the first that is cut. `citations` outlives the
    /// pieces.
    explicit CitedWords(std::span<const Citation> citations, std::size_t at = 0);

    /// The pieces of a run of text, at least one.
    std::vector<CitedPiece> cut(const std::string& words);
    /// A run that holds words and is part of no citation.
    void pass(const std::string& words);

  private:
    std::span<const Citation> citations_;  ///< those not yet cut whole
    std::size_t at_;
};

}  // namespace gongbao::core
