// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/in_force.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/document/document.hpp"
#include "core/text/text.hpp"
#include "editor/intake/structure/force_on_page.hpp"
#include "editor/intake/structure/force_words.hpp"
#include "editor/intake/structure/page_fields.hpp"

namespace gongbao::editor {
namespace {

using core::Date;
using Kind = Term::Kind;

/// A day that was found, and the words that told it.
struct Found {
    Date date;
    std::string words;
};

/// What the terms of one text come to: a day, nothing said, or something said that gives no day.
struct Verdict {
    std::optional<Found> found;
    bool open = false;  ///< it was said, and no day can be given; reported
};

class ForceReader {
  public:
    ForceReader(const RawDocument& raw, core::Document& document, core::Diagnostics& findings)
        : raw_(raw), document_(document), meta_(document.meta), findings_(findings) {}

    void read(std::optional<Date> approved, bool published_twice) {
        approved_ = approved;
        published_twice_ = published_twice;
        texts_ = force_words_of(document_);
        report_articles();
        read_effect();
        read_expiry();
        report_ended_on_page(raw_, findings_);
    }

  private:
    void report(const char* id, std::map<std::string, std::string> args,
                const std::string& words = {}, core::Level level = core::Level::Warning) {
        findings_.push_back({level, {}, {id, std::move(args)}, core::excerpt(words)});
    }

    static std::string said(const std::string& words) { return core::excerpt(words, 60); }

    void report_articles() {
        for (const ForceWords& text : texts_)
            for (const Term& term : text.terms)
                if (term.whose == Whose::Part)
                    report("intake.articles_differ", {{"words", said(term.words)}}, term.words);
    }

    void read_effect() {
        Verdict verdict = verdict_of_all(&ForceReader::effect_of, "intake.effective_several",
                                         "intake.effective_carried_differs");
        const auto on_page = date_field(raw_, {"施行日期", "生效日期", "实施日期"}, findings_);
        if (verdict.found) meta_.effective = verdict.found->date;
        if (meta_.effective && on_page && *meta_.effective != *on_page)
            report("intake.effective_differs", {{"printed", core::chinese(*meta_.effective)},
                                                {"page", core::chinese(*on_page)}});
        if (!meta_.effective) meta_.effective = on_page;
        if (!verdict.found && !verdict.open) report_unsure();
    }

    // 自…起执行 that names nobody, where nothing else tells the day.
    void report_unsure() {
        for (const ForceWords& text : texts_)
            for (const Term& term : text.terms)
                if (term.whose == Whose::Silent && term.kind == Kind::Effect && term.day &&
                    term.day->event != Event::Approval && term.day->event != Event::Adoption)
                    return report("intake.effective_unsure", {{"words", said(term.words)}},
                                  term.words);
    }

    void read_expiry() {
        const Verdict verdict = verdict_of_all(&ForceReader::expiry_of, "intake.expiry_several",
                                               "intake.expiry_carried_differs");
        if (verdict.found) meta_.expires = verdict.found->date;
        const auto on_page = expiry_on_page(raw_, meta_.effective, findings_);
        if (meta_.expires && on_page && *meta_.expires != *on_page)
            report("intake.expiry_differs",
                   {{"printed", core::chinese(*meta_.expires)}, {"page", core::chinese(*on_page)}});
        if (!meta_.expires) meta_.expires = on_page;
        if (meta_.expires || verdict.open) return;
        for (const ForceWords& text : texts_)
            for (const Term& term : text.terms)
                if (term.whose == Whose::Silent && term.kind == Kind::Validity)
                    return report("intake.expiry_unsure", {{"words", said(term.words)}},
                                  term.words);
    }

    using Judge = Verdict (ForceReader::*)(const ForceWords&, const char* several);

    // The document's own words, then those of what it carries.
    Verdict verdict_of_all(Judge judge, const char* several, const char* differs) {
        const Verdict own = (this->*judge)(texts_.front(), several);
        std::vector<Verdict> carried;
        for (std::size_t i = 1; i < texts_.size(); ++i)
            carried.push_back((this->*judge)(texts_[i], several));
        Verdict all;
        for (const Verdict& one : carried) {
            all.open = all.open || one.open;
            if (!one.found) continue;
            if (all.found && all.found->date != one.found->date) {
                report(several, {{"first", core::chinese(all.found->date)},
                                 {"second", core::chinese(one.found->date)}});
                return own.found && changes_a_text() ? own : Verdict{{}, true};
            }
            all.found = one.found;
        }
        if (!own.found && !own.open && all.found && changes_texts(texts_.front())) {
            report("intake.words_of_changed_text", {{"words", said(all.found->words)}},
                   all.found->words);
            return {{}, true};
        }
        if (!own.found) return own.open || all.open ? Verdict{{}, true} : all;
        if (!all.found) return all.open && !changes_a_text() ? Verdict{{}, true} : own;
        if (all.found->date == own.found->date) return own;
        report(
            differs,
            {{"own", core::chinese(own.found->date)}, {"carried", core::chinese(all.found->date)}},
            all.found->words);
        return changes_a_text() ? own : Verdict{{}, true};
    }

