// SPDX-License-Identifier: Apache-2.0
// What a page of the public site is made from, and the frame that all its HTML pages share
// (masthead, navigation, search, footer).
//
// Every function of pages.hpp turns a Reading into a Page.
#pragma once

#include <string>
#include <string_view>

#include "archive/archive.hpp"
#include "server/kit/route.hpp"
#include "server/site/site.hpp"

namespace gongbao::server {

/// All a page is made from.
struct Reading {
    const Site& site;  ///< in the reader's language
    const archive::Archive& archive;
    const Visit& visit;
    const Request& request = visit.request;
    const std::string& argument = visit.argument;
};

/// What the frame around a page needs to know.
struct Frame {
    std::string title;  ///< shown in the browser's title before the gazette's name; "" at home
    std::string description;
    std::string path;       ///< canonical path; "" for pages that are not to be indexed
    std::string here;       ///< the navigation's current entry: "home", "years", "search", "about"
    std::string published;  ///< of a document: its issue's date, ISO 8601
    std::string linked_data;    ///< JSON-LD, or empty
    std::string address = "/";  ///< of the page, to come back to
    Preferences preferences = {};
};

/// A frame with the reader's preferences and the page's address.
Frame frame_of(const Reading& reading);

/// The template `name` filled with `view`, inside the frame.
std::string framed(const Site& site, std::string_view name, View view, const Frame& frame);

}  // namespace gongbao::server
