// SPDX-License-Identifier: Apache-2.0
// Runs of text inside a paragraph: words with marks, line breaks, footnotes, readings (ruby).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gongbao::core {

/// Character formatting that carries meaning. A set of bits.
enum class Mark : std::uint16_t {
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Emphasis = 8,  ///< 着重号
    Superscript = 16,
    Subscript = 32,
    Lead = 64,      ///< the run-in heading of a paragraph: （一）加强公开。聚焦…
    Locator = 128,  ///< where something stands, at the end of a line of contents: 第3期第12页
    // in a Signature only
    Post = 256,        ///< 省长 of 省长　陆怀舟
    PersonName = 512,  ///< 陆怀舟
};

struct Marks {
    std::uint16_t bits = 0;
    bool has(Mark mark) const { return (bits & static_cast<std::uint16_t>(mark)) != 0; }
    Marks& add(Mark mark) {
        bits = static_cast<std::uint16_t>(bits | static_cast<std::uint16_t>(mark));
        return *this;
    }
    Marks& remove(Mark mark) { return *this = without(Marks{}.add(mark)); }
    Marks without(Marks others) const { return {static_cast<std::uint16_t>(bits & ~others.bits)}; }
    /// What both have.
    Marks common(Marks others) const { return {static_cast<std::uint16_t>(bits & others.bits)}; }
    friend bool operator==(Marks, Marks) = default;
};

/// A run of text with one formatting, a line break inside a paragraph, a footnote, or a group of
/// characters with their reading above them (ruby, 注音).
struct Inline {
    enum class Kind : std::uint8_t { Text, LineBreak, Note, Ruby };

    Kind kind = Kind::Text;
    /// Text: the words. Note: its printed mark, "①". Ruby: the characters the reading stands over,
    /// at least one. LineBreak: empty
    std::string text;
    Marks marks;
    std::vector<Inline> note = {};  ///< Note: the runs of the note's text (no notes among them)
    std::string reading = {};  ///< Ruby: hàn of 汉, not empty. Printed, but no text of the rule

    friend bool operator==(const Inline&, const Inline&) = default;
};
using Runs = std::vector<Inline>;

Inline text_run(std::string text, Marks marks = {});
Inline line_break();
/// One group of base characters with one reading. Requires: neither is empty.
Inline ruby(std::string base, std::string reading, Marks marks = {});

/// Does `run` stand among the words of its line: text, or the base of a reading?
inline bool holds_words(const Inline& run) {
    return run.kind == Inline::Kind::Text || run.kind == Inline::Kind::Ruby;
}

/// The words of runs: text as it is, a reading's base without the reading, a line break as nothing,
/// notes left out.
std::string plain_text(const Runs& runs);

}  // namespace gongbao::core
