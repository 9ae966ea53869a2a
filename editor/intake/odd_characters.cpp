// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/odd_characters.hpp"

#include <string>
#include <string_view>

#include "core/text.hpp"

namespace gongbao::editor {
namespace {

bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

bool is_wide_latin(char32_t c) {
    const char32_t narrow = core::narrow(c);
    return narrow != c && (core::is_ascii_digit(narrow) || core::is_ascii_letter(narrow));
}

bool is_ascii_mark(char32_t c) {
    return std::u32string_view(U",;:?!()\"").find(c) != std::u32string_view::npos;
}

class Counter {
  public:
    explicit Counter(core::Diagnostics& findings) : findings_(findings) {}

    void read(const core::Runs& runs, const std::string& place) {
        read_text(core::plain_text(runs), place);
        for (const core::Inline& run : runs) {
            if (run.kind == core::Inline::Kind::Note) read(run.note, place);
            if (run.kind == core::Inline::Kind::Ruby) read_text(run.reading, place);
        }
    }

    void report_counts() {
        count("intake.ascii_punctuation", ascii_marks_);
        count("intake.wide_latin", wide_);
    }

  private:
    void read_text(const std::string& text, const std::string& place) {
        char32_t before = 0;
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = core::next_code_point(text, at);
            std::size_t next = at;
            const char32_t after = next < text.size() ? core::next_code_point(text, next) : 0;
            if (c == 0xFFFD)
                report("intake.replacement_character", core::Level::Error, c, place, text);
            if (is_private_use(c))
                report("intake.private_character", core::Level::Warning, c, place, text);
            wide_ += is_wide_latin(c);
            ascii_marks_ += is_ascii_mark(c) && (core::is_han(before) || core::is_han(after));
            before = c;
        }
    }

    void report(const char* id, core::Level level, char32_t c, const std::string& place,
                const std::string& text) {
        static const char* const kHex = "0123456789ABCDEF";
        std::string code;
        for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4)
            code += kHex[(c >> shift) & 15];
        findings_.push_back({level, place, {id, {{"code", "U+" + code}}}, core::excerpt(text)});
    }

    void count(const char* id, std::size_t number) {
        if (number > 0)
            findings_.push_back(
                {core::Level::Hint, {}, {id, {{"count", std::to_string(number)}}}, {}});
    }

    core::Diagnostics& findings_;
    std::size_t ascii_marks_ = 0;
    std::size_t wide_ = 0;
};

}  // namespace

void report_odd_characters(const RawDocument& raw, core::Diagnostics& findings) {
    Counter counter(findings);
    for (const RawBlock& block : raw.blocks) {
        if (const auto* paragraph = std::get_if<RawParagraph>(&block))
            counter.read(paragraph->runs, paragraph->place);
        if (const auto* table = std::get_if<RawTable>(&block))
            for (const core::Row& row : table->table.rows)
                for (const core::Cell& cell : row.cells)
                    for (const core::Runs& runs : cell.paragraphs) counter.read(runs, table->place);
    }
    counter.report_counts();
}

}  // namespace gongbao::editor
