// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/page.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

#include "core/text/text.hpp"
#include "editor/intake/html/style.hpp"
#include "editor/intake/html/tree.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/disclosure_marks.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor::html {
namespace {

constexpr std::array kContentNames = {
    "UCAP-CONTENT",   "TRS_Editor",    "trs_editor_view", "TRS_UEDITOR",        "zoom",
    "Zoom",           "pages_content", "article-content", "artibody",           "content_body",
    "xxgk_content",   "view-content",  "ContentRegion",   "ivs_content",        "article_con",
    "detail-content", "news_content",  "js_content",      "rich_media_content",
};

constexpr std::array kHeadingNames = {
    "activity-name", "rich_media_title", "title",        "article-title",
    "article_title", "art_title",        "detail-title", "content-title",
    "news_title",    "xxgk_title",       "pages-title",
};

constexpr std::size_t kMostTitleBytes = 600;
constexpr std::size_t kMostFieldBytes = 1200;

constexpr std::array kFieldLabels = {
    "索引号",       "主题分类",     "发文机关",     "发文单位", "发布机构", "发文机构", "成文日期",
    "标题",         "发文字号",     "文号",         "发布日期", "主题词",   "生成日期", "公开方式",
    "信息索引号",   "体裁分类",     "有效性",       "有效期",   "施行日期", "生效日期", "失效日期",
    "名称",         "公开日期",     "印发日期",     "来源",     "公文时效", "统一编号", "组配分类",
    "登记号",       "公开属性",     "公开类别",     "公开类型", "公开形式", "公开范围", "公开程度",
    "信息公开属性", "信息公开类别", "信息公开方式", "是否公开", "密级",     "秘级",     "保密等级",
    "保密期限",     "实施日期",     "有效期至",     "有效期限", "废止日期", "发布时间", "效力状态",
    "时效性",       "是否有效",
};

bool is_reading(GumboTag tag) {
    return tag == GUMBO_TAG_RT || tag == GUMBO_TAG_RTC || tag == GUMBO_TAG_RP;
}

// Elements whose words do not stand on the page by themselves.
bool is_skipped(const GumboNode& node, const Styles& styles) {
    return node.type == GUMBO_NODE_TEMPLATE ||
           (is_element(node) && (is_machinery(node.v.element.tag) || is_hidden(node, styles)));
}

// Calls `visit` for every shown element in document order until it returns true.
bool walk(const GumboNode& node, const Styles& styles,
          const std::function<bool(const GumboNode&)>& visit) {
    if (is_skipped(node, styles)) return false;
    if (is_element(node) && visit(node)) return true;
    for (const GumboNode* child : children_of(node))
        if (walk(*child, styles, visit)) return true;
    return false;
}

bool is_named(const GumboElement& element, std::string_view name) {
    if (attribute(element, "id") == name) return true;
    for (const std::string_view part : core::split(attribute(element, "class"), ' '))
        if (part == name) return true;
    return false;
}

bool is_paragraph_like(GumboTag tag) {
    return tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_SPAN ||
           tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 ||
           tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_FONT || tag == GUMBO_TAG_B;
}

void collect_shown(const GumboNode& node, const Styles& styles, std::string& text) {
    if (is_text(node)) text += node.v.text.text;
    if (is_skipped(node, styles) || (is_element(node) && is_reading(node.v.element.tag))) return;
    for (const GumboNode* child : children_of(node)) collect_shown(*child, styles, text);
}

bool is_field_holder(GumboTag tag) {
    return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_DT ||
           tag == GUMBO_TAG_DD || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_P ||
           tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SPAN || tag == GUMBO_TAG_B ||
           tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_LABEL || tag == GUMBO_TAG_EM;
}

const GumboNode* next_element(const GumboNode& node) {
    if (node.parent == nullptr) return nullptr;
    const std::vector<const GumboNode*> siblings = children_of(*node.parent);
    for (std::size_t i = node.index_within_parent + 1; i < siblings.size(); ++i)
        if (is_element(*siblings[i])) return siblings[i];
    return nullptr;
}

// The text between `node` and the next element: <b>文号：</b>川办发…<br>
std::string text_after(const GumboNode& node) {
    std::string text;
    const std::vector<const GumboNode*> siblings = children_of(*node.parent);
    for (std::size_t i = node.index_within_parent + 1; i < siblings.size(); ++i) {
        if (is_element(*siblings[i])) break;
        if (siblings[i]->type == GUMBO_NODE_TEXT) text += siblings[i]->v.text.text;
    }
    return tidy_white_space(text);
}

bool is_inside(const GumboNode& node, const GumboNode& content) {
    for (const GumboNode* at = &node; at != nullptr; at = at->parent)
        if (at == &content) return true;
    return false;
}

bool is_heading(const GumboElement& element) {
    if (element.tag == GUMBO_TAG_H1 || element.tag == GUMBO_TAG_H2 || element.tag == GUMBO_TAG_H3)
        return true;
    return std::any_of(kHeadingNames.begin(), kHeadingNames.end(),
                       [&](const char* name) { return is_named(element, name); });
}

bool reads_as_title(const std::string& text) {
    const std::size_t length = core::length(text);
    return length >= 6 && length <= 120 && text.find("。") == std::string::npos &&
           !kind_of_title(words_of(text)).empty();
}

class FieldReader {
  public:
    FieldReader(const GumboNode& content, const Styles& styles)
        : content_(content), styles_(styles) {}

