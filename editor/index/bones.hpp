// SPDX-License-Identifier: Apache-2.0
// The words of a correction made ready to be read: what is quoted and the inside of titles hidden,
// and a reader of phrases that goes from left to right. Used by issue_words, correction_words and
// their kin.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::editor {

inline constexpr char kHidden = '\x01';

/// The words with a shape of the same places, in which quotations and the inside of titles are
/// hidden: 第3期 inside a title names no issue, and 《…》 in a quotation no text.
struct Bones {
    struct Title {
        std::size_t begin = 0;  ///< of 《
        std::size_t end = 0;    ///< behind 》
        std::string words;
    };
    std::string text;
    std::string shape;
    std::vector<Title> titles;
};
Bones bones_of(std::string text);

/// Behind the `close` that belongs to the `open` at `begin`, on its line; npos without one.
std::size_t end_of_pair(std::string_view text, std::size_t begin, std::string_view open,
                        std::string_view close);

bool ends_with_one_of(std::string_view text, std::initializer_list<std::string_view> words);
bool holds_one_of(std::string_view text, std::initializer_list<std::string_view> words);

/// Reads from left to right; a step that finds nothing leaves the place as it was.
class Steps {
  public:
    Steps(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t place() const { return at_; }
    std::string_view rest() const { return text_.substr(at_); }

    bool take(std::string_view words) {
        if (!rest().starts_with(words)) return false;
        at_ += words.size();
        return true;
    }
    bool take_one_of(std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view one) { return take(one); });
    }
    /// A numeral and `unit` right behind it.
    std::optional<int> number(std::string_view unit);

  private:
    std::string_view text_;
    std::size_t at_;
};

}  // namespace gongbao::editor
