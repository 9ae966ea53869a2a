// SPDX-License-Identifier: Apache-2.0
#include "tests/typeset/dump_check.hpp"

#include <cstdlib>
#include <string_view>

#include "core/text/text.hpp"

namespace gongbao::typeset::tests {
namespace {

// CLREQ sets A and B as listed in GB/T 15834-2011, 5.1, with the marks usual in official texts.
constexpr std::u32string_view kNotAtStart =
    U"、，。；：！？．”’」』）》〉】〗〕］｝～·・‧／%％‰℃°々)]},.:;!?";
constexpr std::u32string_view kNotAtEnd = U"“‘「『（《〈【〖〔［｛([{￥№§";
constexpr double kRoom = 0.02;
constexpr std::size_t kMostExamples = 20;

struct Line {
    int page = 0;
    double x = 0;
    double width = 0;
    std::string tag;
    bool goes_on = false;
    std::u32string words;  ///< without white space at its ends
    bool space_after = false;
};

bool in(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}
bool is_word(char32_t c) {
    return core::is_ascii_letter(c) || core::is_ascii_digit(c);
}

Line read_line(std::string_view text, int page) {
    const std::string copy(text);
    Line line;
    line.page = page;
    char* at = nullptr;
    line.x = std::strtod(copy.c_str(), &at);
    std::strtod(at, &at);
    line.width = std::strtod(at, &at);
    const std::size_t tag = static_cast<std::size_t>(at - copy.c_str()) + 1;
    const std::size_t end = copy.find(' ', tag);
    line.tag = copy.substr(tag, end - tag);
    line.goes_on = core::ends_with(line.tag, "+");
    if (line.goes_on) line.tag.pop_back();
    const std::string words = end == std::string::npos ? std::string() : copy.substr(end + 1);
    line.words = core::to_utf32(core::trim(words));
    line.space_after = core::ends_with(words, " ");
    return line;
}

class Checker {
  public:
    explicit Checker(const TypeArea& area) : area_(area) {}

    Faults run(const std::string& dump) {
        for (const std::string_view text : core::split(dump, '\n')) {
            if (core::starts_with(text, "page ")) {
                ++faults_.pages;
                first_on_page_ = true;
            } else if (!text.empty()) {
                check(read_line(text, faults_.pages));
            }
        }
        finish_paragraph();
        return std::move(faults_);
    }

  private:
    static bool is_body(const Line& line) { return line.tag == "P" || line.tag[0] == 'H'; }

    void note(int& count, const char* what, const Line& line) {
        ++count;
        if (faults_.examples.size() < kMostExamples)
            faults_.examples.push_back(std::string(what) + ", page " + std::to_string(line.page) +
                                       ": " + core::to_utf8(line.words));
    }

    void check(const Line& line) {
        if (line.words.empty() || line.tag == "Artifact" || core::ends_with(line.tag, "^")) return;
        ++faults_.lines;
        check_edges(line);
        if (!is_body(line)) return;
        if (!line.goes_on) {
            finish_paragraph();
        } else {
            check_joint(last_, line);
        }
        lines_in_paragraph_ = line.goes_on ? lines_in_paragraph_ + 1 : 1;
        last_ = line;
        last_heads_page_ = first_on_page_;
        first_on_page_ = false;
    }

    void check_edges(const Line& line) {
        const bool recto = line.page % 2 == 1 || !area_.mirror;
        const double left = recto ? area_.inner : area_.outer;
        // A bracket at the start of a line hangs its blank half into the margin.
        if (line.x < left - kRoom || line.x + line.width > left + area_.width + kRoom)
            note(faults_.overfull, "overfull", line);
        if (!line.goes_on) return;
        if (in(kNotAtStart, line.words.front())) note(faults_.forbidden_starts, "start", line);
    }

    void check_joint(const Line& before, const Line& after) {
        const char32_t a = before.words.back();
        const char32_t b = after.words.front();
        if (in(kNotAtEnd, a)) note(faults_.forbidden_ends, "end", before);
        const bool pair = a == b && (a == U'—' || a == U'…');
        if (!before.space_after && (pair || (is_word(a) && is_word(b))))
            note(faults_.split_runs, "split", after);
    }

    void finish_paragraph() {
        if (lines_in_paragraph_ > 1) {
            int letters = 0;
            for (const char32_t c : last_.words)
                letters += in(kNotAtStart, c) || in(kNotAtEnd, c) || core::is_space(c) ? 0 : 1;
            if (letters < 2) note(faults_.lone_characters, "lone character", last_);
            if (last_heads_page_) note(faults_.lone_lines, "lone line", last_);
        }
        lines_in_paragraph_ = 0;
    }

    const TypeArea& area_;
    Faults faults_;
    Line last_;
    int lines_in_paragraph_ = 0;
    bool first_on_page_ = false;
    bool last_heads_page_ = false;
};

}  // namespace

Faults check_dump(const std::string& dump, const TypeArea& area) {
    return Checker(area).run(dump);
}

}  // namespace gongbao::typeset::tests
