// SPDX-License-Identifier: Apache-2.0
// PoDoFo's object layer, walled in: dictionaries, arrays, names and text strings of a PDF, made
// from our types and written out as PoDoFo writes them. Nothing else of PoDoFo is used
// (docs/decisions/0003).
#pragma once

#include <podofo/podofo.h>

#include <string>
#include <string_view>
#include <vector>

#include "typeset/layout/geometry.hpp"
#include "typeset/pdf/object_file.hpp"

namespace gongbao::typeset::pdf {

using Dictionary = PoDoFo::PdfDictionary;
using Array = PoDoFo::PdfArray;

// PdfDictionary::AddKey(name, 0) would take the overload for a null pointer: integers go through
// here.
inline PoDoFo::PdfVariant integer(std::int64_t value) {
    return PoDoFo::PdfVariant(static_cast<PoDoFo::pdf_int64>(value));
}
inline PoDoFo::PdfName name(const std::string& text) {
    return PoDoFo::PdfName(text);
}
inline PoDoFo::PdfReference ref(ObjectId id) {
    return PoDoFo::PdfReference(id, 0);
}
/// A text string (ISO 32000-1, 7.9.2.2): UTF-16BE where it must.
PoDoFo::PdfString text(std::string_view utf8);
/// A length as a number in points.
PoDoFo::PdfVariant points(Length length);
Array rectangle(Length left, Length bottom, Length right, Length top);
Array references(const std::vector<ObjectId>& ids);

/// The value as bytes for ObjectFile::put.
std::string serialise(const PoDoFo::PdfVariant& value);

}  // namespace gongbao::typeset::pdf
