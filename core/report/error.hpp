// SPDX-License-Identifier: Apache-2.0
// Error: the operation asked for cannot be done.
//
// One class, closed kinds, two texts: a Message for people (no path of the machine, no SQL) and a
// line for the log. Findings about people's documents are not errors but Diagnostics
// (diagnostic.hpp). A foreign exception becomes an Error in the file that includes its header.
#pragma once

#include <stdexcept>
#include <string>

#include "core/report/message.hpp"

namespace gongbao::core {

/// What kind of "cannot". A new kind also needs: its HTTP status in server/kit/status.cpp and its
/// exit code in cli/context.cpp.
enum class ErrorKind {
    NotFound,     ///< what was named does not exist
    Invalid,      ///< the input is not of the expected form
    Conflict,     ///< it contradicts what is already there
    Forbidden,    ///< not allowed in this state or for this person
    TooLarge,     ///< beyond a stated limit
    Corrupt,      ///< stored data are not what was stored
    Unavailable,  ///< the surroundings fail: disk, port, missing font
};

class Error : public std::runtime_error {
  public:
    /// `for_log` may hold paths and foreign texts; without it the message id stands in the log.
    Error(ErrorKind kind, Message for_people, const std::string& for_log = {});

    ErrorKind kind() const { return kind_; }
    const Message& for_people() const { return for_people_; }

  private:
    ErrorKind kind_;
    Message for_people_;
};

/// The stable lower-case name of a kind, e.g. "not-found".
const char* name_of(ErrorKind kind);

}  // namespace gongbao::core
