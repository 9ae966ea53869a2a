// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/common_parts.hpp"

#include <algorithm>

namespace gongbao::typeset {
namespace {

// The part of two rows between their equal heads and tails.
class Middle {
  public:
    Middle(const std::size_t* a, long n, const std::size_t* b, long m)
        : a_(a), b_(b), n_(n), m_(m) {}

    /// Matches in backward order; none when the rows differ too much.
    std::vector<Match> matches() {
        const long most = std::min<long>(n_ + m_, kMostDifferences);
        for (long d = 0; d <= most; ++d)
            if (advance(d)) return trace_back(d);
        return {};
    }

  private:
    // frontiers_[d][k + d]: how far in `a` one comes on diagonal k (place in a less place in b)
    // with d differences; -1 where one cannot come.
    bool advance(long d) {
        std::vector<int>& now = frontiers_.emplace_back(static_cast<std::size_t>(2 * d + 1), -1);
        for (long k = -d; k <= d; k += 2) {
            long x = d == 0 ? 0 : entry(d, k);
            long y = x - k;
            if (x > n_ || y > m_ || y < 0) continue;
            while (x < n_ && y < m_ && a_[x] == b_[y]) {
                ++x;
                ++y;
            }
            now[static_cast<std::size_t>(k + d)] = static_cast<int>(x);
            if (x == n_ && y == m_) return true;
        }
        return false;
    }

    long reached(long d, long k) const {
        if (k < -d || k > d) return -1;
        return frontiers_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
    }
    // From the frontier before: an entry of `b` more (down), or one of `a`.
    bool comes_down(long d, long k) const { return reached(d - 1, k + 1) > reached(d - 1, k - 1); }
    long entry(long d, long k) const {
        if (comes_down(d, k)) return reached(d - 1, k + 1);
        const long from = reached(d - 1, k - 1);
        return from < 0 ? n_ + m_ + 1 : from + 1;
    }

    std::vector<Match> trace_back(long d) const {
        std::vector<Match> found;
        long x = n_;
        long y = m_;
        for (; d >= 0; --d) {
            const long k = x - y;
            const long from = d == 0 ? 0 : entry(d, k);
            while (x > from) {
                --x;
                --y;
                found.emplace_back(static_cast<std::size_t>(x), static_cast<std::size_t>(y));
            }
            if (d == 0) break;
            if (comes_down(d, k))
                --y;
            else
                --x;
        }
        return found;
    }

    const std::size_t* a_;
    const std::size_t* b_;
    long n_;
    long m_;
    std::vector<std::vector<int>> frontiers_;
};

}  // namespace

std::vector<Match> common_parts(const std::vector<std::size_t>& a,
                                const std::vector<std::size_t>& b) {
    std::size_t head = 0;
    const std::size_t shorter = std::min(a.size(), b.size());
    while (head < shorter && a[head] == b[head]) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    std::vector<Match> matches;
    for (std::size_t i = 0; i < head; ++i) matches.emplace_back(i, i);
    const auto middle = Middle(a.data() + head, static_cast<long>(a.size() - head - tail),
                               b.data() + head, static_cast<long>(b.size() - head - tail))
                            .matches();
    for (auto match = middle.rbegin(); match != middle.rend(); ++match)
        matches.emplace_back(match->first + head, match->second + head);
    for (std::size_t i = tail; i > 0; --i) matches.emplace_back(a.size() - i, b.size() - i);
    return matches;
}

}  // namespace gongbao::typeset
