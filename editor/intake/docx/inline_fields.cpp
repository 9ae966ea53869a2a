// SPDX-License-Identifier: Apache-2.0
// The part of Inlines that reads fields (ECMA-376 part 1, 17.16): their result, and where Word
// draws one without storing a result, what it draws.
#include <set>
#include <string_view>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/docx/field_numbers.hpp"
#include "editor/intake/docx/inlines.hpp"
#include "editor/intake/docx/xml_part.hpp"
#include "editor/intake/raw/symbol_fonts.hpp"

namespace gongbao::editor::docx {
namespace {

using core::Level;

// Fields that mark a place or set a value and never print (17.16.5).
bool is_silent(const std::string& keyword) {
    static const std::set<std::string, std::less<>> kSilent = {
        "ADVANCE", "ASK", "BOOKMARK", "PRINT", "PRIVATE", "RD", "SET", "TA", "TC", "XE"};
    return kSilent.contains(keyword);
}

// Fields that Word fills in when they are updated.
bool is_updated_by_word(const std::string& keyword) {
    static const std::set<std::string, std::less<>> kUpdated = {"=",
                                                                "AUTHOR",
                                                                "BIBLIOGRAPHY",
                                                                "CITATION",
                                                                "COMMENTS",
                                                                "COMPARE",
                                                                "CREATEDATE",
                                                                "DATE",
                                                                "DOCPROPERTY",
                                                                "DOCVARIABLE",
                                                                "EDITTIME",
                                                                "FILENAME",
                                                                "FILESIZE",
                                                                "FORMULA",
                                                                "IF",
                                                                "INDEX",
                                                                "INFO",
                                                                "KEYWORDS",
                                                                "LASTSAVEDBY",
                                                                "NOTEREF",
                                                                "NUMCHARS",
                                                                "NUMPAGES",
                                                                "NUMWORDS",
                                                                "PAGE",
                                                                "PAGEREF",
                                                                "PRINTDATE",
                                                                "REF",
                                                                "REVNUM",
                                                                "SAVEDATE",
                                                                "SECTION",
                                                                "SECTIONPAGES",
                                                                "SEQ",
                                                                "STYLEREF",
                                                                "SUBJECT",
                                                                "TEMPLATE",
                                                                "TIME",
                                                                "TITLE",
                                                                "TOA",
                                                                "TOC",
                                                                "USERADDRESS",
                                                                "USERINITIALS",
                                                                "USERNAME"};
    return kUpdated.contains(keyword);
}

// Fields that print something else on another day or in another file than what is stored (17.16.5).
bool is_volatile(const std::string& keyword) {
    static const std::set<std::string, std::less<>> kVolatile = {
        "DATE", "EDITTIME", "FILENAME", "FILESIZE", "PRINTDATE", "SAVEDATE", "TIME", "USERNAME"};
    return kVolatile.contains(keyword);
}

std::string upper(std::string text) {
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

// What stands behind the first `count` words of a code.
std::string code_behind(std::string_view code, int count) {
    code = core::trim(code);
    for (int i = 0; i < count; ++i) {
        const std::size_t gap = std::min(code.find_first_of(" \t"), code.size());
        code = core::trim(code.substr(gap));
    }
    return std::string(code);
}

std::string check_box(pugi::xml_node form) {
    const pugi::xml_node box = form.child("w:checkBox");
    const pugi::xml_node checked = box.child("w:checked");
    return is_on(checked ? checked : box.child("w:default")) ? "☒" : "☐";
}

// The entry of a list that is chosen, "" where there is none.
std::string drop_down(pugi::xml_node form) {
    const pugi::xml_node list = form.child("w:ddList");
    const pugi::xml_node result = list.child("w:result");
    int chosen = (result ? result : list.child("w:default")).attribute("w:val").as_int(0);
    for (const pugi::xml_node entry : list.children("w:listEntry"))
        if (chosen-- == 0) return entry.attribute("w:val").value();
    return {};
}

// The code point of a SYMBOL field: 82, 0x52 or a character of its own.
char32_t symbol_code(const std::string& argument) {
    if (argument.empty()) return 0;
    const bool hex = argument.starts_with("0x") || argument.starts_with("0X");
    const bool number = core::is_ascii_digit(static_cast<unsigned char>(argument[0]));
    const long code = number ? std::strtol(argument.c_str() + (hex ? 2 : 0), nullptr, hex ? 16 : 10)
                             : static_cast<long>(core::to_utf32(argument)[0]);
    const bool valid = code >= 0x20 && code <= 0xFFFF && (code < 0xD800 || code > 0xDFFF);
    return valid ? static_cast<char32_t>(code) : 0;
}

}  // namespace

void Inlines::read_field_character(pugi::xml_node node) {
    if (const auto closed = fields_.read(node)) close_field(*closed);
}

// w:fldSimple holds its code and its result in one element.
void Inlines::read_simple_field(pugi::xml_node node) {
    if (!fields_.prints() || fields_.is_broken()) return walk(node);
    fields_.open_result(node.attribute("w:instr").value(), node.child("w:ffData"));
    walk(node);
    if (const auto closed = fields_.close_result()) close_field(*closed);
}

void Inlines::close_field(const Field& field) {
    const std::string keyword = upper(field.keyword());
    if (keyword == "TOC") report(Level::Hint, "contents_field");
    if (field.has_words && prints()) {
        if (is_volatile(keyword))
            report(Level::Warning, "field_changes", {{"field", keyword}}, core::trim(field.code));
        if (keyword == "FORMTEXT" && !field.has_letters)
            report(Level::Warning, "form_field_empty", {}, core::trim(field.code));
    }
    if (field.has_words || is_silent(keyword) || keyword.empty() || !prints()) return;
    if (keyword == "EQ") return add_equation(field);
    if (keyword == "SYMBOL") return add_symbol_field(field);
    if (keyword.starts_with("FORM") && add_form_field(keyword, field)) return;
    if (keyword == "MACROBUTTON" || keyword == "GOTOBUTTON") return add_button(field);
    if (keyword == "QUOTE" && !field_argument(field.code, 1).empty())
        return add_text(field_argument(field.code, 1));
    const int level = style_.paragraph.outline_level.value_or(0);
    if (const auto number = reading_.field_numbers.next(keyword, field.code, level)) {
        report(number->certain ? Level::Hint : Level::Warning, "field_number",
               {{"read", number->text}}, core::trim(field.code));
        return add_text(number->text);
    }
    report(Level::Warning, is_updated_by_word(keyword) ? "field_without_result" : "field_to_type",
           {{"field", keyword}}, core::trim(field.code));
}

void Inlines::add_equation(const Field& field) {
    const Equation equation = read_equation(field.code);
    if (equation.text.empty()) return report(Level::Error, "equation_field", {}, field.code);
    if (!core::trim(equation.reading).empty() && !core::trim(equation.text).empty())
        return add_ruby(equation.text, equation.reading, marks_of(run_));
    add_text(equation.text);
    report(Level::Hint, "enclosed_character", {{"read", equation.text}}, field.code);
}

// SYMBOL 82 \f "Wingdings 2": a character of a font.
void Inlines::add_symbol_field(const Field& field) {
    const char32_t c = symbol_code(field_argument(field.code, 1));
    std::string font = switch_argument(field.code, "\\f").value_or("");
    if (font.empty()) font = reading_.theme.font_of(run_.fonts, c);
    if (font.empty() && !switch_argument(field.code, "\\u")) font = "Symbol";
    const auto sign = c == 0 ? std::nullopt : symbol_of(font, c);
    if (!sign)
        report(Level::Error, "symbol", {{"font", font}, {"code", field_argument(field.code, 1)}},
               core::trim(field.code));
    add_text(core::to_utf8(std::u32string(1, sign.value_or(c == 0 ? U'\uFFFD' : unknown_sign(c)))));
}

// A field of a form, by what Word keeps beside its code. False when nothing is kept.
bool Inlines::add_form_field(const std::string& keyword, const Field& field) {
    if (keyword == "FORMCHECKBOX") {
        if (!field.form.child("w:checkBox")) return false;
        add_text(check_box(field.form));
        return true;
    }
    const std::string words =
        keyword == "FORMDROPDOWN"
            ? drop_down(field.form)
            : std::string(
                  field.form.child("w:textInput").child("w:default").attribute("w:val").value());
    if (words.empty()) report(Level::Warning, "form_field_empty", {}, core::trim(field.code));
    add_text(words);
    return true;
}

// MACROBUTTON macro words, GOTOBUTTON place words: the words print.
void Inlines::add_button(const Field& field) {
    const std::string words = code_behind(field.code, 2);
    report(Level::Warning, "prompt", {}, words.empty() ? field.code : words);
    add_text(words);
}

// A control that is a box to tick, where it holds no sign of its own.
void Inlines::read_control(pugi::xml_node control) {
    const pugi::xml_node properties = control.child("w:sdtPr");
    if (properties.child("w:showingPlcHdr"))
        report(Level::Warning, "prompt", {}, words_below(control));
    const std::size_t before = content_.words;
    for (const pugi::xml_node content : control.children("w:sdtContent")) walk(content);
    if (content_.words != before || !prints()) return;
    if (const pugi::xml_node box = properties.child("w14:checkbox")) {
        const std::string_view checked = box.child("w14:checked").attribute("w14:val").value();
        return add_text(checked == "1" || checked == "true" ? "☒" : "☐");
    }
    for (const char* kind : {"w:dropDownList", "w:comboBox", "w:date"})
        if (properties.child(kind)) report(Level::Warning, "form_field_empty");
}

}  // namespace gongbao::editor::docx
