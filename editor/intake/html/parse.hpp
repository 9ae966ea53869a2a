// SPDX-License-Identifier: Apache-2.0
// A page's tree, parsed by gumbo within bounds: what the tree may take in memory, how deep it may
// nest and how many attributes an element may have. Called by read_html.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string_view>

namespace gongbao::editor::html {

/// The walks over a tree go down by calling themselves, so this bounds their stack.
inline constexpr std::size_t kDeepestNesting = 1000;
inline constexpr std::size_t kMostAttributes = 1000;
inline constexpr std::size_t kMostTreeBytes = std::size_t{128} << 20;

class Tree {
  public:
    /// Requires: `html` outlives the tree.
    /// Throws: Error(TooLarge) beyond the bounds.
    explicit Tree(std::string_view html, std::size_t most_bytes = kMostTreeBytes);
    ~Tree();
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;

    const GumboNode& document() const { return *document_; }

  private:
    class Memory;
    std::unique_ptr<Memory> memory_;
    const GumboNode* document_ = nullptr;
};

}  // namespace gongbao::editor::html
