// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/styles.hpp"

#include <set>
#include <vector>

#include "core/text/text.hpp"
#include "editor/intake/docx/style_names.hpp"
#include "editor/intake/docx/xml_part.hpp"

namespace gongbao::editor::docx {
namespace {

using Nodes = std::map<std::string, pugi::xml_node, std::less<>>;

constexpr std::size_t kLongestChain = 64;  // of styles based on each other
constexpr std::size_t kLongestName = 253;  // Word's own limit

// The style and its bases, outermost base first.
std::vector<pugi::xml_node> chain_of(pugi::xml_node style, const Nodes& nodes) {
    std::vector<pugi::xml_node> chain;
    std::set<std::string_view> seen;
    while (style && chain.size() < kLongestChain &&
           seen.insert(style.attribute("w:styleId").value()).second) {
        chain.insert(chain.begin(), style);
        const auto base = nodes.find(value_of(style, "w:basedOn"));
        style = base == nodes.end() ? pugi::xml_node{} : base->second;
    }
    return chain;
}

Style resolve(pugi::xml_node node, const ParagraphProperties& defaults, const Nodes& nodes) {
    Style style;
    style.id = node.attribute("w:styleId").value();
    style.name = core::excerpt(value_of(node, "w:name"), kLongestName);
    style.paragraph = defaults;
    for (const pugi::xml_node step : chain_of(node, nodes)) {
        const StyleName known = read_style_name(value_of(step, "w:name"));
        // Word's own headings may leave the level out; a heading based on the title is no title.
        if (known.heading > 0) style.paragraph.outline_level = known.heading;
        if (known.heading > 0) style.use = Style::Use::Text;
        if (known.title) style.use = Style::Use::Title;
        if (known.contents) style.use = Style::Use::Contents;
        lay_over(style.paragraph, read_paragraph_properties(step.child("w:pPr")));
        lay_over(style.run, read_run_properties(step.child("w:rPr")));
        for (const pugi::xml_node part : step.children("w:tblStylePr"))
            lay_over(style.parts[part.attribute("w:type").value()],
                     read_run_properties(part.child("w:rPr")));
    }
    return style;
}

std::optional<bool> toggled(std::optional<bool> defaults, std::optional<bool> paragraph,
                            std::optional<bool> character, std::optional<bool> direct) {
    if (direct) return direct;
    return defaults.value_or(false) || (paragraph.value_or(false) != character.value_or(false));
}

}  // namespace

Styles::Styles(pugi::xml_node styles) {
    const pugi::xml_node defaults = styles.child("w:docDefaults");
    defaults_ = read_run_properties(defaults.child("w:rPrDefault").child("w:rPr"));
    const ParagraphProperties paragraph_defaults =
        read_paragraph_properties(defaults.child("w:pPrDefault").child("w:pPr"));
    default_paragraph_.paragraph = paragraph_defaults;
    Nodes nodes;
    for (const pugi::xml_node node : styles.children("w:style"))
        nodes.emplace(node.attribute("w:styleId").value(), node);
    for (const auto& [id, node] : nodes) {
        Style style = resolve(node, paragraph_defaults, nodes);
        const std::string_view type = node.attribute("w:type").value();
        const bool is_default = node.attribute("w:default").as_bool();
        if (type == "paragraph" && is_default) default_paragraph_ = style;
        if (type == "table" && is_default) default_table_ = id;
        styles_.emplace(id, std::move(style));
    }
}

const Style& Styles::paragraph(std::string_view id) const {
    const auto found = styles_.find(id);
    return found == styles_.end() ? default_paragraph_ : found->second;
}

const RunProperties& Styles::character(std::string_view id) const {
    const auto found = styles_.find(id);
    return found == styles_.end() ? nothing_ : found->second.run;
}

const Style* Styles::table(std::string_view id) const {
    auto found = styles_.find(id);
    if (found == styles_.end()) found = styles_.find(default_table_);
    return found == styles_.end() ? nullptr : &found->second;
}

std::string Styles::numbering(std::string_view id) const {
    const auto found = styles_.find(id);
    return found == styles_.end() ? "" : found->second.paragraph.numbering.value_or("");
}

RunProperties Styles::effective(const Style& style, const RunProperties& direct) const {
    const RunProperties& character = this->character(direct.style);
    RunProperties run = defaults_;
    lay_over(run, style.run);
    lay_over(run, character);
    lay_over(run, direct);
    run.bold = toggled(defaults_.bold, style.run.bold, character.bold, direct.bold);
    run.italic = toggled(defaults_.italic, style.run.italic, character.italic, direct.italic);
    run.hidden = toggled(defaults_.hidden, style.run.hidden, character.hidden, direct.hidden);
    run.caps = toggled(defaults_.caps, style.run.caps, character.caps, direct.caps);
    run.small_caps = toggled(defaults_.small_caps, style.run.small_caps, character.small_caps,
                             direct.small_caps);
    run.struck = toggled(defaults_.struck, style.run.struck, character.struck, direct.struck);
    return run;
}

}  // namespace gongbao::editor::docx
