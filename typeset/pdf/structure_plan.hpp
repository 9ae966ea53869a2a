// SPDX-License-Identifier: Apache-2.0
// What the structure tree looks like where it differs from the layout's nodes: a table's rows stand
// in THead and TBody, its header cells say what they head, its caption stands inside it.
#pragma once

#include <map>
#include <vector>

#include "typeset/layout/layout.hpp"

namespace gongbao::typeset::pdf {

/// What a TH heads (ISO 32000-1, 14.8.5.7).
enum class Scope : std::uint8_t { None, Column, Row };

/// What the labels of a list's items are (ISO 32000-1, 14.8.5.5).
enum class Numbering : std::uint8_t { Decimal, Disc };

/// Indexed by node; elements that no node stands for follow behind the layout's nodes.
struct StructurePlan {
    std::vector<Tag> tags;
    std::vector<NodeId> parents;
    std::vector<Scope> scopes;
    std::vector<bool> empty;  ///< of a table without a word: its rules are decoration
    std::map<NodeId, Numbering> numberings;  ///< of lists whose items have labels

    NodeId add(Tag tag, NodeId parent) {
        tags.push_back(tag);
        parents.push_back(parent);
        scopes.push_back(Scope::None);
        empty.push_back(false);
        return static_cast<NodeId>(tags.size() - 1);
    }
};

/// The plan for `layout`. `has_content[node]`: something of the node is printed.
StructurePlan plan_structure(const Layout& layout, const std::vector<bool>& has_content);

}  // namespace gongbao::typeset::pdf
