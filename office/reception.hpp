// SPDX-License-Identifier: Apache-2.0
// Every request of the office comes by here: who is it, does this person see this page, does the
// form come from us; and every error of a room becomes a page that says what it is and loses
// nothing that was typed.
//
// Called by office_area.cpp's table. Threads: any.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "core/report/error.hpp"
#include "office/access.hpp"
#include "office/offices.hpp"
#include "office/work.hpp"

namespace gongbao::office {

using MakePage = server::Response (*)(const Work&);
using DoAct = server::Response (*)(const Work&, const server::Form&);

struct House {
    const OfficeSite& site;
    Offices& offices;
    std::function<core::Instant()> now;
    std::function<void(std::string_view)> log;  ///< may be unset
};

class Reception {
  public:
    explicit Reception(House house) : house_(std::move(house)) {}

    /// A page of `part`.
    server::Response look(const server::Visit& visit, Who part, MakePage make) const;
    /// A page for who is not signed in, such as the one to sign in.
    server::Response look_openly(const server::Visit& visit, MakePage make) const;
    /// What a form does, for who is signed in. The form carries the session's token.
    server::Response act(const server::Visit& visit, const server::FormLimits& limits,
                         DoAct does) const;
    /// The same for who is not: the form carries the token of the cookie that came with its page.
    server::Response act_openly(const server::Visit& visit, DoAct does) const;

    /// To the page to sign in, for who is not signed in. A form of moderate size is let through to
    /// act(), which gives back what was typed.
    std::optional<server::Response> turn_away(const server::Request& request) const;

  private:
    Work work_of(const server::Visit& visit, editor::Office& office) const;
    std::optional<editor::Session> session_of(const server::Request& request,
                                              editor::Office& office) const;
    server::Response carried_out(const Work& work, const server::FormLimits& limits,
                                 DoAct does) const;
    void tell(const server::Visit& visit, const core::Error& error) const;

    const House house_;
};

/// The names of the cookies.
std::string session_cookie(const OfficeSite& site);

/// Opens and ends a session in the browser: a line of Set-Cookie.
std::string keep_session(const OfficeSite& site, const std::string& token);
std::string forget_session(const OfficeSite& site);

}  // namespace gongbao::office
