// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/values.hpp"

#include <podofo/podofo.h>

#include <utility>

#include "core/report/check.hpp"

namespace gongbao::typeset::pdf {
namespace {

std::string written_by_podofo(const PoDoFo::PdfVariant& value) {
    PoDoFo::PdfRefCountedBuffer buffer;
    PoDoFo::PdfOutputDevice device(&buffer);
    value.Write(&device, PoDoFo::ePdfWriteMode_Compact, nullptr);
    return std::string(buffer.GetBuffer(), device.GetLength());
}

}  // namespace

std::string name(const std::string& text) {
    return written_by_podofo(PoDoFo::PdfName(text));
}

std::string text(std::string_view utf8) {
    const std::string copy(utf8);
    return written_by_podofo(
        PoDoFo::PdfString(reinterpret_cast<const PoDoFo::pdf_utf8*>(copy.c_str())));
}

std::string ascii(const std::string& characters) {
    return written_by_podofo(PoDoFo::PdfString(characters));
}

std::string integer(std::int64_t value) {
    return " " + std::to_string(value);
}

std::string truth(bool value) {
    return value ? " true" : " false";
}

std::string points(Length length) {
    return written_by_podofo(PoDoFo::PdfVariant(length / 1000.0));
}

std::string ref(ObjectId id) {
    return " " + reference(id);
}

std::string array(const std::vector<std::string>& values) {
    std::string all = "[";
    for (const std::string& value : values) all += value;
    return all + "]";
}

std::string rectangle(Length left, Length bottom, Length right, Length top) {
    return array({points(left), points(bottom), points(right), points(top)});
}

std::string references(const std::vector<ObjectId>& ids) {
    std::vector<std::string> values;
    for (const ObjectId id : ids) values.push_back(ref(id));
    return array(values);
}

void Dictionary::add(const std::string& key, std::string value) {
    const bool is_new = entries_.emplace(key, std::move(value)).second;
    GONGBAO_CHECK(is_new);
}

void Dictionary::add_written(std::string_view entries) {
    last_ += entries;
}

std::string Dictionary::written() const {
    std::string all = "<<";
    const auto type = entries_.find("Type");
    if (type != entries_.end()) all += "/Type" + type->second;
    for (auto entry = entries_.begin(); entry != entries_.end(); ++entry)
        if (entry != type) all += "/" + entry->first + entry->second;
    return all + last_ + ">>";
}

std::string library_version() {
    return std::string("PoDoFo ") + PODOFO_VERSION_STRING;
}

}  // namespace gongbao::typeset::pdf
