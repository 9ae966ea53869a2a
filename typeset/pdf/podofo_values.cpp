// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/podofo_values.hpp"

namespace gongbao::typeset::pdf {

PoDoFo::PdfString text(std::string_view utf8) {
    const std::string copy(utf8);
    return PoDoFo::PdfString(reinterpret_cast<const PoDoFo::pdf_utf8*>(copy.c_str()));
}

PoDoFo::PdfVariant points(Length length) {
    return PoDoFo::PdfVariant(length / 1000.0);
}

Array rectangle(Length left, Length bottom, Length right, Length top) {
    Array array;
    for (const Length side : {left, bottom, right, top}) array.push_back(points(side));
    return array;
}

Array references(const std::vector<ObjectId>& ids) {
    Array array;
    for (const ObjectId id : ids) array.push_back(ref(id));
    return array;
}

std::string serialise(const PoDoFo::PdfVariant& value) {
    PoDoFo::PdfRefCountedBuffer buffer;
    PoDoFo::PdfOutputDevice device(&buffer);
    value.Write(&device, PoDoFo::ePdfWriteMode_Compact, nullptr);
    return std::string(buffer.GetBuffer(), device.GetLength());
}

}  // namespace gongbao::typeset::pdf
