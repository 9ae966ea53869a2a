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

namespace gongbao::editor {

/// What somebody handed in: kept by digest, never changed.
struct Manuscript {
    std::string name;  ///< file name, shown and used as a hint for the format only
    std::string bytes;
};

enum class Format { Docx, Html, PlainText, CanonicalXml };
const char* name_of(Format format);

struct TakenIn {
    core::Document document;     ///< ids assigned
    core::Diagnostics findings;  ///< in reading order
    Format format = Format::PlainText;
    std::string manuscript_digest;
};

/// Limits against hostile files; the defaults are those of docs/formats.md, "limits".
struct IntakeLimits {
    std::size_t file = std::size_t{50} << 20;        ///< bytes of the manuscript
    std::size_t unpacked = std::size_t{300} << 20;   ///< bytes of all entries of a package
    std::size_t entries = 2000;                      ///< entries of a package
    std::size_t ratio_from = std::size_t{64} << 20;  ///< bytes from which an entry's ratio counts
    std::size_t ratio = 100;                         ///< unpacked : packed of one such entry
};

/// Throws: Error(Invalid) when the file cannot be read as what it is (not a docx, truncated or
/// encrypted package, DTD in XML, unknown encoding, no text at all), (TooLarge) beyond `limits`.
TakenIn take_in(const Manuscript& manuscript, const IntakeLimits& limits = {});

}  // namespace gongbao::editor
