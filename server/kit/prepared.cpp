// SPDX-License-Identifier: Apache-2.0
#include "server/kit/prepared.hpp"

#include "core/system/digest.hpp"
#include "core/text/text.hpp"
#include "server/http/conditional.hpp"
#include "server/http/content_coding.hpp"

namespace gongbao::server {
namespace {

constexpr std::size_t kWorthPacking = 256;  ///< bytes; below, gzip's own frame eats the gain

bool packs_well(std::string_view type) {
    return core::starts_with(type, "text/") || type.find("xml") != std::string_view::npos ||
           type.find("json") != std::string_view::npos;
}

std::string varies(const Page& page, const RouteFields& route) {
    std::string fields = packs_well(page.type) ? "Accept-Encoding" : "";
    if (route.by_reader) fields += fields.empty() ? "" : ", ";
    if (route.by_reader) fields += "Accept-Language, Cookie";
    return fields;
}

/// Lines of the 304 without the tag, the same for both codings.
std::string common_fields(const Page& page, const RouteFields& route) {
    std::string fields;
    add_field(fields, "Cache-Control",
              route.cache_control.empty() ? page.cache_control : route.cache_control);
    const std::string vary = varies(page, route);
    if (!vary.empty()) add_field(fields, "Vary", vary);
    if (page.modified) add_field(fields, "Last-Modified", core::http_date(*page.modified));
    return fields + route.protective;
}

Representation represent(const Page& page, std::string body, const std::string& tag,
                         std::string_view coding, const std::string& common) {
    Representation made;
    made.etag = '"' + tag + (coding.empty() ? "" : "-" + std::string(coding)) + '"';
    if (page.status == 200) add_field(made.fields_304, "ETag", made.etag);
    made.fields_304 += common;
    made.fields = made.fields_304;
    add_field(made.fields, "Content-Type", page.type);
    if (!coding.empty()) add_field(made.fields, "Content-Encoding", coding);
    made.body = std::make_shared<const std::string>(std::move(body));
    return made;
}

// Both codings are the same page to a client that asks for a version.
bool fails(const Prepared& prepared, const Request& request) {
    std::vector<std::string> etags{prepared.identity.etag};
    if (prepared.gzip) etags.push_back(prepared.gzip->etag);
    return precondition_fails(request, etags, prepared.modified);
}

}  // namespace

std::size_t Prepared::size() const {
    const auto of = [](const Representation& one) {
        return one.body->size() + one.fields.size() + one.fields_304.size() + one.etag.size();
    };
    return of(identity) + (gzip ? of(*gzip) : 0) + protective.size() + sizeof *this;
}

std::shared_ptr<const Prepared> prepare(const Page& page, const RouteFields& route) {
    auto prepared = std::make_shared<Prepared>();
    const std::string common = common_fields(page, route);
    prepared->protective = route.protective;
    prepared->status = page.status;
    prepared->modified = page.modified;
    const std::string tag = core::sha256_hex(page.type + '\n' + page.body).substr(0, 24);
    if (packs_well(page.type) && page.body.size() >= kWorthPacking) {
        std::string packed = gzip(page.body);
        if (packed.size() < page.body.size())
            prepared->gzip = represent(page, std::move(packed), tag, "gzip", common);
    }
    prepared->identity = represent(page, page.body, tag, "", common);
    return prepared;
}

Response answer_with(const std::shared_ptr<const Prepared>& shared, const Request& request) {
    const Prepared& prepared = *shared;
    const bool packed = prepared.gzip && takes_gzip(request);
    const Representation& chosen = packed ? *prepared.gzip : prepared.identity;
    Response response;
    response.status = prepared.status;
    if (prepared.status == 200 && fails(prepared, request)) {
        response = precondition_failed();
        response.fields += prepared.protective;
        return response;
    }
    if (prepared.status == 200 && is_not_modified(request, chosen.etag, prepared.modified)) {
        response.status = 304;
        response.fields = chosen.fields_304;
        return response;
    }
    response.fields = chosen.fields;
    response.body = {shared, chosen.body.get()};
    return response;
}

Response precondition_failed() {
    Response response;
    response.status = 412;
    add_field(response.fields, "Cache-Control", kNever);
    return response;
}

}  // namespace gongbao::server
