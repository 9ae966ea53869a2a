// SPDX-License-Identifier: Apache-2.0
// A sentence for people, named but not yet worded.
//
// The words stand in templates/messages/<language>/*.toml under `id`; Messages (messages.hpp) fills
// in the arguments when the sentence is shown, in the language of whoever reads it. A test finds an
// id without words.
#pragma once

#include <map>
#include <string>

#include "core/report/place.hpp"

namespace gongbao::core {

struct Message {
    std::string id;                           ///< e.g. "intake.lines_joined"
    std::map<std::string, std::string> args;  ///< fills {name} in the words
    Place place = {};                         ///< fills {place}
};

}  // namespace gongbao::core
