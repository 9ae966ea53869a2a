// SPDX-License-Identifier: Apache-2.0
// The page tree (ISO 32000-1, 7.7.3): pages hang from nodes of fifty, these from the root.
#pragma once

#include <cstddef>
#include <vector>

#include "typeset/pdf/object_file.hpp"

namespace gongbao::typeset::pdf {

class PageTree {
  public:
    /// The node of page `page`, reserved with its first. Requires: asked for each page once, in
    /// order.
    ObjectId parent_of(std::size_t page, ObjectFile& file);
    /// Writes the nodes of `pages`, each of which was asked for. Returns the catalog's Pages.
    ObjectId write(const std::vector<ObjectId>& pages, ObjectFile& file) const;

  private:
    std::vector<ObjectId> nodes_;
};

}  // namespace gongbao::typeset::pdf
