// SPDX-License-Identifier: Apache-2.0
#include "server/pages/runs_html.hpp"

#include <array>
#include <utility>

#include "server/kit/templates.hpp"

namespace gongbao::server {
namespace {

struct Element {
    core::Mark mark;
    const char* open;
    const char* close;
};

constexpr std::array<Element, 10> kElements = {{
    {core::Mark::Locator, "<span class=\"locator\">", "</span>"},
    {core::Mark::Post, "<span class=\"post\">", "</span>"},
    {core::Mark::PersonName, "<span class=\"person\">", "</span>"},
    {core::Mark::Lead, "<span class=\"lead\">", "</span>"},
    {core::Mark::Bold, "<strong>", "</strong>"},
    {core::Mark::Italic, "<i>", "</i>"},
    {core::Mark::Underline, "<u>", "</u>"},
    {core::Mark::Emphasis, "<em class=\"dots\">", "</em>"},
    {core::Mark::Superscript, "<sup>", "</sup>"},
    {core::Mark::Subscript, "<sub>", "</sub>"},
}};

std::string marked(std::string html, const core::Inline& run) {
    for (const Element& element : kElements)
        if (run.marks.has(element.mark)) html = element.open + html + element.close;
    return html;
}

// Where a browser knows no ruby, the reading stands in brackets behind its characters.
std::string ruby_html(const core::Inline& run) {
    return "<ruby>" + escape_html(run.text) + "<rp>（</rp><rt>" + escape_html(run.reading) +
           "</rt><rp>）</rp></ruby>";
}

}  // namespace

std::string NoteList::add(const core::Inline& note) {
    const std::string number = std::to_string(++count_);
    const std::string mark = escape_html(note.text);
    NoteList none;
    html_ += "<p id=\"note_" + number + "\" class=\"footnote\"><a href=\"#mark_" + number +
             "\" role=\"doc-backlink\">" + mark + "</a> " + runs_html(note.note, none) + "</p>\n";
    return "<sup class=\"note-mark\"><a id=\"mark_" + number + "\" href=\"#note_" + number +
           "\" role=\"doc-noteref\">" + mark + "</a></sup>";
}

std::string NoteList::take(const std::string& name) {
    if (html_.empty()) return {};
    return "<section class=\"notes\" aria-label=\"" + escape_html(name) + "\">\n" +
           std::exchange(html_, {}) + "</section>\n";
}

std::string runs_html(const core::Runs& runs, NoteList& notes) {
    std::string html;
    for (const core::Inline& run : runs) {
        switch (run.kind) {
            case core::Inline::Kind::Text: html += marked(escape_html(run.text), run); break;
            case core::Inline::Kind::Ruby: html += marked(ruby_html(run), run); break;
            case core::Inline::Kind::LineBreak: html += "<br>"; break;
            case core::Inline::Kind::Note: html += notes.add(run); break;
        }
    }
    return html;
}

std::string id_attribute(const std::string& id) {
    return id.empty() ? "" : " id=\"" + escape_html(id) + "\"";
}

std::string align_class(core::Align align) {
    switch (align) {
        case core::Align::Left: return " left";
        case core::Align::Center: return " center";
        case core::Align::Right: return " right";
        case core::Align::Natural:
        case core::Align::Justify: break;
    }
    return "";
}

}  // namespace gongbao::server
