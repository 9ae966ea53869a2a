// SPDX-License-Identifier: Apache-2.0
// How intake bears damaged web pages: takes in COUNT pages made from the seeds FIRST, FIRST + 1 …,
// and prints each that is refused for no good reason or loses a word without a finding.
//
//   mutated_pages COUNT [FIRST]
//   mutated_pages show SEED        prints the page of a seed
#include <cstdlib>
#include <iostream>
#include <string>

#include "tests/editor/intake/page_mutation.hpp"

int main(int argc, char** argv) {
    using namespace gongbao::editor;
    if (argc == 3 && std::string(argv[1]) == "show") {
        std::cout << mutated_page(static_cast<unsigned>(std::atoi(argv[2]))) << '\n';
        return 0;
    }
    const unsigned count = argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 500;
    const unsigned first = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 1;
    unsigned bad = 0;
    for (unsigned seed = first; seed < first + count; ++seed) {
        const std::string lost = what_intake_loses(mutated_page(seed));
        if (lost.empty()) continue;
        ++bad;
        std::cout << "seed " << seed << " " << lost << '\n';
    }
    std::cout << count << " pages, " << bad << " bad\n";
    return bad > 0 ? 1 : 0;
}
