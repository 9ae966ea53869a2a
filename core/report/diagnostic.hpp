// SPDX-License-Identifier: Apache-2.0
// A finding about a document: what, where, and what to do. Data, never thrown.
// Made by intake, by checks and by the typesetter; shown by the command line and the pages.
#pragma once

#include <string>
#include <vector>

#include "core/report/message.hpp"
#include "core/report/place.hpp"

namespace gongbao::core {

enum class Level { Hint, Warning, Error };

/// "hint", "warning" or "error".
inline const char* name_of(Level level) {
    switch (level) {
        case Level::Hint: return "hint";
        case Level::Warning: return "warning";
        case Level::Error: return "error";
    }
    return "unknown";
}

struct Diagnostic {
    Level level = Level::Hint;
    Place place = {};  ///< the whole, unless said otherwise
    /// What and what to do: the words of an id have the form "what happened; what to do".
    Message message;
    /// The words concerned, cut to a line, or empty.
    std::string excerpt;
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace gongbao::core
