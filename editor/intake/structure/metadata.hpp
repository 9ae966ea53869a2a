// SPDX-License-Identifier: Apache-2.0
// The metadata of a document, read from its recognised blocks and from the fields of the page it
// came on. Last stage of recognition.
#pragma once

#include "core/document/document_fwd.hpp"
#include "core/report/diagnostic.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// Writes: document.meta; to `findings` where page and document contradict each other, and what
/// neither tells. What the document prints is believed before what the page says.
void fill_metadata(const RawDocument& raw, core::Document& document, core::Diagnostics& findings);

}  // namespace gongbao::editor
