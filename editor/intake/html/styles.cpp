// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/styles.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "editor/intake/html/tree.hpp"

namespace gongbao::editor::html {
namespace {

// Beyond it, rules of a hostile sheet are not tried any more; read_html reports it.
constexpr std::size_t kMostSteps = 20'000'000;

constexpr int kInline = 1 << 24;
constexpr int kImportant = 1 << 25;

std::vector<std::string_view> classes_of(const GumboElement& element) {
    std::vector<std::string_view> classes;
    const std::string_view all = attribute(element, "class");
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t start = all.find_first_not_of(" \t\r\n\f", at);
        if (start == std::string_view::npos) break;
        at = std::min(all.size(), all.find_first_of(" \t\r\n\f", start));
        classes.push_back(all.substr(start, at - start));
    }
    return classes;
}

// What it costs to look at an element: its classes are cut apart each time.
std::size_t cost_of(const GumboNode& node) {
    return 1 + attribute(node.v.element, "class").size() / 4;
}

bool fits(const Compound& compound, const GumboNode& node) {
    const GumboElement& element = node.v.element;
    if (!compound.tag.empty() && compound.tag != name_of(element)) return false;
    if (!compound.id.empty() && compound.id != attribute(element, "id")) return false;
    for (const auto& [name, value] : compound.attributes) {
        if (!has_attribute(element, name.c_str())) return false;
        if (!value.empty() && attribute(element, name.c_str()) != value) return false;
    }
    if (compound.classes.empty()) return true;
    const std::vector<std::string_view> classes = classes_of(element);
    return std::all_of(compound.classes.begin(), compound.classes.end(), [&](const auto& name) {
        return std::find(classes.begin(), classes.end(), name) != classes.end();
    });
}

std::string key_of(const Compound& compound) {
    if (!compound.id.empty()) return "#" + compound.id;
    if (!compound.classes.empty()) return "." + compound.classes.front();
    return compound.tag.empty() ? "*" : compound.tag;
}

}  // namespace

Styles::Styles(const GumboNode& root) {
    collect_sheets(root);
    for (std::size_t i = 0; i < sheet_.rules.size(); ++i)
        by_key_[key_of(sheet_.rules[i].selector.compounds.back())].push_back(i);
    settle_below(root);
    if (steps_ > kMostSteps) sheet_.unread.emplace_back("*");
}

void Styles::collect_sheets(const GumboNode& node) {
    if (is_tag(node, GUMBO_TAG_STYLE)) {
        const std::string medium = core::lower_case(core::trim(attribute(node.v.element, "media")));
        if (medium == "print" || medium == "speech") return;
        for (const GumboNode* child : children_of(node))
            if (is_text(*child)) read_sheet(child->v.text.text, sheet_);
        return;
    }
    if (node.type == GUMBO_NODE_TEMPLATE) return;
    for (const GumboNode* child : children_of(node)) collect_sheets(*child);
}

void Styles::settle_below(const GumboNode& node) {
    if (is_element(node)) settle(node);
    for (const GumboNode* child : children_of(node)) settle_below(*child);
}

void Styles::settle(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    std::vector<std::size_t> rules;
    const auto try_key = [&](const std::string& key) {
        const auto found = by_key_.find(key);
        if (found == by_key_.end()) return;
        for (const std::size_t i : found->second)
            if (steps_ <= kMostSteps && matches(sheet_.rules[i].selector, node)) rules.push_back(i);
    };
    if (!by_key_.empty()) {
        try_key("*");
        try_key(name_of(element));
        for (const std::string_view name : classes_of(element)) try_key("." + std::string(name));
        if (const std::string_view id = attribute(element, "id"); !id.empty())
            try_key("#" + std::string(id));
    }
    std::sort(rules.begin(), rules.end());
    for (const std::size_t i : rules) {
        const Selector& selector = sheet_.rules[i].selector;
        for (const Declaration& declaration : sheet_.rules[i].declarations)
            put(declaration, std::min(selector.specificity, kInline - 1),
                settled_[static_cast<std::size_t>(selector.part)][&node]);
    }
    const std::string_view own = attribute(element, "style");
    if (own.empty()) return;
    for (const Declaration& declaration : declarations_of(own))
        put(declaration, kInline, settled_[0][&node]);
}

bool Styles::matches(const Selector& selector, const GumboNode& node) {
    steps_ += cost_of(node);
    if (!fits(selector.compounds.back(), node)) return false;
    const GumboNode* at = &node;
    for (std::size_t i = selector.compounds.size() - 1; i > 0; --i) {
        const bool child = selector.compounds[i].child;
        do {
            at = at->parent;
            if (at == nullptr || !is_element(*at)) return false;
            steps_ += cost_of(*at);
            if (steps_ > kMostSteps) return false;
            if (fits(selector.compounds[i - 1], *at)) break;
            if (child) return false;
        } while (true);
    }
    return true;
}

void Styles::put(const Declaration& declaration, int weight, Settled& settled) {
    if (declaration.important) weight += kImportant;
    for (Won& won : settled) {
        if (won.property != declaration.property) continue;
        if (weight >= won.weight) won.value = declaration.value, won.weight = weight;
        return;
    }
    settled.push_back({declaration.property, declaration.value, weight});
}

std::string_view Styles::raw(const GumboNode& node, std::string_view property, Part part) const {
    const auto& of_part = settled_[static_cast<std::size_t>(part)];
    const auto found = of_part.find(&node);
    if (found == of_part.end()) return {};
    for (const Won& won : found->second)
        if (won.property == property) return won.value;
    return {};
}

std::string Styles::value(const GumboNode& node, std::string_view property) const {
    return core::lower_case(raw(node, property));
}

bool Styles::has_any(const GumboNode& node, Part part) const {
    return settled_[static_cast<std::size_t>(part)].contains(&node);
}

}  // namespace gongbao::editor::html
