// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/itemize.hpp"

#include <algorithm>
#include <optional>

#include "core/text/text.hpp"
#include "typeset/text/bidi.hpp"

namespace gongbao::typeset {
namespace {

bool is_opening_quote(char32_t c) {
    return c == U'“' || c == U'‘';
}
bool is_closing_quote(char32_t c) {
    return c == U'”' || c == U'’';
}
bool is_dash(char32_t c) {
    return c == U'—' || c == U'―';
}

// Decides the ambiguous characters of one paragraph.
class Context {
  public:
    explicit Context(std::vector<Char>& chars)
        : chars_(chars),
          partner_(chars.size(), kAlone),
          before_(chars.size()),
          after_(chars.size()) {
        for (std::size_t i = 1; i < chars.size(); ++i) before_[i] = beside(i - 1, before_[i - 1]);
        for (std::size_t i = chars.size(); i-- > 1;) after_[i - 1] = beside(i, after_[i]);
    }

    void decide() {
        match_quotes();
        for (std::size_t i = 0; i < chars_.size(); ++i) {
            Char& c = chars_[i];
            if (!is_ambiguous(c.c)) continue;
            if (is_narrow(i)) {
                make_narrow(c);
            } else if (is_dash(c.c)) {
                const bool paired = (i + 1 < chars_.size() && chars_[i + 1].c == c.c) ||
                                    (i > 0 && chars_[i - 1].c == c.c);
                c.cls = paired ? CharClass::Dash : CharClass::Connector;
            }
        }
    }

  private:
    static constexpr std::size_t kAlone = static_cast<std::size_t>(-1);

    // What stands beside a character: its neighbour, or what is `beyond` an ambiguous one or white
    // space; nothing at the paragraph's edge.
    std::optional<CharClass> beside(std::size_t neighbour, std::optional<CharClass> beyond) const {
        const Char& c = chars_[neighbour];
        if (c.c == kLineBreak) return {};
        return is_ambiguous(c.c) || c.cls == CharClass::Space || c.cls == CharClass::Mark ? beyond
                                                                                          : c.cls;
    }

    std::optional<CharClass> neighbour(std::size_t i, int step) const {
        return step < 0 ? before_[i] : after_[i];
    }

    bool is_latin_letter(std::size_t i) const {
        return i < chars_.size() && chars_[i].cls == CharClass::Latin &&
               !core::is_ascii_digit(chars_[i].c);
    }

    // “ with its ”, ‘ with its ’; a ’ after a letter that closes nothing is an apostrophe.
    void match_quotes() {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < chars_.size(); ++i) {
            const char32_t c = chars_[i].c;
            if (c == kLineBreak) open.clear();
            if (is_opening_quote(c)) open.push_back(i);
            if (!is_closing_quote(c)) continue;
            if (c == U'’' && i > 0 && is_latin_letter(i - 1) && is_latin_letter(i + 1)) continue;
            const char32_t wanted = c == U'”' ? U'“' : U'‘';
            if (open.empty() || chars_[open.back()].c != wanted) continue;
            partner_[i] = open.back();
            partner_[open.back()] = i;
            open.pop_back();
        }
    }

    static bool wide(std::optional<CharClass> c) { return c && is_wide_context(*c); }

    bool is_narrow(std::size_t i) const {
        const char32_t c = chars_[i].c;
        if (c == U'’' && i > 0 && is_latin_letter(i - 1) &&
            (partner_[i] == kAlone || is_latin_letter(i + 1)))
            return is_latin_letter(i + 1) || !wide(neighbour(i, 1));
        if (partner_[i] != kAlone)
            return is_narrow_pair(std::min(i, partner_[i]), std::max(i, partner_[i]));
        const auto before = neighbour(i, -1);
        const auto after = neighbour(i, 1);
        return before && after && !wide(before) && !wide(after);
    }

    // Both quotes of a pair look alike: full width when Han stands outside of them or begins or
    // ends what they hold.
    bool is_narrow_pair(std::size_t open, std::size_t close) const {
        for (const auto& at :
             {neighbour(open, -1), neighbour(close, 1), neighbour(open, 1), neighbour(close, -1)})
            if (wide(at)) return false;
        return neighbour(open, 1).has_value();
    }

    static void make_narrow(Char& c) {
        c.narrow = true;
        c.cls = is_opening_quote(c.c) ? CharClass::LatinOpening
                : c.c == U'”'         ? CharClass::LatinClosing
                                      : CharClass::Latin;
    }

    std::vector<Char>& chars_;
    std::vector<std::size_t> partner_;
    std::vector<std::optional<CharClass>>
        before_;  // by character: the nearest that is neither ambiguous
    std::vector<std::optional<CharClass>> after_;  // nor white space
};

}  // namespace

bool is_wide_context(CharClass c) {
    switch (c) {
        case CharClass::Han:
        case CharClass::Opening:
        case CharClass::Closing:
        case CharClass::Pause:
        case CharClass::Stop:
        case CharClass::WideSpace:
        case CharClass::Postfix:
        case CharClass::Prefix: return true;
        default: return false;
    }
}

bool is_word_class(CharClass c) {
    return c == CharClass::Latin || c == CharClass::LatinOpening || c == CharClass::LatinClosing ||
           c == CharClass::Mark;
}

std::vector<Char> itemize(const std::vector<Segment>& segments) {
    std::size_t length = 0;
    for (const Segment& segment : segments) length += segment.text.size();
    std::vector<Char> chars;
    chars.reserve(length);
    bool ambiguous = false;
    bool right_to_left = false;
    for (std::uint32_t s = 0; s < segments.size(); ++s)
        for (const char32_t c : segments[s].text) {
            chars.push_back({c, s, classify(c), false, 0});
            ambiguous = ambiguous || is_ambiguous(c);
            right_to_left = right_to_left || runs_right_to_left(c);
        }
    if (ambiguous) Context(chars).decide();
    if (right_to_left) resolve_levels(chars);
    return chars;
}

}  // namespace gongbao::typeset
