// SPDX-License-Identifier: Apache-2.0
// Automatic numbering (ECMA-376 part 1, 17.9): word/numbering.xml says how lists count, the walk
// through the body says which paragraph comes next, and out comes the number as Word prints it.
// Stateful: paragraphs must be asked for once each, in printed order. Called by the walk.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "editor/intake/docx/properties.hpp"
#include "editor/intake/docx/styles.hpp"

namespace gongbao::editor::docx {

inline constexpr int kListLevels = 9;

struct ListLevel {
    int start = 1;
    std::string format = "decimal";
    std::string text;            ///< "%1、", "（%2）"
    std::string gap = "\t";      ///< between number and words: a tab, a space or nothing
    std::string style;           ///< paragraph style tied to this level
    std::optional<int> restart;  ///< 1-based level after which it starts again, 0 never
    bool decimal_only = false;   ///< w:isLgl
    bool picture = false;        ///< its bullet is a picture (w:lvlPicBulletId)
    ParagraphProperties paragraph;
    RunProperties run;
};
using ListLevels = std::array<ListLevel, kListLevels>;

struct Label {
    std::string text;  ///< "（一）"; may be empty
    std::string gap;
    const ListLevel* level = nullptr;
    std::string unknown_format;  ///< a format printed in decimal for want of knowing it
};

class Numbering {
  public:
    Numbering() = default;
    /// Requires: the w:numbering element, or an empty node; `styles` for lists defined by style.
    Numbering(pugi::xml_node numbering, const Styles& styles);

    /// The list level a paragraph belongs to: `direct` formatting first, then its style.
    /// Nothing for a paragraph without number.
    const ListLevel* level(const ParagraphProperties& direct, const Style& style) const;
    /// Counts the paragraph and prints its number. Nothing for a paragraph without number.
    std::optional<Label> next(const ParagraphProperties& direct, const Style& style);
    /// True when the paragraph names a list that is not there.
    bool is_missing(const ParagraphProperties& direct, const Style& style) const;

  private:
    struct List {                              // a w:num
        std::string counter;                   // the w:abstractNum whose count it shares
        const ListLevels* shared = nullptr;    // the levels of that
        std::map<std::size_t, ListLevel> own;  // levels the list replaces
        std::map<std::size_t, int> start_override;
        const ListLevel& level(std::size_t index) const {
            const auto found = own.find(index);
            return found == own.end() ? (*shared)[index] : found->second;
        }
    };
    struct Spot {
        const List* list;
        std::string id;
        std::size_t level;
    };
    using Counts = std::array<std::optional<int>, kListLevels>;

    void read_list(pugi::xml_node num, const std::map<std::string, pugi::xml_node>& abstracts,
                   const std::map<std::string, pugi::xml_node>& nums, const Styles& styles);
    std::optional<Spot> spot(const ParagraphProperties& direct, const Style& style) const;
    void count(const Spot& spot, Counts& counts);
    std::string print(const List& list, const Counts& counts, Label& label) const;

    std::map<std::string, ListLevels> kinds_;                       // by w:abstractNum
    std::map<std::string, List> lists_;                             // by w:num
    std::map<std::string, Counts> counts_;                          // by w:abstractNum
    std::set<std::pair<std::string, std::size_t>> overrides_used_;  // list and level
};

}  // namespace gongbao::editor::docx
