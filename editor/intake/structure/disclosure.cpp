// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/disclosure.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/document/document.hpp"
#include "core/report/place.hpp"
#include "core/text/text.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/disclosure_marks.hpp"
#include "editor/intake/structure/draft_marks.hpp"
#include "editor/intake/structure/mark_folding.hpp"

namespace gongbao::editor {
namespace {

using core::Block;
using core::Level;
using core::Role;

constexpr const char* kFamily = "disclosure.";

const char* id_of(Reach reach) {
    switch (reach) {
        case Reach::Secret: return "disclosure.secret";
        case Reach::Internal: return "disclosure.internal";
        case Reach::NotPublic: return "disclosure.not_public";
        case Reach::NoSpreading: return "disclosure.no_spreading";
        case Reach::OnRequest: return "disclosure.on_request";
        case Reach::Public: break;
    }
    return "disclosure.look";
}

std::vector<std::string> printed_lines(const core::Runs& runs) {
    std::vector<std::string> lines(1);
    for (const core::Inline& run : runs) {
        if (run.kind == core::Inline::Kind::LineBreak)
            lines.emplace_back();
        else if (core::holds_words(run))
            lines.back() += run.text;
    }
    return lines;
}

std::string words_in(const core::Cell& cell) {
    std::string words;
    for (const core::Runs& runs : cell.paragraphs)
        words += core::join(printed_lines(runs), " ") + " ";
    return std::string(core::trim(words));
}

std::string without_ending(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return std::string(dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot));
}

class Judge {
  public:
    explicit Judge(core::Diagnostics& findings) : findings_(findings) {}

    void judge_text(const core::Document& document) {
        const bool titled = has_title(document.preface);
        public_draft_ = asks_the_public(document);
        before_title_ = true;
        for (const auto* part : {&document.preface, &document.body}) {
            for (const Block& block : *part) {
                if (block.role == Role::Title) before_title_ = false;
                const bool above = before_title_ && (titled || block.table);
                judge_block(block, above ? Spot::Masthead : Spot::Body);
            }
        }
        before_title_ = false;
        for (const Block& block : document.conclusions) judge_block(block, Spot::Closing);
        for (const core::Annex& annex : document.annexes)
            for (const Block& block : annex.blocks) judge_block(block, Spot::Body);
    }

    void judge_file_name(std::string_view name) { judge_outside(without_ending(name)); }

    void judge_aside(const RawAside& aside) {
        place_ = aside.place;
        if (aside.kind == RawAside::Kind::Property) return judge_outside(aside.words);
        const bool sheet = aside.kind == RawAside::Kind::Sheet;
        for (const DisclosureMark& mark :
             disclosure_marks(aside.words, sheet ? Spot::Margin : Spot::Body))
            if (sheet || (mark.sure && mark.reach < Reach::OnRequest)) report(mark, aside.words);
        if (sheet) judge_draft(draft_of_title(aside.words), aside.words);
    }

    void judge_field(const std::string& label, const std::string& value) {
        place_ = core::Place(core::PlaceKind::Field, label);
        if (label == "标题" || label == "名称") return judge_draft(draft_of_title(value), value);
        if (!is_disclosure_label(label)) return;
        const FieldSense sense = disclosure_of_field(label, value);
        if (sense.known)
            report(sense.mark, value);
        else
            add(Level::Warning, "disclosure.field_unknown", {{"label", label}, {"value", value}},
                value);
    }

    /// What everything together says.
    core::Openness openness() const { return openness_; }

    void judge_openness(core::Openness openness) {
        place_ = {};
        if (openness == core::Openness::Closed && !barred_)
            add(Level::Error, "disclosure.closed", {}, {});
        if (openness == core::Openness::OnRequest && !on_request_)
            add(Level::Warning, "disclosure.on_request", {{"mark", "依申请公开"}}, {});
    }

  private:
    static bool has_title(const core::Blocks& blocks) {
        return std::any_of(blocks.begin(), blocks.end(),
                           [](const Block& block) { return block.role == Role::Title; });
    }

    static bool asks_the_public(const core::Document& document) {
        for (const Block& block : document.preface)
            if (block.role == Role::Title &&
                draft_of_title(core::plain_text(block.runs)).draft == Draft::Public)
                return true;
        return draft_of_title(document.meta.title).draft == Draft::Public;
    }

