// SPDX-License-Identifier: Apache-2.0
// What a sentence says of the time in which a document is in force: 自2022年5月1日起施行,
// 自公布之日起30日后施行, 有效期5年, 执行至2027年4月30日, 2030年12月31日起失效. Only what is read
// whole counts; what speaks of the document and is not, is said to be not understood. Shapes of
// reference: 规章制定程序条例 art. 30, 民法典 art. 200–204, and practice. Used by dates.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/text/date.hpp"
#include "editor/intake/structure/time_words.hpp"
#include "editor/intake/structure/whose.hpp"

namespace gongbao::editor {

/// One thing that a sentence says of when it, or an article of it, begins or ceases to be in force.
struct Term {
    enum class Kind {
        Effect,     ///< it is in force from `day`
        Validity,   ///< until `until`, or for `period` from `day` (none: from its effect)
        Unlimited,  ///< 长期有效
    };

    Kind kind = Kind::Effect;
    Whose whose = Whose::Own;  ///< Own or Part
    bool understood = true;    ///< false: it speaks of this, and could not be read whole
    std::optional<Day> day;
    std::optional<core::Date> until;  ///< the last day on which it is in force
    bool day_before = false;  ///< `until` is the day before the one named: 2030年12月31日起失效
    Period period;
    std::string named;  ///< what the sentence calls it: 条例, 决定 …; empty when it does not
    std::string words;  ///< the clause, for a finding
};

/// Where `words` name the day of the event that `term` counts from (公布日期2026年4月1日), it is
/// that day.
void take_named_day(std::u32string_view words, Term& term);
/// The words are there, and what they say is not certain: `term` is not understood.
void leave_open(Term& term);

/// Everything of the kind that one sentence of SentenceReader says of the document itself. `silent`
/// tells whose a sentence is that names nobody.
std::vector<Term> terms_of(const std::u32string& sentence, Whose silent);

}  // namespace gongbao::editor
