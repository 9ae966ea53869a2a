// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/force_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/document/document.hpp"
#include "core/text/text.hpp"
#include "editor/intake/structure/reserves.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Block;
using core::Role;

bool holds_sentences(const Block& block) {
    switch (block.role) {
        case Role::Article:
        case Role::Paragraph:
        case Role::Item:
        case Role::SubItem:
        case Role::Heading1:
        case Role::Heading2:
        case Role::Heading3:
        case Role::Heading4:
        case Role::ListItem:
        case Role::Note: return !block.table;
        default: return false;
    }
}

bool is_decision_to_change(std::string_view title) {
    return contains_any(title, {"修改", "修正", "废止", "失效", "清理", "延长", "延续"});
}

std::string title_of(const core::Blocks& blocks) {
    for (const Block& block : blocks)
        if (block.role == Role::Title) return core::without_spaces(core::plain_text(block.runs));
    return {};
}

// The names in 《》 of a title that prints them.
std::vector<std::string> names_printed_by(const std::string& title) {
    std::vector<std::string> names;
    if (is_decision_to_change(title) ||
        !contains_any(title, {"印发", "发布", "公布", "颁布", "转发", "批转", "下发"}))
        return names;
    const std::string_view open = "《";
    for (std::size_t at = title.find(open); at != std::string::npos; at = title.find(open, at)) {
        const std::size_t close = title.find("》", at);
        if (close == std::string::npos) break;
        names.push_back(title.substr(at + open.size(), close - at - open.size()));
        at = close;
    }
    return names;
}

// A name without （试行） behind it, as the text below may be headed.
bool names_title(const std::string& name, const std::string& title) {
    return !name.empty() &&
           (title == name || title.ends_with(name) || title.starts_with(name + "（"));
}

// Below the text, or below its title: 省水利厅 / （2026年2月10日）.
std::optional<core::Date> date_of(const core::Blocks& blocks) {
    for (const Block& block : blocks)
        if (block.role == Role::Date) return core::parse_date(core::plain_text(block.runs));
    constexpr std::size_t kBelowTitle = 4;
    for (std::size_t i = 0; i < blocks.size() && i < kBelowTitle; ++i)
        if (const auto date = bracketed_date(core::plain_text(blocks[i].runs));
            date && !blocks[i].table)
            return date;
    return {};
}

// What speaks of another text all the time: 本办法 is not itself.
bool explains(const std::string& title, const std::string& kind) {
    if (contains_any(title, {"解读", "问答", "答记者问", "图解", "读懂", "起草说明"})) return true;
    return kind == "解读" || kind == "问答" || kind == "说明" || kind == "讲话" || kind == "报告" ||
           kind == "公示";
}

bool is_a_document_passed_on(const std::string& title, const core::Blocks& blocks) {
    if (title.find("转发") == std::string::npos) return false;
    return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
        return block.role == Role::Date || block.role == Role::Number;
    });
}

/// Reads one text, paragraph after paragraph.
class TextReader {
  public:
    TextReader(const std::string& title, std::vector<std::string> own_names)
        : reader_(std::move(own_names)) {
        words_.title = title;
        words_.kind = kind_of_title(title);
    }

