// SPDX-License-Identifier: Apache-2.0
// Times of one kind of request, and their line in the report.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

namespace gongbao::bench {

struct Times {
    std::vector<double> each;  ///< milliseconds

    /// The time below which so many of a hundred are.
    double of_hundred(double share) const {
        if (each.empty()) return 0;
        std::vector<double> sorted = each;
        std::sort(sorted.begin(), sorted.end());
        const auto last = static_cast<double>(sorted.size() - 1);
        return sorted[static_cast<std::size_t>(last * share / 100 + 0.5)];
    }
};

inline void report(const std::string& what, const Times& times) {
    std::printf("%-34s %6zu times, median %7.1f ms, p95 %7.1f, worst %7.1f\n", what.c_str(),
                times.each.size(), times.of_hundred(50), times.of_hundred(95),
                times.of_hundred(100));
}

}  // namespace gongbao::bench