    void judge_block(const Block& block, Spot spot) {
        place_ = block.table ? core::Place(core::PlaceKind::Paragraph, paragraphs_)
                                   .followed_by({core::PlaceKind::Table, ++tables_})
                             : core::Place(core::PlaceKind::Paragraph, ++paragraphs_);
        if (block.table)
            return judge_table(*block.table, spot == Spot::Masthead ? spot : Spot::Cell);
        if (block.figure) return judge_line(block.figure->alt, spot);
        if (block.role == Role::Contents) return;
        if (block.role == Role::Title || block.role == Role::Subtitle) return judge_title(block);
        if (block.role == Role::Secrecy) spot = Spot::Masthead;
        std::vector<std::string> lines = printed_lines(block.runs);
        lines.front().insert(0, block.label);
        for (const std::string& line : lines) judge_line(line, spot);
        if (lines.size() > 1) judge_line(core::join(lines, ""), spot);
        if (block.role == Role::AnnexNote) judge_named(core::join(lines, ""));
        judge_notes(block.runs);
    }

    // A title is judged whole for drafts; its printed lines may be marks that were taken into it.
    void judge_title(const Block& block) {
        const std::vector<std::string> lines = printed_lines(block.runs);
        const std::string title = core::join(lines, "");
        const DraftMark draft = draft_of_title(title);
        judge_draft(draft, title);
        judge_marks(title, Spot::Title);
        for (const std::string& line : lines) judge_marks(line, Spot::Title);
        if (draft.draft == Draft::None)
            for (const std::string& line : {lines.front(), lines.back()})
                judge_draft(draft_of_line(line), line);
        judge_notes(block.runs);
    }

    void judge_notes(const core::Runs& runs) {
        for (const core::Inline& run : runs)
            if (run.kind == core::Inline::Kind::Note)
                for (const std::string& line : printed_lines(run.note))
                    judge_line(line, Spot::Body);
    }

    void judge_line(const std::string& line, Spot spot) {
        judge_marks(line, spot);
        if (spot != Spot::Cell) judge_draft(draft_of_line(line), line);
    }

    void judge_marks(const std::string& line, Spot spot) {
        for (const DisclosureMark& mark : disclosure_marks(line, spot)) report(mark, line);
    }

    void judge_table(const core::Table& table, Spot spot) {
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const std::vector<core::Cell>& cells = table.rows[row].cells;
            for (std::size_t at = 0; at < cells.size(); ++at) {
                judge_cell(cells[at], spot);
                const std::string words = words_in(cells[at]);
                if (!is_disclosure_label(words)) continue;
                if (at + 1 < cells.size()) judge_value(words, cells[at + 1], spot);
                if (is_form_column(table, row))
                    judge_value(words, table.rows[row + 1].cells[at], spot);
            }
        }
    }

    void judge_cell(const core::Cell& cell, Spot spot) {
        for (const core::Runs& runs : cell.paragraphs) {
            for (const std::string& line : printed_lines(runs)) judge_line(line, spot);
            judge_notes(runs);
        }
        if (cell.paragraphs.size() > 1) judge_marks(words_in(cell), spot);
    }

    // 公开属性 | 不予公开
    void judge_value(const std::string& label, const core::Cell& value, Spot spot) {
        const std::string words = words_in(value);
        if (!is_disclosure_label(words)) judge_marks(label + "：" + words, spot);
    }

    // One row of values under a row of labels belongs to this document; more of them are a
    // catalogue.
    static bool is_form_column(const core::Table& table, std::size_t labels) {
        const std::size_t count = table.rows[labels].cells.size();
        const auto alike = [&](std::size_t row) {
            return row < table.rows.size() && table.rows[row].cells.size() == count;
        };
        return alike(labels + 1) && !alike(labels + 2);
    }

    // 附件：1.云岭省渡口管理办法（征求意见稿）
    void judge_named(const std::string& line) {
        const DraftMark draft = draft_of_title(line);
        if (draft.draft != Draft::None && !public_draft_)
            add(Level::Warning, "disclosure.draft_named", {{"mark", draft.words}}, line);
    }

    void judge_draft(const DraftMark& mark, std::string_view line) {
        if (mark.draft == Draft::None) return;
        const char* id = mark.draft == Draft::Named                     ? "disclosure.draft_named"
                         : mark.draft == Draft::Public || public_draft_ ? "disclosure.draft_public"
                                                                        : "disclosure.draft";
        const bool bars = std::string_view(id) == "disclosure.draft";
        add(bars ? Level::Error : Level::Warning, id, {{"mark", mark.words}}, line);
    }

    // The file's name and properties may be stale: they are looked at by a person.
    void judge_outside(const std::string& words) {
        std::vector<std::string> marks;
        if (const DraftMark draft = draft_of_title(words); draft.draft == Draft::Own)
            marks.push_back(draft.words);
        std::string piece;
        for (const char32_t c : core::to_utf32(words + " ")) {
            if (!core::is_space(c) &&
                std::u32string_view(U"_-—()（）【】[]〔〕、，,+.★☆0123456789").find(c) ==
                    std::u32string_view::npos) {
                core::append_utf8(piece, c);
                continue;
            }
            const std::u32string folded = folded_for_marks(std::exchange(piece, {}));
            const MarkRun run = read_mark_run(folded);
            const bool han = std::any_of(folded.begin(), folded.end(), core::is_han);
            if (han && run.end == folded.size() && run.restricts() && !run.bare)
                marks.push_back(core::to_utf8(folded));
        }
        for (const std::string& mark : marks)
            add(Level::Warning, "disclosure.outside", {{"mark", mark}}, words);
    }

