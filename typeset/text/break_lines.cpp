// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/break_lines.hpp"

#include <algorithm>
#include <limits>

namespace gongbao::typeset {
namespace {

constexpr double kNone = std::numeric_limits<double>::infinity();

// How loose a line may get, in ems of even spreading a gap, before other means are tried.
constexpr double kComfortable = 0.15;
constexpr double kLoose = 1.5;

// Badness 100 is what one would rather not see: everything that can give is used up, or gaps are
// spread by kUglySpread of an em.
constexpr double kUglySpread = 0.08;
constexpr double kLoneCharacter = 130000;  // 孤字: worse than a line spread by kComfortable
constexpr double kShortLast = 90;  // a last line of two characters: squeeze a little, not spread
constexpr double kEmergency = 1e7;
constexpr double kInGroup = 1e9;  // below one reading: where nothing else helps

// Is [begin, end) one line of `width` with nothing trimmed or squeezed? No two lines are better
// than that.
bool fits(const std::vector<Atom>& atoms, std::uint32_t begin, std::uint32_t end, Extent width) {
    Extent used = 0;
    for (std::uint32_t i = begin; i < end; ++i)
        if ((used += atoms[i].advance + atoms[i].gap) > width) return false;
    return true;
}

// Sums over atoms, so that any line's means cost O(1).
struct Sums {
    Extent width = 0;
    Extent shrink = 0;
    Extent stretch = 0;
    std::int32_t spread = 0;
    std::int32_t letters = 0;
};

class Breaker {
  public:
    Breaker(const std::vector<Atom>& atoms, const Measure& measure, const TextRules& rules)
        : atoms_(atoms), measure_(measure), rules_(rules) {}

    // Breaks the stretch [begin, end), which ends the paragraph or stands before a forced break.
    void run(std::uint32_t begin, std::uint32_t end, bool first, std::vector<LineSpan>& lines) {
        if (begin == end) return;
        if (fits(atoms_, begin, end, first ? measure_.first_width : measure_.width)) {
            lines.push_back({begin, end, content_end(begin, end), true, false});
            return;
        }
        if (sums_.empty()) add_up();
        if (search(begin, end, first, kComfortable, false) ||
            search(begin, end, first, kLoose, false) || search(begin, end, first, kNone, false) ||
            search(begin, end, first, kNone, true))
            collect(end, lines);
    }

  private:
    struct Node {
        std::uint32_t at = 0;    // a line may begin here
        std::int32_t from = -1;  // the node where the line before began
        double cost = kNone;
        bool emergency = false;
    };

    void add_up() {
        sums_.reserve(atoms_.size() + 1);
        Sums s;
        sums_.push_back(s);
        for (const Atom& a : atoms_) {
            s.width += a.advance + a.gap;
            s.shrink += a.shrink;
            s.stretch += a.stretch;
            s.spread += a.spread_after ? 1 : 0;
            s.letters += a.cls == CharClass::Han || a.cls == CharClass::Latin ? 1 : 0;
            sums_.push_back(s);
        }
    }

    // White space that a line's end swallows: where a title is broken at 　, that too.
    bool hangs(CharClass c) const {
        return c == CharClass::Space ||
               (c == CharClass::WideSpace && measure_.align == TextAlign::Center);
    }

    std::uint32_t content_end(std::uint32_t begin, std::uint32_t end) const {
        while (end > begin && hangs(atoms_[end - 1].cls)) --end;
        return end;
    }

    // Natural width, and what the line can give and take.
    struct Means {
        Extent natural = 0;
        Extent shrink = 0;
        Extent stretch = 0;
        int spread = 0;
        Length em = 0;
        std::uint32_t stop = 0;  // where its content ends
    };

    // The sums before the last atom of a line that ends before `end`, and what a mark there gives.
    Means up_to(std::uint32_t end) const {
        const std::uint32_t stop = content_end(0, end);
        if (stop == 0) return {};
        const Sums& b = sums_[stop - 1];
        const Atom& tail = atoms_[stop - 1];
        Means m{b.width + tail.advance, b.shrink, b.stretch, b.spread, tail.size, stop};
        if (has_blank_right(tail.cls) && tail.advance == tail.size) {
            if (rules_.grid || !rules_.trim_line_end)
                m.shrink += rules_.trim_line_end ? tail.size / 2 : 0;
            else
                m.natural -= tail.size / 2;
        }
        return m;
    }

    // A line from `begin` that ends as `tail` says.
    Means means(std::uint32_t begin, const Means& tail) const {
        if (tail.stop <= begin) return {};
        const Sums& a = sums_[begin];
        const Atom& head = atoms_[begin];
        Means m{tail.natural - a.width,
                tail.shrink - a.shrink,
                tail.stretch - a.stretch,
                tail.spread - a.spread,
                head.size,
                tail.stop};
        if (rules_.trim_line_start && has_blank_left(head.cls) && head.advance == head.size) {
            m.natural -= head.size / 2;
            m.shrink = std::max<Extent>(0, m.shrink - head.shrink);
        }
        return m;
    }

