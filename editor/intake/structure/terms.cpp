// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/terms.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/structure/reserves.hpp"
#include "editor/intake/structure/unread_words.hpp"
#include "editor/intake/structure/validity.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using View = std::u32string_view;

// Words that say nothing of when.
void take_manner(Cursor& cursor) {
    cursor.take_all({U"正式",         U"开始",         U"全面",   U"统一",         U"同步",
                     U"一并",         U"同时",         U"一律",   U"依法",         U"予以",
                     U"组织",         U"公布",         U"发布",   U"颁布",         U"印发",
                     U"起",           U"在全国范围内", U"在全国", U"在全省范围内", U"在全省",
                     U"在全市范围内", U"在全市",       U"在全县", U"在全区"});
    // 在试点地区施行
    if (cursor.next() != U'在') return;
    for (std::size_t length = 2; length <= 16; ++length) {
        Cursor behind(cursor.text(), cursor.at() + length);
        if (behind.at() >= cursor.text().size() || !take_verb(behind)) continue;
        return cursor.go_to(cursor.at() + length);
    }
}

// The words of a clause for people: 《…》 for a title.
std::string shown(View clause) {
    std::string words;
    for (const char32_t c : clause) {
        if (c == U'《' || c == kOwnName)
            words += "《…》";
        else if (c == kQuoted)
            words += "“…”";
        else if (c == kBracketed)
            words += "（…）";
        else
            core::append_utf8(words, c);
    }
    return words;
}

/// The clauses of a sentence, read one after the other.
class SentenceTerms {
  public:
    SentenceTerms(View sentence, Whose silent) : silent_(silent) {
        std::size_t start = 0;
        for (std::size_t i = 0; i <= sentence.size(); ++i) {
            if (i < sentence.size() && !ends_clause(sentence, i)) continue;
            clauses_.push_back(sentence.substr(start, i - start));
            start = i + 1;
        }
    }

    std::vector<Term> read() {
        for (at_ = 0; at_ < clauses_.size(); ++at_) {
            const std::size_t before = terms_.size();
            read_clause();
            for (std::size_t one = before; one < terms_.size(); ++one) heed_reserves(terms_[one]);
        }
        note_excepted_articles();
        return std::move(terms_);
    }

  private:
    // 自2026年5月1日起，施行 is one clause; 有效期：5年 too.
    static bool ends_clause(View sentence, std::size_t i) {
        if (is_one_of(sentence[i], U";(")) return true;
        const View before = sentence.substr(0, i);
        if (sentence[i] == U':')
            return !before.ends_with(U"期") && !before.ends_with(U"期限") &&
                   !before.ends_with(U"日期") && !before.ends_with(U"时间");
        return sentence[i] == U',' && !before.ends_with(U"起");
    }

    void read_clause() {
        const View clause = clauses_[at_];
        const std::size_t before = terms_.size();
        for (std::size_t i = 0; i < clause.size() && terms_.size() == before; ++i) {
            Term term;
            term.whose = whose_of(clause.substr(0, i));
            if (term.whose == Whose::Other && !is_unsure(clause.substr(0, i))) continue;
            const bool unsure = term.whose == Whose::Other;
            term.words = shown(clause);
            Cursor cursor(clause, i);
            if (!read_term(cursor, term)) continue;
            if (unsure) term.whose = Whose::Silent;
            terms_.push_back(std::move(term));
            if (!at_stop(cursor) && !unsure) read_rest(cursor);
            for (std::size_t one = before; one < terms_.size(); ++one)
                name(clause.substr(0, i), terms_[one]);
            for (std::size_t one = before; one < terms_.size(); ++one)
                if (is_intended(clause.substr(0, i))) leave_open(terms_[one]);
        }
        if (terms_.size() == before) read_last_day_alone(clause);
        if (terms_.size() == before) note_what_is_not_read(clause);
        own_.push_back(terms_.size() > before && terms_.back().whose == Whose::Own);
    }

