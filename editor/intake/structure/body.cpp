// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/body.hpp"

#include <optional>
#include <string>

#include "core/document/wording.hpp"
#include "core/text/text.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/lead.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Role;

constexpr std::size_t kLongestHeading = 45;

bool is_division(LabelKind kind) {
    return kind == LabelKind::Part || kind == LabelKind::Chapter || kind == LabelKind::Section;
}

// The role of a labelled line in an official document (GB/T 9704-2012, 7.3.3).
Role level_role(LabelKind kind) {
    switch (kind) {
        case LabelKind::Han: return Role::Heading1;
        case LabelKind::HanBracket: return Role::Heading2;
        case LabelKind::Arabic: return Role::Heading3;
        case LabelKind::ArabicBracket: return Role::Heading4;
        case LabelKind::Circled:
        case LabelKind::Bullet: return Role::ListItem;
        case LabelKind::Part: return Role::Part;
        case LabelKind::Chapter: return Role::Chapter;
        case LabelKind::Section: return Role::Section;
        default: return Role::Paragraph;
    }
}

// The same below an article (立法法 art. 65: 条 款 项 目).
Role article_role(LabelKind kind) {
    switch (kind) {
        case LabelKind::Han:
        case LabelKind::HanBracket: return Role::Item;
        case LabelKind::Arabic: return Role::SubItem;
        case LabelKind::ArabicBracket: return Role::ListItem;
        default: return level_role(kind);
    }
}

class Body {
  public:
    Body(Lines& lines, Range range, core::Diagnostics& findings)
        : lines_(lines), range_(range), findings_(findings) {}

    void mark() {
        numbers_run_on_ = numbers_run_over_chapters();
        for (std::size_t i = range_.begin; i < range_.end; ++i) {
            Line& line = lines_[i];
            if (!line.is_text() || line.of_contents) continue;
            if (is_annex_note(line.text) || is_annex_label(line.text))
                in_note_ = true;
            else if (in_note_)
                in_note_ = goes_on_in_note(line);
            if (in_note_)
                line.role = Role::AnnexNote;
            else if (is_caption(i))
                line.role = Role::Caption;
            else
                mark_by_label(line);
        }
    }

  private:
    // A text in chapters whose 一、二、三、 do not begin anew in each chapter: they are its
    // articles.
    bool numbers_run_over_chapters() const {
        bool after_chapter = false;
        bool first_chapter = true;
        for (std::size_t i = range_.begin; i < range_.end; ++i) {
            if (lines_[i].of_contents) continue;
            const Label label = read_label(lines_[i].text);
            if (label.kind == LabelKind::Chapter) after_chapter = true;
            if (label.kind != LabelKind::Han || !after_chapter) continue;
            if (!first_chapter) return label.number > 1;
            first_chapter = false;
            after_chapter = false;
        }
        return false;
    }

    static bool goes_on_in_note(const Line& line) {
        return read_label(line.text).kind == LabelKind::Arabic ||
               (ending_of(line.text) != Ending::Sentence && !read_label(line.text));
    }

    bool is_caption(std::size_t i) const {
        const Line& line = lines_[i];
        if (is_unit(line)) return false;
        if (core::length(line.text) > 60 || ending_of(line.text) == Ending::Sentence) return false;
        const std::size_t next = i + 1 < range_.end && is_unit(lines_[i + 1]) ? i + 2 : i + 1;
        const bool before = next < range_.end && lines_[next].kind == Line::Kind::Table;
        const bool after = i > range_.begin && lines_[i - 1].kind == Line::Kind::Figure;
        const bool beside = before || after;
        const bool centred = line.align == core::Align::Center;
        if (beside && centred) return true;
        return opens_with_figure_number(line.text) && (beside || centred);
    }

    // Stands between a table and its caption.
    static bool is_unit(const Line& line) { return line.is_text() && core::says_unit(line.text); }

    // 表1, 图2-3, 附表4
    static bool opens_with_figure_number(std::string_view text) {
        for (const std::string_view word : {"附表", "附图", "表", "图"}) {
            if (!text.starts_with(word)) continue;
            const std::string_view rest = core::trim(text.substr(word.size()));
            std::size_t at = 0;
            return !rest.empty() && core::is_digit(core::next_code_point(rest, at));
        }
        return false;
    }

    void mark_by_label(Line& line) {
        const Label label = read_label(line.text);
        if (label.kind == LabelKind::Article) return mark_article(line, label);
        if (is_division(label.kind)) return mark_division(line, label);
        if (label.kind == LabelKind::Decimal) return mark_decimal(line, label);
        if (!label) return;
        line.label_bytes = label.bytes;
        if (numbers_run_on_ && label.kind == LabelKind::Han) {
            line.role = Role::Article;
            article_ = label.number;
        } else {
            line.role = article_ > 0 ? article_role(label.kind) : level_role(label.kind);
        }
    }

    // 第三条规定的… may open a paragraph: without white space after the label only the next number
    // counts.
    void mark_article(Line& line, const Label& label) {
        const bool in_sequence = label.number == article_ + 1 || label.number == article_;
        if (!label.followed_by_gap && !in_sequence) return;
        if (!in_sequence && article_ > 0)
            findings_.push_back(
                {core::Level::Hint,
                 line.place,
                 {"intake.article_out_of_sequence",
                  {{"before", std::to_string(article_)}, {"number", std::to_string(label.number)}}},
                 core::excerpt(line.text)});
        article_ = label.number;
        line.role = Role::Article;
        line.label_bytes = label.bytes;
    }

    void mark_division(Line& line, const Label& label) {
        const bool is_heading =
            core::length(line.text) <= kLongestHeading && ending_of(line.text) != Ending::Sentence;
        if (!is_heading) return;
        line.role = level_role(label.kind);
        line.label_bytes = label.bytes;
    }

    // 7.1　适用范围: the number keeps its white space, so it stays part of the words.
    static void mark_decimal(Line& line, const Label& label) {
        constexpr Role kByDepth[] = {Role::Heading1, Role::Heading2, Role::Heading3,
                                     Role::Heading4};
        if (label.depth > 4 || core::length(line.text) > kLongestHeading ||
            ending_of(line.text) == Ending::Sentence)
            return;
        line.role = kByDepth[label.depth - 1];
    }

    Lines& lines_;
    Range range_;
    core::Diagnostics& findings_;
    long article_ = 0;  // number of the article that the line stands in
    bool in_note_ = false;
    bool numbers_run_on_ = false;
};

}  // namespace

void mark_body(Lines& lines, Range body, core::Diagnostics& findings) {
    Body(lines, body, findings).mark();
    mark_leads(lines, body);
}

}  // namespace gongbao::editor
