// SPDX-License-Identifier: Apache-2.0
// How dates, people and states are written on the pages of the office.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "office/work.hpp"

namespace gongbao::office {

/// "2026-05-29 04:26", at UTC+8, the time of China.
std::string moment(core::Instant instant);
/// Sets `name` to the moment's words and `name`_iso for <time datetime>.
void set_moment(server::View& view, const std::string& name, core::Instant instant);

/// 责任编辑、校对
std::string roles_of(const Work& work, const editor::Person& person);
std::string say_issue(const Work& work, const core::IssueNumber& number);

/// Sets effective (ISO), effective_words (3天后施行) and effective_late, where there is a date.
void set_effective(const Work& work, const std::optional<core::Date>& effective,
                   server::View& view);

/// What was done, where the address says so: "done" and a word of a closed list. An address may be
/// old or made up: none of `untrue`, which the page knows not to be so.
std::string done_words(const Work& work, const std::set<std::string_view>& untrue = {});

/// An <option> or a radio button.
server::View choice(std::string_view value, const std::string& words, bool chosen);

/// A whole number; `fallback` for anything else.
std::int64_t number_in(std::string_view text, std::int64_t fallback);

}  // namespace gongbao::office
