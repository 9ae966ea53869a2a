// SPDX-License-Identifier: Apache-2.0
// The head of the archive: one digest over the manifests of all editions in the order of issuing.
// A person who noted it down elsewhere can tell later whether the archive still begins with the
// same editions; nothing inside the file could tell that it was not made anew as a whole. Form:
// docs/formats.md, "archive database".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/storage/database.hpp"

namespace gongbao::archive {

/// SHA-256, hexadecimal, of the chain as it stands.
std::string head_of(const core::Database& database);

/// The revision at which `head` was the head; 0 is the empty archive. Nothing when it never was.
std::optional<std::int64_t> revision_with_head(const core::Database& database,
                                               std::string_view head);

}  // namespace gongbao::archive
