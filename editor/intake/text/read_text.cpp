// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/text/read_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "core/report/place.hpp"
#include "core/text/text.hpp"
#include "editor/intake/raw/encoding.hpp"
#include "editor/intake/raw/odd_characters.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/raw/words_kept.hpp"
#include "editor/intake/structure/wording.hpp"
#include "editor/intake/text/join_lines.hpp"
#include "editor/intake/text/markdown.hpp"
#include "editor/intake/text/tab_rows.hpp"

namespace gongbao::editor {
namespace {

// A row of a table as text shows it: columns parted by tabs, or drawn with │ and ─.
bool looks_like_row(std::string_view line) {
    const std::string_view words = core::trim(line);
    if (std::count(words.begin(), words.end(), '\t') >= 2) return true;
    std::size_t drawn = 0;
    for (std::size_t at = 0; at < words.size();) {
        const char32_t c = core::next_code_point(words, at);
        drawn += c >= 0x2500 && c <= 0x257F;
    }
    return drawn >= 3;
}

// 总则<tab>3: the gap between the words of contents and the number of their page.
std::string with_gap_before_page(std::string_view line) {
    const std::size_t tab = line.rfind('\t');
    if (tab == std::string_view::npos) return std::string(line);
    const std::string_view page = core::trim(line.substr(tab));
    const std::string_view words = core::trim(line.substr(0, tab));
    const bool digits = !page.empty() && page.size() <= 4 &&
                        page.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits || words.empty() || words.find('\t') != std::string_view::npos)
        return std::string(line);
    return std::string(line.substr(0, tab)) + "　" + std::string(line.substr(tab + 1));
}

// Headings of Markdown are signs and no words where the file is named as such or holds several.
bool is_markdown(const std::string& name, std::string_view text) {
    for (const std::string_view ending : {".md", ".MD", ".markdown"})
        if (name.ends_with(ending)) return true;
    std::size_t headings = 0;
    for (const std::string_view line : core::split(text, '\n'))
        headings += markdown_heading(line) > 0;
    return headings >= 2;
}

// Rows that could not be read as one.
void report_rows_left(const std::vector<SourceLine>& lines, core::Diagnostics& findings) {
    const auto rows = std::count_if(lines.begin(), lines.end(), [](const SourceLine& line) {
        return line.table == 0 && looks_like_row(line.source);
    });
    if (rows > 1)
        findings.push_back({core::Level::Warning,
                            {},
                            {"intake.table_as_text", {{"count", std::to_string(rows)}}},
                            {}});
}

// The lines of a text, cut at LF, CR LF, CR, VT, NEL, U+2028, U+2029 and page ends (FF).
class LineCutter {
  public:
    LineCutter(bool is_markdown, core::Diagnostics& findings)
        : findings_(findings), is_markdown_(is_markdown) {}

    std::vector<SourceLine> cut(std::string_view text) {
        std::size_t start = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t stop = at;
            const char32_t c = core::next_code_point(text, at);
            if (!is_line_end(c)) continue;
            if (c == U'\r' && at < text.size() && text[at] == '\n') ++at;
            take(text.substr(start, stop - start));
            if (c == U'\f')
                after_blank_ = after_page_ = true;
            else
                ++number_;
            start = at;
        }
        take(text.substr(start));
        if (headings_ > 0)
            findings_.push_back(
                {core::Level::Hint,
                 {},
                 {"intake.markdown_headings", {{"count", std::to_string(headings_)}}},
                 {}});
        if (markdown_.count > 0)
            findings_.push_back(
                {core::Level::Warning,
                 markdown_place_,
                 {"intake.markdown_in_text",
                  {{"count", std::to_string(markdown_.count)}, {"words", markdown_.first}}},
                 markdown_.first});
        return std::move(lines_);
    }

  private:
    static bool is_line_end(char32_t c) {
        return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    void take(std::string_view line) {
        std::string text = tidy_white_space(with_gap_before_page(line));
        const int heading = is_markdown_ ? markdown_heading(text) : 0;
        if (heading > 0) text = without_heading_signs(text);
        headings_ += heading > 0;
        if (count_markdown(text, markdown_))
            markdown_place_ = core::Place(core::PlaceKind::Line, number_);
        if (text.empty()) {
            after_blank_ = true;
        } else if (is_folio(text)) {
            findings_.push_back({core::Level::Hint,
                                 core::Place(core::PlaceKind::Line, number_),
                                 {"intake.folio_left_out", {{"folio", text}}},
                                 text});
            after_blank_ = after_page_ = true;
        } else {
            lines_.push_back({std::move(text), number_, opening_indent(line), after_blank_,
                              after_page_, heading, 0, std::string(line)});
            after_blank_ = after_page_ = false;
        }
    }

    core::Diagnostics& findings_;
    std::vector<SourceLine> lines_;
    bool is_markdown_;
    int number_ = 1;
    int headings_ = 0;
    MarkdownSigns markdown_;
    core::Place markdown_place_;  // of the first of them
    bool after_blank_ = false;
    bool after_page_ = false;
};

}  // namespace

RawDocument read_text(const Manuscript& manuscript, core::Diagnostics& findings) {
    const DecodedText decoded = decode_text(manuscript.bytes);
    if (decoded.encoding != "UTF-8")
        findings.push_back(
            {core::Level::Hint, {}, {"intake.encoding", {{"encoding", decoded.encoding}}}, {}});
    report_invisible(count_invisible(decoded.text), findings);
    const bool markdown = is_markdown(manuscript.name, decoded.text);
    std::vector<SourceLine> lines = LineCutter(markdown, findings).cut(decoded.text);
    std::vector<core::Table> tables = find_tab_rows(lines, findings);
    report_rows_left(lines, findings);
    std::string words;
    for (const SourceLine& line : lines) words += words_of(line.text);

    RawDocument raw;
    raw.source = manuscript.name;
    int table = 0;  // whose rows these are
    for (SourceLine& line : join_lines(std::move(lines), findings)) {
        if (line.table > 0) {
            if (line.table != std::exchange(table, line.table))
                raw.blocks.emplace_back(
                    RawTable{std::move(tables[static_cast<std::size_t>(table) - 1]),
                             core::Place(core::PlaceKind::Line, line.number)});
            continue;
        }
        RawParagraph paragraph;
        paragraph.runs.push_back(core::text_run(std::move(line.text)));
        paragraph.first_line_indent = line.indent;
        paragraph.outline_level = line.heading;
        paragraph.place = core::Place(core::PlaceKind::Line, line.number);
        raw.blocks.emplace_back(std::move(paragraph));
    }
    require_same_words(words, words_of(raw), "join_lines");
    return raw;
}

}  // namespace gongbao::editor
