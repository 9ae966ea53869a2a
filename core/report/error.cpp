// SPDX-License-Identifier: Apache-2.0
#include "core/report/error.hpp"

#include <utility>

namespace gongbao::core {

Error::Error(ErrorKind kind, Message for_people, const std::string& for_log)
    : std::runtime_error(for_log.empty() ? for_people.id : for_people.id + ": " + for_log),
      kind_(kind),
      for_people_(std::move(for_people)) {}

const char* name_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::NotFound: return "not-found";
        case ErrorKind::Invalid: return "invalid";
        case ErrorKind::Conflict: return "conflict";
        case ErrorKind::Forbidden: return "forbidden";
        case ErrorKind::TooLarge: return "too-large";
        case ErrorKind::Corrupt: return "corrupt";
        case ErrorKind::Unavailable: return "unavailable";
    }
    return "unknown";
}

}  // namespace gongbao::core