    // What the clauses around a term make of it.
    void heed_reserves(Term& term) const {
        if (term.whose != Whose::Own) return;
        const View next = next_clause();
        if (term.kind == Term::Kind::Effect) {
            if (stands_under_condition() || takes_back(next) || puts_off(next))
                return leave_open(term);
            for (std::size_t i = at_ + 1; i < clauses_.size(); ++i)
                if (i == at_ + 1 || names_event(clauses_[i])) take_named_day(clauses_[i], term);
            if (term.day && term.day->event != Event::Date && names_day_unclearly(next))
                leave_open(term);
        }
        if (term.kind != Term::Kind::Validity) return;
        if (stands_under_condition()) return leave_open(term);
        for (std::size_t i = at_ + 1; i < clauses_.size(); ++i)
            if (takes_back(clauses_[i]) || changes_length(clauses_[i])) return leave_open(term);
    }

    // 如省政府批准，本办法…; 如省政府批准，经公布，本办法…
    bool stands_under_condition() const {
        std::size_t i = at_;
        while (i > 1 && clauses_[i - 1].starts_with(U'经') && !is_condition(clauses_[i - 1])) --i;
        return i > 0 && is_condition(clauses_[i - 1]);
    }

    // 本办法自…起施行，至2031年4月30日
    void read_last_day_alone(View clause) {
        Cursor cursor(clause);
        Term term;
        term.kind = Term::Kind::Validity;
        const bool last = at_ + 1 == clauses_.size();
        if (own_.empty() || !own_.back() || !last || clause.starts_with(U'到')) return;
        if (!take_until(cursor, term.until)) return;
        if (!cursor.at_end() && !clause.ends_with(U'止') && cursor.next() != U'或') return;
        if (!cursor.at_end()) leave_open(term);
        const bool told = std::any_of(terms_.begin(), terms_.end(), [&](const Term& one) {
            return one.until && one.until == term.until;
        });
        term.words = shown(clause);
        term.named = terms_.back().named;
        if (!told) terms_.push_back(std::move(term));
    }

    // The clause names nobody, and those before it do not cite: whose it is nobody can tell.
    bool is_unsure(View words) const {
        const bool points_back =
            words.size() <= 8 && (words.starts_with(U"以上") || words.starts_with(U"上述"));
        if (points_back) return true;
        if (editor::whose(words) != Whose::Silent) return false;
        for (std::size_t i = 0; i < at_; ++i)
            if (clauses_[i].find_first_of(U"《\uE001") != View::npos) return false;
        return at_ > 0 || silent_ == Whose::Other;
    }

    // 施行至2027年12月31日, 施行5年 behind an effect.
    void read_rest(Cursor& cursor) {
        if (cursor.take_any({U"并", U"且"})) return;
        Term more;
        more.whose = terms_.back().whose;
        more.named = terms_.back().named;
        more.words = terms_.back().words;
        more.kind = Term::Kind::Validity;
        more.understood = read_how_long(cursor, next_clause(), more) && more.understood;
        terms_.push_back(std::move(more));
    }

    // 本条例, in its own clause or at the head of the sentence.
    void name(View words, Term& term) const {
        for (const View subject : {words, clauses_.front()})
            if (const std::size_t own = own_subject(subject); own > 1 && term.named.empty())
                term.named = core::to_utf8(subject.substr(1, own - 1));
    }

    Whose whose_of(View words) const {
        if (const std::size_t colon = words.rfind(U':');
            colon != View::npos && colon + 1 < words.size())
            words = words.substr(colon + 1);
        const Whose whose = editor::whose(words);
        return whose == Whose::Silent ? whose_before() : whose;
    }

    // Of whom the clauses before speak, nearest first.
    Whose whose_before() const {
        bool other = false;
        for (std::size_t i = at_; i-- > 0;) {
            const Whose whose = own_[i] ? Whose::Own : whose_clause(clauses_[i]);
            if (whose == Whose::Own)
                return other && !own_[i] && clauses_[i].find(U'本') != 0 ? Whose::Other : whose;
            if (whose == Whose::Other) {
                if (clauses_[i].find(U'《') != View::npos) return Whose::Other;
                other = true;
            }
        }
        return other ? Whose::Other : silent_;
    }

