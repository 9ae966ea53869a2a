// SPDX-License-Identifier: Apache-2.0
// A ruler for printed pages: what poppler's programs read out of a PDF, in millimetres from the
// page's upper left corner. Words with their boxes come from pdftotext, ink and rules from the
// outlines of pdftocairo.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gongbao::typeset::tests {

/// A word, or all of a line's words that were asked for.
struct Measured {
    double left = 0, right = 0;  ///< of the characters' boxes
    double top = 0, bottom = 0;  ///< of the characters' boxes
    double base = 0;             ///< base line
    double ink_top = 0, ink_bottom = 0;
    std::string words;
    double middle() const { return (left + right) / 2; }
};

struct MeasuredRule {
    double left = 0, right = 0, top = 0, bottom = 0;
    bool red = false;
    double thickness() const { return bottom - top; }
};

class MeasuredPage {
  public:
    /// Reads page `number` (from 1) of `pdf`. Fails the test when a program does.
    MeasuredPage(const std::filesystem::path& pdf, int number);

    /// The word `part`, or else the first that has it; fails the test when there is none.
    Measured word(std::string_view part) const;
    /// All words on the base line of the word that has `part`.
    Measured line(std::string_view part) const;
    /// The lines of the page, from above; words of a line joined.
    std::vector<Measured> lines() const;
    const std::vector<MeasuredRule>& rules() const { return rules_; }

  private:
    struct Glyph {
        double x = 0, y = 0, top = 0, bottom = 0;
    };
    void read_words(const std::string& html);
    void read_drawing(const std::string& svg);
    void find_ink(Measured& word) const;
    Measured line_of(Measured word) const;

    std::vector<Measured> words_;
    std::vector<Glyph> glyphs_;
    std::vector<MeasuredRule> rules_;
};

}  // namespace gongbao::typeset::tests
