// SPDX-License-Identifier: Apache-2.0
// Quality: what a proofreader would count on set pages. Filled by judge_layout.hpp and
// judge_pdf.hpp, summed up and printed by corpus_check.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace gongbao::bench {

/// Breaches. Each is 0 in a good setting.
enum class Fault {
    ForbiddenStart,
    ForbiddenEnd,
    SplitMark,
    SplitWord,
    Overfull,
    Collision,
    Text,
    LoneCharacter,
    LoneLine,
    BareHeading,
    BareSignature,
    PdfText,
    PdfTags,
};
constexpr std::size_t kFaultCount = static_cast<std::size_t>(Fault::PdfTags) + 1;

/// Upper ends of the classes of even spreading, thousandths of an em a gap; the last has no end.
constexpr std::array<int, 9> kStretchClasses = {0, 10, 20, 40, 60, 80, 120, 200, 1 << 20};
/// Upper ends of the classes of the most that any mark of a line was squeezed by, thousandths of an
/// em.
constexpr std::array<int, 6> kShrinkClasses = {0, 100, 200, 300, 400, 1 << 20};

struct Quality {
    long documents = 0, pages = 0, lines = 0, characters = 0, headings = 0, pdfs = 0;
    long cut_runs = 0;  ///< runs wider than their line, cut with a finding
    std::array<long, kFaultCount> faults{};
    std::array<long, kStretchClasses.size()> stretch{};
    std::array<long, kShrinkClasses.size()> shrink{};
    std::vector<std::string> examples;

    void mark(Fault fault, const std::string& where);
    void add(const Quality& other);
    long total() const;
};

/// "line starts" …, as the table names it.
const char* name_of(Fault fault);

}  // namespace gongbao::bench
