// SPDX-License-Identifier: Apache-2.0
// The last step of cross references: where pages are known, words that name another place get a
// rectangle that leads there.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "typeset/layout/layout.hpp"

namespace gongbao::typeset {

/// Adds a link for each line piece of every reference. One that leads nowhere becomes plain words
/// again. `documents`: targets of the documents set, by their names (core::names_of).
void link_references(const std::map<std::string, std::uint32_t>& documents, Layout& layout);

}  // namespace gongbao::typeset
