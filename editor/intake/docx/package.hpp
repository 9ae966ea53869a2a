// SPDX-License-Identifier: Apache-2.0
// A docx as a package of parts (OPC, ECMA-376 part 2): a zip archive in memory, opened with limits.
// Bytes go in, the bytes of named parts come out. Nothing is ever unpacked to disk. The only place
// that speaks to libzip. Called by read_docx and by everything that reads a part.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/intake/raw/manuscript.hpp"

struct zip;

namespace gongbao::editor::docx {

class Package {
  public:
    /// Requires: `bytes` outlives the package.
    /// Throws: Error(Invalid) for what is no zip, is cut off, encrypted, of an older Word, or has
    /// entries with unsafe or repeated names; (TooLarge) beyond `limits`.
    Package(std::string_view bytes, const IntakeLimits& limits);

    bool has(std::string_view part) const;
    /// True when some part lies in `folder` ("xl/").
    bool has_folder(std::string_view folder) const;
    /// The names of the parts in `folder` (and below it) that end so, in small letters, sorted.
    std::vector<std::string> parts(std::string_view folder, std::string_view ending) const;
    /// Part names ignore case.
    static bool same_name(std::string_view one, std::string_view other);
    /// The bytes of a part; nothing when the package has none of that name.
    /// Throws: Error(Invalid) when the entry is damaged.
    std::optional<std::string> read(std::string_view part) const;

  private:
    struct Entry {
        std::uint64_t index;
        std::uint64_t size;
    };
    void list_entries(const IntakeLimits& limits);

    std::shared_ptr<zip> archive_;
    std::map<std::string, Entry> entries_;  // by name in lower case: part names ignore case
};

}  // namespace gongbao::editor::docx
