// SPDX-License-Identifier: Apache-2.0
#include "server/site/downloads.hpp"

#include <functional>
#include <utility>

#include "core/text/text.hpp"
#include "server/http/conditional.hpp"
#include "server/http/target.hpp"
#include "server/kit/page.hpp"
#include "server/kit/prepared.hpp"

namespace gongbao::server {
namespace {

constexpr const char* kPdf = "application/pdf";
constexpr std::size_t kLongestName = 60;  ///< characters of a title in a file name

// Bytes in the archive as they are sent: named by their digest, which never changes.
struct StoredFile {
    std::string digest;
    std::int64_t size = 0;
    std::optional<core::Instant> issued_at;
    std::string type;
    std::string disposition;  ///< empty: none
    std::function<std::string(std::int64_t, std::int64_t)> read;
};

std::string common_fields(const StoredFile& file, const std::string& etag) {
    std::string fields;
    add_field(fields, "ETag", etag);
    add_field(fields, "Cache-Control", kForever);
    if (file.issued_at) add_field(fields, "Last-Modified", core::http_date(*file.issued_at));
    add_field(fields, "Accept-Ranges", "bytes");
    return fields;
}

// A range belongs to GET alone (RFC 9110, 14.2).
RangeAnswer range_of(const Request& request, const std::string& etag, std::int64_t size) {
    return request.method == Method::Get ? wanted_range(request, etag, size) : RangeAnswer{};
}

// The bytes are for ever; that they were asked for wrongly is not.
Response unsatisfiable(const StoredFile& file) {
    Response response;
    response.status = 416;
    add_field(response.fields, "Cache-Control", kNever);
    add_field(response.fields, "Content-Range", "bytes */" + std::to_string(file.size));
    return response;
}

Response send_file(const Request& request, StoredFile file) {
    const std::string etag = '"' + file.digest.substr(0, 24) + '"';
    Response response;
    response.fields = common_fields(file, etag);
    if (precondition_fails(request, {etag}, file.issued_at)) return precondition_failed();
    if (is_not_modified(request, etag, file.issued_at)) {
        response.status = 304;
        return response;
    }
    const RangeAnswer wanted = range_of(request, etag, file.size);
    if (wanted.kind == RangeAnswer::Kind::Unsatisfiable) return unsatisfiable(file);
    response.source.size = file.size;
    if (wanted.kind == RangeAnswer::Kind::Part) {
        response.status = 206;
        response.source.begin = wanted.part.begin;
        response.source.size = wanted.part.end - wanted.part.begin;
        add_field(response.fields, "Content-Range",
                  "bytes " + std::to_string(wanted.part.begin) + "-" +
                      std::to_string(wanted.part.end - 1) + "/" + std::to_string(file.size));
    }
    add_field(response.fields, "Content-Type", file.type);
    if (!file.disposition.empty())
        add_field(response.fields, "Content-Disposition", file.disposition);
    response.source.read = std::move(file.read);
    return response;
}

std::string disposition(const std::string& plain, const std::string& name) {
    return "inline; filename=\"gazette-" + plain + ".pdf\"; filename*=UTF-8''" +
           percent_encoded(name) + ".pdf";
}

}  // namespace

std::string content_disposition(const archive::EditionSummary& edition) {
    return disposition(core::slug(edition.number),
                       edition.gazette + core::printed_number(edition.number));
}

std::optional<Response> download_pdf(Readers& readers, const Request& request,
                                     std::string_view slug) {
    const auto number = core::parse_issue_slug(slug);
    if (!number) return {};
    const auto edition = readers.borrow()->edition(*number);
    if (!edition) return {};
    return send_file(request,
                     {edition->pdf_digest, edition->pdf_size, edition->issued_at, kPdf,
                      content_disposition(*edition),
                      [&readers, issue = *number](std::int64_t offset, std::int64_t length) {
                          return readers.borrow()->pdf(issue, offset, length);
                      }});
}

std::optional<Response> download_offprint(Readers& readers, const Request& request,
                                          std::string_view id) {
    const auto record = readers.borrow()->record(id);
    if (!record || record->offprint_digest.empty()) return {};
    return send_file(request,
                     {record->offprint_digest, record->offprint_size, record->issued_at, kPdf,
                      disposition(record->id, core::excerpt(record->title, kLongestName)),
                      [&readers, id = record->id](std::int64_t offset, std::int64_t length) {
                          return readers.borrow()->offprint(id, offset, length);
                      }});
}

std::optional<Response> download_picture(Readers& readers, const Request& request,
                                         std::string_view digest) {
    const bool is_digest = digest.size() == 64 &&
                           digest.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    if (!is_digest) return {};
    // Only pictures are shown from here, whatever a stored type says.
    const auto picture = readers.borrow()->picture(digest);
    if (!picture) return {};
    return send_file(
        request, {std::string(digest),
                  picture->size,
                  {},
                  picture->type,
                  {},
                  [&readers, name = std::string(digest)](std::int64_t offset, std::int64_t length) {
                      return readers.borrow()->picture(name, offset, length);
                  }});
}

}  // namespace gongbao::server
