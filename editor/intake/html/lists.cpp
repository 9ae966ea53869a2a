// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/lists.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/html/style.hpp"
#include "editor/intake/html/tree.hpp"
#include "editor/intake/raw/number_format.hpp"

namespace gongbao::editor::html {
namespace {

constexpr int kMostNumber = 100'000'000;

bool is_list(const GumboNode& node) {
    return is_tag(node, GUMBO_TAG_OL) || is_tag(node, GUMBO_TAG_UL) ||
           is_tag(node, GUMBO_TAG_MENU) || is_tag(node, GUMBO_TAG_DIR);
}

std::optional<int> integer(std::string_view text) {
    const std::string trimmed(core::trim(text));
    char* stop = nullptr;
    const long value = std::strtol(trimmed.c_str(), &stop, 10);
    if (stop == trimmed.c_str()) return {};
    return static_cast<int>(std::clamp<long>(value, -kMostNumber, kMostNumber));
}

// 1 → first sign, and on past the last with two signs: …y, z, aa, ab.
std::string alphabetic(int n, std::u32string_view signs) {
    const int base = static_cast<int>(signs.size());
    if (n < 1) return std::to_string(n);
    std::u32string out;
    for (; n > 0; n = (n - 1) / base)
        out.insert(out.begin(), signs[static_cast<std::size_t>((n - 1) % base)]);
    return core::to_utf8(out);
}

std::string han_digits(int n) {
    std::string out;
    for (const char digit : std::to_string(n))
        if (digit == '-')
            out += "-";
        else
            core::append_utf8(out, U"〇一二三四五六七八九"[digit - '0']);
    return out;
}

std::string from_list(int n, std::u32string_view signs) {
    if (n < 1 || n > static_cast<int>(signs.size())) return han_digits(n);
    return core::to_utf8(signs.substr(static_cast<std::size_t>(n - 1), 1));
}

std::string informal(int n, bool simplified) {
    if (n <= -kMostNumber || n >= kMostNumber) return han_digits(n);
    const std::string numeral = core::han_numeral(std::abs(n));
    const std::string sign = n >= 0 ? "" : simplified ? "负" : "負";
    return sign + (simplified ? numeral : core::replace_all(numeral, "万", "萬"));
}

std::string formal(int n, const char* format) {
    if (n < 0 || n > 9999) return han_digits(n);
    return n == 0 ? "零" : format_number(n, format).value_or(han_digits(n));
}

std::string roman(int n, const char* format) {
    return n < 1 || n > 3999 ? std::to_string(n) : format_number(n, format).value_or("");
}

constexpr std::u32string_view kLatin = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view kCapitals = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::u32string_view kGreek = U"αβγδεζηθικλμνξοπρστυφχψω";
constexpr std::u32string_view kHiragana =
    U"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑ"
    U"をん";
constexpr std::u32string_view kKatakana =
    U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱ"
    U"ヲン";

bool is_han_style(std::string_view type) {
    return type.starts_with("cjk-") || type.starts_with("simp-chinese") ||
           type.starts_with("trad-chinese") || type == "hiragana" || type == "katakana";
}

bool is_bullet(std::string_view type) {
    return type == "disc" || type == "circle" || type == "square";
}

// The characters of a CSS string in quotes.
std::string string_value(std::string_view quoted) {
    std::string out;
    for (std::size_t at = 1; at + 1 < quoted.size(); ++at) {
        if (quoted[at] != '\\') {
            out += quoted[at];
            continue;
        }
        char32_t code = 0;
        std::size_t digits = 0;
        while (digits < 6 && at + 2 < quoted.size() &&
               std::isxdigit(static_cast<unsigned char>(quoted[at + 1])) != 0) {
            const char c = static_cast<char>(quoted[++at] | 0x20);
            code = code * 16 + static_cast<char32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
            ++digits;
        }
        if (digits == 0) continue;
        if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
        core::append_utf8(out, code);
        if (at + 2 < quoted.size() && quoted[at + 1] == ' ') ++at;
    }
    return out;
}

bool is_string(std::string_view value) {
    return value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
           value.back() == value.front();
}

// The next item of a `content` value: a string, a function with its brackets, or a word.
std::string_view next_item(std::string_view value, std::size_t& at) {
    while (at < value.size() && core::is_space(static_cast<unsigned char>(value[at]))) ++at;
    const std::size_t start = at;
    if (at < value.size() && (value[at] == '"' || value[at] == '\'')) {
        for (++at; at < value.size() && value[at] != value[start]; ++at)
            if (value[at] == '\\') ++at;
        at = std::min(value.size(), at + 1);
        return value.substr(start, at - start);
    }
    while (at < value.size() && !core::is_space(static_cast<unsigned char>(value[at])) &&
           value[at] != '(' && value[at] != '"' && value[at] != '\'')
        ++at;
    if (at < value.size() && value[at] == '(')
        at = std::min(value.size(), value.find(')', at) == std::string_view::npos
                                        ? value.size()
                                        : value.find(')', at) + 1);
    return value.substr(start, at - start);
}

std::vector<std::string_view> arguments_of(std::string_view function) {
    const std::size_t open = function.find('(');
    std::vector<std::string_view> arguments;
    if (open == std::string_view::npos || !function.ends_with(")")) return arguments;
    for (const std::string_view part :
         core::split(function.substr(open + 1, function.size() - open - 2), ','))
        arguments.push_back(core::trim(part));
    return arguments;
}

}  // namespace

bool is_list_item(const GumboNode& node, const Styles& styles) {
    const std::string display = styles.value(node, "display");
    if (display.empty()) return is_tag(node, GUMBO_TAG_LI);
    return display.find("list-item") != std::string::npos;
}

std::optional<std::string> counter_text(std::string_view type, int number) {
    if (type == "decimal") return std::to_string(number);
    if (type == "decimal-leading-zero")
        return (number < 0 ? "-" : "") + std::string(std::abs(number) < 10 ? "0" : "") +
               std::to_string(std::abs(number));
    if (type == "lower-alpha" || type == "lower-latin") return alphabetic(number, kLatin);
    if (type == "upper-alpha" || type == "upper-latin") return alphabetic(number, kCapitals);
    if (type == "lower-greek") return alphabetic(number, kGreek);
    if (type == "lower-roman") return roman(number, "lowerRoman");
    if (type == "upper-roman") return roman(number, "upperRoman");
    if (type == "cjk-decimal") return han_digits(number);
    if (type == "simp-chinese-informal") return informal(number, true);
    if (type == "cjk-ideographic" || type == "trad-chinese-informal")
        return informal(number, false);
    if (type == "simp-chinese-formal") return formal(number, "chineseLegalSimplified");
    if (type == "trad-chinese-formal") return formal(number, "ideographLegalTraditional");
    if (type == "cjk-heavenly-stem") return from_list(number, U"甲乙丙丁戊己庚辛壬癸");
    if (type == "cjk-earthly-branch") return from_list(number, U"子丑寅卯辰巳午未申酉戌亥");
    if (type == "hiragana") return alphabetic(number, kHiragana);
    if (type == "katakana") return alphabetic(number, kKatakana);
    return {};
}

std::optional<std::string> marker_text(std::string_view written, int number) {
    if (is_string(written)) return std::string(core::trim(string_value(written)));
    const std::string type = core::lower_case(written);
    if (type == "none") return "";
    if (type == "disc") return "•";
    if (type == "circle") return "◦";
    if (type == "square") return "▪";
    std::optional<std::string> text = counter_text(type, number);
    if (text) *text += is_han_style(type) ? "、" : ".";
    return text;
}

void Lists::open(const GumboNode& list) {
    const GumboElement& element = list.v.element;
    Count count;
    const std::optional<int> start =
        element.tag == GUMBO_TAG_OL ? integer(attribute(element, "start")) : std::nullopt;
    if (element.tag == GUMBO_TAG_OL && has_attribute(element, "reversed")) {
        count.step = -1;
        count.number = start.value_or(items_below(list)) + 1;
    } else {
        count.number = start.value_or(1) - 1;
    }
    counts_.push_back(count);
}

void Lists::close() {
    counts_.pop_back();
}

int Lists::next(const GumboNode& item) {
    if (counts_.empty()) counts_.emplace_back();
    Count& count = counts_.back();
    count.number += count.step;
    if (is_tag(item, GUMBO_TAG_LI))
        if (const auto value = integer(attribute(item.v.element, "value"))) count.number = *value;
    return count.number;
}

// Items of this list and not of a list inside it.
int Lists::items_below(const GumboNode& node) const {
    int items = 0;
    for (const GumboNode* child : children_of(node)) {
        if (!is_element(*child) || is_hidden(*child, styles_)) continue;
        items += is_list_item(*child, styles_);
        if (!is_list(*child)) items += items_below(*child);
    }
    return items;
}

Counters::Counter* Counters::find(std::string_view name) {
    for (auto at = counters_.rbegin(); at != counters_.rend(); ++at)
        if (at->name == name) return &*at;
    return nullptr;
}

void Counters::enter(const GumboNode& node, Styles::Part part, int depth) {
    while (!counters_.empty() && counters_.back().depth > depth) counters_.pop_back();
    if (!styles_.has_any(node, part)) return;
    const auto each = [&](std::string_view property, int usual, const auto& act) {
        std::string name;
        for (const std::string_view word : core::split(styles_.raw(node, property, part), ' ')) {
            if (word.empty() || word == "none") continue;
            const std::optional<int> number = integer(word);
            if (number && !name.empty())
                act(std::exchange(name, {}), *number);
            else if (!name.empty())
                act(std::exchange(name, std::string(word)), usual);
            else
                name = std::string(word);
        }
        if (!name.empty()) act(name, usual);
    };
    const auto reset = [&](const std::string& name, int value) {
        if (Counter* own = find(name); own != nullptr && own->depth == depth)
            own->value = value;
        else
            counters_.push_back({name, value, depth});
    };
    each("counter-reset", 0, reset);
    each("counter-increment", 1, [&](const std::string& name, int step) {
        if (find(name) == nullptr) reset(name, 0);
        find(name)->value += step;
    });
    each("counter-set", 0, [&](const std::string& name, int value) {
        if (find(name) == nullptr) reset(name, 0);
        find(name)->value = value;
    });
}

std::optional<std::string> Counters::content(const GumboNode& node, Styles::Part part,
                                             const Lists& lists) {
    const std::string_view value = styles_.raw(node, "content", part);
    std::string out;
    for (std::size_t at = 0; at < value.size();) {
        const std::string_view item = next_item(value, at);
        const std::string lower = core::lower_case(item);
        if (item.empty() || lower == "none" || lower == "normal") continue;
        if (lower == "/") break;  // what follows is for those who cannot see it
        if (is_string(item)) {
            out += string_value(item);
        } else if (lower == "open-quote") {
            out += quotes_++ % 2 == 0 ? "“" : "‘";
        } else if (lower == "close-quote") {
            if (quotes_ > 0) out += --quotes_ % 2 == 0 ? "”" : "’";
        } else if (lower.starts_with("attr(")) {
            const auto arguments = arguments_of(item);
            if (arguments.size() != 1) return {};
            out += attribute(node.v.element, std::string(arguments[0]).c_str());
        } else if (lower.starts_with("counter(")) {
            const auto arguments = arguments_of(item);
            if (arguments.empty() || arguments.size() > 2) return {};
            const Counter* counter = find(arguments[0]);
            const int number = arguments[0] == "list-item" ? lists.current()
                               : counter != nullptr        ? counter->value
                                                           : 0;
            const std::string type =
                arguments.size() > 1 ? core::lower_case(arguments[1]) : "decimal";
            const auto text = is_bullet(type) || type == "none" ? marker_text(type, number)
                                                                : counter_text(type, number);
            if (!text) return {};
            out += *text;
        } else if (lower.starts_with("counters(")) {
            const auto arguments = arguments_of(item);
            if (arguments.size() != 2 || !is_string(arguments[1])) return {};
            std::string joined;
            for (const Counter& counter : counters_)
                if (counter.name == arguments[0])
                    joined += (joined.empty() ? "" : string_value(arguments[1])) +
                              std::to_string(counter.value);
            out += joined;
        } else {
            return {};
        }
    }
    return out;
}

}  // namespace gongbao::editor::html