    void report(const DisclosureMark& mark, std::string_view line) {
        if (mark.reach == Reach::Public) return;
        if (mark.choice)
            return add(Level::Warning, "disclosure.choice", {{"mark", mark.words}}, line);
        if (!mark.sure) return add(Level::Warning, "disclosure.look", {{"mark", mark.words}}, line);
        const bool bars = mark.reach != Reach::OnRequest;
        if (mark.reach <= Reach::NotPublic)
            openness_ = core::Openness::Closed;
        else if (!bars && openness_ == core::Openness::Public)
            openness_ = core::Openness::OnRequest;
        add(bars ? Level::Error : Level::Warning, id_of(mark.reach), {{"mark", mark.words}}, line);
    }

    // The same mark again, as on every sheet, is one finding.
    void add(Level level, const char* id, std::map<std::string, std::string> args,
             std::string_view line) {
        const std::string mark = args.contains("mark") ? args["mark"] : std::string();
        barred_ = barred_ || level == Level::Error;
        on_request_ = on_request_ || std::string_view(id) == "disclosure.on_request";
        if (!seen_.emplace(id, mark).second) return;
        findings_.push_back({level, place_, {id, std::move(args)}, core::excerpt(line)});
    }

    core::Diagnostics& findings_;
    std::set<std::pair<std::string, std::string>> seen_;
    core::Place place_;
    int paragraphs_ = 0;
    int tables_ = 0;
    bool before_title_ = false;
    bool public_draft_ = false;
    bool barred_ = false;
    bool on_request_ = false;
    core::Openness openness_ = core::Openness::Public;
};

// The same table as the reader places it, whose paragraphs are those of the manuscript; a table the
// reader does not know stands behind no paragraph of it.
core::Place table_in_manuscript(const core::Place& table, const RawDocument& raw) {
    for (const RawBlock& block : raw.blocks) {
        const auto* there = std::get_if<RawTable>(&block);
        if (there != nullptr && !there->place.empty() &&
            there->place.steps().back() == table.steps().back())
            return there->place;
    }
    return {core::PlaceKind::Table, table.steps().back().number};
}

// Findings by paragraph get the place where the manuscript has the words.
void place_in_manuscript(core::Diagnostics& findings, const RawDocument& raw) {
    for (core::Diagnostic& finding : findings) {
        if (finding.place.empty()) continue;
        if (finding.place.steps().back().kind == core::PlaceKind::Table) {
            finding.place = table_in_manuscript(finding.place, raw);
            continue;
        }
        if (finding.place.steps().back().kind != core::PlaceKind::Paragraph) continue;
        std::string words = words_of(finding.excerpt);
        if (words.ends_with("…")) words.erase(words.size() - std::string_view("…").size());
        for (const RawBlock& block : raw.blocks) {
            const auto* paragraph = std::get_if<RawParagraph>(&block);
            if (paragraph == nullptr || words.empty() ||
                words_of(paragraph->runs).find(words) == std::string::npos)
                continue;
            finding.place = paragraph->place;
            break;
        }
    }
}

bool is_of_hidden_words(const core::Diagnostic& finding) {
    return finding.message.id == "docx.hidden_text" ||
           finding.message.id == "intake.hidden_left_out";
}

}  // namespace

void judge_disclosure(const RawDocument& raw, core::Document& document,
                      core::Diagnostics& findings) {
    core::Diagnostics found;
    Judge judge(found);
    judge.judge_text(document);
    place_in_manuscript(found, raw);
    for (const RawAside& aside : raw.asides) judge.judge_aside(aside);
    for (const core::Diagnostic& finding : findings)
        if (is_of_hidden_words(finding))
            judge.judge_aside({finding.excerpt, finding.place, RawAside::Kind::Page});
    for (const auto& [label, value] : raw.fields) judge.judge_field(label, value);
    document.meta.openness = judge.openness();
    judge.judge_openness(document.meta.openness);
    judge.judge_file_name(raw.source);
    findings.insert(findings.end(), found.begin(), found.end());
}

core::Diagnostics disclosure_findings(const core::Document& document, std::string_view file_name) {
    core::Diagnostics found;
    Judge judge(found);
    judge.judge_text(document);
    judge.judge_openness(document.meta.openness);
    judge.judge_file_name(file_name);
    return found;
}

bool is_disclosure(const core::Diagnostic& finding) {
    return finding.message.id.starts_with(kFamily);
}

}  // namespace gongbao::editor
