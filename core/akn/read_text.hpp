// SPDX-License-Identifier: Apache-2.0
// Reads what write_text wrote: runs, tables, figures. Called by read_akn.cpp.
#pragma once

#include <string_view>

#include "core/document/block.hpp"
#include "core/xml/xml_source.hpp"

namespace gongbao::core::akn {

/// What write_text says a paragraph, an inline … is: the attribute class.
inline std::string_view class_of(pugi::xml_node node) {
    return node.attribute("class").value();
}

/// Adds the runs of mixed content to `runs`; `implied` are marks the element around them says.
void read_runs(const XmlSource& source, pugi::xml_node node, Marks implied, Runs& runs);

/// Adds the words of a heading element to the block's runs.
void read_heading(const XmlSource& source, pugi::xml_node node, Marks implied, Block& block);

Align read_align(const XmlSource& source, pugi::xml_node node);

/// Adds what a p or table holds to `block`: label, runs, table, figure.
void read_matter(const XmlSource& source, pugi::xml_node node, Block& block);

}  // namespace gongbao::core::akn
