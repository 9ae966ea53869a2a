// SPDX-License-Identifier: Apache-2.0
// The HTML templates: mustache files of templates/pages, with the words of one language put in.
//
//   [[pages.home.latest]]   the words of a message id, escaped for HTML; replaced when loading
//   {{> contents}}          another file of the folder, put in when loading
//   {{name}} {{#list}} …    mustache; every {{name}} is escaped
//
// Read and parsed once, when loading; a mistake is told there with its file and line.
#pragma once

#include <filesystem>
#include <kainjow/mustache.hpp>
#include <map>
#include <string>
#include <string_view>

#include "core/report/messages.hpp"

namespace gongbao::server {

/// What a template is filled with. An empty string counts as present; see `shown`.
using View = kainjow::mustache::data;

/// `text`, or false when it is empty, so that {{#text}}…{{/text}} is left out.
View shown(const std::string& text);

class Templates {
  public:
    /// Throws: Error(Unavailable) when the folder cannot be read, (Invalid) naming file and line of
    /// a message id without words, an unknown partial or a mustache mistake.
    Templates(const std::filesystem::path& folder, const core::Messages& words);

    /// Requires: `name` is a file of the folder, without ".html". Threads: any.
    std::string render(std::string_view name, const View& view) const;

  private:
    /// Rendering walks the parsed tree and writes nothing into it (its state is a local of render()
    /// as long as a view holds no functions, and View never does), but is not declared const.
    mutable std::map<std::string, kainjow::mustache::mustache, std::less<>> parsed_;
};

}  // namespace gongbao::server
