// SPDX-License-Identifier: Apache-2.0
// What the faces must not set: the characters for which a face draws another character, or nothing.
// The list, its form and how it was made: fonts/README.md.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "typeset/fonts/font_face.hpp"

namespace gongbao::typeset {

/// Reads `file`: what is barred of each face of the catalogue. Throws: Error(Unavailable) when it
/// is missing; (Invalid) naming file and line for a face that is not one of `faces`, a character
/// barred twice of one, a `drawn` that does not match.
std::map<std::string, BarredRanges> read_barred(const std::filesystem::path& file,
                                                const std::set<std::string>& faces);

}  // namespace gongbao::typeset
