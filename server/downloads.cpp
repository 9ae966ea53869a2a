// SPDX-License-Identifier: Apache-2.0
#include "server/downloads.hpp"

#include "core/text.hpp"
#include "server/http/conditional.hpp"
#include "server/http/target.hpp"
#include "server/pages/page.hpp"
#include "server/prepared.hpp"

namespace gongbao::server {
namespace {

std::string common_fields(const archive::EditionSummary& edition, const std::string& etag) {
    std::string fields;
    add_field(fields, "ETag", etag);
    add_field(fields, "Cache-Control", kForever);
    add_field(fields, "Last-Modified", core::http_date(edition.issued_at));
    add_field(fields, "Accept-Ranges", "bytes");
    return fields + protective_fields();
}

}  // namespace

std::string content_disposition(const archive::EditionSummary& edition) {
    return "inline; filename=\"gazette-" + core::slug(edition.number) +
           ".pdf\"; filename*=UTF-8''" +
           percent_encoded(edition.gazette + core::printed_number(edition.number)) + ".pdf";
}

std::optional<Response> download_pdf(const Site& site, Readers& readers, const Request& request,
                                     std::string_view slug) {
    const auto number = core::parse_issue_slug(slug);
    if (!number) return {};
    const auto edition = readers.borrow()->edition(*number);
    if (!edition) return {};
    const std::string etag = '"' + edition->pdf_digest.substr(0, 24) + '"';
    Response response;
    response.fields = common_fields(*edition, etag);
    if (core::starts_with(site.settings.base_url, "https://"))
        add_field(response.fields, "Strict-Transport-Security", "max-age=31536000");
    if (is_not_modified(request, etag, edition->issued_at)) {
        response.status = 304;
        return response;
    }
    // A range belongs to GET alone (RFC 9110, 14.2).
    const RangeAnswer wanted = request.method == Method::Get
                                   ? wanted_range(request, etag, edition->pdf_size)
                                   : RangeAnswer{};
    const std::string size = std::to_string(edition->pdf_size);
    if (wanted.kind == RangeAnswer::Kind::Unsatisfiable) {
        response.status = 416;
        add_field(response.fields, "Content-Range", "bytes */" + size);
        return response;
    }
    response.source.size = edition->pdf_size;
    if (wanted.kind == RangeAnswer::Kind::Part) {
        response.status = 206;
        response.source.begin = wanted.part.begin;
        response.source.size = wanted.part.end - wanted.part.begin;
        add_field(response.fields, "Content-Range",
                  "bytes " + std::to_string(wanted.part.begin) + "-" +
                      std::to_string(wanted.part.end - 1) + "/" + size);
    }
    add_field(response.fields, "Content-Type", "application/pdf");
    add_field(response.fields, "Content-Disposition", content_disposition(*edition));
    response.source.read = [&readers, issue = *number](std::int64_t offset, std::int64_t length) {
        return readers.borrow()->pdf(issue, offset, length);
    };
    return response;
}

}  // namespace gongbao::server
