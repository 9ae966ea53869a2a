// SPDX-License-Identifier: Apache-2.0
// A person as the pages of the administrators show one. Shared by people_page.cpp and
// person_page.cpp.
#pragma once

#include <set>

#include "office/work.hpp"

namespace gongbao::office {

server::View person_view(const Work& work, const editor::Person& person);

/// All roles as checkboxes, in groups.
server::View role_choices(const Work& work, const std::set<editor::Role>& chosen);
/// Those that a form names ("role"). Throws: Error(Invalid) for a word that is none.
std::set<editor::Role> roles_in(const server::Form& form);

/// A page with a new link of the person, made by an act. It cannot be shown again.
server::Response link_shown_once(const Work& work, editor::PersonId id);

}  // namespace gongbao::office
