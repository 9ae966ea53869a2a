// SPDX-License-Identifier: Apache-2.0
#include "server/pages/document_html.hpp"

#include "core/document/structure.hpp"
#include "server/kit/templates.hpp"
#include "server/pages/runs_html.hpp"
#include "server/pages/table_html.hpp"

namespace gongbao::server {
namespace {

using core::Block;
using core::Role;

class Writer {
  public:
    Writer(const core::Document& document, const core::Messages& words)
        : words_(words), levels_(document) {}

    DocumentHtml write(const core::Document& document) {
        write_preface(document.preface);
        write_part(document.body);
        write_part(document.conclusions);
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
                write_heading(block, levels_.of(block), "annex-title");
                titled = true;
            } else {
                write_block(block);
            }
        }
        close_notes();
        html_.text += "</section>\n";
    }

    void write_part(const core::Blocks& blocks) {
        for (const Block& block : blocks) write_block(block);
    }

    void write_block(const Block& block) {
        if (block.role == Role::Table && block.table) {
            html_.text += table_html(block, words_of(block), ++tables_, words_, notes_);
        } else if (block.role == Role::Figure && block.figure) {
            write_figure(block);
        } else if (const int level = levels_.of(block); level > 0) {
            write_heading(block, level, core::name_of(block.role));
        } else {
            write_paragraph(block);
        }
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
    core::HeadingLevels levels_;
    DocumentHtml html_;
    NoteList notes_;
    int tables_ = 0;
};

}  // namespace

DocumentHtml document_html(const core::Document& document, const core::Messages& words) {
    return Writer(document, words).write(document);
}

}  // namespace gongbao::server
