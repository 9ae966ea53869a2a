// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/label.hpp"

#include <string>

#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

bool is_han_numeral(char32_t c) {
    return std::u32string_view(U"〇零一二三四五六七八九十百千").find(c) !=
           std::u32string_view::npos;
}

// Reads a text from the front, one code point at a time.
class LabelCursor {
  public:
    explicit LabelCursor(std::string_view text) : text_(text) {}

    bool at_end() const { return at_ >= text_.size(); }
    std::size_t at() const { return at_; }
    std::string_view since(std::size_t start) const { return text_.substr(start, at_ - start); }

    char32_t peek() const {
        std::size_t at = at_;
        return at_end() ? 0 : core::next_code_point(text_, at);
    }
    char32_t next() { return at_end() ? 0 : core::next_code_point(text_, at_); }

    bool take(std::u32string_view any_of) {
        if (at_end() || any_of.find(peek()) == std::u32string_view::npos) return false;
        next();
        return true;
    }
    template <typename Test>
    std::string_view take_while(Test test) {
        const std::size_t start = at_;
        while (!at_end() && test(peek())) next();
        return since(start);
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

Label finish(LabelKind kind, const LabelCursor& cursor, long number) {
    const bool gap = cursor.at_end() || core::is_space(cursor.peek());
    return {kind, cursor.at(), number, 0, gap};
}

// What may follow 第三条 when it is mentioned and not opened: 第三条规定, 第三条第二款,
// 第三条、第四条.
bool is_mention(std::string_view rest) {
    for (const char* word :
         {"规定", "第",   "所",   "的", "、", "和", "至", "或", "中", "及",   "与",  "以",
          "款",   "修改", "关于", "，", "）", "”",  "》", "；", "。", "明确", "要求"})
        if (rest.starts_with(word)) return true;
    return false;
}

Label read_division(std::string_view text) {
    LabelCursor cursor(text);
    cursor.next();
    const auto numeral = cursor.take_while(
        [](char32_t c) { return is_han_numeral(c) || core::is_ascii_digit(c) || c == U' '; });
    const long number = core::parse_numeral(core::without_spaces(numeral));
    if (number < 0 || number > 9999) return {};
    if (cursor.peek() == U'分') cursor.next();
    switch (cursor.next()) {
        case U'编': return finish(LabelKind::Part, cursor, number);
        case U'章': return finish(LabelKind::Chapter, cursor, number);
        case U'节': return finish(LabelKind::Section, cursor, number);
        case U'条': break;
        default: return {};
    }
    if (LabelCursor added = cursor; added.take(U"之") && !added.take_while(is_han_numeral).empty())
        cursor = added;
    const Label label = finish(LabelKind::Article, cursor, number);
    return label.followed_by_gap || !is_mention(text.substr(label.bytes)) ? label : Label{};
}

Label read_han(std::string_view text) {
    LabelCursor cursor(text);
    const auto numeral = cursor.take_while(is_han_numeral);
    const long number = core::parse_numeral(numeral);
    if (number <= 0 || number > 200 || !cursor.take(U"、．.")) return {};
    // 一、二级公立医院: an enumeration of neighbours is no label.
    LabelCursor ahead = cursor;
    const long following = core::parse_numeral(ahead.take_while(is_han_numeral));
    if (following == number + 1) return {};
    return finish(LabelKind::Han, cursor, number);
}

Label read_bracketed(std::string_view text) {
    LabelCursor cursor(text);
    cursor.take(U"（(");
    const bool han = is_han_numeral(cursor.peek());
    const auto numeral = cursor.take_while(han ? is_han_numeral : core::is_digit);
    const long number = numeral.empty() ? -1 : core::parse_numeral(numeral);
    if (number <= 0 || number > 200 || !cursor.take(U"）)")) return {};
    cursor.take(U"、");
    return finish(han ? LabelKind::HanBracket : LabelKind::ArabicBracket, cursor, number);
}

Label read_decimal(std::string_view text, const LabelCursor& first, long leading) {
    LabelCursor cursor = first;
    long number = leading;
    int depth = 1;
    for (LabelCursor more = cursor; more.take(U".．"); cursor = more, ++depth) {
        const auto digits = more.take_while(core::is_ascii_digit);
        if (digits.empty() || digits.size() > 3) break;
        number = core::parse_numeral(digits);
    }
    Label label = finish(LabelKind::Decimal, cursor, number);
    label.depth = depth;
    return label.followed_by_gap && label.bytes < text.size() ? label : Label{};
}

Label read_arabic(std::string_view text) {
    LabelCursor cursor(text);
    const auto numeral = cursor.take_while(core::is_digit);
    if (numeral.size() > 9) return {};
    const long number = core::parse_numeral(numeral);
    if (number <= 0 || number > 999) return {};
    LabelCursor point = cursor;
    if (point.take(U".．") && !core::is_digit(point.peek()))
        return finish(LabelKind::Arabic, point, number);
    if (cursor.take(U"、")) {
        return core::is_digit(cursor.peek()) ? Label{} : finish(LabelKind::Arabic, cursor, number);
    }
    if (cursor.take(U"）)")) return finish(LabelKind::ArabicBracket, cursor, number);
    return read_decimal(text, cursor, number);
}

// Numbers that are one character: ① ⑴ ⒈ ㈠, and bullets.
Label read_single(std::string_view text) {
    struct Range {
        char32_t first, last;
        LabelKind kind;
    };
    constexpr Range kRanges[] = {{0x2460, 0x2473, LabelKind::Circled},
                                 {0x2474, 0x2487, LabelKind::ArabicBracket},
                                 {0x2488, 0x249B, LabelKind::Arabic},
                                 {0x3220, 0x3229, LabelKind::HanBracket}};
    LabelCursor cursor(text);
    const char32_t c = cursor.next();
    for (const Range& range : kRanges)
        if (c >= range.first && c <= range.last)
            return finish(range.kind, cursor, static_cast<long>(c - range.first) + 1);
    if (std::u32string_view(U"•●■◆▪‧►✓").find(c) != std::u32string_view::npos)
        return finish(LabelKind::Bullet, cursor, 0);
    return {};
}

}  // namespace

Label read_label(std::string_view text) {
    if (text.empty()) return {};
    const char32_t c = LabelCursor(text).peek();
    if (c == U'第') return read_division(text);
    if (is_han_numeral(c)) return read_han(text);
    if (c == U'（' || c == U'(') return read_bracketed(text);
    if (core::is_digit(c)) return read_arabic(text);
    return read_single(text);
}

}  // namespace gongbao::editor
