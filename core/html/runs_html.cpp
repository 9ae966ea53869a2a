// SPDX-License-Identifier: Apache-2.0
#include "core/html/runs_html.hpp"

#include <array>
#include <utility>

#include "core/document/cited_words.hpp"
#include "core/xml/escape.hpp"

namespace gongbao::core {
namespace {

struct Element {
    Mark mark;
    const char* open;
    const char* close;
};

constexpr std::array<Element, 10> kElements = {{
    {Mark::Locator, "<span class=\"locator\">", "</span>"},
    {Mark::Post, "<span class=\"post\">", "</span>"},
    {Mark::PersonName, "<span class=\"person\">", "</span>"},
    {Mark::Lead, "<span class=\"lead\">", "</span>"},
    {Mark::Bold, "<strong>", "</strong>"},
    {Mark::Italic, "<i>", "</i>"},
    {Mark::Underline, "<u>", "</u>"},
    {Mark::Emphasis, "<em class=\"dots\">", "</em>"},
    {Mark::Superscript, "<sup>", "</sup>"},
    {Mark::Subscript, "<sub>", "</sub>"},
}};

std::string marked(std::string html, const Inline& run) {
    for (const Element& element : kElements)
        if (run.marks.has(element.mark)) html = element.open + html + element.close;
    return html;
}

// Where a browser knows no ruby, the reading stands in brackets behind its characters.
std::string ruby_html(const Inline& run) {
    return "<ruby>" + escape_html(run.text) + "<rp>（</rp><rt>" + escape_html(run.reading) +
           "</rt><rp>）</rp></ruby>";
}

// One link around all the runs of a citation; a footnote's mark, a link itself, interrupts it.
class LinkedRuns {
  public:
    LinkedRuns(std::span<const Citation> citations, const HtmlOptions& options, NoteList& notes)
        : words_(citations), options_(options), notes_(notes) {}

    std::string write(const Runs& runs) {
        for (const Inline& run : runs) add(run);
        set_link({});
        return std::move(html_);
    }

  private:
    void add(const Inline& run) {
        switch (run.kind) {
            case Inline::Kind::Text:
                for (const CitedPiece& piece : words_.cut(run.text)) add(piece, run);
                break;
            case Inline::Kind::Ruby:
                set_link({});
                html_ += marked(ruby_html(run), run);
                words_.pass(run.text);
                break;
            case Inline::Kind::LineBreak: html_ += "<br>"; break;
            case Inline::Kind::Note:
                set_link({});
                html_ += notes_.add(run);
                break;
        }
    }

    void add(const CitedPiece& piece, const Inline& run) {
        const bool linked = piece.citation != nullptr && options_.link;
        set_link(linked ? options_.link(*piece.citation) : std::string());
        html_ += marked(escape_html(piece.words), run);
        if (piece.ends) set_link({});
    }

    void set_link(std::string address) {
        if (address == address_) return;
        if (!address_.empty()) html_ += "</a>";
        if (!address.empty()) html_ += "<a href=\"" + escape_html(address) + "\">";
        address_ = std::move(address);
    }

    CitedWords words_;
    const HtmlOptions& options_;
    NoteList& notes_;
    std::string html_;
    std::string address_;  ///< of the open link
};

}  // namespace

std::string NoteList::add(const Inline& note) {
    const std::string number = std::to_string(++count_);
    const std::string mark = escape_html(note.text);
    NoteList none(options_);
    const std::string words = runs_html(note.note, {}, options_, none);
    if (!options_.ids) {
        html_ += "<p class=\"footnote\">" + mark + " " + words + "</p>\n";
        return "<sup class=\"note-mark\">" + mark + "</sup>";
    }
    html_ += "<p id=\"note_" + number + "\" class=\"footnote\"><a href=\"#mark_" + number +
             "\" role=\"doc-backlink\">" + mark + "</a> " + words + "</p>\n";
    return "<sup class=\"note-mark\"><a id=\"mark_" + number + "\" href=\"#note_" + number +
           "\" role=\"doc-noteref\">" + mark + "</a></sup>";
}

std::string NoteList::take() {
    if (html_.empty()) return {};
    const std::string name = options_.notes_name.empty()
                                 ? std::string()
                                 : " aria-label=\"" + escape_html(options_.notes_name) + "\"";
    return "<section class=\"notes\"" + name + ">\n" + std::exchange(html_, {}) + "</section>\n";
}

std::string runs_html(const Runs& runs, std::span<const Citation> citations,
                      const HtmlOptions& options, NoteList& notes) {
    return LinkedRuns(citations, options, notes).write(runs);
}

std::string id_attribute(const std::string& id, const HtmlOptions& options) {
    return id.empty() || !options.ids ? "" : " id=\"" + escape_html(id) + "\"";
}

std::string align_class(Align align) {
    switch (align) {
        case Align::Left: return " left";
        case Align::Center: return " center";
        case Align::Right: return " right";
        case Align::Natural:
        case Align::Justify: break;
    }
    return "";
}

}  // namespace gongbao::core
