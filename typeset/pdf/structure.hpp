// SPDX-License-Identifier: Apache-2.0
// The structure tree of a tagged PDF (ISO 32000-1, 14.7): one element a node, its marked contents,
// and the parent tree that leads back from a page's content to its element.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "typeset/layout/layout.hpp"
#include "typeset/pdf/attachments.hpp"
#include "typeset/pdf/object_file.hpp"
#include "typeset/pdf/signature_field.hpp"

namespace gongbao::typeset::pdf {

/// A piece of a node's content on a page.
struct MarkedContent {
    NodeId node = 0;
    std::uint32_t page = 0;
    std::uint32_t mcid = 0;
};

/// A link annotation that belongs to a node.
struct LinkObject {
    NodeId node = 0;
    std::uint32_t page = 0;
    ObjectId annotation = 0;
    int parent_key = 0;  ///< its StructParent
};

/// What the tree holds besides the layout's nodes.
struct StructureExtras {
    std::optional<SignatureField> form;  ///< a Form element at the end of the Document
    std::vector<AssociatedFile> files;   ///< AF entries of elements
};

/// Writes the elements and the root. Nodes without content below them are left out.
/// `contents` is in page order. Returns the StructTreeRoot.
ObjectId write_structure(const Layout& layout, const std::vector<MarkedContent>& contents,
                         const std::vector<LinkObject>& links, const std::vector<ObjectId>& pages,
                         const StructureExtras& extras, ObjectFile& file);

}  // namespace gongbao::typeset::pdf
