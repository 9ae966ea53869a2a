// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/measure.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace gongbao::editor::html {
namespace {

// The parser goes up what is open in the same way; millions of end tags that close nothing are an
// attack.
constexpr std::size_t kMostSteps = 200'000'000;

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

// Elements that close by themselves or hold nothing.
bool is_not_counted(std::string_view name) {
    return is_one_of(name, {"area",   "base",  "br",    "col",   "embed",  "hr",    "img",
                            "input",  "link",  "meta",  "param", "source", "track", "wbr",
                            "p",      "li",    "td",    "tr",    "th",     "dd",    "dt",
                            "option", "tbody", "thead", "tfoot", "html",   "head",  "body"});
}

// No end tag reaches through these.
bool is_wall(std::string_view name) {
    return is_one_of(name, {"table", "select", "applet", "marquee", "object", "template", "button",
                            "caption", "svg", "math", "foreignobject", "desc", "title", "mi", "mo",
                            "mn", "ms", "mtext", "annotation-xml"});
}

// Elements whose end tag takes them alone out of what is open, or ends at the first block.
bool is_inline(std::string_view name) {
    return is_one_of(name, {"a",      "abbr", "b",   "bdi",  "bdo",  "big",   "cite", "code",
                            "del",    "dfn",  "em",  "font", "i",    "ins",   "kbd",  "label",
                            "mark",   "nobr", "q",   "s",    "samp", "small", "span", "strike",
                            "strong", "sub",  "sup", "time", "tt",   "u",     "var"});
}

bool holds_raw_text(std::string_view name) {
    return is_one_of(
        name, {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"});
}

class Scanner {
  public:
    Scanner(std::string_view html, std::size_t enough) : html_(html), enough_(enough) {}

    Measure run() {
        while ((at_ = html_.find('<', at_)) != std::string_view::npos && found_.depth <= enough_ &&
               found_.attributes <= enough_)
            read_markup();
        return found_;
    }

  private:
    char here(std::size_t ahead = 0) const {
        return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0';
    }
    void go_past(std::string_view what) {
        const std::size_t found = html_.find(what, at_);
        at_ = found == std::string_view::npos ? html_.size() : found + what.size();
    }

    void read_markup() {
        const bool closes = here(1) == '/';
        if (is_letter(here(closes ? 2 : 1))) {
            at_ += closes ? 2 : 1;
            return read_tag(closes);
        }
        if (html_.substr(at_).starts_with("<!--")) return skip_comment();
        if (html_.substr(at_).starts_with("<![CDATA[") && in_foreign()) return go_past("]]>");
        if (here(1) == '!' || here(1) == '?' || closes) return go_past(">");
        ++at_;
    }

    void skip_comment() {
        at_ += 4;
        if (here() == '>' || (here() == '-' && here(1) == '>')) return;
        const std::size_t plain = std::min(html_.find("-->", at_), html_.size());
        const std::size_t odd = std::min(html_.find("--!>", at_), html_.size());
        at_ = std::min(html_.size(), std::min(plain, odd) + 3);
    }

    void read_tag(bool closes) {
        std::string name;
        for (; at_ < html_.size() && !is_blank(here()) && here() != '/' && here() != '>'; ++at_)
            name += is_letter(here()) ? static_cast<char>(here() | 0x20) : here();
        const bool closed_at_once = skip_attributes();
        if (closes) return close(name);
        if (!in_foreign() && holds_raw_text(name)) return skip_raw_text(name);
        if (in_foreign() ? closed_at_once : is_not_counted(name)) return;
        foreign_ += is_foreign(name);
        open_.push_back(std::move(name));
        found_.depth = std::max(found_.depth, open_.size());
    }

    // True for a tag that ends with a slash.
    bool skip_attributes() {
        std::size_t attributes = 0;
        bool slash = false;
        while (at_ < html_.size() && here() != '>') {
            slash = here() == '/';
            if (slash || is_blank(here())) {
                ++at_;
                continue;
            }
            ++attributes;
            skip_attribute();
        }
        ++at_;
        at_ = std::min(at_, html_.size());
        found_.attributes = std::max(found_.attributes, attributes);
        return slash;
    }

    void skip_attribute() {
        ++at_;  // a name may begin with "="
        while (at_ < html_.size() && !is_blank(here()) && here() != '/' && here() != '>' &&
               here() != '=')
            ++at_;
        std::size_t equals = at_;
        while (equals < html_.size() && is_blank(html_[equals])) ++equals;
        if (equals >= html_.size() || html_[equals] != '=') return;
        at_ = equals + 1;
        while (at_ < html_.size() && is_blank(here())) ++at_;
        if (here() == '"' || here() == '\'') {
            const char quote = here();
            ++at_;
            return go_past(std::string_view(&quote, 1));
        }
        while (at_ < html_.size() && !is_blank(here()) && here() != '>') ++at_;
    }

    void skip_raw_text(const std::string& name) {
        for (;; ++at_) {
            at_ = html_.find('<', at_);
            if (at_ == std::string_view::npos) {
                at_ = html_.size();
                return;
            }
            // What a script writes as a comment may hold "</script>".
            if (name == "script" && html_.substr(at_).starts_with("<!--"))
                go_past("-->"), --at_;
            else if (ends_raw_text(name))
                return;
        }
    }

    bool ends_raw_text(const std::string& name) const {
        if (here(1) != '/') return false;
        for (std::size_t i = 0; i < name.size(); ++i)
            if ((here(2 + i) | 0x20) != name[i]) return false;
        const char after = here(2 + name.size());
        return is_blank(after) || after == '/' || after == '>';
    }

    bool in_foreign() const { return foreign_ > 0; }

    void close(std::string_view name) {
        const bool alone = is_inline(name);
        for (auto at = open_.rbegin(); at != open_.rend(); ++at) {
            if (++steps_ > kMostSteps) {
                found_.depth = enough_ + 1;
                return;
            }
            if (*at == name) {
                const auto first = at.base() - 1;
                const auto last = alone ? first + 1 : open_.end();
                foreign_ -= static_cast<std::size_t>(std::count_if(first, last, is_foreign));
                open_.erase(first, last);
                return;
            }
            if (is_wall(*at)) return;
            // A formatting element is taken out from under blocks, any other is not reached.
            if (!is_inline(*at) && (name == "span" || !(alone || is_block_like(name)))) return;
        }
    }

    static bool is_foreign(const std::string& name) { return name == "svg" || name == "math"; }

    static bool is_block_like(std::string_view name) {
        return is_one_of(
            name,
            {"address", "article",  "aside",  "blockquote", "center",     "details", "dialog",
             "dir",     "div",      "dl",     "fieldset",   "figcaption", "figure",  "footer",
             "form",    "h1",       "h2",     "h3",         "h4",         "h5",      "h6",
             "header",  "hgroup",   "main",   "menu",       "nav",        "ol",      "pre",
             "section", "summary",  "ul",     "table",      "select",     "applet",  "marquee",
             "object",  "template", "button", "caption",    "svg",        "math",    "ruby",
             "colgroup"});
    }

    std::string_view html_;
    std::size_t enough_;
    std::size_t at_ = 0;
    std::size_t steps_ = 0;
    std::size_t foreign_ = 0;  ///< how many of `open_` are svg or math
    Measure found_;
    std::vector<std::string> open_;
};

}  // namespace

Measure measure(std::string_view html, std::size_t enough) {
    return Scanner(html, enough).run();
}

}  // namespace gongbao::editor::html
