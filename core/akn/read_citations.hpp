// SPDX-License-Identifier: Apache-2.0
// The citations of a block from the `ref` elements among its words. Called by read_text.cpp, which
// collects them, and read_akn.cpp, when a block is read.
#pragma once

#include "core/document/block.hpp"
#include "core/xml/xml_source.hpp"

namespace gongbao::core::akn {

/// Adds the words of a `ref`, `length` code points behind the first `at` of the block; until
/// settle_citations the target is its address.
void add_reference(const XmlSource& source, pugi::xml_node node, std::size_t at, std::size_t length,
                   Block& block);

/// Says of each collected citation what it names. Throws: Error(Invalid) for an address that is not
/// that of the words.
void settle_citations(const XmlSource& source, pugi::xml_node node, Block& block);

}  // namespace gongbao::core::akn
