// SPDX-License-Identifier: Apache-2.0
// The dates of a document: when it was written, adopted, promulgated, published, and (in_force.hpp)
// when it is in force. A date is taken from where it is said of the document, whole, or not at all.
// A stage of metadata.
#pragma once

#include "core/document/document_fwd.hpp"
#include "core/report/diagnostic.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// Reads: document.meta.title, kind. Writes: the dates of document.meta; to `findings` what is
/// missing, what contradicts, what was not understood.
void read_dates(const RawDocument& raw, core::Document& document, core::Diagnostics& findings);

}  // namespace gongbao::editor
