// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/story.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/report/place.hpp"
#include "core/text/text.hpp"
#include "editor/intake/docx/tables.hpp"
#include "editor/intake/docx/xml_part.hpp"
#include "editor/intake/raw/symbol_fonts.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/soft_returns.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor::docx {
namespace {

using core::Level;

// A section's own properties say how it starts; they stand at its end (17.6.17).
void collect_sections(pugi::xml_node node, std::vector<std::string>& starts) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:sectPr") {
            starts.emplace_back(value_of(child, "w:type"));
        } else if (name == "w:p") {
            collect_sections(child.child("w:pPr"), starts);
        } else if (name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml") {
            collect_sections(child, starts);
        }
    }
}

bool starts_a_page(const std::string& section_type) {
    return section_type != "continuous" && section_type != "nextColumn";
}

ParagraphProperties effective(const ParagraphProperties& direct, const Style& style,
                              const ListLevel* level) {
    ParagraphProperties properties = style.paragraph;
    if (level != nullptr && direct.numbering) {
        lay_over(properties, level->paragraph);
    } else if (level != nullptr) {  // numbering that came with the style lies under the style
        properties = level->paragraph;
        lay_over(properties, style.paragraph);
    }
    lay_over(properties, direct);
    return properties;
}

// Spaces under which a rule runs are a blank to write on, not white space to be made regular.
core::Runs with_blanks(core::Runs runs) {
    for (core::Inline& run : runs) {
        if (run.kind != core::Inline::Kind::Text || !run.marks.has(core::Mark::Underline)) continue;
        std::string text;
        for (std::size_t at = 0; at < run.text.size();) {
            const std::size_t stop = std::min(run.text.find_first_not_of(' ', at), run.text.size());
            const bool between_words = at > 0 && stop < run.text.size();
            if (stop - at > (between_words ? 2u : 1u))
                for (; at < stop; ++at) text += "\u00A0";
            else
                text += run.text[at++];
        }
        run.text = std::move(text);
    }
    return runs;
}

constexpr int kRuledLine = 24;  // characters of an empty paragraph with a rule

}  // namespace

Story::Story(Reading& reading, pugi::xml_node container, core::Place place)
    : reading_(reading), container_(container), fixed_place_(std::move(place)), fields_(container) {
    if (std::string_view(container.name()) == "w:body") collect_sections(container, sections_);
}

std::vector<RawBlock> Story::read() {
    if (fields_.is_broken()) reading_.report(Level::Warning, place(), "fields_broken");
    read_blocks(container_);
    put_carried();
    return std::move(blocks_);
}

void Story::read_blocks(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent.children())
        if (child.type() == pugi::node_element) read_block(child);
}

void Story::read_block(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "w:p") return read_paragraph(node);
    if (name == "w:tbl") return read_table(node);
    if (name == "w:altChunk" || name == "w:subDoc")
        return reading_.report(Level::Error, place(), "other_document");
    if (name == "w:del" || name == "w:moveFrom") {
        Changes changes;
        changes.add(*change_kind(name), node, words_below(node));
        reading_.ledger.take(node);
        return changes.report(reading_, place());
    }
    if (name == "mc:AlternateContent") return read_blocks(chosen_branch(node));
    if (name == "w:sdt") {
        if (node.child("w:sdtPr").child("w:showingPlcHdr"))
            reading_.report(Level::Warning, place(), "prompt", {}, words_below(node));
        return read_blocks(node.child("w:sdtContent"));
    }
    if (name.starts_with("m:")) {  // a formula between paragraphs is a paragraph of its own
        pugi::xml_document wrapper;
        pugi::xml_node paragraph = wrapper.append_child("w:p");
        paragraph.append_copy(node);
        reading_.ledger.take(node);
        return read_paragraph(paragraph);
    }
    const bool silent =
        name == "w:sectPr" || name == "w:tcPr" || name == "w:instrText" || name == "w:delInstrText";
    if (!silent) read_blocks(node);
}

void Story::read_paragraph(pugi::xml_node paragraph) {
    const pugi::xml_node own = paragraph.child("w:pPr");
    const core::Place at = place();
    Form form = form_of(own);
    Changes changes;
    ParagraphContent content =
        Inlines(reading_, fields_, *form.style, form.properties, at).read(paragraph, changes);
    if (const auto change = own.child("w:pPrChange"))
        changes.add(Changes::Kind::Formatted, change, words_below(paragraph));
    const bool deleted = note_mark_changes(own.child("w:rPr"), changes);
    changes.report(reading_, at);

    new_page_ = new_page_ || form.properties.page_break_before.value_or(false);
    const bool empty = content.words == 0 && is_blank(carried_);
    const bool joins = deleted || form.mark.hidden.value_or(false);
    core::Runs& first = content.pieces.front().runs;
    if (!deleted && joins && empty) {
        // Word skips numbers ("advance value") by paragraphs that are hidden and count all the
        // same.
        reading_.numbering.next(form.direct, *form.style);
    } else if (!deleted) {
        const core::Runs label = label_runs(form, at, empty);
        first.insert(first.begin(), label.begin(), label.end());
    }
    first.insert(first.begin(), carried_.begin(), carried_.end());
    carried_.clear();
    add_anchored(content, at, Side::Before);
    if (!joins && empty) add_ruled_line(form, content, at);
    if (joins) {
        carried_ = std::move(content.pieces.back().runs);
        content.pieces.pop_back();
    }
    add_paragraph(form, content, at);
    add_anchored(content, at, Side::After);
    end_section(own);
}

