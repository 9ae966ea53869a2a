// SPDX-License-Identifier: Apache-2.0
// A page: bytes with a media type, and how long caches may keep them where its route lets them
// (route.hpp). Knows nothing of sockets, of the archive and of templates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/text/date.hpp"

namespace gongbao::server {

/// Values of Cache-Control.
inline constexpr std::string_view kUntilRevised = "public, max-age=60, stale-while-revalidate=600";
/// Of what never changes though its address carries no version. Not of a page about a text, which
/// may be corrected at any time.
inline constexpr std::string_view kIssued = "public, max-age=600, stale-while-revalidate=86400";
inline constexpr std::string_view kForever = "public, max-age=31536000, immutable";
/// The browser alone may keep it, and asks before it shows it again.
inline constexpr std::string_view kOneReader = "private, no-cache";
inline constexpr std::string_view kNever = "no-store";

inline constexpr std::string_view kHtml = "text/html; charset=utf-8";

struct Page {
    int status = 200;
    std::string type{kHtml};
    std::string body;
    std::string cache_control{kUntilRevised};  ///< where the page is for everybody
    /// When it was issued, of a page that shows nothing that may come later. Other pages are told
    /// apart by their tag alone: an edition may be issued as of an earlier moment, or two in a
    /// second.
    std::optional<core::Instant> modified;
};

}  // namespace gongbao::server
