// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/layout_table.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/structure/above_title.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/official_lines.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

constexpr std::size_t kMostRows = 12;  // of a table of signatures, head or 版记

bool is_date(std::string_view words) {
    return date_line(words) || is_open_date(words);
}

bool is_label(std::string_view words) {
    return words.ends_with("：") || words.ends_with(":");
}

// A paragraph of a cell parted at its line breaks.
std::vector<core::Runs> lines_in(const core::Runs& paragraph) {
    std::vector<core::Runs> lines(1);
    for (const core::Inline& run : paragraph)
        if (run.kind == core::Inline::Kind::LineBreak)
            lines.emplace_back();
        else
            lines.back().push_back(run);
    return lines;
}

// The words of each cell that has some, row by row.
struct Cells {
    struct One {
        std::size_t row;
        std::vector<std::string> paragraphs;
    };
    std::vector<One> cells;
    std::size_t most_in_row = 0;
    std::size_t length = 0;

    explicit Cells(const core::Table& table) {
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            std::size_t in_row = 0;
            for (const core::Cell& cell : table.rows[row].cells) {
                One one{row, {}};
                for (const core::Runs& paragraph : cell.paragraphs)
                    for (const core::Runs& runs : lines_in(paragraph))
                        if (std::string words(core::trim(core::plain_text(runs))); !words.empty()) {
                            length += core::length(words);
                            one.paragraphs.push_back(std::move(words));
                        }
                if (one.paragraphs.empty()) continue;
                ++in_row;
                cells.push_back(std::move(one));
            }
            most_in_row = std::max(most_in_row, in_row);
        }
    }

    template <typename Test>
    bool any(Test test) const {
        return count(test) > 0;
    }
    template <typename Test>
    std::size_t count(Test test) const {
        std::size_t found = 0;
        for (const One& cell : cells)
            for (const std::string& words : cell.paragraphs) found += test(words) ? 1 : 0;
        return found;
    }
};

bool is_full_title(std::string_view words) {
    return words.find("关于") != std::string_view::npos &&
           words.find("。") == std::string_view::npos && core::length(words) <= 120 &&
           !kind_of_title(words).empty();
}

bool opens_document(std::string_view words) {
    return is_number_line(words) || is_issuer_mark(words) || head_cut(words) > 0 ||
           is_full_title(words);
}

class Opener {
  public:
    Opener(Lines& lines, core::Diagnostics& findings) : lines_(lines), findings_(findings) {}