    // 修改决定: the text below was in force before it.
    bool changes_a_text() const { return std::any_of(texts_.begin(), texts_.end(), changes_texts); }

    Verdict effect_of(const ForceWords& text, const char* several) {
        Verdict verdict = verdict_of(text.terms, text, several, Kind::Effect);
        const Verdict noted = verdict_of(text.noted, text, several, Kind::Effect);
        if (!verdict.found && !verdict.open)
            return noted.found || noted.open ? noted : begin_of_validity(text, several);
        if (verdict.found) compare_with_validity(text, *verdict.found);
        if (verdict.found && noted.found && verdict.found->date != noted.found->date)
            report("intake.effective_note_differs",
                   {{"printed", core::chinese(verdict.found->date)},
                    {"note", core::chinese(noted.found->date)}});
        return verdict;
    }

    // The day that 有效期自2026年5月1日至2031年4月30日 begins with.
    std::optional<Date> first_day(const Term& term, const ForceWords& text) const {
        if (!term.understood || !term.day || term.day->event == Event::Effect) return {};
        return day_of(*term.day, text);
    }

    // A text that says how long it is in force, from which day, and nothing else of its effect.
    Verdict begin_of_validity(const ForceWords& text, const char* several) {
        std::optional<Found> found;
        for (const Term* term : own_terms(text.terms, text, Kind::Validity)) {
            const auto date = first_day(*term, text);
            if (!date) continue;
            if (found && found->date != *date) {
                report(several,
                       {{"first", core::chinese(found->date)}, {"second", core::chinese(*date)}},
                       term->words);
                return {{}, true};
            }
            found = Found{*date, term->words};
        }
        if (!found) return {};
        report("intake.effective_from_validity",
               {{"words", said(found->words)}, {"date", core::chinese(found->date)}}, found->words);
        return {found, false};
    }

    void compare_with_validity(const ForceWords& text, const Found& effect) {
        for (const Term* term : own_terms(text.terms, text, Kind::Validity)) {
            const bool named = term->day && term->day->event == Event::Date;
            const auto date = first_day(*term, text);
            if (named && date && *date != effect.date)
                report("intake.validity_begins_apart",
                       {{"words", said(term->words)}, {"date", core::chinese(effect.date)}},
                       term->words);
        }
    }

    Verdict expiry_of(const ForceWords& text, const char* several) {
        return verdict_of(text.terms, text, several, Kind::Validity);
    }

    // 本条例自2012年3月1日起施行 in the law that is printed behind 本决定.
    void report_other_texts(const std::vector<Term>& terms, const Found& own) {
        for (const Term& term : terms)
            if (term.kind == Kind::Effect && term.whose == Whose::Own && term.understood &&
                term.day && term.day->event == Event::Date && !term.day->counted() &&
                term.day->date != own.date)
                report(
                    "intake.effective_carried_differs",
                    {{"own", core::chinese(own.date)}, {"carried", core::chinese(term.day->date)}},
                    term.words);
    }

    // 本办法自…起施行 in a notice that changes 办法 and says nothing of itself.
    void report_changed_text(const std::vector<Term>& terms, Kind kind) {
        for (const Term& term : terms)
            if (term.kind == kind && term.whose == Whose::Own)
                return report("intake.words_of_changed_text", {{"words", said(term.words)}},
                              term.words);
    }

    Verdict verdict_of(const std::vector<Term>& terms, const ForceWords& text, const char* several,
                       Kind kind) {
        Verdict verdict;
        for (const Term* term : own_terms(terms, text, kind)) {
            const auto date =
                kind == Kind::Effect ? effect_day(*term, text) : last_day(*term, text);
            if (!date) {
                verdict.open = true;
            } else if (verdict.found && verdict.found->date != *date) {
                report(several,
                       {{"first", core::chinese(verdict.found->date)},
                        {"second", core::chinese(*date)}},
                       term->words);
                verdict.open = true;
            } else {
                verdict.found = Found{*date, term->words};
            }
        }
        if (verdict.open) verdict.found.reset();
        if (!verdict.found && !verdict.open && changes_texts(text))
            report_changed_text(terms, kind);
        if (verdict.found && kind == Kind::Effect) report_other_texts(terms, *verdict.found);
        return verdict;
    }

