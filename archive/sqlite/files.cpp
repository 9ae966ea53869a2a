// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/files.hpp"

#include <memory>

#include "archive/sqlite/catalogue.hpp"
#include "archive/sqlite/renditions.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {

using core::Database;
using core::Error;
using core::ErrorKind;
using core::Statement;

std::string canonical_xml_of(const Database& database, std::string_view id) {
    Statement row = database.prepare(
        "SELECT canonical.xml, record.xml_digest FROM record "
        "JOIN canonical ON canonical.record = record.id WHERE record.id = ?");
    row.bind(1, row_of(database, id));
    if (!row.step() || core::sha256_hex(row.bytes(0)) != row.text(1))
        throw Error(ErrorKind::Corrupt, {"archive.xml_damaged", {}}, std::string(id));
    return row.text(0);
}

std::optional<Blob> find_picture(const Database& database, std::string_view digest) {
    auto blob = find_blob(database, digest);
    if (!blob || !blob->type.starts_with("image/")) return {};
    return blob;
}

std::optional<core::Media> read_media(const Database& database, std::string_view digest) {
    const auto blob = find_picture(database, digest);
    if (!blob) return {};
    return core::Media{
        blob->digest, blob->type,
        std::make_shared<const std::string>(read_blob(database, *blob, 0, blob->size))};
}

std::string read_picture(const Database& database, std::string_view digest, std::int64_t offset,
                         std::int64_t length) {
    const auto blob = find_picture(database, digest);
    if (!blob) throw Error(ErrorKind::NotFound, {"archive.blob_missing", {}}, std::string(digest));
    return read_blob(database, *blob, offset, length);
}

namespace {

std::string read_bytes(const Database& database, const std::string& digest, std::int64_t offset,
                       std::int64_t length) {
    const auto blob = find_blob(database, digest);
    if (!blob) throw Error(ErrorKind::Corrupt, {"archive.blob_missing", {}}, digest);
    return read_blob(database, *blob, offset, length);
}

}  // namespace

std::string read_pdf(const Database& database, const core::IssueNumber& number, std::int64_t offset,
                     std::int64_t length) {
    const auto edition = find_edition(database, number);
    if (!edition)
        throw Error(ErrorKind::NotFound,
                    {"archive.no_edition", {{"issue", core::printed_number(number)}}});
    return read_bytes(database, edition->pdf_digest, offset, length);
}

std::string read_offprint(const Database& database, std::string_view id, std::int64_t offset,
                          std::int64_t length) {
    const auto record = find_record(database, id);
    if (!record || record->offprint_digest.empty())
        throw Error(ErrorKind::NotFound, {"archive.no_offprint", {{"id", core::excerpt(id)}}});
    return read_bytes(database, record->offprint_digest, offset, length);
}

std::string read_rendition(const Database& database, const NamedRendition& named,
                           std::int64_t offset, std::int64_t length) {
    const auto found = find_rendition(database, owner_named(database, named.owner), named.kind);
    if (!found)
        throw Error(ErrorKind::NotFound,
                    {"archive.no_rendition",
                     {{"id", core::excerpt(named.owner)}, {"kind", core::excerpt(named.kind)}}});
    return read_bytes(database, found->digest, offset, length);
}

}  // namespace gongbao::archive
