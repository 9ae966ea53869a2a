// SPDX-License-Identifier: Apache-2.0
// The inside of a paragraph (w:p): runs, breaks, notes, fields, changes, pictures. One paragraph
// goes in; its words come out, cut where a page break cuts them, with whatever is anchored in it.
// Called by the story, once a paragraph, in printed order.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/document/figure.hpp"
#include "core/document/inline.hpp"
#include "editor/intake/docx/changes.hpp"
#include "editor/intake/docx/fields.hpp"
#include "editor/intake/docx/reading.hpp"

namespace gongbao::editor::docx {

/// Words up to a page break.
struct Piece {
    core::Runs runs;
    bool on_new_page = false;
};

/// A picture or a text box that hangs on the paragraph.
struct Anchored {
    std::optional<core::Figure> figure;
    pugi::xml_node text_box;   ///< a w:txbxContent
    std::string art;           ///< words of a VML text path
    std::size_t words_before;  ///< bytes of the paragraph's words that precede it
};

struct ParagraphContent {
    std::vector<Piece> pieces{1};  ///< at least one
    std::vector<Anchored> anchored;
    std::size_t words = 0;              ///< bytes
    std::size_t words_of_contents = 0;  ///< of them those that a table of contents printed
    int size = 0;                       ///< type size of most words, half points; 0 unknown
};

/// True when runs print nothing: no note and nothing but white space.
bool is_blank(const core::Runs& runs);
/// Adds `run` to `runs`, joined with the last one when it looks the same.
void append(core::Runs& runs, core::Inline run);
core::Marks marks_of(const RunProperties& run);
/// `text` as it prints: in capitals when the run says so.
std::string in_capitals(const RunProperties& run, const std::string& text);

class Inlines {
  public:
    /// `properties` of the paragraph, for its tab stops.
    Inlines(Reading& reading, Fields& fields, const Style& style,
            const ParagraphProperties& properties, core::Place place);

    /// Writes: to the findings, and to `changes` what is tracked inside of the paragraph.
    ParagraphContent read(pugi::xml_node paragraph, Changes& changes);

  private:
    void walk(pugi::xml_node parent);
    void read_element(pugi::xml_node node);
    void read_changed(pugi::xml_node node, Changes::Kind kind);
    void read_run(pugi::xml_node run);
    void read_run_content(pugi::xml_node run);
    void read_run_element(pugi::xml_node node);
    bool read_character(pugi::xml_node node);
    void read_break(pugi::xml_node node);
    void read_symbol(pugi::xml_node node);
    void read_note(pugi::xml_node reference, NotePart& part);
    void read_comment(pugi::xml_node reference);
    void read_field_character(pugi::xml_node node);
    void read_simple_field(pugi::xml_node node);
    void close_field(const Field& field);
    void add_equation(const Field& field);
    void add_symbol_field(const Field& field);
    bool add_form_field(const std::string& keyword, const Field& field);
    void add_button(const Field& field);
    void read_control(pugi::xml_node control);
    void read_ruby(pugi::xml_node ruby);
    ParagraphContent read_apart(pugi::xml_node part);
    void take_in(ParagraphContent part);
    void add_ruby(std::string base, std::string reading, core::Marks marks);
    void read_math(pugi::xml_node math);
    void read_drawing(pugi::xml_node drawing);
    void find_text_boxes(pugi::xml_node node);
    std::string in_font(const std::string& text);
    std::string capitalised(const std::string& text);
    void move_on(const std::string& text);
    void read_tab();
    void read_margin_tab(pugi::xml_node tab);
    void fill(TabStop::Leader leader, int width);
    void report_readings();
    bool prints() const;
    bool is_of_contents() const;
    bool is_unseen() const;
    void note_words(const std::string& text);
    void add_text(const std::string& printed);
    void report(core::Level level, const char* id, std::map<std::string, std::string> args = {},
                std::string_view words = {}) const;

    Reading& reading_;
    Fields& fields_;
    const Style& style_;
    const ParagraphProperties& properties_;
    core::Place place_;
    Changes* changes_ = nullptr;
    ParagraphContent content_;
    RunProperties run_;       // of the run being read
    std::string hidden_;      // words that are not printed
    std::string struck_;      // words with a line through them
    std::string unseen_;      // words in white or too small to see
    bool on_paper_ = true;    // no cell or box gives the words another ground
    std::string in_code_;     // words inside of a field's code
    std::string capitals_;    // words that print in capitals
    std::string signs_;       // letters of symbol fonts …
    std::string signs_read_;  // … and what they print
    std::string sign_font_;
    int position_ = 0;                  // on the line, twentieths of a point, about
    std::map<int, std::size_t> sizes_;  // bytes of words by type size
    std::vector<std::pair<Changes::Kind, pugi::xml_node>> inside_;  // open insertions
    bool mark_follows_ = false;  // the next words are the mark of the note just read
};

}  // namespace gongbao::editor::docx
