// SPDX-License-Identifier: Apache-2.0
// Whether a client already has what it asks for (RFC 9110, 13), and which bytes it wants (14).
//
// Pure functions over a Request and the validators of what would be sent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/date.hpp"
#include "server/http/request.hpp"

namespace gongbao::server {

/// True when the answer is 304: an If-None-Match that names `etag` (weak comparison, a list, or *),
/// else, only without that field, an If-Modified-Since not before `modified` (13.2.2).
bool is_not_modified(const Request& request, std::string_view etag,
                     const std::optional<core::Instant>& modified);

/// True when the answer is 412 (13.2.2): an If-Match that names none of `etags` (strong
/// comparison), else, only without that field, an If-Unmodified-Since before `modified`.
bool precondition_fails(const Request& request, const std::vector<std::string>& etags,
                        const std::optional<core::Instant>& modified);

/// True when `etag` stands in the entity-tag list, compared weakly (8.8.3.2).
bool names_etag(std::string_view list, std::string_view etag);

/// The moment of an HTTP-date in any of its three forms (5.6.7); nothing for other text. A year of
/// two digits is never more than 50 years after `about`.
std::optional<core::Instant> parse_http_date(std::string_view text,
                                             core::Instant about = {1'767'225'600});

struct ByteRange {
    std::int64_t begin = 0;
    std::int64_t end = 0;  ///< one past the last byte
};

struct RangeAnswer {
    enum class Kind { Whole, Part, Unsatisfiable };
    Kind kind = Kind::Whole;
    ByteRange part;
};

/// What a Range field asks of a body of `size` bytes: one satisfiable range is a Part; several, a
/// malformed one, another unit, or an If-Range that does not strongly match `etag` mean Whole.
RangeAnswer wanted_range(const Request& request, std::string_view etag, std::int64_t size);

}  // namespace gongbao::server
