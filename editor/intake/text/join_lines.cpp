// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/text/join_lines.hpp"

#include <algorithm>
#include <utility>

#include "core/report/place.hpp"
#include "core/text/text.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/official_lines.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

// Printed width with its indent, in half Han characters.
std::size_t width_of(const SourceLine& line) {
    std::size_t width = static_cast<std::size_t>(line.indent) / 50;
    for (std::size_t at = 0; at < line.text.size();)
        width += core::next_code_point(line.text, at) < 0x80 ? 1 : 2;
    return width;
}

constexpr std::size_t kNarrowest = 28;  // a measure, in half Han characters
constexpr std::size_t kWidest = 160;
constexpr std::size_t kRagged = 5;  // what a full line may lack: a mark or a word goes down whole

// The width that most lines of the text are set to, 0 when each paragraph is one line.
std::size_t measure_of_most(const std::vector<SourceLine>& lines) {
    if (lines.size() < 6) return 0;
    std::vector<std::size_t> widths;
    for (const SourceLine& line : lines)
        if (line.table == 0) widths.push_back(width_of(line));
    if (widths.empty()) return 0;
    std::sort(widths.begin(), widths.end());
    const std::size_t measure = widths[widths.size() * 95 / 100];
    if (measure < 30 || measure > kWidest) return 0;
    std::size_t full = 0;
    std::size_t open = 0;
    for (const SourceLine& line : lines) {
        const std::size_t width = width_of(line);
        if (width + 4 < measure || width > measure + 4) continue;
        ++full;
        open += ending_of(line.text) != Ending::Sentence;
    }
    return full * 5 >= lines.size() * 2 && open * 2 >= full ? measure : 0;
}

bool opens_a_block(const SourceLine& line) {
    return read_label(line.text) || is_annex_label(line.text) || is_annex_note(line.text) ||
           line.text.starts_with("|") || date_line(line.text) || is_number_line(line.text) ||
           is_contents_head(line.text) || is_title_note(line.text) || is_addressees(line.text) ||
           imprint_element(line.text);
}

// Set far to the right, as a signature is.
bool stands_right(const SourceLine& line) {
    return line.indent >= 600;
}

// The line goes on in the one below it, for all that the two say.
bool may_go_on(const SourceLine& line, const SourceLine& below) {
    return ending_of(line.text) == Ending::Open && !below.after_blank && below.indent < 100 &&
           !opens_a_block(below) && !stands_right(line) && below.table == 0 && line.table == 0 &&
           below.heading == 0 && line.heading == 0 && !is_number_line(line.text) &&
           !date_line(line.text) && !is_annex_label(line.text);
}

// Breaks off, and lines below end its sentence: names in columns never do.
bool breaks_in_sentence(const std::vector<SourceLine>& lines, std::size_t at) {
    constexpr std::size_t kMostLines = 40;
    const std::size_t end = std::min(lines.size(), at + kMostLines);
    for (; at + 1 < end && may_go_on(lines[at], lines[at + 1]); ++at)
        if (ending_of(lines[at + 1].text) == Ending::Sentence) return true;
    return false;
}

// The width at which lines break off inside of sentences, where no line of the text is longer; 0
// where the breaks do not agree on one. `least` breaks are evidence.
std::size_t measure_of_breaks(const std::vector<SourceLine>& lines, std::size_t least) {
    std::vector<std::size_t> widths;
    std::size_t first = lines.size();
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (!breaks_in_sentence(lines, at)) continue;
        first = std::min(first, at);
        widths.push_back(width_of(lines[at]));
    }
    if (widths.size() < least) return 0;
    const std::size_t measure = *std::max_element(widths.begin(), widths.end());
    if (measure < kNarrowest || measure > kWidest) return 0;
    const auto full = std::count_if(widths.begin(), widths.end(),
                                    [&](std::size_t width) { return width + kRagged >= measure; });
    const auto longer = std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(first),
                                      lines.end(), [&](const SourceLine& line) {
                                          return line.table == 0 && !stands_right(line) &&
                                                 width_of(line) > measure + 2;
                                      });
    return longer == 0 && static_cast<std::size_t>(full) * 3 >= widths.size() * 2 ? measure : 0;
}

// A sentence that breaks off: words of a body paragraph without an end, not a title or a heading.
bool breaks_off(std::string_view text) {
    if (ending_of(text) != Ending::Open) return false;
    const bool holds_sentence = text.find("。") != std::string_view::npos;
    const std::size_t length = core::length(text);
    if (read_label(text)) return (holds_sentence && length > 25) || length > 70;
    return (holds_sentence && length > 20) || length > 70;
}

// A line that ends with a comma goes on, unless it is one of a column: 委员长，/ 秘书长，
bool ends_with_comma(std::string_view text) {
    return (text.ends_with("，") || text.ends_with("、")) && core::length(text) > 14;
}

class Joiner {
  public:
    Joiner(const std::vector<SourceLine>& lines, core::Diagnostics& findings)
        : findings_(findings), measure_(measure_of_most(lines)) {
        const auto indented = std::count_if(
            lines.begin(), lines.end(), [](const SourceLine& line) { return line.indent >= 100; });
        uses_indents_ = static_cast<std::size_t>(indented) * 10 >= lines.size() * 2;
        std::size_t openings = 0;
        std::size_t flush = 0;
        for (const SourceLine& line : lines) {
            if (!read_label(line.text)) continue;
            ++openings;
            flush += line.indent < 100;
        }
        indents_all_ = uses_indents_ && flush * 5 <= openings;
        if (measure_ == 0) measure_ = measure_of_breaks(lines, uses_indents_ ? 1 : 2);
    }

