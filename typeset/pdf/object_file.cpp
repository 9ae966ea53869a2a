// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/object_file.hpp"

#include <libdeflate.h>

#include <memory>

#include "core/report/check.hpp"
#include "core/system/parallel.hpp"

namespace gongbao::typeset::pdf {
namespace {

constexpr std::size_t kObjectsAStream = 800;
constexpr int kLevel = 6;
// A row of the cross-reference stream, and the PNG filter before it: what differs from the row
// above.
constexpr std::size_t kRow = 7;
constexpr char kUp = 2;

void append_big_endian(std::string& bytes, std::uint64_t value, int count) {
    for (int shift = (count - 1) * 8; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xFF);
}

void append_stream(std::string& bytes, ObjectId id, std::string_view entries, std::string_view data,
                   bool packed) {
    bytes += std::to_string(id) + " 0 obj\n<<";
    bytes += entries;
    if (packed) bytes += "/Filter/FlateDecode";
    bytes += "/Length " + std::to_string(data.size()) + ">>\nstream\n";
    bytes += data;
    bytes += "\nendstream\nendobj\n";
}

}  // namespace

std::string deflate(std::string_view data) {
    thread_local const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>
        compressor(libdeflate_alloc_compressor(kLevel), &libdeflate_free_compressor);
    std::string packed(libdeflate_zlib_compress_bound(compressor.get(), data.size()), '\0');
    packed.resize(libdeflate_zlib_compress(compressor.get(), data.data(), data.size(),
                                           packed.data(), packed.size()));
    packed.shrink_to_fit();
    return packed;
}

std::string reference(ObjectId id) {
    return std::to_string(id) + " 0 R";
}

// Header with four bytes above 127, as PDF/A asks (ISO 19005-2, 6.1.2).
constexpr const char* kHeader = "%PDF-1.7\n%\xE5\x85\xAC\xE6\x8A\xA5\n";

ObjectFile::ObjectFile() : entries_(1) {}

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

void ObjectFile::put_stream(ObjectId id, std::string entries, std::string data, Coding coding) {
    GONGBAO_CHECK(entries_[id].kind == Entry::Missing);
    entries_[id].kind = Entry::InFile;
    streams_.push_back({id, std::move(entries), std::move(data), coding});
}

ObjectId ObjectFile::add_stream(std::string entries, std::string data, Coding coding) {
    const ObjectId id = reserve();
    put_stream(id, std::move(entries), std::move(data), coding);
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
    core::for_each_index(streams_.size(), core::thread_count(), [&](std::size_t i) {
        Stream& stream = streams_[i];
        if (stream.coding != Coding::Deflate) return;
        stream.data = deflate(stream.data);
        stream.coding = Coding::Packed;
    });
    std::string bytes = kHeader;
    std::size_t size = 0;
    for (const Stream& stream : streams_) size += stream.entries.size() + stream.data.size() + 80;
    bytes.reserve(size + entries_.size() * 3 + 1000);
    for (Stream& stream : streams_) {
        entries_[stream.id].where = bytes.size();
        append_stream(bytes, stream.id, stream.entries, stream.data,
                      stream.coding == Coding::Packed);
        std::string().swap(stream.data);
    }
    const ObjectId self = reserve();
    const std::size_t start = bytes.size();
    entries_[self] = {start, 0, Entry::InFile};
    const std::string entries = "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Size " +
                                std::to_string(entries_.size());
    append_stream(bytes, self, entries + std::string(trailer), deflate(cross_reference()), true);
    bytes += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
    return bytes;
}

std::string ObjectFile::cross_reference() const {
    std::string table, above(kRow, '\0');
    for (std::size_t id = 0; id < entries_.size(); ++id) {
        const Entry& entry = entries_[id];
        GONGBAO_CHECK(id == 0 || entry.kind != Entry::Missing);
        std::string row;
        append_big_endian(row, id == 0 ? 0 : entry.kind == Entry::InFile ? 1 : 2, 1);
        append_big_endian(row, entry.where, 4);
        append_big_endian(row, id == 0 ? 65535 : entry.index, 2);
        table += kUp;
        for (std::size_t i = 0; i < kRow; ++i) table += static_cast<char>(row[i] - above[i]);
        above = std::move(row);
    }
    return table;
}

}  // namespace gongbao::typeset::pdf
