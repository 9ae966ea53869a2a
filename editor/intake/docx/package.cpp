// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/package.hpp"

#include <zip.h>

#include <algorithm>
#include <array>

#include "core/report/error.hpp"

namespace gongbao::editor::docx {
namespace {

using core::Error;
using core::ErrorKind;

constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

[[noreturn]] void refuse(const char* id, const std::string& entry = {}) {
    throw Error(ErrorKind::Invalid, {std::string("docx.") + id, {{"entry", entry}}}, entry);
}

std::string lower(std::string_view name) {
    std::string out(name);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

std::string utf16(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) out += {c, '\0'};
    return out;
}

// [MS-CFB] names its streams in UTF-16: they tell a password (MS-OFFCRYPTO) from an old format.
[[noreturn]] void refuse_compound_file(std::string_view bytes) {
    const auto holds = [&](std::string_view stream) {
        return bytes.find(utf16(stream)) != std::string_view::npos;
    };
    if (holds("DRMEncryptedDataSpace") || holds("DRMEncryptedTransform") || holds("DRMContent"))
        refuse("rights_managed");
    if (holds("EncryptedPackage")) refuse("encrypted");
    if (holds("Workbook")) refuse("spreadsheet");
    if (holds("PowerPoint Document")) refuse("presentation");
    if (holds("WordDocument")) refuse("old_word");
    refuse("compound_file");
}

void check_name(const std::string& name) {
    const bool absolute = name.starts_with('/') || name.find(':') != std::string::npos;
    if (name.empty() || absolute || ("/" + name + "/").find("/../") != std::string::npos)
        refuse("unsafe_name", name);
}

std::shared_ptr<zip> open_archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    const std::string why = archive ? "" : zip_error_strerror(&error);
    zip_error_fini(&error);
    if (archive) return {archive, zip_discard};
    zip_source_free(source);
    const char* id = bytes.starts_with("PK\x03\x04") ? "docx.truncated" : "docx.not_zip";
    throw Error(ErrorKind::Invalid, {id, {}}, why);
}

void check_sizes(const zip_stat_t& entry, std::uint64_t unpacked, const IntakeLimits& limits) {
    if (unpacked > limits.unpacked || entry.size > limits.unpacked)
        throw Error(ErrorKind::TooLarge, {"docx.unpacked_too_large",
                                          {{"limit", std::to_string(limits.unpacked >> 20)}}});
    if (entry.size > limits.ratio_from && entry.size / limits.ratio > entry.comp_size)
        throw Error(ErrorKind::TooLarge,
                    {"docx.packed_too_tightly",
                     {{"entry", entry.name}, {"limit", std::to_string(limits.ratio)}}});
}

}  // namespace

Package::Package(std::string_view bytes, const IntakeLimits& limits) {
    if (bytes.size() > limits.file)
        throw Error(ErrorKind::TooLarge, {"docx.file_too_large",
                                          {{"size", std::to_string(bytes.size() >> 20)},
                                           {"limit", std::to_string(limits.file >> 20)}}});
    if (bytes.empty()) refuse("empty_file");
    if (bytes.starts_with(kCompoundFile)) refuse_compound_file(bytes);
    archive_ = open_archive(bytes);
    list_entries(limits);
}

void Package::list_entries(const IntakeLimits& limits) {
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive_.get(), 0));
    if (count > limits.entries)
        throw Error(ErrorKind::TooLarge, {"docx.too_many_entries",
                                          {{"count", std::to_string(count)},
                                           {"limit", std::to_string(limits.entries)}}});
    std::uint64_t unpacked = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        zip_stat_t entry;
        if (zip_stat_index(archive_.get(), i, 0, &entry) != 0) refuse("truncated");
        std::string name = entry.name;
        std::replace(name.begin(), name.end(), '\\', '/');
        check_name(name);
        unpacked += entry.size;
        check_sizes(entry, unpacked, limits);
        if (entry.encryption_method != ZIP_EM_NONE) refuse("entry_encrypted", name);
        if (!entries_.emplace(lower(name), Entry{i, entry.size}).second)
            refuse("repeated_name", name);
    }
}

bool Package::has(std::string_view part) const {
    return entries_.contains(lower(part));
}

bool Package::has_folder(std::string_view folder) const {
    const auto at = entries_.lower_bound(lower(folder));
    return at != entries_.end() && at->first.starts_with(lower(folder));
}

std::vector<std::string> Package::parts(std::string_view folder, std::string_view ending) const {
    std::vector<std::string> found;
    const std::string head = lower(folder);
    for (auto at = entries_.lower_bound(head); at != entries_.end(); ++at) {
        if (!at->first.starts_with(head)) break;
        if (at->first.ends_with(ending)) found.push_back(at->first);
    }
    return found;
}

bool Package::same_name(std::string_view one, std::string_view other) {
    return lower(one) == lower(other);
}

std::optional<std::string> Package::read(std::string_view part) const {
    const auto found = entries_.find(lower(part));
    if (found == entries_.end()) return std::nullopt;
    const std::shared_ptr<zip_file_t> file(zip_fopen_index(archive_.get(), found->second.index, 0),
                                           [](zip_file_t* opened) {
                                               if (opened) zip_fclose(opened);
                                           });
    if (!file) refuse("entry_damaged", std::string(part));
    // The size is what the directory claims; what comes out beyond it is never kept.
    std::string bytes;
    std::array<char, 65536> block;
    for (;;) {
        const auto n = zip_fread(file.get(), block.data(), block.size());
        if (n < 0) refuse("entry_damaged", std::string(part));
        if (n == 0) break;
        bytes.append(block.data(), static_cast<std::size_t>(n));
        if (bytes.size() > found->second.size) refuse("entry_damaged", std::string(part));
    }
    if (bytes.size() != found->second.size) refuse("entry_damaged", std::string(part));
    return bytes;
}

}  // namespace gongbao::editor::docx