Story::Form Story::form_of(pugi::xml_node own) const {
    Form form;
    form.style = &reading_.styles.paragraph(value_of(own, "w:pStyle"));
    form.direct = read_paragraph_properties(own);
    form.mark = reading_.styles.effective(*form.style, read_run_properties(own.child("w:rPr")));
    const ListLevel* level = reading_.numbering.level(form.direct, *form.style);
    form.properties = effective(form.direct, *form.style, level);
    return form;
}

// True when the end of the paragraph is deleted: its words then belong to the next one.
bool Story::note_mark_changes(pugi::xml_node mark, Changes& changes) const {
    bool deleted = false;
    for (const pugi::xml_node node : mark.children()) {
        const auto kind = change_kind(node.name());
        if (!kind) continue;
        changes.add(*kind, node, "");
        deleted = deleted || *kind == Changes::Kind::Deleted || *kind == Changes::Kind::MovedAway;
    }
    return deleted;
}

core::Runs Story::label_runs(const Form& form, const core::Place& at, bool empty) {
    const auto label = reading_.numbering.next(form.direct, *form.style);
    if (!label) {
        if (reading_.numbering.is_missing(form.direct, *form.style))
            reading_.report(Level::Warning, at, "list_missing");
        return {};
    }
    if (!label->unknown_format.empty())
        reading_.report(Level::Warning, at, "number_format", {{"format", label->unknown_format}},
                        label->text);
    if (label->level->run.hidden.value_or(false)) {
        if (!label->text.empty())
            reading_.report(Level::Warning, at, "hidden_number", {}, label->text);
        return {};
    }
    if (label->text.empty()) return {};
    if (label->level->picture) reading_.report(Level::Hint, at, "picture_bullet");
    if (empty) reading_.report(Level::Warning, at, "number_alone", {}, label->text);
    RunProperties look = form.mark;
    look.underline.reset();  // Word underlines the words, not their number
    lay_over(look, label->level->run);
    std::string text;
    for (const char32_t c : core::to_utf32(label->text))
        text += label_in_font(reading_.theme.font_of(look.fonts, c),
                              core::to_utf8(std::u32string(1, c)));
    text = in_capitals(look, text);
    return {core::text_run(text + label->gap, marks_of(look))};
}

// An empty paragraph with a rule below is a line to write on where the words before ask for it or
// such a line stands above; elsewhere it may as well divide the page.
void Story::add_ruled_line(const Form& form, ParagraphContent& content, const core::Place& at) {
    core::Runs& runs = content.pieces.front().runs;
    if (!form.properties.ruled.value_or(false) || !is_blank(runs)) return;
    const auto* above = blocks_.empty() ? nullptr : std::get_if<RawParagraph>(&blocks_.back());
    const std::string words = above == nullptr ? "" : core::plain_text(above->runs);
    const bool asked =
        core::ends_with(words, "：") || core::ends_with(words, ":") ||
        (above != nullptr && !above->runs.empty() && is_ruled_blank(above->runs.back()));
    if (!asked) return reading_.report(Level::Hint, at, "ruled_line");
    std::string blank;
    for (int i = 0; i < kRuledLine; ++i) blank += "　";
    runs = {core::text_run(blank, core::Marks{}.add(core::Mark::Underline))};
}

void Story::add_paragraph(const Form& form, ParagraphContent& content, const core::Place& at) {
    RawParagraph paragraph;
    paragraph.align = form.properties.align.value_or(core::Align::Natural);
    paragraph.style = form.style->name;
    paragraph.outline_level = form.properties.outline_level.value_or(0);
    paragraph.title_style = form.style->use == Style::Use::Title;
    paragraph.of_contents =
        content.words_of_contents > 0 && content.words_of_contents * 2 > content.words;
    paragraph.size = content.size;
    paragraph.first_line_indent = first_line_indent(
        form.properties, content.size > 0 ? content.size : form.mark.size.value_or(0));
    paragraph.place = at;
    if (const core::Runs& first = content.pieces.front().runs; !first.empty())
        paragraph.first_line_indent += opening_indent(first.front().text);
    bool printed = false;
    for (Piece& piece : content.pieces) {
        new_page_ = new_page_ || piece.on_new_page;
        core::Runs runs = with_blanks(std::move(piece.runs));
        const bool blank = is_blank(tidy_white_space(runs));
        if (!blank) {
            add_lines(paragraph, std::move(runs));
        } else if (keeps_empty_lines() && content.pieces.size() == 1 && content.anchored.empty()) {
            paragraph.runs.clear();
            blocks_.emplace_back(paragraph);
        }
        printed = printed || !blank;
    }
    if (printed && fixed_place_.empty()) ++reading_.paragraphs;
}

