// SPDX-License-Identifier: Apache-2.0
// The element meta of the canonical XML: who the document is. Called by write_akn.cpp.
#pragma once

#include <string_view>

#include "core/document/document_fwd.hpp"
#include "core/document/metadata.hpp"
#include "core/xml/xml_writer.hpp"

namespace gongbao::core::akn {

/// Everything of the document's Metadata and the list of its pictures.
void write_meta(XmlWriter& xml, const Document& document);

/// The identity of an annex as a component of its document; `component` is "att_1".
void write_annex_meta(XmlWriter& xml, const Metadata& meta, std::string_view component);

}  // namespace gongbao::core::akn
