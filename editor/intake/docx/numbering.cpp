// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/numbering.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "editor/intake/docx/xml_part.hpp"
#include "editor/intake/raw/number_format.hpp"

namespace gongbao::editor::docx {
namespace {

using Nodes = std::map<std::string, pugi::xml_node>;

constexpr std::size_t kLongestPattern = 255;  // of a w:lvlText; Word's own limit is far below

std::string gap_of(std::string_view suffix) {
    if (suffix == "nothing") return "";
    return suffix == "space" ? " " : "\t";
}

// Nought when left out (17.9.25); Word counts to 32,767.
int start_of(pugi::xml_node start) {
    return std::clamp(start.attribute("w:val").as_int(0), 0, 32767);
}

// A format of Word 2010 and later stands in mc:AlternateContent and is spelt out there
// ("001, 002, 003, ..."); its fallback, a plain one, is not what such a Word prints.
std::string format_of(pugi::xml_node level) {
    pugi::xml_node format = level.child("w:numFmt");
    for (const pugi::xml_node branch : level.child("mc:AlternateContent").children())
        if (!format) format = branch.child("w:numFmt");
    if (!format) return "decimal";
    const std::string name = format.attribute("w:val").value();
    return name == "custom" ? format.attribute("w:format").value() : name;
}

ListLevel read_level(pugi::xml_node node) {
    ListLevel level;
    level.start = start_of(node.child("w:start"));
    level.format = format_of(node);
    level.text = core::excerpt(value_of(node, "w:lvlText"), kLongestPattern);
    level.gap = gap_of(value_of(node, "w:suff"));
    level.style = value_of(node, "w:pStyle");
    if (const pugi::xml_node restart = node.child("w:lvlRestart"))
        level.restart = restart.attribute("w:val").as_int();
    level.decimal_only = node.child("w:isLgl") && is_on(node.child("w:isLgl"));
    level.picture = !node.child("w:lvlPicBulletId").empty();
    level.paragraph = read_paragraph_properties(node.child("w:pPr"));
    level.run = read_run_properties(node.child("w:rPr"));
    return level;
}

std::optional<std::size_t> level_index(pugi::xml_node node) {
    const int index = node.attribute("w:ilvl").as_int(-1);
    if (index < 0 || index >= kListLevels) return std::nullopt;
    return static_cast<std::size_t>(index);
}

template <typename Levels>
void read_levels(pugi::xml_node parent, Levels& levels) {
    for (const pugi::xml_node node : parent.children("w:lvl"))
        if (const auto index = level_index(node)) levels[*index] = read_level(node);
}

std::string abstract_id(pugi::xml_node num) {
    return std::string(value_of(num, "w:abstractNumId"));
}

// A w:abstractNum may only point to a numbering style, whose list then points to the real one.
pugi::xml_node follow_style_link(pugi::xml_node abstract, const Nodes& abstracts, const Nodes& nums,
                                 const Styles& styles) {
    for (int steps = 0; steps < kListLevels; ++steps) {
        const std::string_view link = value_of(abstract, "w:numStyleLink");
        if (link.empty()) break;
        const auto num = nums.find(styles.numbering(link));
        if (num == nums.end()) break;
        const auto next = abstracts.find(abstract_id(num->second));
        if (next == abstracts.end()) break;
        abstract = next->second;
    }
    return abstract;
}

// How many levels above a level must advance for it to start again; 0: it never does.
int restart_of(const ListLevel& level, std::size_t index) {
    return level.restart.value_or(static_cast<int>(index));
}

std::string printed(int number, const ListLevel& level, bool decimal_only, std::string& unknown) {
    if (decimal_only && level.format != "none" && level.format != "bullet")
        return std::to_string(number);
    const auto text = format_number(number, level.format);
    if (!text) unknown = core::excerpt(level.format);
    return text.value_or(std::to_string(number));
}

}  // namespace

Numbering::Numbering(pugi::xml_node numbering, const Styles& styles) {
    Nodes abstracts;
    Nodes nums;
    for (const pugi::xml_node node : numbering.children("w:abstractNum"))
        abstracts.emplace(node.attribute("w:abstractNumId").value(), node);
    for (const pugi::xml_node node : numbering.children("w:num"))
        nums.emplace(node.attribute("w:numId").value(), node);
    for (const auto& [id, num] : nums) read_list(num, abstracts, nums, styles);
}

void Numbering::read_list(pugi::xml_node num, const Nodes& abstracts, const Nodes& nums,
                          const Styles& styles) {
    const auto found = abstracts.find(abstract_id(num));
    if (found == abstracts.end()) return;
    const pugi::xml_node abstract = follow_style_link(found->second, abstracts, nums, styles);
    List list;
    list.counter = abstract.attribute("w:abstractNumId").value();
    const auto [kind, fresh] = kinds_.try_emplace(list.counter);
    if (fresh) read_levels(abstract, kind->second);
    list.shared = &kind->second;
    for (const pugi::xml_node over : num.children("w:lvlOverride")) {
        const auto index = level_index(over);
        if (!index) continue;
        read_levels(over, list.own);
        if (const pugi::xml_node start = over.child("w:startOverride"))
            list.start_override[*index] = start_of(start);
    }
    lists_.emplace(num.attribute("w:numId").value(), std::move(list));
}

std::optional<Numbering::Spot> Numbering::spot(const ParagraphProperties& direct,
                                               const Style& style) const {
    const auto& id = direct.numbering ? direct.numbering : style.paragraph.numbering;
    if (!id || id->empty() || *id == "0") return std::nullopt;
    const auto list = lists_.find(*id);
    if (list == lists_.end()) return std::nullopt;
    int level = direct.numbering_level.value_or(style.paragraph.numbering_level.value_or(0));
    if (!direct.numbering_level && !style.id.empty())
        for (int i = 0; i < kListLevels; ++i)
            if (list->second.level(static_cast<std::size_t>(i)).style == style.id) level = i;
    if (level < 0 || level >= kListLevels) return std::nullopt;
    return Spot{&list->second, *id, static_cast<std::size_t>(level)};
}

const ListLevel* Numbering::level(const ParagraphProperties& direct, const Style& style) const {
    const auto found = spot(direct, style);
    return found ? &found->list->level(found->level) : nullptr;
}

bool Numbering::is_missing(const ParagraphProperties& direct, const Style& style) const {
    const auto& id = direct.numbering ? direct.numbering : style.paragraph.numbering;
    return id && !id->empty() && *id != "0" && lists_.find(*id) == lists_.end();
}

void Numbering::count(const Spot& spot, Counts& counts) {
    const List& list = *spot.list;
    const std::size_t at = spot.level;
    const auto start = [&list](std::size_t index) {
        const auto over = list.start_override.find(index);
        return over == list.start_override.end() ? list.level(index).start : over->second;
    };
    for (std::size_t above = 0; above < at; ++above)
        if (!counts[above]) counts[above] = start(above);
    const bool anew =
        list.start_override.contains(at) && overrides_used_.emplace(spot.id, at).second;
    if (anew)
        counts[at] = start(at);
    else
        counts[at] = counts[at] ? *counts[at] + 1 : list.level(at).start;
    for (std::size_t below = at + 1; below < counts.size(); ++below)
        if (static_cast<int>(at) < restart_of(list.level(below), below)) counts[below].reset();
}

std::string Numbering::print(const List& list, const Counts& counts, Label& label) const {
    const std::string& pattern = label.level->text;
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char digit = pattern[i] == '%' && i + 1 < pattern.size() ? pattern[i + 1] : '0';
        if (digit < '1' || digit > '9') {
            text += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(digit - '1');
        const ListLevel& level = list.level(index);
        text += printed(counts[index].value_or(level.start), level, label.level->decimal_only,
                        label.unknown_format);
        ++i;
    }
    return text;
}

std::optional<Label> Numbering::next(const ParagraphProperties& direct, const Style& style) {
    const auto found = spot(direct, style);
    if (!found) return std::nullopt;
    Counts& counts = counts_[found->list->counter];
    count(*found, counts);
    Label label;
    label.level = &found->list->level(found->level);
    label.text =
        label.level->format == "bullet" ? label.level->text : print(*found->list, counts, label);
    if (label.text.empty() && label.level->picture) label.text = "•";
    if (!label.text.empty()) label.gap = label.level->gap;
    return label;
}

}  // namespace gongbao::editor::docx
