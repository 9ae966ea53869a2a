// SPDX-License-Identifier: Apache-2.0
// An edition's PDF, a document's offprint or picture, whole or a range of it (RFC 9110, 14), read
// from the archive piece by piece: a client that takes its time holds one piece. Called by
// site_area.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/site/readers.hpp"

namespace gongbao::server {

/// 200, 206, 304, 412 or 416; nothing when `slug` names no edition.
/// The response's source borrows from `readers` for each piece.
std::optional<Response> download_pdf(Readers& readers, const Request& request,
                                     std::string_view slug);

/// The same for the offprint of a record; nothing when there is no such record or it has none.
std::optional<Response> download_offprint(Readers& readers, const Request& request,
                                          std::string_view id);

/// The same for a picture, by its SHA-256; nothing when the archive has no such picture.
std::optional<Response> download_picture(Readers& readers, const Request& request,
                                         std::string_view digest);

/// inline, with the name in UTF-8 (RFC 8187) and an ASCII stand-in:
/// 云岭省人民政府公报2026年第8期.pdf and gazette-2026-8.pdf.
std::string content_disposition(const archive::EditionSummary& edition);

}  // namespace gongbao::server
