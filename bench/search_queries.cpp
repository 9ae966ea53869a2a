// SPDX-License-Identifier: Apache-2.0
#include "bench/search_queries.hpp"

#include <array>
#include <cstdint>

#include "core/text/text.hpp"

namespace gongbao::bench {
namespace {

// A linear congruential generator (Knuth, MMIX): the same numbers everywhere.
class Dice {
  public:
    std::size_t below(std::size_t limit) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>(state_ >> 33) % limit;
    }

  private:
    std::uint64_t state_ = 20260115;
};

class Maker {
  public:
    Maker(const std::vector<Text>& texts, const Scan& scan) : texts_(texts), scan_(scan) {}

    // A piece of some line: `length` code points, all of them Han when `han`.
    std::string piece(std::size_t length, bool han) {
        for (;;) {
            const Text& text = texts_[dice_.below(texts_.size())];
            if (text.lines.empty()) continue;
            const std::u32string line = core::to_utf32(text.lines[dice_.below(text.lines.size())]);
            if (line.size() < length) continue;
            const std::size_t at = dice_.below(line.size() - length + 1);
            const std::u32string words = line.substr(at, length);
            if (is_good(words, han)) return core::to_utf8(words);
        }
    }

    // A group of Latin letters or digits with what stands around it.
    std::string mixed() {
        for (;;) {
            const Text& text = texts_[dice_.below(texts_.size())];
            const std::u32string line =
                text.lines.empty() ? U""
                                   : core::to_utf32(text.lines[dice_.below(text.lines.size())]);
            const std::size_t digit = line.find_first_of(U"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
            if (digit == std::u32string::npos || digit < 2) continue;
            std::size_t end = digit;
            while (end < line.size() &&
                   (core::is_ascii_digit(line[end]) || core::is_ascii_letter(line[end])))
                ++end;
            const std::u32string words = line.substr(digit - 2, end - digit + 2);
            if (end < line.size() && core::is_han(line[end]))
                return core::to_utf8(words + line[end]);
            if (core::is_han(words[0]) && core::is_han(words[1])) return core::to_utf8(words);
        }
    }

    const Text& any_text(std::size_t& number) {
        number = dice_.below(texts_.size());
        return texts_[number];
    }

    const Scan& scan() const { return scan_; }

  private:
    static bool is_good(const std::u32string& words, bool han) {
        for (const char32_t c : words)
            if (han ? !core::is_han(c) : (core::is_space(c) || c == U'"' || c == U'“'))
                return false;
        return han || (core::is_han(words.front()) && core::is_han(words.back()));
    }

    const std::vector<Text>& texts_;
    const Scan& scan_;
    Dice dice_;
};

std::string full_width(const std::string& text) {
    std::u32string wide = core::to_utf32(text);
    for (char32_t& c : wide)
        if (c > 0x20 && c < 0x7F) c += 0xFEE0;
    return core::to_utf8(wide);
}

struct WrittenNumber {
    const char* name;
    const char* open;
    const char* close;
    const char* end;
};
constexpr std::array kWrittenNumbers{
    WrittenNumber{"number 〔〕", "〔", "〕", "号"},
    WrittenNumber{"number []", "[", "]", "号"},
    WrittenNumber{"number （）", "（", "）", "号"},
    WrittenNumber{"number 【】", "【", "】", "号"},
    WrittenNumber{"number without 号", "〔", "〕", ""},
    WrittenNumber{"number 年第", "", "年第", "号"},
    WrittenNumber{"number 號", "〔", "〕", "號"},
};

std::string rewrite(const std::string& number, const WrittenNumber& form) {
    std::string text = core::replace_all(number, "〔", form.open);
    text = core::replace_all(text, "〕", form.close);
    return core::replace_all(text, "号", form.end);
}

void add_phrases(Maker& maker, std::size_t each, std::vector<Asked>& queries) {
    const auto add = [&](const char* kind, const std::string& typed) {
        queries.push_back({kind, typed, maker.scan().find(typed)});
    };
    for (std::size_t i = 0; i < each; ++i) add("one character", maker.piece(1, true));
    for (std::size_t i = 0; i < each; ++i) add("two-character word", maker.piece(2, true));
    for (std::size_t i = 0; i < each; ++i) add("3-4 characters", maker.piece(3 + i % 2, true));
    for (std::size_t i = 0; i < each; ++i) add("long phrase", maker.piece(12 + i % 14, false));
    for (std::size_t i = 0; i < each; ++i) add("mixed Latin, digits", maker.mixed());
    for (std::size_t i = 0; i < each; ++i) add("full width", full_width(maker.mixed()));
    for (std::size_t i = 0; i < each; ++i)
        add("traditional", maker.scan().traditional(maker.piece(2 + i % 4, true)));
}

}  // namespace

std::vector<Asked> make_queries(const std::vector<Text>& texts, const Scan& scan,
                                std::size_t each) {
    Maker maker(texts, scan);
    std::vector<Asked> queries;
    add_phrases(maker, each, queries);
    for (std::size_t i = 0; i < each; ++i) {
        const std::string a = maker.piece(2, true);
        const std::string b = maker.piece(2 + i % 2, true);
        queries.push_back({"two terms AND", a + " " + b, scan.find_both(a, b)});
    }
    for (const WrittenNumber& form : kWrittenNumbers)
        for (std::size_t i = 0; i < each / 4 + 1; ++i) {
            std::size_t number = 0;
            const Text& text = maker.any_text(number);
            queries.push_back({form.name, rewrite(text.number, form), {number}});
        }
    for (std::size_t i = 0; i < each / 4 + 1; ++i) {
        std::size_t number = 0;
        const Text& text = maker.any_text(number);
        queries.push_back({"number full width", full_width(text.number), {number}});
    }
    return queries;
}

}  // namespace gongbao::bench
