// SPDX-License-Identifier: Apache-2.0
// The door of intake: a file comes in, a Document and findings go out.
//
//   detect format → read (docx | HTML | text | canonical XML) → recognise → check words kept
//
// Called by the desk and by `gongbao import`. Nothing here asks what time it is or writes a file.
#pragma once

#include <string>

#include "core/document/document.hpp"
#include "core/report/diagnostic.hpp"
#include "editor/intake/raw/manuscript.hpp"

namespace gongbao::editor {

enum class Format { Docx, Html, PlainText, CanonicalXml };
const char* name_of(Format format);

struct TakenIn {
    core::Document document;     ///< ids assigned
    core::Diagnostics findings;  ///< in reading order
    Format format = Format::PlainText;
    std::string manuscript_digest;
};

/// Throws: Error(Invalid) when the file cannot be read as what it is (not a docx, truncated or
/// encrypted package, DTD in XML, unknown encoding, no text at all), (TooLarge) beyond `limits`.
TakenIn take_in(const Manuscript& manuscript, const IntakeLimits& limits = {});

}  // namespace gongbao::editor