    bool read_term(Cursor& cursor, Term& term) {
        const std::size_t start = cursor.at();
        const Whose whose = term.whose;
        const std::string words = term.words;
        // Of a validity somebody must be said to have it.
        const bool effect_only = whose == Whose::Silent || whose == Whose::Other;
        const auto fresh = [&] {
            term = Term();
            term.whose = effect_only ? Whose::Own : whose;
            term.words = words;
            cursor.go_to(start);
        };
        fresh();
        if (read_effect(cursor, term)) {
            if (whose == Whose::Silent &&
                names_nobody(cursor.text().substr(0, start), cursor.text().substr(start), term)) {
                if (term.kind == Term::Kind::Validity) terms_.back().whose = Whose::Silent;
                term.whose = Whose::Silent;
            }
            return true;
        }
        if (effect_only) return read_label(cursor, term, fresh);
        fresh();
        if (read_ending(cursor, term)) return true;
        fresh();
        if (read_validity(cursor, next_clause(), term)) return true;
        fresh();
        return read_trial(cursor, next_clause(), term);
    }

    // 执行时间：2026年5月1日至10月31日 may be the time of a campaign, and so may a range; 施行日期
    // is a rule's.
    static bool names_nobody(View before, View words, const Term& term) {
        const View label = before.ends_with(U':') ? before : words;
        for (const View rule : {U"施行", U"生效", U"有效"})
            if (label.substr(0, 8).find(rule) != View::npos) return false;
        if (before.ends_with(U':') || term.kind == Term::Kind::Validity) return true;
        for (const View loose : {U"实施时间", U"实施期间", U"执行时间", U"执行期间", U"执行日期",
                                 U"试行时间", U"试行期间"})
            if (words.starts_with(loose)) return true;
        return false;
    }

    // 有效期限：五年 at the head of a paragraph names nobody.
    template <typename Fresh>
    bool read_label(Cursor& cursor, Term& term, const Fresh& fresh) const {
        if (at_ > 0 || cursor.text().find(U':') == View::npos) return false;
        fresh();
        if (cursor.at() > 0 || !read_validity(cursor, next_clause(), term)) return false;
        term.whose = Whose::Silent;
        return true;
    }

    View next_clause() const { return at_ + 1 < clauses_.size() ? clauses_[at_ + 1] : View(); }

    // 自…起施行, 自…起至…止执行, 施行日期为…
    bool read_effect(Cursor& cursor, Term& term) {
        const bool labelled =
            cursor.take_any({U"施行", U"实施", U"执行", U"生效", U"试行"}) &&
            cursor.take_any({U"日期", U"时间", U"起始日期", U"起始时间", U"期间"});
        if (labelled) cursor.take_any({U"为", U"是", U":"});
        take_preposition(cursor);
        term.day = take_day(cursor);
        if (!term.day || term.day->event == Event::Effect) return false;
        const bool range = take_until(cursor, term.until);
        if (labelled) {
            Cursor behind = cursor;
            if (take_verb(behind)) return false;  // 施行日期：自印发之日起施行
            if (range) add_effect(term);
            term.understood = at_stop(cursor);  // 实施时间：2026年5月1日至10月31日
            if (!term.understood) cursor.go_to(cursor.text().size());
            return true;
        }
        // 本办法自2026年1月1日起至2030年12月31日止。
        if (range && at_stop(cursor) && own_subject(clauses_[at_]) > 0) {
            add_effect(term);
            return true;
        }
        take_manner(cursor);
        cursor.take(U",");
        take_manner(cursor);
        take_own(cursor);
        take_manner(cursor);
        // 本办法自2026年5月1日起有效
        const bool valid_from =
            own_subject(clauses_[at_]) > 0 && cursor.rest() == U"有效" && cursor.take(U"有效");
        if (!valid_from && !take_verb(cursor)) {
            if (!cursor.take_any({U"拟", U"计划", U"原则上", U"暂定", U"暂"}) ||
                !take_verb(cursor) || !at_stop(cursor))
                return false;
            leave_open(term);
        }
        take_own(cursor);
        if (range) add_effect(term);
        return at_stop(cursor) || goes_on(cursor);
    }

