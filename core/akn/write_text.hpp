// SPDX-License-Identifier: Apache-2.0
// The words of a block in the canonical XML: runs, tables, figures. Called by write_akn.cpp.
#pragma once

#include <cstddef>
#include <span>

#include "core/document/block.hpp"
#include "core/xml/xml_writer.hpp"

namespace gongbao::core::akn {

/// Runs of a note or a cell as mixed content.
void write_runs(XmlWriter& xml, std::span<const Inline> runs);

/// The runs [from, to) of a block as mixed content, with its citations. `implied` are marks the
/// surrounding element already says.
void write_runs(XmlWriter& xml, const Block& block, std::size_t from, std::size_t to,
                Marks implied = {});

/// The attribute gb:align, when `align` says something.
void write_align(XmlWriter& xml, Align align);

/// A block without a place in the hierarchy: one p or table with id, class, label and words.
void write_flat(XmlWriter& xml, const Block& block);

/// What a content or intro element holds of a block: its words from run `from` on, its table, its
/// figure. Label, id and class stand on the element around it.
void write_matter(XmlWriter& xml, const Block& block, std::size_t from);

}  // namespace gongbao::core::akn