    std::vector<SourceLine> join(std::vector<SourceLine> lines) {
        std::vector<SourceLine> paragraphs;
        for (SourceLine& line : lines) {
            const bool goes_on = !paragraphs.empty() && continues(paragraphs.back(), line);
            last_width_ = width_of(line);
            if (!goes_on) in_body_ |= ending_of(line.text) == Ending::Sentence;
            if (!goes_on && !paragraphs.empty()) tell_open_end(paragraphs.back(), line);
            if (goes_on)
                append(paragraphs.back(), line);
            else
                paragraphs.push_back(std::move(line));
        }
        return paragraphs;
    }

  private:
    bool continues(const SourceLine& paragraph, const SourceLine& line) const {
        if (paragraph.table > 0 || line.table > 0) return false;
        if (paragraph.heading > 0 || line.heading > 0) return false;
        if (opens_with_closing_mark(line.text)) return true;
        if (uses_indents_ && line.indent >= 100) return false;
        return continues_line(paragraph, line) || continues_over_page(paragraph, line);
    }

    // Inside one block of a text set to a measure.
    bool continues_line(const SourceLine& paragraph, const SourceLine& line) const {
        if (measure_ == 0 || (line.after_blank && !line.after_page)) return false;
        if (last_width_ + 4 < measure_ || !in_body_or_long(paragraph)) return false;
        if (ending_of(paragraph.text) == Ending::Sentence)
            return indents_all_ && line.indent == 0 && !opens_a_block(line);
        return !opens_a_block(line) || uses_indents_;
    }

    // The lines of a title are shorter than the measure only by chance; the text's first sentence
    // tells that the title is over.
    bool in_body_or_long(const SourceLine& paragraph) const {
        return in_body_ || paragraph.text.find("，") != std::string::npos ||
               core::length(paragraph.text) * 2 > measure_ + 8 || paragraph.indent >= 100 ||
               static_cast<bool>(read_label(paragraph.text));
    }

    bool continues_over_page(const SourceLine& paragraph, const SourceLine& line) const {
        if (opens_a_block(line) && !is_addressees(line.text)) return false;
        if (ends_with_comma(paragraph.text)) return true;
        if (!in_body_ || !breaks_off(paragraph.text) || is_addressees(line.text)) return false;
        const bool is_closing =
            core::length(line.text) < 20 && ending_of(line.text) != Ending::Sentence;
        return !is_closing;
    }

    void append(SourceLine& paragraph, const SourceLine& line) {
        const std::string before = paragraph.text.substr(tail_start(paragraph.text, 8));
        findings_.push_back({core::Level::Warning,
                             core::Place(core::PlaceKind::Line, line.number),
                             {line.after_blank ? "intake.paragraph_joined" : "intake.lines_joined",
                              {{"before", before}, {"after", core::excerpt(line.text, 8)}}},
                             before + "|" + core::excerpt(line.text, 8)});
        // The line end stood for white space, which Latin words need and Han does without.
        paragraph.text = tidy_white_space(paragraph.text + (needs_space(paragraph.text, line.text)
                                                                ? " " + line.text
                                                                : line.text));
    }

    // Words of the body that break off right above words that end a sentence.
    void tell_open_end(const SourceLine& paragraph, const SourceLine& line) {
        const bool sentence =
            paragraph.text.find("。") != std::string::npos ||
            (!read_label(paragraph.text) && paragraph.text.find("，") != std::string::npos);
        if (!in_body_ || !sentence || core::length(paragraph.text) < 14) return;
        if (!may_go_on(paragraph, line) || ending_of(line.text) != Ending::Sentence) return;
        findings_.push_back({core::Level::Warning,
                             core::Place(core::PlaceKind::Line, paragraph.number),
                             {"intake.line_may_go_on", {}},
                             core::excerpt(paragraph.text)});
    }

    static bool needs_space(std::string_view before, std::string_view after) {
        return before.back() > 0 && before.back() < 0x7F && after.front() > 0 &&
               core::is_ascii_letter(static_cast<char32_t>(before.back())) &&
               core::is_ascii_letter(static_cast<char32_t>(after.front()));
    }

    // The byte where the last `count` characters of `text` begin.
    static std::size_t tail_start(std::string_view text, std::size_t count) {
        std::size_t at = text.size();
        while (at > 0 && count > 0) {
            --at;
            if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) --count;
        }
        return at;
    }

    core::Diagnostics& findings_;
    std::size_t measure_;
    std::size_t last_width_ = 0;
    bool uses_indents_ = false;  // some paragraphs open with an indent
    bool indents_all_ = false;   // nearly all of them do, so a flush line goes on
    bool in_body_ = false;
};

}  // namespace

std::vector<SourceLine> join_lines(std::vector<SourceLine> lines, core::Diagnostics& findings) {
    Joiner joiner(lines, findings);
    return joiner.join(std::move(lines));
}

}  // namespace gongbao::editor
