// SPDX-License-Identifier: Apache-2.0
// Proves that the desk still holds what came in: file structure, every manuscript and picture
// against its digest, every document, its findings and every issue against their seals. Each damage
// is named with its place; nothing is repaired.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "core/report/diagnostic.hpp"

namespace gongbao::editor {

/// Empty: the desk is whole. A hint says that seals were taken later than at import.
/// `known` are triggers and views that somebody else put there and proves, all others are foreign.
/// Throws: as open_desk_file.
core::Diagnostics verify_desk(const std::filesystem::path& file,
                              const std::set<std::string>& known = {});

}  // namespace gongbao::editor