    double cost_of(const Means& m, Extent width, bool last, double tolerance) const {
        const Extent slack = width - m.natural;
        double badness = 0;
        if (slack < 0) {
            if (-slack > m.shrink) return kNone;
            const double ratio =
                static_cast<double>(-slack) / static_cast<double>(std::max<Extent>(1, m.shrink));
            badness = 60 * ratio * ratio;
        } else if (last || measure_.align != TextAlign::Justify) {
            badness = 0;
        } else {
            const Extent rest = std::max<Extent>(0, slack - m.stretch);
            const double spread =
                m.spread > 0
                    ? static_cast<double>(rest) / (static_cast<double>(m.em) * m.spread)
                    : static_cast<double>(rest) / static_cast<double>(std::max<Length>(1, m.em));
            if (spread > tolerance) return kNone;
            const double gaps =
                m.stretch > 0 ? static_cast<double>(slack - rest) / static_cast<double>(m.stretch)
                              : 0;
            const double even = spread / kUglySpread;
            badness = 20 * gaps * gaps + 100 * even * even;
        }
        return (1 + badness) * (1 + badness);
    }

    static double price_of_last(int letters) {
        return letters < 2 ? kLoneCharacter : letters == 2 ? kShortLast : 0;
    }

    double price_of_cut(std::uint32_t i) const {
        return atoms_[i].break_after == kNeverInGroup ? kInGroup : kEmergency;
    }

    // In ragged setting short lines cost; in centred the last one too, so that a title comes out
    // balanced.
    double raggedness(const Means& m, Extent width, bool last) const {
        if (measure_.align == TextAlign::Justify || (last && measure_.align != TextAlign::Center))
            return 0;
        const double short_by =
            static_cast<double>(width - m.natural) / static_cast<double>(std::max<Length>(1, m.em));
        return short_by > 0 ? short_by * short_by : 0;
    }

    bool search(std::uint32_t begin, std::uint32_t end, bool first, double tolerance,
                bool emergency) {
        nodes_.clear();
        nodes_.push_back({begin, -1, 0, false});
        std::size_t oldest = 0;
        for (std::uint32_t i = begin; i < end; ++i) {
            const bool final = i + 1 == end;
            const bool legal = final || atoms_[i].break_after >= 0;
            const bool cut = !legal && emergency && atoms_[i + 1].cls != CharClass::Mark;
            if (!legal && !cut) continue;
            const Means tail = up_to(i + 1);
            Node best{i + 1, -1, kNone, cut};
            for (std::size_t k = oldest; k < nodes_.size(); ++k) {
                const Node& node = nodes_[k];
                if (node.cost == kNone) continue;
                const Extent width =
                    node.at == begin && first ? measure_.first_width : measure_.width;
                const Means m = means(node.at, tail);
                if (m.natural - m.shrink > width) {
                    // Every later break makes this line longer still.
                    if (k == oldest) ++oldest;
                    continue;
                }
                double cost = cost_of(m, width, final, tolerance);
                if (cost == kNone) {
                    if (width > m.natural) break;  // later nodes give shorter lines
                    continue;
                }
                if (!final) {
                    const double price = cut ? price_of_cut(i) : atoms_[i].break_after;
                    cost += price * price;
                } else if (node.at != begin) {
                    cost += price_of_last(sums_[end].letters - sums_[node.at].letters);
                }
                cost += raggedness(m, width, final);
                if (node.cost + cost < best.cost) {
                    best.cost = node.cost + cost;
                    best.from = static_cast<std::int32_t>(k);
                }
            }
            if (best.cost < kNone)
                nodes_.push_back(best);
            else if (oldest >= nodes_.size())
                return false;
        }
        return nodes_.back().at == end && nodes_.back().cost < kNone;
    }

    void collect(std::uint32_t end, std::vector<LineSpan>& lines) const {
        std::vector<LineSpan> found;
        for (auto k = static_cast<std::int32_t>(nodes_.size()) - 1;
             nodes_[static_cast<std::size_t>(k)].from >= 0;) {
            const Node& node = nodes_[static_cast<std::size_t>(k)];
            const std::uint32_t from = nodes_[static_cast<std::size_t>(node.from)].at;
            found.push_back(
                {from, node.at, content_end(from, node.at), node.at == end, node.emergency});
            k = node.from;
        }
        lines.insert(lines.end(), found.rbegin(), found.rend());
    }

    const std::vector<Atom>& atoms_;
    const Measure& measure_;
    const TextRules& rules_;
    std::vector<Sums> sums_;
    std::vector<Node> nodes_;
};

}  // namespace

bool fits_one_line(const std::vector<Atom>& atoms, const Measure& measure) {
    return fits(atoms, 0, static_cast<std::uint32_t>(atoms.size()), measure.first_width);
}

std::vector<LineSpan> break_lines(const std::vector<Atom>& atoms, const Measure& measure,
                                  const TextRules& rules) {
    std::vector<LineSpan> lines;
    Breaker breaker(atoms, measure, rules);
    const auto count = static_cast<std::uint32_t>(atoms.size());
    for (std::uint32_t begin = 0; begin < count;) {
        std::uint32_t end = begin;
        while (end < count && atoms[end].break_after != kForceBreak) ++end;
        end = std::min(end + 1, count);
        breaker.run(begin, end, begin == 0, lines);
        begin = end;
    }
    return lines;
}

Extent natural_width(const std::vector<Atom>& atoms, const LineSpan& line, const TextRules& rules) {
    Extent width = 0;
    for (std::uint32_t i = line.begin; i < line.content_end; ++i)
        width += atoms[i].advance + (i + 1 < line.content_end ? atoms[i].gap : 0);
    if (line.content_end > line.begin) {
        const Atom& head = atoms[line.begin];
        const Atom& tail = atoms[line.content_end - 1];
        if (!rules.grid && rules.trim_line_end && has_blank_right(tail.cls) &&
            tail.advance == tail.size)
            width -= tail.size / 2;
        if (rules.trim_line_start && has_blank_left(head.cls) && head.advance == head.size)
            width -= head.size / 2;
    }
    return width;
}

}  // namespace gongbao::typeset
