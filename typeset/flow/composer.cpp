// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/composer.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "typeset/text/break_points.hpp"
#include "typeset/text/justify.hpp"
#include "typeset/text/line_reason.hpp"

namespace gongbao::typeset {
namespace {

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

Composer::Shared::Shared(const FontBook& fonts_of, const Profile& profile_of, Layout& layout_of,
                         ParagraphStore* kept_of, bool explains_of)
    : fonts(fonts_of),
      profile(profile_of),
      layout(layout_of),
      kept(explains_of ? nullptr : kept_of),
      explains(explains_of),
      shaper(fonts_of, layout_of.texts),
      segmenter(fonts_of, layout_of) {}

Composer::Composer(const FontBook& fonts, const Profile& profile, Layout& layout,
                   ParagraphStore* kept, bool explains)
    : shared_(std::make_shared<Shared>(fonts, profile, layout, kept, explains)),
      rules_(profile.text) {}

Composer Composer::in_columns(int count) const {
    Composer other = *this;
    other.columns_ = count;
    return other;
}

Composer Composer::on_grid(bool on_grid) const {
    Composer other = *this;
    other.rules_.grid = on_grid && profile().text.grid;
    return other;
}

ShapedText Composer::shaped(const std::vector<Segment>& segments, const core::Place& place,
                            core::Diagnostics& findings) const {
    ShapedText text = shared_->shaper.shape(segments, rules_, place, findings);
    find_break_points(text.atoms, rules_.prohibition, shared_->layout.texts);
    hold_groups(text.rubies, text.atoms);
    return text;
}

std::vector<SetLine> Composer::set(const std::vector<Segment>& segments, Length width,
                                   Length indent, TextAlign align, const core::Place& place) {
    const bool is_title = align == TextAlign::Center;
    const Measure measure{width, width - indent, align};
    if (shared_->kept == nullptr) return set_anew(segments, measure, is_title, place);
    const bool off_grid = profile().text.grid && !rules_.grid;
    const std::string key =
        ParagraphStore::key(segments, layout(), width, indent, align) + (off_grid ? "~" : "");
    if (auto lines = shared_->kept->find(key, place, layout())) return std::move(*lines);
    const std::size_t findings = layout().findings.size();
    std::vector<SetLine> lines = set_anew(segments, measure, is_title, place);
    shared_->kept->keep(key, lines, layout(), findings);
    return lines;
}

std::vector<SetLine> Composer::set_at_sense(const std::vector<Segment>& segments, Length width,
                                            Length indent, const core::Place& place) {
    return set_anew(segments, {width, width - indent, TextAlign::Left}, true, place);
}

std::vector<SetLine> Composer::set_anew(std::vector<Segment> segments, const Measure& measure,
                                        bool at_sense, const core::Place& place) {
    ShapedText text = shaped(segments, place, layout().findings);
    std::vector<Atom>& atoms = text.atoms;
    if (atoms.empty()) return {};
    // Looking words up is dear; a title of one line has no need of it.
    if (at_sense && !fits_one_line(atoms, measure)) prefer_sense_breaks(atoms);
    const std::vector<LineSpan> spans = break_lines(atoms, measure, rules_);
    if (measure.align == TextAlign::Center && has_line_break(segments)) {
        const auto own_lines =
            static_cast<std::size_t>(std::count_if(atoms.begin(), atoms.end(), [](const Atom& a) {
                return a.break_after == kForceBreak;
            }));
        if (spans.size() > own_lines) {
            remove_line_breaks(segments);
            return set_anew(std::move(segments), measure, at_sense, place);
        }
    }
    std::vector<SetLine> lines = lines_of(text, spans, measure);
    const bool cut =
        std::any_of(spans.begin(), spans.end(), [](const LineSpan& s) { return s.emergency; }) ||
        std::any_of(lines.begin(), lines.end(), [](const SetLine& l) { return l.overfull; });
    if (cut)
        layout().findings.push_back(
            {core::Level::Warning, place, {"typeset.run_too_wide", {}}, first_words(segments)});
    return lines;
}

std::vector<SetLine> Composer::lines_of(const ShapedText& text, const std::vector<LineSpan>& spans,
                                        const Measure& measure) {
    const Length indent = measure.width - measure.first_width;
    std::vector<SetLine> lines;
    lines.reserve(spans.size());
    std::vector<Adjustment> adjustments(explains() ? spans.size() : 0);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Length width = i == 0 ? measure.first_width : measure.width;
        lines.push_back(set_line(text.atoms, spans[i], width, measure.align, rules_,
                                 explains() ? &adjustments[i] : nullptr));
        add_rubies(text.rubies, text.atoms, spans[i], lines.back());
        if (i == 0 && !lines.back().right_to_left) lines.back().offset += indent;
    }
    if (!explains()) return lines;
    auto reasons = explain_lines(text.atoms, spans, adjustments, measure, rules_, layout().texts);
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].why = std::make_shared<const LineReason>(std::move(reasons[i]));
    return lines;
}

SetLine Composer::set_single(const std::vector<Segment>& segments, const core::Place& place) {
    const ShapedText text = shaped(segments, place, layout().findings);
    const auto count = static_cast<std::uint32_t>(text.atoms.size());
    const LineSpan span{0, count, count, true, false};
    const Extent width = natural_width(text.atoms, span, rules_);
    SetLine line = set_line(text.atoms, span, static_cast<Length>(width), TextAlign::Left, rules_);
    add_rubies(text.rubies, text.atoms, span, line);
    return line;
}

Extent Composer::width_of(const std::vector<Segment>& segments) {
    core::Diagnostics ignored;
    const ShapedText text = shared_->shaper.shape(segments, rules_, {}, ignored);
    const auto count = static_cast<std::uint32_t>(text.atoms.size());
    return natural_width(text.atoms, {0, count, count, true, false}, rules_);
}

Composer::Demand Composer::demand_of(const std::vector<Segment>& segments) {
    // 2026|年 and 第|十条 may break where nothing else helps: a column is made wide enough for
    // them.
    constexpr BreakCost kDear = 100;
    core::Diagnostics ignored;
    const std::vector<Atom> atoms = shaped(segments, {}, ignored).atoms;
    Demand demand;
    LineSpan line;
    LineSpan part;
    const auto widen = [&](LineSpan& span, std::uint32_t end, Extent& widest) {
        span.end = span.content_end = end;
        while (span.content_end > span.begin && atoms[span.content_end - 1].cls == CharClass::Space)
            --span.content_end;
        widest = std::max(widest, natural_width(atoms, span, rules_));
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
