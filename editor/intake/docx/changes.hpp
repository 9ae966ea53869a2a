// SPDX-License-Identifier: Apache-2.0
// Tracked changes of a paragraph (ECMA-376 part 1, 17.13.5), gathered so that what one author did
// there is one finding. Nobody may publish what is still being argued about, so each is an error.
// Called by the walk through paragraphs and by tables.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "editor/intake/docx/reading.hpp"

namespace gongbao::editor::docx {

class Changes {
  public:
    enum class Kind { Inserted, Deleted, MovedHere, MovedAway, Formatted };

    /// `change` is the w:ins, w:del … that names author and date.
    void add(Kind kind, pugi::xml_node change, std::string_view words);
    /// Writes: one finding a change set to the findings, and forgets them.
    void report(const Reading& reading, const core::Place& place);

  private:
    struct Set {
        Kind kind;
        std::string author;
        std::string date;
        std::string words;
    };
    std::vector<Set> sets_;  // in order of appearance
    std::map<std::pair<Kind, std::string>, std::size_t> index_;
};

/// The kind of change that an element stands for ("w:ins" …), if it does.
std::optional<Changes::Kind> change_kind(std::string_view element);

}  // namespace gongbao::editor::docx
