// SPDX-License-Identifier: Apache-2.0
// A page made ready to be sent many times: both codings, their entity tags, the header lines.
//
// A ready page costs a request a look-up, a comparison of tags and one send. Kept by
// page_cache.hpp.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/kit/page.hpp"

namespace gongbao::server {

/// One coding of a page.
struct Representation {
    std::shared_ptr<const std::string> body;
    std::string etag;        ///< strong, from the SHA-256 of the page and the coding
    std::string fields;      ///< of the 200
    std::string fields_304;  ///< of the 304: those RFC 9110, 15.4.5 asks to repeat
};

struct Prepared {
    int status = 200;
    std::optional<core::Instant> modified;
    std::string protective;
    Representation identity;
    std::optional<Representation> gzip;  ///< only when it is smaller
    std::size_t size() const;            ///< bytes held, about
};

/// What is the same for all pages of a route.
struct RouteFields {
    std::string protective;     ///< lines; see policy.hpp
    bool by_reader = false;     ///< differs by the reader's preferences, so caches must ask
    std::string cache_control;  ///< instead of the page's own, unless empty
};

std::shared_ptr<const Prepared> prepare(const Page& page, const RouteFields& route);

/// 200, 304 when the client has it already, 412 when it wanted another version; the page's own
/// status when that is not 200. The body stays shared, and lives until it is sent.
Response answer_with(const std::shared_ptr<const Prepared>& shared, const Request& request);

/// 412 without a body; the area's fields are still to be added.
Response precondition_failed();

}  // namespace gongbao::server
