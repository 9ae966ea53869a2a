// SPDX-License-Identifier: Apache-2.0
// The queries of search_bench: nine classes, cut out of the texts at places that a fixed generator
// picks, so that every run asks the same. Each query knows by which scan it is judged.
#pragma once

#include <string>
#include <vector>

#include "bench/search_truth.hpp"

namespace gongbao::bench {

struct Text {
    std::string title;
    std::string number;  ///< invented
    std::vector<std::string> lines;
};

struct Asked {
    std::string kind;                 ///< "one character", "number 〔〕", …
    std::string typed;                ///< as a reader types it
    std::vector<std::size_t> answer;  ///< numbers of the texts that answer, rising
};

/// `each` queries of every class. Requires: scan holds the texts under their numbers.
std::vector<Asked> make_queries(const std::vector<Text>& texts, const Scan& scan, std::size_t each);

}  // namespace gongbao::bench
