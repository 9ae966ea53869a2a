// SPDX-License-Identifier: Apache-2.0
// Keeps account of a page's words: each word of the tree was read or is named in a finding as left
// out. Used by the HTML reader, which checks the account when it is done.
#pragma once

#include <gumbo.h>

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/report/diagnostic.hpp"

namespace gongbao::editor::html {

class Account {
  public:
    explicit Account(core::Diagnostics& findings) : findings_(findings) {}

    /// Words of the tree that went into the document.
    void read(std::string_view text) { count(text, -1); }
    /// Words of the tree that did not, and why: the id of a message with the argument `words`.
    /// Without words nothing is reported.
    void leave_out(std::string_view text, const char* id, const core::Place& place,
                   std::map<std::string, std::string> arguments = {},
                   core::Level level = core::Level::Warning);
    /// Words that are in the tree for other programs only, the brackets around a reading.
    void pass_over(std::string_view text) { count(text, -1); }

    /// Reports words that stand in no text of the tree: values, hints.
    void report(std::string_view text, const char* id, const core::Place& place,
                std::map<std::string, std::string> arguments = {},
                core::Level level = core::Level::Warning);

    /// Throws: Error(Invalid) unless the words below `content` are those accounted for, no more and
    /// no less.
    void require_all(const GumboNode& content);

  private:
    void count(std::string_view text, int sign);

    core::Diagnostics& findings_;
    std::unordered_map<char32_t, long> open_;  ///< by character: in the tree, less accounted for
};

}  // namespace gongbao::editor::html
