// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/sheet.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "core/text/text.hpp"
#include "editor/intake/html/tree.hpp"

namespace gongbao::editor::html {
namespace {

constexpr std::size_t kMostRules = 20000;
constexpr int kDeepestBlock = 8;
constexpr double kScreenWidth = 1280;

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::string without_comments(std::string_view css) {
    std::string out;
    for (std::size_t at = 0; at < css.size();) {
        const std::size_t start = css.find("/*", at);
        out += css.substr(at, start - at);
        if (start == std::string_view::npos) break;
        const std::size_t stop = css.find("*/", start + 2);
        if (stop == std::string_view::npos) break;
        at = stop + 2;
    }
    for (const std::string_view mark : {"<!--", "-->"}) out = core::replace_all(out, mark, "");
    return out;
}

// The first of `stops` outside of quotes and brackets, from `at` on.
std::size_t find_outside(std::string_view css, std::string_view stops, std::size_t at) {
    char quote = '\0';
    int brackets = 0;
    for (; at < css.size(); ++at) {
        const char c = css[at];
        if (c == '\\')
            ++at;
        else if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (brackets == 0 && stops.find(c) != std::string_view::npos)
            return at;
        else if (c == '(' || c == '[')
            ++brackets;
        else if (c == ')' || c == ']')
            brackets = std::max(0, brackets - 1);
    }
    return std::string_view::npos;
}

// The "}" that ends the block whose inside begins at `at`.
std::size_t block_end(std::string_view css, std::size_t at) {
    char quote = '\0';
    int depth = 1;
    for (; at < css.size(); ++at) {
        const char c = css[at];
        if (c == '\\')
            ++at;
        else if (quote != '\0')
            quote = c == quote || c == '\n' ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '{')
            ++depth;
        else if (c == '}' && --depth == 0)
            return at;
    }
    return css.size();
}

// Whether one condition "screen and (max-width: 600px)" holds; nothing when it is not understood.
std::optional<bool> holds_on_screen(std::string_view condition) {
    bool holds = true;
    std::string text = core::replace_all(core::lower_case(core::trim(condition)), " and ", "&");
    for (std::string_view part : core::split(text, '&')) {
        part = core::trim(part);
        if (part == "all" || part == "screen" || part == "only screen" || part.empty()) continue;
        if (part == "print" || part == "speech" || part == "only print") return false;
        const std::size_t colon = part.find(':');
        if (!part.starts_with("(") || colon == std::string_view::npos) return {};
        const std::string_view feature = core::trim(part.substr(1, colon - 1));
        const std::string value(core::trim(part.substr(colon + 1)));
        if (value.find("px") == std::string::npos) return {};
        const double width = std::strtod(value.c_str(), nullptr);
        if (feature == "max-width")
            holds = holds && kScreenWidth <= width;
        else if (feature == "min-width")
            holds = holds && kScreenWidth >= width;
        else
            return {};
    }
    return holds;
}

std::optional<bool> medium_holds(std::string_view list) {
    bool known = true;
    for (const std::string_view one : core::split(list, ',')) {
        const std::optional<bool> holds = holds_on_screen(one);
        if (holds && *holds) return true;
        known = known && holds.has_value();
    }
    if (!known) return {};
    return false;
}

// "list-style: square inside" says list-style-type; "none" says it too, unless a type stands
// beside.
std::string list_type_in(std::string_view shorthand) {
    std::string type;
    for (std::size_t at = 0; at < shorthand.size();) {
        std::size_t stop = find_outside(shorthand, " \t\r\n", at);
        if (stop == std::string_view::npos) stop = shorthand.size();
        const std::string_view part = shorthand.substr(at, stop - at);
        at = stop + 1;
        const std::string lower = core::lower_case(part);
        if (part.empty() || lower == "inside" || lower == "outside" || lower.starts_with("url("))
            continue;
        if (type.empty() || type == "none") type = std::string(part);
    }
    return type.empty() ? "disc" : type;
}

void add(Declaration declaration, Declarations& declarations) {
    if (declaration.property == "list-style")
        declarations.push_back(
            {"list-style-type", list_type_in(declaration.value), declaration.important});
    else if (declaration.property == "background")
        declarations.push_back({"background-color", declaration.value, declaration.important});
    else if (declaration.property == "font-variant")
        declarations.push_back({"font-variant-caps", declaration.value, declaration.important});
    declarations.push_back(std::move(declaration));
}

bool changes_words(const Declarations& declarations) {
    return std::any_of(declarations.begin(), declarations.end(), [](const Declaration& one) {
        for (const char* property :
             {"display", "visibility", "content", "list-style", "list-style-type", "text-transform",
              "counter-reset", "counter-increment"})
            if (one.property == property) return true;
        return false;
    });
}

class SelectorReader {
  public:
    explicit SelectorReader(std::string_view text) : text_(core::trim(text)) {}

