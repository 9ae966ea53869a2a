// SPDX-License-Identifier: Apache-2.0
// The words of one language: every sentence shown to people, read from
// templates/messages/<language>/*.toml. Form of those files: docs/formats.md, "messages".
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/report/message.hpp"
#include "core/report/place.hpp"

namespace gongbao::core {

class Messages {
  public:
    /// Reads every *.toml of `folder` (templates/messages/zh-CN). Nested tables join with dots:
    /// [intake] lines_joined = "…"  is  intake.lines_joined.
    /// Throws: Error(Unavailable) when the folder or a file cannot be read, (Invalid) naming file
    /// and line when a file is not TOML.
    static Messages load(const std::filesystem::path& folder);

    /// The sentence with its {arguments} filled in; an unknown id gives the id itself with its
    /// arguments, so that nothing is hidden.
    std::string say(const Message& message) const;
    std::string say(std::string_view id) const;
    /// "表2第3行第1格", "table 2, row 3, cell 1"; empty for the whole.
    std::string say(const Place& place) const;

    bool has(std::string_view id) const;
    const std::map<std::string, std::string, std::less<>>& all() const { return words_; }

  private:
    std::map<std::string, std::string, std::less<>> words_;
};

}  // namespace gongbao::core
