// SPDX-License-Identifier: Apache-2.0
// What comes in, and how much of it the readers bear.
#pragma once

#include <cstddef>
#include <string>

namespace gongbao::editor {

/// What somebody handed in: kept by digest, never changed.
struct Manuscript {
    std::string name;  ///< file name, shown and used as a hint for the format only
    std::string bytes;
};

/// Limits against hostile files; the defaults are those of docs/formats.md, "limits".
struct IntakeLimits {
    std::size_t file = std::size_t{50} << 20;        ///< bytes of the manuscript
    std::size_t unpacked = std::size_t{300} << 20;   ///< bytes of all entries of a package
    std::size_t entries = 2000;                      ///< entries of a package
    std::size_t ratio_from = std::size_t{64} << 20;  ///< bytes from which an entry's ratio counts
    std::size_t ratio = 100;                         ///< unpacked : packed of one such entry
};

}  // namespace gongbao::editor
