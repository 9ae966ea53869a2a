// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/line_reason.hpp"

#include <algorithm>

#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

using core::Message;

class Explainer {
  public:
    Explainer(const std::vector<Atom>& atoms, const std::vector<LineSpan>& lines,
              const Measure& measure, const TextRules& rules,
              const std::vector<std::u32string>& texts)
        : atoms_(atoms), lines_(lines), measure_(measure), rules_(rules), texts_(texts) {}

    LineReason explain(std::size_t i, const Adjustment& adjustment) const {
        const LineSpan& line = lines_[i];
        LineReason reason;
        for (std::uint32_t k = line.begin; k < line.end; ++k) reason.words += words_of(k);
        reason.width = width_of(i);
        reason.natural = natural_width(atoms_, line, rules_);
        reason.adjustment = adjustment;
        reason.facts.push_back(how_it_ends(i));
        if (!line.last) add_what_was_not_possible(i, reason.facts);
        if (line.last && i > 0 && saved_a_lone_character())
            reason.facts.push_back({"typeset.explain_lone_character", {}});
        return reason;
    }

  private:
    Length width_of(std::size_t i) const { return i == 0 ? measure_.first_width : measure_.width; }

    std::string words_of(std::uint32_t k) const {
        const char32_t c = atoms_[k].text;
        if (c >= kTextPool) return core::to_utf8(texts_[c - kTextPool]);
        std::string words;
        if (c != 0 && c != kLineBreak) core::append_utf8(words, c);
        return words;
    }

    // "保护|，": the characters on both sides of a break after `k`.
    std::string around(std::uint32_t k) const {
        std::string words = k > 0 ? words_of(k - 1) : std::string();
        words += words_of(k) + "|";
        for (std::uint32_t next = k + 1; next < std::min<std::size_t>(atoms_.size(), k + 3); ++next)
            words += words_of(next);
        return words;
    }

    Message how_it_ends(std::size_t i) const {
        const LineSpan& line = lines_[i];
        const std::uint32_t k = line.end - 1;
        if (line.emergency) return {"typeset.explain_cut", {{"place", around(k)}}};
        if (line.end == atoms_.size()) return {"typeset.explain_paragraph_end", {}};
        const BreakCost price = atoms_[k].break_after;
        if (price == kForceBreak) return {"typeset.explain_forced", {}};
        const std::map<std::string, std::string> place = {{"place", around(k)},
                                                          {"price", std::to_string(price)}};
        if (price > 0 && measure_.align == TextAlign::Center)
            return {"typeset.explain_at_sense", place};
        if (price > 0) return {"typeset.explain_at_price", place};
        if (atoms_[k].cls == CharClass::Pause || atoms_[k].cls == CharClass::Stop ||
            atoms_[k].cls == CharClass::Closing)
            return {"typeset.explain_after_mark", place};
        return {"typeset.explain_free", place};
    }

    // Where the line was full: the last atom that fits with nothing giving way.
    std::uint32_t full_at(std::uint32_t begin, Length width) const {
        std::uint32_t full = begin;
        for (std::uint32_t k = begin; k < atoms_.size(); ++k) {
            std::uint32_t stop = k + 1;
            while (stop > begin && atoms_[stop - 1].cls == CharClass::Space) --stop;
            if (natural_width(atoms_, {begin, k + 1, stop, false, false}, rules_) > width) break;
            full = k;
            if (atoms_[k].break_after == kForceBreak) break;
        }
        return full;
    }

    // The places between where the line was full and where it ends, that were not to be had.
    void add_what_was_not_possible(std::size_t i, std::vector<Message>& facts) const {
        constexpr std::size_t kMost = 4;
        const std::uint32_t end = lines_[i].end - 1;
        const std::uint32_t full = full_at(lines_[i].begin, width_of(i));
        const std::uint32_t low = std::min(end, full);
        const std::uint32_t high = std::max(end, full);
        for (std::uint32_t k = high + 1; k > low && facts.size() <= kMost; --k)
            if (k - 1 != end && k - 1 + 1 < atoms_.size()) facts.push_back(why_not(k - 1));
    }

    Message why_not(std::uint32_t k) const {
        const Atom& a = atoms_[k];
        const Atom& b = atoms_[k + 1];
        const std::string place = around(k);
        const auto one = [&](const char* id, std::uint32_t at) {
            return Message{id, {{"place", place}, {"mark", words_of(at)}}};
        };
        if (a.break_after > 0)
            return {"typeset.explain_not_price",
                    {{"place", place}, {"price", std::to_string(a.break_after)}}};
        if (a.break_after == 0) return {"typeset.explain_not_even", {{"place", place}}};
        if (a.break_after == kNeverInGroup)
            return {"typeset.explain_not_in_group", {{"place", place}}};
        if (!may_end_line(a.cls, rules_.prohibition)) return one("typeset.explain_not_at_end", k);
        if (!may_start_line(b.cls, rules_.prohibition))
            return one("typeset.explain_not_at_start", k + 1);
        if (a.cls == b.cls && (a.cls == CharClass::Dash || a.cls == CharClass::Ellipsis))
            return one("typeset.explain_not_in_mark", k);
        if (b.cls == CharClass::Space || b.cls == CharClass::WideSpace)
            return one("typeset.explain_not_before_space", k);
        return one("typeset.explain_not_in_word", k);
    }

    // Would lines that are simply filled leave one character for the last?
    bool saved_a_lone_character() const {
        std::uint32_t begin = 0;
        std::size_t line = 0;
        while (begin < atoms_.size()) {
            const std::uint32_t full = full_at(begin, width_of(line));
            std::uint32_t end = full + 1;
            while (end < atoms_.size() && end > begin && atoms_[end - 1].break_after < 0 &&
                   atoms_[end - 1].break_after != kForceBreak)
                --end;
            if (end <= begin) return false;
            if (end >= atoms_.size()) break;
            begin = end;
            ++line;
        }
        return line > 0 && letters(begin) < 2 && letters(lines_.back().begin) >= 2;
    }

    int letters(std::uint32_t begin) const {
        return static_cast<int>(std::count_if(
            atoms_.begin() + begin, atoms_.end(),
            [](const Atom& a) { return a.cls == CharClass::Han || a.cls == CharClass::Latin; }));
    }

    const std::vector<Atom>& atoms_;
    const std::vector<LineSpan>& lines_;
    const Measure& measure_;
    const TextRules& rules_;
    const std::vector<std::u32string>& texts_;
};

}  // namespace

std::vector<LineReason> explain_lines(const std::vector<Atom>& atoms,
                                      const std::vector<LineSpan>& lines,
                                      const std::vector<Adjustment>& adjustments,
                                      const Measure& measure, const TextRules& rules,
                                      const std::vector<std::u32string>& texts) {
    const Explainer explainer(atoms, lines, measure, rules, texts);
    std::vector<LineReason> reasons;
    for (std::size_t i = 0; i < lines.size(); ++i)
        reasons.push_back(explainer.explain(i, adjustments[i]));
    return reasons;
}

}  // namespace gongbao::typeset