    bool visit(const GumboNode& node) {
        if (&node == &content_) return false;
        if (node.v.element.tag == GUMBO_TAG_H1 && !is_inside_content(node))
            heading_ = shown_text(node, styles_);
        if (node.v.element.tag == GUMBO_TAG_META) read_meta(node.v.element);
        if (!is_field_holder(node.v.element.tag) || is_inside_content(node)) return false;
        const std::string text = shown_text(node, styles_);
        if (text.empty() || core::length(text) > 300) return false;
        if (const std::string label = field_label(text); is_field_label(label)) {
            std::string value = text_after(node);
            if (const GumboNode* next = next_element(node); value.empty() && next != nullptr)
                value = shown_text(*next, styles_);
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
    bool is_inside_content(const GumboNode& node) const { return is_inside(node, content_); }

    void read_pair(std::string_view text) {
        std::size_t colon = text.find("：");
        std::size_t length = 3;
        if (colon == std::string_view::npos) colon = text.find(':'), length = 1;
        if (colon == std::string_view::npos || colon > 40) return;
        const std::string label = field_label(text.substr(0, colon));
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
        if (is_disclosure_label(name)) add(std::string(name), value);
    }

    void add(const std::string& label, const std::string& value) {
        const bool known = std::any_of(fields_.begin(), fields_.end(),
                                       [&](const auto& field) { return field.first == label; });
        if (!known && !value.empty() && !is_field_label(field_label(value)))
            fields_.emplace_back(label, value);
    }

    const GumboNode& content_;
    const Styles& styles_;
    std::string heading_;  // of the page, in case no field names the title
    std::vector<std::pair<std::string, std::string>> fields_;
};

// The lines of a page outside of its document, seen or hidden.
class LineCollector {
  public:
    explicit LineCollector(const GumboNode& content) : content_(content) {}

    void collect(const GumboNode& node) {
        if (&node == &content_) return end_line();
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE)
            line_ += node.v.text.text;
        if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_DOCUMENT) return;
        if (is_element(node) && is_machinery(node.v.element.tag)) return;
        const bool apart = is_element(node) && !is_inline(node.v.element.tag);
        if (apart) end_line();
        for (const GumboNode* child : children_of(node)) collect(*child);
        if (apart) end_line();
    }

    std::vector<std::string> take() {
        end_line();
        return std::move(lines_);
    }

  private:
    static bool is_inline(GumboTag tag) {
        return tag == GUMBO_TAG_SPAN || tag == GUMBO_TAG_FONT || tag == GUMBO_TAG_B ||
               tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_EM || tag == GUMBO_TAG_I ||
               tag == GUMBO_TAG_U || tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SUB;
    }
    void end_line() {
        std::string line = tidy_white_space(std::exchange(line_, {}));
        if (!line.empty()) lines_.push_back(std::move(line));
    }