    std::optional<Selector> read() {
        Selector selector;
        bool child = false;
        while (at_ < text_.size()) {
            std::optional<Compound> compound = read_compound(selector);
            if (!compound) return {};
            compound->child = child;
            selector.compounds.push_back(std::move(*compound));
            const std::size_t before = at_;
            while (at_ < text_.size() && core::is_space(static_cast<unsigned char>(text_[at_])))
                ++at_;
            child = at_ < text_.size() && text_[at_] == '>';
            if (child) ++at_;
            while (at_ < text_.size() && core::is_space(static_cast<unsigned char>(text_[at_])))
                ++at_;
            if (at_ == before && at_ < text_.size()) return {};
            if (selector.part != Selector::Part::Element && at_ < text_.size()) return {};
        }
        if (selector.compounds.empty() || child) return {};
        return selector;
    }

  private:
    std::string name() {
        const std::size_t start = at_;
        while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
        return std::string(text_.substr(start, at_ - start));
    }

    std::optional<Compound> read_compound(Selector& selector) {
        Compound compound;
        const std::size_t start = at_;
        if (text_[at_] == '*')
            ++at_;
        else if (is_name_character(text_[at_]))
            compound.tag = core::lower_case(name());
        selector.specificity += !compound.tag.empty();
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c != '.' && c != '#' && c != '[' && c != ':') break;
            ++at_;
            if (c == ':' && !read_pseudo(selector)) return {};
            if (c == '[' && !read_attribute(compound)) return {};
            if (c == '.') compound.classes.push_back(name());
            if (c == '#') compound.id = name();
            selector.specificity += c == '#' ? 10000 : c == ':' ? 1 : 100;
        }
        if (at_ == start) return {};
        return compound;
    }

    bool read_pseudo(Selector& selector) {
        const bool doubled = at_ < text_.size() && text_[at_] == ':';
        at_ += doubled;
        const std::string pseudo = core::lower_case(name());
        if (pseudo == "before")
            selector.part = Selector::Part::Before;
        else if (pseudo == "after")
            selector.part = Selector::Part::After;
        else if (pseudo == "marker")
            selector.part = Selector::Part::Marker;
        else
            return false;
        return true;
    }

    bool read_attribute(Compound& compound) {
        const std::size_t stop = text_.find(']', at_);
        if (stop == std::string_view::npos) return false;
        const std::string_view inside = text_.substr(at_, stop - at_);
        at_ = stop + 1;
        const std::size_t equals = inside.find('=');
        std::string value;
        if (equals != std::string_view::npos) {
            value = std::string(core::trim(inside.substr(equals + 1)));
            std::erase_if(value, [](char c) { return c == '"' || c == '\''; });
        }
        const std::string attribute = core::lower_case(core::trim(inside.substr(0, equals)));
        if (attribute.empty() ||
            !std::all_of(attribute.begin(), attribute.end(), is_name_character))
            return false;
        compound.attributes.emplace_back(attribute, value);
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

class SheetReader {
  public:
    explicit SheetReader(Sheet& sheet) : sheet_(sheet) {}

    void read(std::string_view css, int depth) {
        for (std::size_t at = 0; at < css.size() && sheet_.rules.size() < kMostRules;) {
            const std::size_t open = find_outside(css, "{;}", at);
            if (open == std::string_view::npos) return;
            const std::string_view head = core::trim(css.substr(at, open - at));
            at = open + 1;
            if (css[open] != '{') continue;
            const std::size_t stop = block_end(css, at);
            const std::string_view block = css.substr(at, stop - at);
            at = std::min(css.size(), stop + 1);
            if (head.starts_with("@"))
                read_at_rule(head, block, depth);
            else
                read_rule(head, block);
        }
    }

  private:
    void read_at_rule(std::string_view head, std::string_view block, int depth) {
        const std::string lower = core::lower_case(head);
        if (lower.starts_with("@counter-style"))
            sheet_.own_counters.insert(std::string(core::trim(std::string_view(lower).substr(14))));
        const bool media = lower.starts_with("@media");
        if (depth >= kDeepestBlock || (!media && !lower.starts_with("@supports"))) return;
        const std::optional<bool> holds =
            media ? medium_holds(std::string_view(lower).substr(6)) : std::optional(true);
        if (holds && *holds) return read(block, depth + 1);
        if (holds) return;
        Sheet aside;
        SheetReader(aside).read(block, depth + 1);
        for (const Rule& rule : aside.rules)
            if (changes_words(rule.declarations)) {
                sheet_.unread.emplace_back(head);
                return;
            }
    }

    void read_rule(std::string_view selectors, std::string_view block) {
        const Declarations declarations = declarations_of(block);
        if (declarations.empty()) return;
        for (std::size_t at = 0; at <= selectors.size();) {
            std::size_t stop = find_outside(selectors, ",", at);
            if (stop == std::string_view::npos) stop = selectors.size();
            const std::string_view one = selectors.substr(at, stop - at);
            at = stop + 1;
            if (auto selector = SelectorReader(one).read())
                sheet_.rules.push_back({std::move(*selector), declarations});
            else if (changes_words(declarations) && !is_about_a_state(one))
                sheet_.unread.emplace_back(core::trim(one));
        }
    }

    // A page that nobody has touched has nothing hovered, visited or focused.
    static bool is_about_a_state(std::string_view selector) {
        for (const char* state : {":hover", ":active", ":focus", ":visited", "::selection",
                                  "::placeholder", "-placeholder", "::-webkit", "::-moz", "::-ms"})
            if (selector.find(state) != std::string_view::npos) return true;
        return false;
    }

    Sheet& sheet_;
};

}  // namespace

Declarations declarations_of(std::string_view block) {
    Declarations declarations;
    for (std::size_t at = 0; at < block.size();) {
        std::size_t stop = find_outside(block, ";", at);
        if (stop == std::string_view::npos) stop = block.size();
        const std::string_view one = block.substr(at, stop - at);
        at = stop + 1;
        const std::size_t colon = one.find(':');
        if (colon == std::string_view::npos) continue;
        Declaration declaration;
        declaration.property = core::lower_case(core::trim(one.substr(0, colon)));
        std::string_view value = core::trim(one.substr(colon + 1));
        const std::size_t mark = value.rfind('!');
        if (mark != std::string_view::npos &&
            core::lower_case(core::without_spaces(value.substr(mark))) == "!important") {
            declaration.important = true;
            value = core::trim(value.substr(0, mark));
        }
        declaration.value = std::string(value);
        if (!declaration.property.empty()) add(std::move(declaration), declarations);
    }
    return declarations;
}

void read_sheet(std::string_view css, Sheet& sheet) {
    const std::string clean = without_comments(css);
    SheetReader(sheet).read(clean, 0);
}

}  // namespace gongbao::editor::html
