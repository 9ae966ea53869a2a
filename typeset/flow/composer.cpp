// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/composer.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "typeset/text/break_points.hpp"
#include "typeset/text/justify.hpp"
#include "typeset/text/line_reason.hpp"

namespace gongbao::typeset {
namespace {

constexpr char32_t kLineBreak = 0x2028;

bool has_line_break(const std::vector<Segment>& segments) {
    return std::any_of(segments.begin(), segments.end(), [](const Segment& s) {
        return s.text.find(kLineBreak) != std::u32string::npos;
    });
}

void remove_line_breaks(std::vector<Segment>& segments) {
    for (Segment& segment : segments)
        segment.text.erase(std::remove(segment.text.begin(), segment.text.end(), kLineBreak),
                           segment.text.end());
}

std::string first_words(const std::vector<Segment>& segments) {
    constexpr std::size_t kEnough = 20;
    std::u32string text;
    for (const Segment& segment : segments)
        if (text.size() <= kEnough) text += segment.text.substr(0, kEnough + 1);
    return core::excerpt(core::to_utf8(text), kEnough);
}

}  // namespace

Composer::Composer(const FontBook& fonts, const Profile& profile, Layout& layout,
                   ParagraphStore* kept)
    : fonts_(fonts),
      profile_(profile),
      layout_(layout),
      kept_(kept),
      shaper_(fonts, profile, layout.texts),
      segmenter_(fonts, layout) {}

Composer::Free::Free(const FontBook& fonts, const Profile& gridded, Layout& layout)
    : profile(gridded), shaper(fonts, profile, layout.texts) {
    profile.grid = false;
}

void Composer::set_on_grid(bool on_grid) {
    free_now_ = profile_.grid && !on_grid;
    if (free_now_ && free_ == nullptr) free_ = std::make_unique<Free>(fonts_, profile_, layout_);
}

std::vector<Atom> Composer::atoms_of(const std::vector<Segment>& segments,
                                     const std::string& place) {
    std::vector<Atom> atoms = shaper().shape(segments, place, layout_.findings);
    find_break_points(atoms, setting().prohibition, layout_.texts);
    hold_groups(shaper().readings(), atoms);
    return atoms;
}

std::vector<SetLine> Composer::set(const std::vector<Segment>& segments, Length width,
                                   Length indent, TextAlign align, const std::string& place) {
    const bool is_title = align == TextAlign::Center;
    if (kept_ == nullptr || explains_)
        return set_anew(segments, width, indent, align, is_title, place);
    const std::string key =
        ParagraphStore::key(segments, layout_, width, indent, align) + (free_now_ ? "~" : "");
    if (auto lines = kept_->find(key, place, layout_)) return std::move(*lines);
    const std::size_t findings = layout_.findings.size();
    std::vector<SetLine> lines = set_anew(segments, width, indent, align, is_title, place);
    kept_->keep(key, lines, layout_, findings);
    return lines;
}

std::vector<SetLine> Composer::set_at_sense(const std::vector<Segment>& segments, Length width,
                                            Length indent, const std::string& place) {
    return set_anew(segments, width, indent, TextAlign::Left, true, place);
}

std::vector<SetLine> Composer::set_anew(std::vector<Segment> segments, Length width, Length indent,
                                        TextAlign align, bool at_sense, const std::string& place) {
    std::vector<Atom> atoms = atoms_of(segments, place);
    if (atoms.empty()) return {};
    const Measure measure{width, width - indent, align};
    // Looking words up is dear; a title of one line has no need of it.
    if (at_sense && !fits_one_line(atoms, measure)) prefer_sense_breaks(atoms);
    std::vector<LineSpan> spans = break_lines(atoms, measure, setting());
    if (align == TextAlign::Center && has_line_break(segments)) {
        const auto own_lines =
            static_cast<std::size_t>(std::count_if(atoms.begin(), atoms.end(), [](const Atom& a) {
                return a.break_after == kForceBreak;
            }));
        if (spans.size() > own_lines) {
            remove_line_breaks(segments);
            return set_anew(std::move(segments), width, indent, align, at_sense, place);
        }
    }
    std::vector<SetLine> lines;
    lines.reserve(spans.size());
    bool cut = false;
    std::vector<Adjustment> adjustments(explains_ ? spans.size() : 0);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Length measure_width = i == 0 ? measure.first_width : measure.width;
        lines.push_back(set_line(atoms, spans[i], measure_width, align, setting(),
                                 explains_ ? &adjustments[i] : nullptr));
        add_readings(shaper().readings(), atoms, spans[i], lines.back());
        if (i == 0 && !lines.back().right_to_left) lines.back().offset += indent;
        cut = cut || spans[i].emergency || lines.back().overfull;
    }
    if (cut)
        layout_.findings.push_back(
            {core::Level::Warning, place, {"typeset.run_too_wide", {}}, first_words(segments)});
    if (explains_) {
        auto reasons = explain_lines(atoms, spans, adjustments, measure, setting(), layout_.texts);
        for (std::size_t i = 0; i < lines.size(); ++i)
            lines[i].why = std::make_shared<const LineReason>(std::move(reasons[i]));
    }
    return lines;
}

SetLine Composer::set_single(const std::vector<Segment>& segments, const std::string& place) {
    const std::vector<Atom> atoms = atoms_of(segments, place);
    const auto count = static_cast<std::uint32_t>(atoms.size());
    const LineSpan span{0, count, count, true, false};
    const Extent width = natural_width(atoms, span, setting());
    SetLine line = set_line(atoms, span, static_cast<Length>(width), TextAlign::Left, setting());
    add_readings(shaper().readings(), atoms, span, line);
    return line;
}

Extent Composer::width_of(const std::vector<Segment>& segments) {
    core::Diagnostics ignored;
    const std::vector<Atom> atoms = shaper().shape(segments, {}, ignored);
    const auto count = static_cast<std::uint32_t>(atoms.size());
    return natural_width(atoms, {0, count, count, true, false}, setting());
}

Composer::Demand Composer::demand_of(const std::vector<Segment>& segments) {
    // 2026|年 and 第|十条 may break where nothing else helps: a column is made wide enough for
    // them.
    constexpr BreakCost kDear = 100;
    core::Diagnostics ignored;
    std::vector<Atom> atoms = shaper().shape(segments, {}, ignored);
    find_break_points(atoms, setting().prohibition, layout_.texts);
    hold_groups(shaper().readings(), atoms);
    Demand demand;
    LineSpan line;
    LineSpan part;
    const auto widen = [&](LineSpan& span, std::uint32_t end, Extent& widest) {
        span.end = span.content_end = end;
        while (span.content_end > span.begin && atoms[span.content_end - 1].cls == CharClass::Space)
            --span.content_end;
        widest = std::max(widest, natural_width(atoms, span, setting()));
        span.begin = end;
    };
    for (std::uint32_t i = 0; i < atoms.size(); ++i) {
        const BreakCost cost = atoms[i].break_after;
        if (cost == kForceBreak || (cost >= 0 && cost < kDear)) widen(part, i + 1, demand.unbroken);
        if (cost == kForceBreak) widen(line, i + 1, demand.natural);
    }
    return demand;
}

}  // namespace gongbao::typeset
