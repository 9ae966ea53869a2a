// SPDX-License-Identifier: Apache-2.0
// gzip: whether a client takes it (RFC 9110, 12.5.3), and packing a body once for many answers.
#pragma once

#include <string>
#include <string_view>

#include "server/http/request.hpp"

namespace gongbao::server {

/// True when Accept-Encoding names gzip (or *) with a weight above 0, and gives the plain form no
/// higher one. Names of codings are told apart without regard to case.
bool takes_gzip(const Request& request);

/// `bytes` as one gzip member without name and time: same bytes in, same bytes out.
/// Throws: Error(Unavailable) when zlib fails.
std::string gzip(std::string_view bytes);

}  // namespace gongbao::server
