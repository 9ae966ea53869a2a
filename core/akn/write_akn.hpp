// SPDX-License-Identifier: Apache-2.0
// A Document as canonical Akoma Ntoso 3.0 XML (OASIS LegalDocML 1.0), the form in which the archive
// keeps it.
//
// Canonical: UTF-8 without BOM, LF, fixed indentation outside mixed content, attributes in one
// order, ids of assign_ids. The same Document gives the same bytes; read_akn gives the Document
// back. Element by element: docs/formats.md, "canonical XML".
#pragma once

#include <string>

#include "core/document/document_fwd.hpp"

namespace gongbao::core {

/// The XML, ended by LF. It keeps everything of the document but the bytes of its pictures.
/// Requires: assign_ids(document) was called.
/// Throws: Error(Invalid) for a character that XML cannot hold (control characters).
std::string write_akn(const Document& document);

}  // namespace gongbao::core
