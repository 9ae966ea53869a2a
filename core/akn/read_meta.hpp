// SPDX-License-Identifier: Apache-2.0
// Reads the element meta that write_meta wrote. Called by read_akn.cpp.
#pragma once

#include "core/document/document_fwd.hpp"
#include "core/xml/xml_source.hpp"

namespace gongbao::core::akn {

/// Fills document.meta, and document.media without bytes. Throws: Error(Invalid).
void read_meta(const XmlSource& source, pugi::xml_node meta, Document& document);

}  // namespace gongbao::core::akn