    std::optional<Date> effect_day(const Term& term, const ForceWords& text) {
        if (!term.understood || !term.day) {
            report("intake.effective_not_understood", {{"words", said(term.words)}}, term.words);
            return {};
        }
        const auto first = day_of(*term.day, text);
        if (!first || (term.day->counted() && !can_be_counted(*first))) {
            report("intake.effective_from_unknown_day", {{"words", said(term.words)}}, term.words);
            return {};
        }
        const Date date = counted(*first, *term.day);
        if (term.day->counted() || is_doubtful(*term.day))
            report_computed("intake.effective_computed", term, *first, date);
        return date;
    }

    // An order and the text that it promulgates come to the same day: that is said once.
    void report_computed(const char* id, const Term& term, const Date& first, const Date& date,
                         core::Level level = core::Level::Warning) {
        const std::string from = core::chinese(first);
        const std::string day = core::chinese(date);
        const bool told =
            std::any_of(findings_.begin(), findings_.end(), [&](const core::Diagnostic& finding) {
                const auto& args = finding.message.args;
                return finding.message.id == id && args.at("from") == from &&
                       args.at("date") == day;
            });
        if (!told)
            report(id, {{"words", said(term.words)}, {"from", from}, {"date", day}}, term.words,
                   level);
    }

    // 发布之日, where the page names another day of publication than the one it is counted from.
    bool is_doubtful(const Day& day) const {
        return day.event == Event::Publication && !meta_.promulgated && meta_.published &&
               meta_.published != meta_.written;
    }

    std::optional<Date> last_day(const Term& term, const ForceWords& text) {
        const std::map<std::string, std::string> words = {{"words", said(term.words)}};
        if (!term.understood) {
            report("intake.expiry_not_understood", words, term.words);
            return {};
        }
        if (term.until && term.day_before)
            report("intake.expiry_day_before",
                   {{"words", said(term.words)}, {"date", core::chinese(*term.until)}}, term.words);
        const auto first = term.day ? day_of(*term.day, text) : meta_.effective;
        if (term.until && first && !agree(*first, term.period, *term.until)) {
            report("intake.expiry_several",
                   {{"first",
                     core::chinese(core::last_day(*first, term.period.months, term.period.days))},
                    {"second", core::chinese(*term.until)}},
                   term.words);
            return {};
        }
        if (term.until) return term.until;
        if (!first || !can_be_counted(*first)) {
            report("intake.expiry_from_unknown_day", words, term.words);
            return {};
        }
        const Date date = core::last_day(*first, term.period.months, term.period.days);
        report_computed("intake.expiry_computed", term, *first, date, core::Level::Hint);
        return date;
    }

    // 有效期5年，至2031年4月30日: whether the day counts, too, people say in both ways.
    static bool agree(const Date& first, const Period& period, const Date& until) {
        if (period.empty() || !can_be_counted(first)) return true;
        const Date last = core::last_day(first, period.months, period.days);
        return last == until || core::days_after(last, 1) == until;
    }

    std::optional<Date> day_of(const Day& day, const ForceWords& text) const {
        const bool carried = &text != &texts_.front();
        const bool other_day = text.dated && text.dated != meta_.written;
        switch (day.event) {
            case Event::Date: return day.date;
            case Event::Publication:
                if (other_day) return {};
                if (published_twice_ && (carried || meta_.kind != "令")) return {};
                return meta_.promulgated ? meta_.promulgated : meta_.written;
            case Event::Dispatch:
                if (other_day) return {};
                return meta_.written ? meta_.written : meta_.promulgated;
            case Event::Adoption: return meta_.adopted;
            case Event::Approval: return approved_;
            case Event::Effect: return meta_.effective;
        }
        return {};
    }

    // The day itself is not counted, 民法典 art. 201.
    static Date counted(const Date& first, const Day& day) {
        if (day.then == Day::Then::FirstOfNextYear) return {first.year + 1, 1, 1};
        if (day.then == Day::Then::FirstOfNextMonth) {
            const Date next = core::months_after(first, 1);
            return {next.year, next.month, 1};
        }
        if (!day.counted()) return first;
        return core::days_after(core::months_after(first, day.after.months), day.after.days);
    }

    const RawDocument& raw_;
    core::Document& document_;
    core::Metadata& meta_;
    core::Diagnostics& findings_;
    std::vector<ForceWords> texts_;
    std::optional<Date> approved_;
    bool published_twice_ = false;
};

}  // namespace

void read_force_days(const RawDocument& raw, core::Document& document, std::optional<Date> approved,
                     bool published_twice, core::Diagnostics& findings) {
    ForceReader(raw, document, findings).read(approved, published_twice);
}

}  // namespace gongbao::editor
