// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/page.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

#include "core/text.hpp"
#include "editor/intake/html/ruby.hpp"
#include "editor/intake/html/style.hpp"
#include "editor/intake/white_space.hpp"

namespace gongbao::editor::html {
namespace {

constexpr std::array kContentNames = {
    "UCAP-CONTENT", "TRS_Editor",      "trs_editor_view", "TRS_UEDITOR", "zoom",
    "Zoom",         "pages_content",   "article-content", "artibody",    "content_body",
    "xxgk_content", "view-content",    "ContentRegion",   "ivs_content", "article_con",
    "detail-content", "news_content",
};

constexpr std::array kFieldLabels = {
    "索引号", "主题分类", "发文机关", "发文单位", "发布机构", "发文机构", "成文日期", "标题", "发文字号",
    "文号",   "发布日期", "主题词",   "生成日期", "公开方式", "信息索引号", "体裁分类", "有效性", "有效期",
    "施行日期", "生效日期", "失效日期", "名称", "公开日期", "印发日期", "来源", "公文时效", "统一编号",
    "组配分类", "登记号",
};

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }

const GumboVector& children_of(const GumboNode& node) {
    return node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
}

const GumboNode& child_at(const GumboVector& children, unsigned i) {
    return *static_cast<const GumboNode*>(children.data[i]);
}

bool has_children(const GumboNode& node) {
    return node.type == GUMBO_NODE_DOCUMENT || node.type == GUMBO_NODE_ELEMENT;
}

// Calls `visit` for every shown element in document order until it returns true.
bool walk(const GumboNode& node, const std::function<bool(const GumboNode&)>& visit) {
    if (!has_children(node)) return false;
    if (is_element(node)) {
        if (is_machinery(node.v.element.tag) || is_hidden(node.v.element)) return false;
        if (visit(node)) return true;
    }
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i)
        if (walk(child_at(children, i), visit)) return true;
    return false;
}

bool is_named(const GumboElement& element, std::string_view name) {
    if (attribute(element, "id") == name) return true;
    for (const std::string_view part : core::split(attribute(element, "class"), ' '))
        if (part == name) return true;
    return false;
}

void collect_words(const GumboNode& node, std::string& words);

// Each base with its reading behind it, as they are read and kept.
void collect_ruby(const GumboNode& ruby, std::string& words) {
    for (const RubyPart& part : ruby_parts(ruby)) {
        for (const GumboNode* node : part.base) collect_words(*node, words);
        if (part.reading != nullptr) collect_words(*part.reading, words);
    }
}

void collect_words(const GumboNode& node, std::string& words) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA ||
        node.type == GUMBO_NODE_WHITESPACE) {
        words += words_of(std::string_view(node.v.text.text));
        return;
    }
    if (!has_children(node)) return;
    if (is_element(node) && (is_machinery(node.v.element.tag) || is_hidden(node.v.element))) return;
    if (is_element(node) && node.v.element.tag == GUMBO_TAG_RUBY) return collect_ruby(node, words);
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i) collect_words(child_at(children, i), words);
}

bool is_paragraph_like(GumboTag tag) {
    return tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_SPAN ||
           tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 ||
           tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_FONT || tag == GUMBO_TAG_B;
}

// Goes down from `node` as long as one child holds most of the words.
const GumboNode& densest(const GumboNode& node) {
    const std::size_t all = visible_words(node).size();
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i) {
        const GumboNode& child = child_at(children, i);
        if (!is_element(child) || is_paragraph_like(child.v.element.tag)) continue;
        if (visible_words(child).size() * 10 >= all * 7 && all > 0) return densest(child);
    }
    return node;
}

std::string label_of(std::string_view text) {
    std::string label = words_of(text);
    for (const std::string_view colon : {"：", ":", "】", "]"})
        if (label.ends_with(colon)) label.erase(label.size() - colon.size());
    for (const std::string_view open : {"【", "["})
        if (label.starts_with(open)) label.erase(0, open.size());
    if (label == "信息索引号") label = "索引号";
    return label;
}

bool is_field_label(const std::string& label) {
    return std::find(kFieldLabels.begin(), kFieldLabels.end(), label) != kFieldLabels.end();
}

bool is_reading(GumboTag tag) { return tag == GUMBO_TAG_RT || tag == GUMBO_TAG_RTC || tag == GUMBO_TAG_RP; }

// The text below `node` with its inner spaces; readings are no part of a field's words.
std::string shown_text(const GumboNode& node) {
    std::string text;
    const std::function<void(const GumboNode&)> collect = [&](const GumboNode& at) {
        if (at.type == GUMBO_NODE_TEXT || at.type == GUMBO_NODE_WHITESPACE) text += at.v.text.text;
        if (!has_children(at)) return;
        if (is_element(at) && (is_machinery(at.v.element.tag) || is_hidden(at.v.element))) return;
        if (is_element(at) && is_reading(at.v.element.tag)) return;
        const GumboVector& children = children_of(at);
        for (unsigned i = 0; i < children.length; ++i) collect(child_at(children, i));
    };
    collect(node);
    return tidy_white_space(text);
}

