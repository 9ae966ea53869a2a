// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/object_file.hpp"

#include <libdeflate.h>

#include <memory>

#include "core/check.hpp"

namespace gongbao::typeset::pdf {
namespace {

constexpr std::size_t kObjectsAStream = 200;
constexpr int kLevel = 6;

void append_big_endian(std::string& bytes, std::uint64_t value, int count) {
    for (int shift = (count - 1) * 8; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xFF);
}

}  // namespace

std::string deflate(std::string_view data) {
    thread_local const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>
        compressor(libdeflate_alloc_compressor(kLevel), &libdeflate_free_compressor);
    std::string packed(libdeflate_zlib_compress_bound(compressor.get(), data.size()), '\0');
    packed.resize(libdeflate_zlib_compress(compressor.get(), data.data(), data.size(),
                                           packed.data(), packed.size()));
    return packed;
}

std::string reference(ObjectId id) { return std::to_string(id) + " 0 R"; }

// Header with four bytes above 127, as PDF/A asks (ISO 19005-2, 6.1.2).
ObjectFile::ObjectFile() : bytes_("%PDF-1.7\n%\xE5\x85\xAC\xE6\x8A\xA5\n"), entries_(1) {}

ObjectId ObjectFile::reserve() {
    entries_.emplace_back();
    return static_cast<ObjectId>(entries_.size() - 1);
}

void ObjectFile::put(ObjectId id, std::string_view value) {
    GONGBAO_CHECK(entries_[id].kind == Entry::Missing);
    packed_ids_.push_back(id);
    packed_at_.push_back(packed_.size());
    packed_ += value;
    packed_ += '\n';
    // Marked now so that a second put is caught; the stream's number follows in flush().
    entries_[id].kind = Entry::InStream;
    if (packed_ids_.size() == kObjectsAStream) flush();
}

ObjectId ObjectFile::add(std::string_view value) {
    const ObjectId id = reserve();
    put(id, value);
    return id;
}

void ObjectFile::put_stream(ObjectId id, std::string_view entries, std::string_view data, Coding coding) {
    GONGBAO_CHECK(entries_[id].kind == Entry::Missing);
    std::string packed;
    if (coding == Coding::Deflate) {
        packed = deflate(data);
        data = packed;
    }
    entries_[id] = {bytes_.size(), 0, Entry::InFile};
    bytes_ += std::to_string(id) + " 0 obj\n<<";
    bytes_ += entries;
    if (coding == Coding::Deflate) bytes_ += "/Filter/FlateDecode";
    bytes_ += "/Length " + std::to_string(data.size()) + ">>\nstream\n";
    bytes_ += data;
    bytes_ += "\nendstream\nendobj\n";
}

ObjectId ObjectFile::add_stream(std::string_view entries, std::string_view data, Coding coding) {
    const ObjectId id = reserve();
    put_stream(id, entries, data, coding);
    return id;
}

void ObjectFile::flush() {
    if (packed_ids_.empty()) return;
    std::string index;
    const ObjectId stream = reserve();
    for (std::size_t i = 0; i < packed_ids_.size(); ++i) {
        index += std::to_string(packed_ids_[i]) + ' ' + std::to_string(packed_at_[i]) + ' ';
        entries_[packed_ids_[i]] = {stream, static_cast<std::uint32_t>(i), Entry::InStream};
    }
    const std::string entries = "/Type/ObjStm/N " + std::to_string(packed_ids_.size()) + "/First " +
                                std::to_string(index.size());
    put_stream(stream, entries, index + packed_);
    packed_ids_.clear();
    packed_at_.clear();
    packed_.clear();
}

std::string ObjectFile::finish(std::string_view trailer) {
    flush();
    const ObjectId self = reserve();
    const std::size_t start = bytes_.size();
    entries_[self] = {start, 0, Entry::InFile};
    std::string table;
    for (std::size_t id = 0; id < entries_.size(); ++id) {
        const Entry& entry = entries_[id];
        GONGBAO_CHECK(id == 0 || entry.kind != Entry::Missing);
        append_big_endian(table, id == 0 ? 0 : entry.kind == Entry::InFile ? 1 : 2, 1);
        append_big_endian(table, entry.where, 4);
        append_big_endian(table, id == 0 ? 65535 : entry.index, 2);
    }
    const std::string packed = deflate(table);
    bytes_ += std::to_string(self) + " 0 obj\n<</Type/XRef/W[1 4 2]/Size " +
              std::to_string(entries_.size());
    bytes_ += trailer;
    bytes_ += "/Filter/FlateDecode/Length " + std::to_string(packed.size()) + ">>\nstream\n" + packed +
              "\nendstream\nendobj\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    return std::move(bytes_);
}

}  // namespace gongbao::typeset::pdf
