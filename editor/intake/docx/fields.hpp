// SPDX-License-Identifier: Apache-2.0
// Fields (ECMA-376 part 1, 17.16): { code | result }. Only the result is printed, and a field may
// open in one paragraph and close in another, so the state lasts as long as its story does.
// Called by the walk through a paragraph.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::editor::docx {

struct Field {
    std::string code;             ///< " TOC \\o \"1-3\" "
    bool has_result = false;      ///< its code is over
    bool has_words = false;       ///< its result printed something
    bool has_letters = false;     ///< … and not white space alone
    pugi::xml_node form = {};     ///< w:ffData, what a form keeps of it
    bool simple = false;          ///< a w:fldSimple
    std::string keyword() const;  ///< "TOC"
};

class Fields {
  public:
    /// `story` is looked through once: when its field characters do not pair up, all of them are
    /// disregarded, so that no words are taken for a code.
    explicit Fields(pugi::xml_node story);

    bool is_broken() const { return broken_; }
    /// False inside a code: what stands there is not printed.
    bool prints() const { return codes_ == 0; }
    void add_code(const std::string& code);
    /// Inside the result of a table of contents (TOC, 17.16.5.68).
    bool in_contents() const;
    /// `text` was printed: the open fields have words.
    void add_words(std::string_view text);
    /// Reads a w:fldChar. Gives the field when it just closed.
    std::optional<Field> read(pugi::xml_node field_character);
    /// A field whose code is known and whose result follows, until `close_result`.
    void open_result(const std::string& code, pugi::xml_node form);
    std::optional<Field> close_result();

  private:
    void hand_up(const Field& closed);

    std::vector<Field> open_;
    std::size_t codes_ = 0;  // open fields whose code is not over yet
    bool broken_ = false;
};

/// What an EQ field prints (Word's way to circle or annotate a character, 17.16.5.17).
struct Equation {
    std::string text;     ///< printed words, "" when the code is a real formula
    std::string reading;  ///< annotation over the words
};
Equation read_equation(const std::string& code);

}  // namespace gongbao::editor::docx