    void open() {
        if (std::all_of(lines_.begin(), lines_.end(),
                        [](const Line& line) { return line.is_text(); }))
            return;
        for (const Line& line : lines_) length_ += length_of(line);
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            if (lines_[at].kind != Line::Kind::Table) continue;
            const Cells cells(lines_[at].table);
            // Signatures are centred in their cells and not on the page.
            const bool whole = !cells.cells.empty() && holds_document(at, cells);
            if (is_layout(at, cells))
                at += replace(at, whole, !whole && !stands_at_head(at)) - 1;
            else if (stands_behind_body(at) && !in_annex(at) && holds_names_and_dates(cells))
                report(at, "intake.signature_in_table", core::Level::Warning);
            else if (holds_elements(cells))
                report(at, "intake.elements_in_table", core::Level::Warning);
        }
    }

  private:
    static std::size_t length_of(const Line& line) {
        return line.is_text()                   ? core::length(line.text)
               : line.kind == Line::Kind::Table ? Cells(line.table).length
                                                : 0;
    }

    void report(std::size_t at, const char* id, core::Level level) {
        findings_.push_back({level, lines_[at].place, {id, {}}, {}});
    }

    bool is_layout(std::size_t at, const Cells& cells) const {
        if (cells.cells.empty()) return false;
        return holds_document(at, cells) ||
               (stands_at_head(at) && (holds_head(cells) || is_menu(cells))) ||
               (stands_behind_body(at) &&
                (holds_imprint(cells) || (!in_annex(at) && holds_signature(cells))));
    }

    // One column with most of the text, a title or number and a close or addressees.
    bool holds_document(std::size_t at, const Cells& cells) const {
        if (cells.most_in_row != 1 || cells.length * 5 < length_ * 3) return false;
        for (std::size_t i = 0; i < at; ++i)
            if (lines_[i].is_text() && is_full_title(lines_[i].text)) return false;
        return cells.any(opens_document) && cells.any([](const std::string& words) {
            return is_date(words) || is_addressees(words);
        });
    }

    bool stands_at_head(std::size_t at) const {
        return std::all_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(at),
                           [](const Line& line) {
                               return line.is_text() && ending_of(line.text) != Ending::Sentence &&
                                      !is_addressees(line.text);
                           });
    }

    // A site's menu above the document: short words, among them such as 首页.
    static bool is_menu(const Cells& cells) {
        return cells.any(is_navigation) && cells.cells.back().row < 2 &&
               !cells.any([](const std::string& words) { return core::length(words) > 16; });
    }

    static bool holds_head(const Cells& cells) {
        bool sure = false;
        bool signers = false;
        std::string before;
        for (const Cells::One& cell : cells.cells)
            for (const std::string& words : cell.paragraphs) {
                const bool further =
                    signers && (is_names_of_people(words) || head_cut(words, true) > 0);
                signers = signers || head_element(words) == core::Role::Signer;
                const bool element = head_element(words) || opens_document(words) || further;
                const bool part_of_mark =
                    names_only_agencies(words) || core::without_spaces(words) == "文件";
                const bool name =
                    is_label(before) && head_element(before) && core::length(words) <= 16;
                if (!element && !part_of_mark && !name) return false;
                sure = sure || element || core::without_spaces(words) == "文件";
                before = words;
            }
        return sure && cells.cells.back().row < kMostRows;
    }

    // Nothing but other lines of a close comes before the next annex.
    bool stands_behind_body(std::size_t at) const {
        if (at == 0) return false;
        for (std::size_t i = at + 1; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            if (line.kind == Line::Kind::Figure) return false;
            if (line.is_text() && (is_annex_label(line.text) || annex_label_length(line.text) > 0))
                return true;
            if (line.is_text() && !is_close(line.text)) return false;
            if (line.is_text()) continue;
            const Cells cells(line.table);
            if (cells.cells.empty() || !holds_imprint(cells)) return false;
        }
        return true;
    }

    static bool is_close(const std::string& words) {
        return is_date(words) || is_bracketed(words) || imprint_element(words) ||
               is_contact(words) || names_only_agencies(words) || is_signer(words);
    }

    bool in_annex(std::size_t at) const {
        return std::any_of(
            lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(at),
            [](const Line& line) { return line.is_text() && is_annex_label(line.text); });
    }

    // 抄送 and 印发, and nothing that is not of 版记.
    static bool holds_imprint(const Cells& cells) {
        bool sure = false;
        std::optional<core::Role> element;  // that the words before belong to
        std::string before;
        const Cells::One* last = nullptr;
        for (const Cells::One& cell : cells.cells)
            for (const std::string& words : cell.paragraphs) {
                const auto own = imprint_element(words);
                const bool same_row = last != nullptr && last->row == cell.row;
                const bool lists_on = &cell == last || (same_row && is_label(before)) ||
                                      before.ends_with("，") || before.ends_with("、");
                const bool copies = element == core::Role::CopyTo && lists_on && !is_date(words);
                const bool beside = element == core::Role::Imprint && same_row && is_date(words);
                if (!own && !copies && !beside && !names_only_agencies(words)) return false;
                sure = sure || own;
                if (own)
                    element = own;
                else if (!copies)
                    element = core::Role::Imprint;
                before = words;
                last = &cell;
            }
        return sure && cells.cells.back().row < kMostRows;
    }

    // Rows of names and rows of dates below them: no schedule, whose rows have a name and its date.
    static bool is_in_rows(const Cells& cells) {
        for (const Cells::One& one : cells.cells)
            for (const Cells::One& other : cells.cells)
                if (one.row == other.row &&
                    is_date(one.paragraphs.front()) != is_date(other.paragraphs.front()))
                    return false;
        return !is_date(cells.cells.front().paragraphs.front());
    }

    // One date, or the same under each name, in its cell or in a row of dates.
    static bool has_one_date(const Cells& cells) {
        std::string date;
        std::size_t apart = 0;
        for (const Cells::One& cell : cells.cells)
            for (const std::string& words : cell.paragraphs) {
                if (!is_date(words)) continue;
                if (!date.empty() && words != date) return false;
                date = words;
                apart += cell.paragraphs.size() == 1 ? 1 : 0;
            }
        return !date.empty() && (apart == 0 || cells.count(is_date) == 1 || is_in_rows(cells));
    }

    // Names of authorities or signers and one date.
    static bool holds_signature(const Cells& cells) {
        return has_one_date(cells) && holds_names_and_dates(cells);
    }

    static bool holds_names_and_dates(const Cells& cells) {
        if (cells.cells.empty() || cells.cells.back().row >= kMostRows || !cells.any(is_date))
            return false;
        const auto names = [](const std::string& words) {
            return names_only_agencies(words) || is_signer(words);
        };
        return cells.any(names) && !cells.any([&](const std::string& words) {
            return !names(words) && !is_date(words) && !is_bracketed(words);
        });
    }

    static bool holds_elements(const Cells& cells) {
        return cells.any([](const std::string& words) {
            const std::string bare = core::without_spaces(words);
            return bare == "抄送" || bare == "分送" || bare == "签发人" ||
                   bare.starts_with("抄送：") || bare.starts_with("分送：") ||
                   bare.starts_with("签发人：") ||
                   (imprint_element(words) == core::Role::Imprint && bare.ends_with("印发") &&
                    core::length(bare) > 12 && core::length(bare) < 40);
        });
    }

    // Puts the paragraphs of the cells in the table's place; returns how many lines they are.
    std::size_t replace(std::size_t at, bool whole, bool closes) {
        report(at, "intake.layout_table", core::Level::Hint);
        const Line table = std::move(lines_[at]);
        Lines opened;
        for (const core::Row& row : table.table.rows) {
            const std::size_t first = opened.size();
            for (const core::Cell& cell : row.cells)
                for (const core::Runs& runs : cell.paragraphs) {
                    // The cell's alignment is that of its first paragraph.
                    const bool natural = closes || cell.paragraphs.size() > 1;
                    const core::Align align = natural ? core::Align::Natural : cell.align;
                    if (whole)
                        add(runs, align, table.place, first, opened);
                    else
                        for (const core::Runs& line : lines_in(runs))
                            add(line, align, table.place, first, opened);
                }
        }
        lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(at));
        lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(at), opened.begin(),
                      opened.end());
        return opened.size();
    }

    // What a cell says beside the one before it in its row, `opened` from `first` on, is one line
    // with it where that is a label (抄送：) or the agency beside the date of printing.
    static void add(const core::Runs& runs, core::Align align, const core::Place& place,
                    std::size_t first, Lines& opened) {
        RawParagraph paragraph;
        paragraph.runs = runs;
        paragraph.align = align;
        paragraph.place = place;
        for (Line& line : lines_of(paragraph)) {
            if (core::trim(line.text).empty() && line.runs.empty()) continue;
            Line* before = opened.size() > first ? &opened.back() : nullptr;
            const bool printed = before != nullptr && names_only_agencies(before->text) &&
                                 imprint_element(line.text) == core::Role::Imprint;
            if (before != nullptr && (printed || is_bare_label(before->text))) {
                if (printed) before->runs.push_back(core::text_run("\u3000"));
                before->runs.insert(before->runs.end(), line.runs.begin(), line.runs.end());
                before->text += (printed ? "\u3000" : "") + line.text;
            } else {
                opened.push_back(std::move(line));
            }
        }
    }

    static bool is_bare_label(std::string_view words) {
        return is_label(words) && core::length(words) <= 6 &&
               (imprint_element(words) || head_element(words));
    }

    Lines& lines_;
    core::Diagnostics& findings_;
    std::size_t length_ = 0;
};

}  // namespace

void open_layout_tables(Lines& lines, core::Diagnostics& findings) {
    Opener(lines, findings).open();
}

}  // namespace gongbao::editor
