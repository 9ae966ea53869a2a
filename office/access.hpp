// SPDX-License-Identifier: Apache-2.0
// Which parts of the office a person sees. What a person may do is asked of the rooms (editor/),
// and they answer once more when it is done; this only keeps pages out of sight.
#pragma once

#include <string>

#include "editor/people/person.hpp"

namespace gongbao::office {

enum class Who {
    SignedIn,  ///< everybody with an account
    Staff,     ///< who works in the gazette office itself
    Items,     ///< the same, and contacts of departments, for their own
    People,    ///< administrators of people
    Audit,     ///< administrators of the audit log
};

bool sees(const editor::Person& person, Who part);
/// A contact or an editor: may bring new texts.
bool hands_in(const editor::Person& person);
/// Where the person's work begins.
std::string home_of(const editor::Person& person);

}  // namespace gongbao::office
