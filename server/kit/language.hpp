// SPDX-License-Identifier: Apache-2.0
// A language of the pages: the words around the texts, and the templates with those words in them.
// The texts themselves are in Chinese. Read once, at the start, by each site for its own pages.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/report/messages.hpp"
#include "server/kit/templates.hpp"

namespace gongbao::server {

struct Language {
    std::string tag;   ///< "zh-CN"
    std::string name;  ///< as its readers call it: 中文
    core::Messages words;
    Templates templates;
};

/// Every language of `templates`/messages, `first` first, with the pages of the folder `pages`.
/// Throws: Error(Unavailable) for missing templates, (Invalid) for a template with unknown words or
/// a mistake.
std::vector<std::unique_ptr<const Language>> read_languages(const std::filesystem::path& templates,
                                                            const std::string& pages,
                                                            const std::string& first);

}  // namespace gongbao::server