    const GumboNode& content_;
    std::string line_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> surrounding_lines(const GumboNode& root, const GumboNode& content) {
    LineCollector collector(content);
    collector.collect(root);
    return collector.take();
}

std::string field_label(std::string_view text) {
    std::string label = words_of(text);
    for (const std::string_view colon : {"：", ":", "】", "]"})
        if (label.ends_with(colon)) label.erase(label.size() - colon.size());
    for (const std::string_view open : {"【", "["})
        if (label.starts_with(open)) label.erase(0, open.size());
    if (label == "信息索引号") label = "索引号";
    return label;
}

bool is_field_label(std::string_view label) {
    return std::find(kFieldLabels.begin(), kFieldLabels.end(), label) != kFieldLabels.end();
}

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
        case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_VIDEO:
        case GUMBO_TAG_NOEMBED:
        case GUMBO_TAG_NOFRAMES:
        case GUMBO_TAG_DATALIST:
        case GUMBO_TAG_METER:
        case GUMBO_TAG_PROGRESS:
        case GUMBO_TAG_TITLE: return true;
        default: return false;
    }
}

std::string shown_text(const GumboNode& node, const Styles& styles) {
    std::string text;
    collect_shown(node, styles, text);
    return tidy_white_space(text);
}

Page::Page(const GumboNode& root, const Styles& styles) : root_(root), styles_(styles) {
    count(root);
    content_ = &find_content();
}

std::size_t Page::count(const GumboNode& node) {
    if (is_text(node)) return words_of(std::string_view(node.v.text.text)).size();
    if (is_skipped(node, styles_)) return 0;
    std::size_t sum = 0;
    for (const GumboNode* child : children_of(node)) sum += count(*child);
    return words_[&node] = sum;
}

std::size_t Page::words(const GumboNode& node) const {
    const auto found = words_.find(&node);
    return found == words_.end() ? 0 : found->second;
}

// Goes down from `node` as long as one child holds most of the words.
const GumboNode& Page::densest(const GumboNode& node) const {
    for (const GumboNode* child : children_of(node)) {
        if (!is_element(*child) || is_paragraph_like(child->v.element.tag)) continue;
        if (words(*child) * 10 >= words(node) * 7 && words(node) > 0) return densest(*child);
    }
    return node;
}

const GumboNode& Page::find_content() const {
    const GumboNode* found = nullptr;
    for (const char* name : kContentNames) {
        walk(root_, styles_, [&](const GumboNode& node) {
            if (is_named(node.v.element, name) && words(node) > 0) found = &node;
            return found != nullptr;
        });
        if (found != nullptr) return *found;
    }
    for (const GumboTag tag : {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_BODY}) {
        walk(root_, styles_, [&](const GumboNode& node) {
            if (node.v.element.tag == tag && words(node) > 0) found = &node;
            return found != nullptr;
        });
        if (found != nullptr) break;
    }
    return densest(found != nullptr ? *found : root_);
}

const GumboNode* Page::heading() const {
    const GumboNode* found = nullptr;
    walk(root_, styles_, [&](const GumboNode& node) {
        if (&node == content_) return true;
        if (is_heading(node.v.element) && !is_inside(*content_, node) &&
            words(node) < kMostTitleBytes && reads_as_title(shown_text(node, styles_)))
            found = &node;
        return false;
    });
    return found;
}

std::vector<std::pair<std::string, std::string>> Page::fields() const {
    FieldReader reader(*content_, styles_);
    walk(root_, styles_, [&](const GumboNode& node) {
        // A longer text is no field, nor is what holds the content.
        const bool short_enough = words(node) <= kMostFieldBytes || is_tag(node, GUMBO_TAG_H1);
        return short_enough && reader.visit(node);
    });
    return reader.take();
}

}  // namespace gongbao::editor::html
