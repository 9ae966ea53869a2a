// SPDX-License-Identifier: Apache-2.0
// A page: bytes with a media type, and how long caches may keep them.
//
// Every function of pages.hpp turns a Reading into a Page and knows nothing of sockets. An HTML
// page is one template inside the frame that all pages share (masthead, navigation, search,
// footer).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "archive/archive.hpp"
#include "server/http/request.hpp"
#include "server/site/site.hpp"

namespace gongbao::server {

/// Values of Cache-Control.
inline constexpr std::string_view kUntilRevised = "public, max-age=60, stale-while-revalidate=600";
/// Of what never changes though its address carries no version. Not of a page about a text, which
/// may be corrected at any time.
inline constexpr std::string_view kIssued = "public, max-age=600, stale-while-revalidate=86400";
inline constexpr std::string_view kForever = "public, max-age=31536000, immutable";
inline constexpr std::string_view kNever = "no-store";

inline constexpr std::string_view kHtml = "text/html; charset=utf-8";

struct Page {
    int status = 200;
    std::string type{kHtml};
    std::string body;
    std::string cache_control{kUntilRevised};
    /// When it was issued, of a page that shows nothing that may come later. Other pages are told
    /// apart by their tag alone: an edition may be issued as of an earlier moment, or two in a
    /// second.
    std::optional<core::Instant> modified;
};

/// All a page is made from.
struct Reading {
    const Site& site;
    const archive::Archive& archive;
    const Request& request;
    std::string argument;  ///< what stands for * in the route: "2026-8" in /editions/*
};

/// What the frame around a page needs to know.
struct Frame {
    std::string title;  ///< shown in the browser's title before the gazette's name; "" at home
    std::string description;
    std::string path;       ///< canonical path; "" for pages that are not to be indexed
    std::string here;       ///< the navigation's current entry: "home", "years", "search", "about"
    std::string published;  ///< of a document: its issue's date, ISO 8601
    std::string linked_data;  ///< JSON-LD, or empty
};

/// The template `name` filled with `view`, inside the frame.
std::string framed(const Site& site, std::string_view name, View view, const Frame& frame);

}  // namespace gongbao::server
