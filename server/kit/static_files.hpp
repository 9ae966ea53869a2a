// SPDX-License-Identifier: Apache-2.0
// The style sheet, icons and other files of templates/static, held in memory.
//
// A link carries the file's version ("/static/site.css?v=1a2b3c4d"), so that browsers may keep it
// for ever. Only names found when loading are served: no request names a path.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace gongbao::server {

struct StaticFile {
    std::string type;  ///< media type
    std::string bytes;
    std::string version;  ///< first 8 digits of the SHA-256
};

class StaticFiles {
  public:
    /// Throws: Error(Unavailable) when the folder cannot be read, (Invalid) for a file of a kind
    /// that media_types.cpp does not know.
    explicit StaticFiles(const std::filesystem::path& folder);

    const StaticFile* find(std::string_view name) const;  ///< null when there is none
    /// The versioned address. Requires: the file exists.
    std::string link(std::string_view name) const;

  private:
    std::map<std::string, StaticFile, std::less<>> files_;
};

}  // namespace gongbao::server
