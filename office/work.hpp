// SPDX-License-Identifier: Apache-2.0
// What a page or an act of the office is made from, and the frame that all its pages share. Every
// function of pages.hpp turns a Work into a Response.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "editor/office/office.hpp"
#include "office/office_site.hpp"
#include "server/http/form.hpp"
#include "server/http/response.hpp"
#include "server/kit/route.hpp"

namespace gongbao::office {

struct Work {
    const OfficeSite& site;
    const server::Language& language;
    const server::Visit& visit;
    editor::Office& office;
    core::Instant now;
    std::optional<editor::Session> session;  ///< unset where nobody has to be signed in
    /// What the forms of the page carry: the session's, or that of a form before there is one.
    std::string form_token;

    const editor::Person& person() const { return session->person; }   ///< Requires: session
    editor::Actor actor() const { return {session->person.id, now}; }  ///< Requires: session
    std::string say(std::string_view id, std::map<std::string, std::string> args = {}) const;
    std::string say(const core::Message& message) const { return language.words.say(message); }
};

/// What the frame around a page needs to know.
struct Frame {
    std::string title;
    std::string here;  ///< the navigation's current entry: "queue", "inbox", "people" …
    int status = 200;
    std::string script;  ///< a static file the page works better with, or empty
};

/// The template `name` filled with `view`, inside the frame. It finds form_token.
server::Response page(const Work& work, std::string_view name, server::View view,
                      const Frame& frame);

}  // namespace gongbao::office