bool is_field_holder(GumboTag tag) {
    return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_DT ||
           tag == GUMBO_TAG_DD || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_P ||
           tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SPAN || tag == GUMBO_TAG_B ||
           tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_LABEL || tag == GUMBO_TAG_EM;
}

const GumboNode* next_element(const GumboNode& node) {
    if (node.parent == nullptr || !has_children(*node.parent)) return nullptr;
    const GumboVector& siblings = children_of(*node.parent);
    for (auto i = static_cast<unsigned>(node.index_within_parent) + 1; i < siblings.length; ++i)
        if (is_element(child_at(siblings, i))) return &child_at(siblings, i);
    return nullptr;
}

// The text between `node` and the next element: <b>文号：</b>川办发…<br>
std::string text_after(const GumboNode& node) {
    std::string text;
    const GumboVector& siblings = children_of(*node.parent);
    for (auto i = static_cast<unsigned>(node.index_within_parent) + 1; i < siblings.length; ++i) {
        const GumboNode& sibling = child_at(siblings, i);
        if (is_element(sibling)) break;
        if (sibling.type == GUMBO_NODE_TEXT) text += sibling.v.text.text;
    }
    return tidy_white_space(text);
}

class FieldReader {
  public:
    explicit FieldReader(const GumboNode& content) : content_(content) {}

    bool visit(const GumboNode& node) {
        if (&node == &content_) return false;
        if (node.v.element.tag == GUMBO_TAG_H1 && !is_inside_content(node))
            heading_ = shown_text(node);
        if (node.v.element.tag == GUMBO_TAG_META) read_meta(node.v.element);
        if (!is_field_holder(node.v.element.tag) || is_inside_content(node)) return false;
        const std::string text = shown_text(node);
        if (text.empty() || core::length(text) > 300) return false;
        if (const std::string label = label_of(text); is_field_label(label)) {
            std::string value = text_after(node);
            if (const GumboNode* next = next_element(node); value.empty() && next != nullptr)
                value = shown_text(*next);
            add(label, value);
            return false;
        }
        read_pair(text);
        return false;
    }

    std::vector<std::pair<std::string, std::string>> take() {
        add("标题", heading_);
        return std::move(fields_);
    }

  private:
    bool is_inside_content(const GumboNode& node) const {
        for (const GumboNode* at = &node; at != nullptr; at = at->parent)
            if (at == &content_) return true;
        return false;
    }

    void read_pair(std::string_view text) {
        std::size_t colon = text.find("：");
        std::size_t length = 3;
        if (colon == std::string_view::npos) colon = text.find(':'), length = 1;
        if (colon == std::string_view::npos || colon > 40) return;
        const std::string label = label_of(text.substr(0, colon));
        const std::string_view value = core::trim(text.substr(colon + length));
        const bool one_pair = value.find("：") == std::string_view::npos;
        if (is_field_label(label) && one_pair) add(label, std::string(value));
    }

    void read_meta(const GumboElement& meta) {
        const std::string_view name = attribute(meta, "name");
        const std::string value = tidy_white_space(attribute(meta, "content"));
        if (name == "ArticleTitle") add("标题", value);
        if (name == "PubDate") add("发布日期", value);
        if (name == "ContentSource") add("来源", value);
    }

    void add(const std::string& label, const std::string& value) {
        const bool known = std::any_of(fields_.begin(), fields_.end(),
                                       [&](const auto& field) { return field.first == label; });
        if (!known && !value.empty() && !is_field_label(label_of(value)))
            fields_.emplace_back(label, value);
    }

    const GumboNode& content_;
    std::string heading_;  // of the page, in case no field names the title
    std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace

bool is_machinery(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_CANVAS:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_INPUT:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_EMBED:
        case GUMBO_TAG_TITLE: return true;
        default: return false;
    }
}

std::string visible_words(const GumboNode& node) {
    std::string words;
    collect_words(node, words);
    return words;
}

const GumboNode& main_content(const GumboNode& root) {
    const GumboNode* found = nullptr;
    for (const char* name : kContentNames) {
        walk(root, [&](const GumboNode& node) {
            if (is_named(node.v.element, name) && !visible_words(node).empty()) found = &node;
            return found != nullptr;
        });
        if (found != nullptr) return *found;
    }
    for (const GumboTag tag : {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_BODY}) {
        walk(root, [&](const GumboNode& node) {
            if (node.v.element.tag == tag && !visible_words(node).empty()) found = &node;
            return found != nullptr;
        });
        if (found != nullptr) break;
    }
    return densest(found != nullptr ? *found : root);
}

std::vector<std::pair<std::string, std::string>> page_fields(const GumboNode& root,
                                                             const GumboNode& content) {
    FieldReader reader(content);
    walk(root, [&](const GumboNode& node) { return reader.visit(node); });
    return reader.take();
}

}  // namespace gongbao::editor::html
