// SPDX-License-Identifier: Apache-2.0
// Many people at work at once, each in a browser of their own, doing what their role does. Used by
// office_bench.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "bench/office/sample_house.hpp"
#include "bench/office/times.hpp"

namespace gongbao::bench {

struct Shift {
    int seconds = 60;
    double think = 2;  ///< seconds from an answer to the next request, on average
    std::uint64_t seed = 1;
};

struct Day {
    std::map<std::string, Times> times;          ///< by kind of request
    std::map<std::string, std::int64_t> done;    ///< acts that were answered, by their audit name
    std::map<std::string, std::int64_t> others;  ///< answers that are neither 200 nor 303

    void add(const Day& other);
};

Day work(const SampleHouse& house, const Shift& shift);

/// Acts that were answered and are not in the audit log, in words; empty: none is lost.
std::vector<std::string> lost_acts(const SampleHouse& house, const Day& day, const Day& before);
/// What the audit log holds of the acts that people at work do.
Day noted(const SampleHouse& house);

}  // namespace gongbao::bench