    void read(const core::Blocks& blocks) {
        bool closes_later = false;
        std::vector<bool> later(blocks.size(), false);
        for (std::size_t i = blocks.size(); i-- > 0;) {
            later[i] = closes_later;
            if (holds_sentences(blocks[i]))
                closes_later = closes_later || closes_quotation(core::plain_text(blocks[i].runs));
        }
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const std::string text = blocks[i].table ? "" : core::plain_text(blocks[i].runs);
            if (blocks[i].role == Role::TitleNote)
                read_note(text);
            else if (holds_sentences(blocks[i]))
                read_paragraph(text, later[i]);
        }
    }

    ForceWords take() {
        if (explains(words_.title, words_.kind))
            std::erase_if(words_.terms, [&](const Term& term) {
                return words_.kind.empty() || !term.named.ends_with(words_.kind);
            });
        return std::move(words_);
    }

  private:
    void read_paragraph(const std::string& text, bool closes_later) {
        // 有效期5年。 on a line of its own goes on with 本办法自…起施行。
        Whose silent = spoke_ ? Whose::Own : Whose::Silent;
        spoke_ = false;
        for (const std::u32string& sentence : reader_.read(text, closes_later)) {
            if (silent == Whose::Own && !words_.terms.empty()) go_on(words_.terms.back(), sentence);
            std::vector<Term> terms = terms_of(sentence, silent);
            spoke_ = std::any_of(terms.begin(), terms.end(),
                                 [](const Term& term) { return term.whose == Whose::Own; });
            const Whose said = whose_clause(sentence);
            silent = spoke_ || said == Whose::Own ? Whose::Own : Whose::Other;
            std::move(terms.begin(), terms.end(), std::back_inserter(words_.terms));
        }
    }

    // What a sentence right behind `term` makes of it: 期满后自动延长5年。 公布日期：2026年4月1日。
    static void go_on(Term& term, const std::u32string& sentence) {
        if (term.whose != Whose::Own) return;
        if (term.kind == Term::Kind::Validity && prolongs(sentence)) return leave_open(term);
        if (names_event(sentence)) take_named_day(sentence, term);
    }

    // （…公布　自2021年1月1日起施行）: its dates are those of the text below, whoever did the deed.
    void read_note(const std::string& note) {
        for (const std::u32string& sentence : reader_.read(note))
            for (std::size_t at = sentence.find(U'自'); at != std::u32string::npos;
                 at = sentence.find(U'自', at + 1)) {
                Cursor cursor(sentence, at + 1);
                const auto day = take_day(cursor);
                if (!day || !cursor.take_any({U"施行", U"实施", U"生效", U"试行", U"执行"}))
                    continue;
                if (cursor.next() == U'的') continue;
                Term term;
                term.day = day;
                term.words = core::to_utf8(sentence.substr(at, cursor.at() - at));
                words_.noted.push_back(std::move(term));
            }
    }

    SentenceReader reader_;
    ForceWords words_;
    bool spoke_ = false;
};

}  // namespace

bool changes_texts(const ForceWords& text) {
    return !text.kind.empty() && is_decision_to_change(text.title);
}

std::vector<const Term*> own_terms(const std::vector<Term>& terms, const ForceWords& text,
                                   Term::Kind kind) {
    std::vector<const Term*> own;
    for (const Term& term : terms)
        if (term.kind == kind && term.whose == Whose::Own) own.push_back(&term);
    const auto names_it = [&](const Term* term) {
        return !text.kind.empty() && term->named.ends_with(text.kind);
    };
    const bool changing = changes_texts(text);
    if (changing || std::any_of(own.begin(), own.end(), names_it))
        std::erase_if(own, [&](const Term* term) {
            return !names_it(term) &&
                   (!term->named.empty() || (changing && kind == Term::Kind::Validity));
        });
    return own;
}

std::vector<ForceWords> force_words_of(const core::Document& document) {
    const std::string title = core::without_spaces(document.meta.title);
    const std::vector<std::string> printed = names_printed_by(title);
    const auto carried = [&](const core::Annex& annex) {
        if (is_a_document_passed_on(title, annex.blocks)) return false;
        if (annex.kind == core::Annex::Kind::Attached) return true;
        const std::string name = title_of(annex.blocks);
        return std::any_of(printed.begin(), printed.end(),
                           [&](const auto& one) { return names_title(one, name); });
    };
    std::vector<std::string> own = printed;
    if (!title.empty()) own.push_back(title);
    std::vector<ForceWords> texts;
    for (const core::Annex& annex : document.annexes) {
        if (!carried(annex)) continue;
        const std::string name = title_of(annex.blocks);
        if (!is_decision_to_change(title) && !name.empty()) own.push_back(name);
        TextReader reader(name, {name});
        reader.read(annex.blocks);
        texts.push_back(reader.take());
        texts.back().dated = date_of(annex.blocks);
    }
    TextReader reader(title, own);
    reader.read(document.preface);
    reader.read(document.body);
    reader.read(document.conclusions);
    texts.insert(texts.begin(), reader.take());
    return texts;
}

}  // namespace gongbao::editor
