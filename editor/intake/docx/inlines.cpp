// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/inlines.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/docx/notes.hpp"
#include "editor/intake/docx/pictures.hpp"
#include "editor/intake/docx/xml_part.hpp"
#include "editor/intake/raw/number_format.hpp"
#include "editor/intake/raw/symbol_fonts.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor::docx {
namespace {

using core::Inline;
using core::Level;
using core::Mark;

// The text of a w:t: without xml:space="preserve" white space at its ends is the file's own
// (17.3.3.31), and a line end inside is a space.
std::string printed_text(pugi::xml_node node) {
    std::string text = text_of(node);
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (std::string_view(node.attribute("xml:space").value()) == "preserve") return text;
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// Elements that print the day or the page of printing (17.3.3.5 and after); no text holds it.
bool is_of_the_day(std::string_view name) {
    for (const char* known : {"w:dayShort", "w:monthShort", "w:yearShort", "w:dayLong",
                              "w:monthLong", "w:yearLong", "w:pgNum"})
        if (name == known) return true;
    return false;
}

// A shape with words that is switched off: VML by its style, DrawingML by its properties.
bool is_hidden_shape(pugi::xml_node node) {
    const std::string_view style = node.attribute("style").value();
    const bool hidden = style.find("visibility:hidden") != std::string_view::npos ||
                        node.child("wp:docPr").attribute("hidden").as_bool();
    return hidden && !words_below(node).empty();
}

}  // namespace

bool is_blank(const core::Runs& runs) {
    return std::all_of(runs.begin(), runs.end(), [](const Inline& run) {
        return run.kind != Inline::Kind::Note && core::trim(run.text).empty() &&
               !is_ruled_blank(run);
    });
}

void append(core::Runs& runs, Inline run) {
    const bool joins = !runs.empty() && run.kind == Inline::Kind::Text &&
                       runs.back().kind == Inline::Kind::Text && runs.back().marks == run.marks;
    if (joins)
        runs.back().text += run.text;
    else
        runs.push_back(std::move(run));
}

core::Marks marks_of(const RunProperties& run) {
    core::Marks marks;
    if (run.bold.value_or(false)) marks.add(Mark::Bold);
    if (run.italic.value_or(false)) marks.add(Mark::Italic);
    if (run.underline.value_or(false)) marks.add(Mark::Underline);
    if (run.emphasis.value_or(false)) marks.add(Mark::Emphasis);
    if (run.vertical == VerticalPosition::Superscript) marks.add(Mark::Superscript);
    if (run.vertical == VerticalPosition::Subscript) marks.add(Mark::Subscript);
    return marks;
}

Inlines::Inlines(Reading& reading, Fields& fields, const Style& style,
                 const ParagraphProperties& properties, core::Place place)
    : reading_(reading),
      fields_(fields),
      style_(style),
      properties_(properties),
      place_(std::move(place)),
      position_(properties.left.value_or(0) + properties.first_line.value_or(0)) {}

ParagraphContent Inlines::read(pugi::xml_node paragraph, Changes& changes) {
    changes_ = &changes;
    for (pugi::xml_node around = paragraph.parent(); around; around = around.parent()) {
        const std::string_view name = around.name();
        on_paper_ = on_paper_ && name != "w:tc" && name != "w:txbxContent";
    }
    run_ = reading_.styles.effective(style_, {});
    walk(paragraph);
    report_readings();
    std::size_t most = 0;
    for (const auto& [size, bytes] : sizes_)
        if (bytes > most) {
            most = bytes;
            content_.size = size;
        }
    return std::move(content_);
}

void Inlines::walk(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent.children())
        if (child.type() == pugi::node_element) read_element(child);
}

void Inlines::read_element(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "w:r") return read_run(node);
    if (name == "w:pPr") return;
    if (name == "w:t") return read_run_element(node);
    if (name == "w:instrText") return fields_.add_code(text_of(node));
    if (const auto kind = change_kind(name)) return read_changed(node, *kind);
    if (name == "m:oMath" || name == "m:oMathPara") return read_math(node);
    if (name == "mc:AlternateContent") return walk(chosen_branch(node));
    if (name == "w:subDoc") return report(Level::Error, "other_document");
    if (name == "w:sdt") return read_control(node);
    if (name == "w:fldSimple") return read_simple_field(node);
    walk(node);  // hyperlinks, simple fields, smart tags, bookmarks: what they hold is printed
}

void Inlines::read_changed(pugi::xml_node node, Changes::Kind kind) {
    if (kind == Changes::Kind::Deleted || kind == Changes::Kind::MovedAway) {
        reading_.ledger.take(node);
        return changes_->add(kind, node, words_below(node));
    }
    changes_->add(kind, node, "");
    inside_.emplace_back(kind, node);
    walk(node);
    inside_.pop_back();
}

void Inlines::read_run(pugi::xml_node run) {
    const pugi::xml_node properties = run.child("w:rPr");
    run_ = reading_.styles.effective(style_, read_run_properties(properties));
    if (const pugi::xml_node change = properties.child("w:rPrChange"))
        changes_->add(Changes::Kind::Formatted, change, words_below(run));
    read_run_content(run);
    mark_follows_ = false;
}

void Inlines::read_run_content(pugi::xml_node run) {
    for (const pugi::xml_node child : run.children())
        if (child.type() == pugi::node_element) read_run_element(child);
}