    // A range says both; the effect is put down on its own.
    void add_effect(Term& term) {
        Term effect = term;
        effect.until.reset();
        terms_.push_back(effect);
        term.kind = Term::Kind::Validity;
        term.day.reset();
    }

    static void take_own(Cursor& cursor) { cursor.go_to(cursor.at() + own_subject(cursor.rest())); }

    // What may stand right behind the verb: how long, until when, and what comes of it.
    static bool goes_on(Cursor cursor) {
        if (cursor.take_any({U"并", U"且", U"截至", U"截止", U"至", U"到", U"有效期", U"试行期",
                             U"暂定", U"为期"}))
            return true;
        return take_period(cursor) && (at_stop(cursor) || cursor.take(U"。"));
    }

    // 本办法自[…]施行, 施行日期另行通知: it speaks of the document's effect, and nothing above read
    // it.
    void note_what_is_not_read(View clause) {
        for (std::size_t i = 0; i < clause.size(); ++i) {
            if (whose_of(clause.substr(0, i)) != Whose::Own && !is_own_with_a_word(clause, i))
                continue;
            Cursor cursor(clause, i);
            if (own_subject(clause) > 0 && breaks_off(cursor)) return add_unread(clause, i);
            const bool later =
                cursor.take_any({U"施行日期", U"实施日期", U"施行时间", U"实施时间", U"生效日期",
                                 U"生效时间"}) &&
                cursor.take_any({U"为", U"是", U":", U"由", U"另", U"根据", U"按", U"与"});
            const bool named = own_subject(clause) > 0 && i > 0;
            const bool on_condition = named && cursor.take_any({U"经", U"待", U"报", U"在"});
            if (is_bounded(cursor.rest())) return add_bounded(clause);
            const bool told = later || (named && hangs_on_another(cursor.rest()));
            if (!told &&
                !((take_preposition(cursor) || on_condition) && ends_in_verb(cursor.rest())))
                continue;
            return add_unread(clause, i);
        }
    }

    void add_unread(View clause, std::size_t subject) {
        Term term;
        term.understood = false;
        term.words = shown(clause);
        name(clause.substr(0, subject), term);
        terms_.push_back(std::move(term));
    }

    void add_bounded(View clause) {
        Term term;
        term.kind = Term::Kind::Validity;
        term.understood = false;
        term.words = shown(clause);
        terms_.push_back(std::move(term));
    }

    // 本办法自…起施行，但第六条除外; 本办法除第五条外，自…起施行
    void note_excepted_articles() {
        const auto is = [](Whose whose) {
            return [whose](const Term& term) { return term.whose == whose; };
        };
        if (std::none_of(terms_.begin(), terms_.end(), is(Whose::Own)) ||
            std::any_of(terms_.begin(), terms_.end(), is(Whose::Part)))
            return;
        for (View clause : clauses_) {
            if (!clause.ends_with(U'外')) continue;
            const View words = clause;
            clause.remove_suffix(clause.ends_with(U"除外") ? 2 : 1);
            clause.remove_prefix(own_subject(clause));
            if (editor::whose(clause) != Whose::Part) continue;
            Term term;
            term.whose = Whose::Part;
            term.understood = false;
            term.words = shown(words);
            terms_.push_back(std::move(term));
        }
    }

    std::vector<View> clauses_;
    std::vector<bool> own_;  // of each clause read: it says something of the document
    std::vector<Term> terms_;
    std::size_t at_ = 0;
    Whose silent_;
};

}  // namespace

void take_named_day(View words, Term& term) {
    const bool of_event =
        term.kind == Term::Kind::Effect && term.day && term.day->event != Event::Date;
    const auto date = of_event ? named_day(words) : std::nullopt;
    if (!date) return;
    term.day->event = Event::Date;
    term.day->date = *date;
}

void leave_open(Term& term) {
    term.understood = false;
    term.day.reset();
    term.until.reset();
    term.period = {};
}

std::vector<Term> terms_of(const std::u32string& sentence, Whose silent) {
    if (!speaks_of_force(sentence)) return {};
    return SentenceTerms(sentence, silent).read();
}

}  // namespace gongbao::editor
