// SPDX-License-Identifier: Apache-2.0
#include "core/html/document_html.hpp"

#include "core/document/citations.hpp"
#include "core/document/document.hpp"
#include "core/document/structure.hpp"
#include "core/html/runs_html.hpp"
#include "core/html/table_html.hpp"
#include "core/xml/escape.hpp"

namespace gongbao::core {
namespace {

class Writer {
  public:
    Writer(const Document& document, const HtmlOptions& options)
        : document_(document),
          options_(options),
          levels_(document),
          citations_(document),
          notes_(options) {}

    DocumentHtml write() {
        write_preface();
        for (const auto* part : {&document_.body, &document_.conclusions})
            for (const Block& block : *part) write_block(block);
        close_part();
        for (const Annex& annex : document_.annexes) write_annex(annex);
        return std::move(html_);
    }

  private:
    void write_preface() {
        bool titled = !options_.title_apart;
        for (const Block& block : document_.preface) {
            if (block.role == Role::Title && !titled) {
                html_.title = words_of(block);
                titled = true;
            } else {
                write_block(block);
            }
        }
    }

    void write_annex(const Annex& annex) {
        html_.text += "<section class=\"annex\">\n";
        bool titled = false;
        for (const Block& block : annex.blocks) {
            const bool title = block.role == Role::Title && !titled;
            if (title) write_beside(block);
            if (title)
                write_heading(block, levels_.of(block), "annex-title");
            else
                write_block(block);
            titled = titled || title;
        }
        close_part();
        html_.text += "</section>\n";
    }

    void write_block(const Block& block) {
        const int depth = list_depth(block);
        open_lists(depth);
        if (depth == 0) write_beside(block);
        if (depth > 0)
            write_item(block);
        else if (block.role == Role::Table && block.table)
            write_table(block);
        else if (block.role == Role::Figure && block.figure)
            write_figure(block);
        else if (const int level = levels_.of(block); level > 0)
            write_heading(block, level, name_of(block.role));
        else
            write_paragraph(block);
    }

    // Lists open and closed until one of `depth` is the innermost, its last item closed. A list
    // that begins deep stands in no list that it skips.
    void open_lists(int depth) {
        while (!lists_.empty() && lists_.back() > depth) {
            html_.text += "</div></div>\n";
            lists_.pop_back();
        }
        if (depth == 0) return;
        if (!lists_.empty() && lists_.back() == depth) {
            html_.text += "</div>\n";
            return;
        }
        html_.text += "<div class=\"list\" role=\"list\">\n";
        lists_.push_back(depth);
    }

    // Its label is its mark, so that no browser adds one. Open until the next item or the list's
    // end: a deeper list stands inside it.
    void write_item(const Block& block) {
        html_.text += "<div role=\"listitem\">";
        write_beside(block);
        write_paragraph(block);
    }

    void write_beside(const Block& block) {
        if (options_.beside) html_.text += options_.beside(block);
    }

    void write_heading(const Block& block, int level, std::string_view kind) {
        open_lists(0);
        const std::string tag = "h" + std::to_string(level);
        html_.text += "<" + tag + opening(block, kind) + words_of(block) + "</" + tag + ">\n";
        html_.anchors.push_back({block.id, plain_text(block), level});
    }

    void write_paragraph(const Block& block) {
        html_.text += "<p" + opening(block, name_of(block.role)) + words_of(block) + "</p>\n";
    }

    void write_table(const Block& block) {
        html_.text += table_html(block, words_of(block), ++tables_, options_, notes_);
    }

    void write_figure(const Block& block) {
        const Figure& figure = *block.figure;
        const std::string words = words_of(block);
        html_.text += "<figure" + id_attribute(block.id, options_) + ">";
        if (!words.empty()) html_.text += "<figcaption>" + words + "</figcaption>";
        html_.text += "<img src=\"" + escape_html(options_.media + figure.digest) + "\" alt=\"" +
                      escape_html(figure.alt) + "\" loading=\"lazy\"></figure>\n";
    }

    std::string opening(const Block& block, std::string_view kind) const {
        return id_attribute(block.id, options_) + " class=\"" + std::string(kind) +
               align_class(block.align) + "\">";
    }

    std::string words_of(const Block& block) {
        std::string words;
        if (!block.label.empty())
            words = "<span class=\"label\">" + escape_html(block.label) + "</span>" +
                    std::string(label_gap(block));
        return words + runs_html(block.runs, citations_.in(block), options_, notes_);
    }

    void close_part() {
        open_lists(0);
        html_.text += notes_.take();
    }

    const Document& document_;
    const HtmlOptions& options_;
    HeadingLevels levels_;
    Citations citations_;
    NoteList notes_;
    DocumentHtml html_;
    std::vector<int> lists_;  ///< depths of the open lists, outermost first
    int tables_ = 0;
};

}  // namespace

DocumentHtml document_html(const Document& document, const HtmlOptions& options) {
    return Writer(document, options).write();
}

}  // namespace gongbao::core
