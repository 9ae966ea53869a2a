// SPDX-License-Identifier: Apache-2.0
// What the reader of a page tells an editor beside the words: how some of them look, pictures,
// frames and scripts it does not read, and what it counts over the whole page. Used by PageReader.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "core/report/diagnostic.hpp"
#include "editor/intake/html/account.hpp"
#include "editor/intake/html/style.hpp"

namespace gongbao::editor::html {

class PageNotes {
  public:
    PageNotes(Account& account, core::Diagnostics& findings)
        : account_(account), findings_(findings) {}

    /// Words that are struck, that nobody can see, that run from right to left.
    void look_at(std::string_view text, const Look& look, const core::Place& place);
    void report_picture(const GumboElement& picture, const core::Place& place);
    /// A script is not run; what it writes into the text is missing.
    void report_script(const GumboNode& script, const core::Place& place);
    void report_frame(const GumboElement& frame, const core::Place& place);

    /// Words that a control shows, or a style sheet adds.
    void count_control(const std::string& words) { controls_.add(words); }
    void count_generated(const std::string& words) { generated_.add(words); }
    void count_blank() { ++blanks_; }
    void count_invisible(std::string_view text);
    /// One finding for each of what was counted.
    void report_counts();

  private:
    struct Counted {
        std::size_t count = 0;
        std::string words;
        void add(const std::string& more);
    };

    void report_count(const char* id, std::size_t count, const std::string& words,
                      core::Level level);

    Account& account_;
    core::Diagnostics& findings_;
    Counted controls_;
    Counted generated_;
    std::size_t blanks_ = 0;
    std::size_t invisible_ = 0;
};

}  // namespace gongbao::editor::html
