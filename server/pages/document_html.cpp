// SPDX-License-Identifier: Apache-2.0
#include "server/pages/document_html.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "server/kit/templates.hpp"
#include "server/pages/runs_html.hpp"
#include "server/pages/table_html.hpp"

namespace gongbao::server {
namespace {

using core::Block;
using core::Role;

/// A level that is only a heading: no text runs on after its opening words, and it is no sentence.
bool is_heading(const Block& block) {
    switch (block.role) {
        case Role::Part:
        case Role::Chapter:
        case Role::Section: return true;
        case Role::Heading1:
        case Role::Heading2:
        case Role::Heading3:
        case Role::Heading4: break;
        default: return false;
    }
    const bool runs_on = std::any_of(block.runs.begin(), block.runs.end(), [](const auto& run) {
        return run.marks.has(core::Mark::Lead);
    });
    const std::string words = core::plain_text(block.runs);
    return !runs_on && !words.empty() && !core::ends_with(words, "。") &&
           !core::ends_with(words, "；") && core::length(words) <= 60;
}

class Writer {
  public:
    explicit Writer(const core::Messages& words) : words_(words) {}

    DocumentHtml write(const core::Document& document) {
        write_preface(document.preface);
        write_part(document.body, 2);
        write_part(document.conclusions, 2);
        close_notes();
        for (const core::Annex& annex : document.annexes) write_annex(annex);
        return std::move(html_);
    }

  private:
    void write_preface(const core::Blocks& preface) {
        for (const Block& block : preface) {
            if (block.role == Role::Title && html_.title.empty())
                html_.title = runs_html(block.runs, notes_);
            else
                write_block(block);
        }
    }

    void write_annex(const core::Annex& annex) {
        html_.text += "<section class=\"annex\">\n";
        bool titled = false;
        for (const Block& block : annex.blocks) {
            if (block.role == Role::Title && !titled) {
                write_heading(block, 2, "annex-title");
                levels_.clear();
                titled = true;
            } else {
                base_ = titled ? 3 : 2;
                write_block(block);
            }
        }
        levels_.clear();
        close_notes();
        html_.text += "</section>\n";
    }

    void write_part(const core::Blocks& blocks, int base) {
        base_ = base;
        for (const Block& block : blocks) write_block(block);
    }

    void write_block(const Block& block) {
        if (block.role == Role::Table && block.table) {
            html_.text += table_html(block, words_of(block), ++tables_, words_, notes_);
        } else if (block.role == Role::Figure && block.figure) {
            write_figure(block);
        } else if (is_heading(block)) {
            write_heading(block, level_of(block), core::name_of(block.role));
        } else {
            write_paragraph(block);
        }
    }

    /// One more than the headings that are open around it: h2, h3 … whatever levels the text skips.
    int level_of(const Block& block) {
        const int depth = core::depth_of(block.role).value_or(0);
        while (!levels_.empty() && levels_.back() >= depth) levels_.pop_back();
        levels_.push_back(depth);
        return std::min(6, base_ + static_cast<int>(levels_.size()) - 1);
    }

    void write_heading(const Block& block, int level, std::string_view kind) {
        const std::string tag = "h" + std::to_string(level);
        html_.text += "<" + tag + opening(block, kind) + words_of(block) + "</" + tag + ">\n";
        html_.anchors.push_back({block.id, core::plain_text(block), level});
    }

    void write_paragraph(const Block& block) {
        html_.text += "<p" + opening(block, core::name_of(block.role)) + words_of(block) + "</p>\n";
    }

    static std::string opening(const Block& block, std::string_view kind) {
        std::string classes(kind);
        classes += align_class(block.align);
        return id_attribute(block.id) + " class=\"" + classes + "\">";
    }

    std::string words_of(const Block& block) {
        std::string words;
        if (!block.label.empty())
            words = "<span class=\"label\">" + escape_html(block.label) + "</span>" +
                    std::string(core::label_gap(block));
        return words + runs_html(block.runs, notes_);
    }

    void write_figure(const Block& block) {
        const core::Figure& figure = *block.figure;
        const std::string words = words_of(block);
        html_.text += "<figure" + id_attribute(block.id) + ">";
        if (!words.empty()) html_.text += "<figcaption>" + words + "</figcaption>";
        html_.text += "<img src=\"/media/" + escape_html(figure.digest) + "\" alt=\"" +
                      escape_html(figure.alt) + "\" loading=\"lazy\"></figure>\n";
    }

    void close_notes() { html_.text += notes_.take(words_.say("pages.document.notes")); }

    const core::Messages& words_;
    DocumentHtml html_;
    NoteList notes_;
    std::vector<int> levels_;  ///< depths of the open headings, outermost first
    int base_ = 2;
    int tables_ = 0;
};

}  // namespace

DocumentHtml document_html(const core::Document& document, const core::Messages& words) {
    return Writer(words).write(document);
}

}  // namespace gongbao::server