void Inlines::read_run_element(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "w:rPr" || name == "w:delText" || name == "w:delInstrText") return;
    if (name == "w:instrText") return fields_.add_code(text_of(node));
    if (name == "w:fldChar") return read_field_character(node);
    if (!prints()) {
        (fields_.prints() ? hidden_ : in_code_) += words_below(node);
        return reading_.ledger.take(node);
    }
    if (read_character(node)) return;
    if (name == "w:footnoteReference") return read_note(node, reading_.footnotes);
    if (name == "w:endnoteReference") return read_note(node, reading_.endnotes);
    if (name == "w:commentReference") return read_comment(node);
    if (name == "w:ruby") return read_ruby(node);
    if (name == "w:drawing" || name == "w:pict" || name == "w:object") return read_drawing(node);
    if (name == "mc:AlternateContent") return read_run_content(chosen_branch(node));
    if (!words_below(node).empty()) walk(node);
}

// The elements that stand for a character or a few. True when `node` was one.
bool Inlines::read_character(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "w:t")
        add_text(in_font(printed_text(node)));
    else if (name == "w:tab")
        read_tab();
    else if (name == "w:ptab")
        read_margin_tab(node);
    else if (is_of_the_day(name))
        report(Level::Warning, "day_of_print");
    else if (name == "w:noBreakHyphen")
        add_text("\u2011");
    else if (name == "w:br" || name == "w:cr")
        read_break(node);
    else if (name == "w:sym")
        read_symbol(node);
    else
        return false;
    reading_.ledger.take(node);
    return true;
}

void Inlines::read_break(pugi::xml_node node) {
    Piece& piece = content_.pieces.back();
    position_ = properties_.left.value_or(0);
    if (std::string_view(node.attribute("w:type").value()) != "page") {
        append(piece.runs, core::line_break());
    } else if (is_blank(piece.runs)) {
        piece.on_new_page = true;
    } else {
        content_.pieces.push_back({{}, true});
    }
}

void Inlines::read_symbol(pugi::xml_node node) {
    const std::string font = node.attribute("w:font").value();
    const std::string code = node.attribute("w:char").value();
    const auto c = static_cast<char32_t>(std::strtoul(code.c_str(), nullptr, 16));
    const bool valid = c >= 0x20 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
    if (const auto known = valid ? symbol_of(font, c) : std::nullopt)
        return add_text(core::to_utf8(std::u32string(1, *known)));
    report(Level::Error, "symbol", {{"font", font}, {"code", code}});
    add_text(core::to_utf8(std::u32string(1, valid ? unknown_sign(c) : U'\uFFFD')));
}

void Inlines::read_note(pugi::xml_node reference, NotePart& part) {
    const auto found = part.by_id.find(reference.attribute("w:id").value());
    if (found == part.by_id.end()) return report(Level::Error, "note_missing");
    const pugi::xml_node text = std::exchange(found->second, {});
    if (!text) return report(Level::Error, "note_repeated");
    mark_follows_ = reference.attribute("w:customMarkFollows").as_bool();
    const std::string mark = mark_follows_ ? "*" : circled(++reading_.notes);
    Inline note{Inline::Kind::Note, mark, {}, {}};
    note.note = read_note_text(reading_, text, place_.followed_by({core::PlaceKind::Note, mark}));
    content_.pieces.back().runs.push_back(std::move(note));
    ++content_.words;
}

void Inlines::read_comment(pugi::xml_node reference) {
    const auto found = reading_.comments.by_id.find(reference.attribute("w:id").value());
    if (found == reading_.comments.by_id.end()) return;
    const pugi::xml_node comment = std::exchange(found->second, {});
    if (!comment) return;
    const std::string author = comment.attribute("w:author").value();
    reading_.ledger.take(comment);
    report(Level::Warning, "comment", {{"author", author.empty() ? "—" : author}},
           words_below(comment));
}

void Inlines::read_math(pugi::xml_node math) {
    if (!fields_.prints()) {
        in_code_ += words_below(math);
        return reading_.ledger.take(math);
    }
    const std::string signs = words_below(math);
    reading_.ledger.take(math);
    report(Level::Error, "math", {}, signs);
    run_ = reading_.styles.effective(style_, {});
    add_text(signs);
}

void Inlines::read_drawing(pugi::xml_node drawing) {
    for (core::Figure& figure : read_pictures(drawing, reading_, place_))
        content_.anchored.push_back({std::move(figure), {}, {}, content_.words});
    find_text_boxes(drawing);
}

void Inlines::find_text_boxes(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "mc:AlternateContent") return find_text_boxes(chosen_branch(node));
    if (is_hidden_shape(node)) report(Level::Warning, "unseen_text", {}, words_below(node));
    if (name == "w:txbxContent") {
        content_.anchored.push_back({std::nullopt, node, {}, content_.words});
        return;
    }
    if (name == "v:textpath") reading_.ledger.take(node);
    if (name == "v:textpath" && node.attribute("string"))
        content_.anchored.push_back(
            {std::nullopt, {}, node.attribute("string").value(), content_.words});
    for (const pugi::xml_node child : node.children())
        if (child.type() == pugi::node_element) find_text_boxes(child);
}

// White letters on white paper, or letters of a point and a half and less. Cells and boxes may have
// a ground of their own, on which white can be read.
bool Inlines::is_unseen() const {
    const bool shaded = run_.shaded.value_or(false) || properties_.shaded.value_or(false);
    return (run_.white.value_or(false) && !shaded && on_paper_) || run_.size.value_or(21) <= 3;
}

bool Inlines::prints() const {
    return fields_.prints() && !run_.hidden.value_or(false);
}

void Inlines::note_words(const std::string& text) {
    fields_.add_words(text);
    if (is_unseen()) unseen_ += text;
    if (run_.struck.value_or(false) || run_.double_struck.value_or(false)) struck_ += text;
    if (!inside_.empty()) changes_->add(inside_.back().first, inside_.back().second, text);
}

void Inlines::report(core::Level level, const char* id, std::map<std::string, std::string> args,
                     std::string_view words) const {
    reading_.report(level, place_, id, std::move(args), words);
}

}  // namespace gongbao::editor::docx