// `runs` in the form of `paragraph`; outside of cells and notes as several paragraphs where line
// breaks stand for the ends of paragraphs.
void Story::add_lines(RawParagraph paragraph, core::Runs runs) {
    const std::string_view name = container_.name();
    std::vector<CutParagraph> cut;
    if (name == "w:body" || name == "w:txbxContent")
        cut = cut_at_breaks(std::move(runs), paragraph.align);
    else
        cut.push_back({std::move(runs), 0});
    bool first = true;
    for (CutParagraph& piece : cut) {
        paragraph.runs = tidy_white_space(piece.runs);
        paragraph.page_break_before = std::exchange(new_page_, false);
        if (!std::exchange(first, false)) {
            paragraph.first_line_indent = std::max(paragraph.first_line_indent, piece.indent);
            ++reading_.soft_returns;
        }
        blocks_.emplace_back(paragraph);
    }
}

// What hangs on a paragraph is printed near it: before its words when it is anchored at their
// beginning, else after them.
void Story::add_anchored(ParagraphContent& content, const core::Place& at, Side side) {
    for (Anchored& anchored : content.anchored) {
        const bool before = anchored.words_before == 0 && content.words > 0;
        if (before != (side == Side::Before)) continue;
        const bool between = anchored.words_before > 0 && anchored.words_before < content.words;
        if (anchored.figure) {
            if (between) reading_.report(Level::Warning, at, "picture_between_words");
            blocks_.emplace_back(RawFigure{std::move(*anchored.figure), at});
        } else if (anchored.text_box) {
            add_text_box(anchored.text_box, at);
        } else {
            reading_.report(Level::Hint, at, "word_art", {}, anchored.art);
            RawParagraph art;
            art.runs = {core::text_run(anchored.art)};
            art.place = at;
            blocks_.emplace_back(std::move(art));
        }
    }
}

void Story::add_text_box(pugi::xml_node text_box, const core::Place& at) {
    std::vector<RawBlock> inside = Story(reading_, text_box, fixed_place_).read();
    if (const auto* only =
            inside.size() == 1 ? std::get_if<RawParagraph>(inside.data()) : nullptr) {
        const std::string words = core::plain_text(only->runs);
        if (is_folio(words))
            return reading_.findings.push_back(
                {Level::Hint, at, {"intake.folio_left_out", {{"folio", words}}}, words});
    }
    if (!inside.empty()) reading_.report(Level::Hint, at, "text_box", {}, words_below(text_box));
    blocks_.insert(blocks_.end(), std::make_move_iterator(inside.begin()),
                   std::make_move_iterator(inside.end()));
}

void Story::end_section(pugi::xml_node own) {
    if (!own.child("w:sectPr") || sections_.empty()) return;
    ++section_;
    if (section_ < sections_.size() && starts_a_page(sections_[section_])) new_page_ = true;
}

void Story::read_table(pugi::xml_node table) {
    put_carried();
    const bool outermost = fixed_place_.empty();
    if (outermost) ++reading_.tables;
    const core::Place at = outermost ? core::Place(core::PlaceKind::Paragraph, reading_.paragraphs)
                                           .followed_by({core::PlaceKind::Table, reading_.tables})
                                     : fixed_place_;
    core::Table read = docx::read_table(table, reading_, at);
    if (!read.rows.empty()) blocks_.emplace_back(RawTable{std::move(read), at});
}

// Words that were to join a next paragraph, where none came.
void Story::put_carried() {
    if (is_blank(carried_)) return;
    RawParagraph paragraph;
    paragraph.place = place();
    paragraph.runs = tidy_white_space(with_blanks(std::exchange(carried_, {})));
    blocks_.emplace_back(std::move(paragraph));
    if (fixed_place_.empty()) ++reading_.paragraphs;
}

// Empty lines of a cell are room to write in.
bool Story::keeps_empty_lines() const {
    return std::string_view(container_.name()) == "w:tc";
}

core::Place Story::place() const {
    return fixed_place_.empty() ? core::Place(core::PlaceKind::Paragraph, reading_.paragraphs + 1)
                                : fixed_place_;
}

std::vector<core::Runs> flatten(const std::vector<RawBlock>& blocks, const Reading& reading,
                                const core::Place& place) {
    std::vector<core::Runs> paragraphs;
    for (const RawBlock& block : blocks) {
        if (const auto* paragraph = std::get_if<RawParagraph>(&block)) {
            paragraphs.push_back(paragraph->runs);
        } else if (const auto* table = std::get_if<RawTable>(&block)) {
            reading.report(Level::Warning, place, "table_inside");
            for (const core::Row& row : table->table.rows)
                for (const core::Cell& cell : row.cells)
                    for (const core::Runs& runs : cell.paragraphs)
                        if (!runs.empty()) paragraphs.push_back(runs);
        } else {
            reading.report(Level::Error, place, "picture_inside", {},
                           std::get<RawFigure>(block).figure.alt);
        }
    }
    return paragraphs;
}

}  // namespace gongbao::editor::docx
