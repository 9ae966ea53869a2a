// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/page_tree.hpp"

#include <algorithm>

#include "typeset/pdf/values.hpp"

namespace gongbao::typeset::pdf {
namespace {

constexpr std::size_t kPagesANode = 50;

}  // namespace

ObjectId PageTree::parent_of(std::size_t page, ObjectFile& file) {
    if (page % kPagesANode == 0) nodes_.push_back(file.reserve());
    return nodes_.back();
}

ObjectId PageTree::write(const std::vector<ObjectId>& pages, ObjectFile& file) const {
    const ObjectId root = file.reserve();
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
        const auto begin = pages.begin() + static_cast<std::ptrdiff_t>(k * kPagesANode);
        const std::size_t count = std::min(kPagesANode, pages.size() - k * kPagesANode);
        Dictionary node;
        node.add("Type", name("Pages"));
        node.add("Parent", ref(root));
        node.add("Count", integer(static_cast<std::int64_t>(count)));
        node.add("Kids", references({begin, begin + static_cast<std::ptrdiff_t>(count)}));
        file.put(nodes_[k], node.written());
    }
    Dictionary tree;
    tree.add("Type", name("Pages"));
    tree.add("Count", integer(static_cast<std::int64_t>(pages.size())));
    tree.add("Kids", references(nodes_));
    file.put(root, tree.written());
    return root;
}

}  // namespace gongbao::typeset::pdf
