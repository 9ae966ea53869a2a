// SPDX-License-Identifier: Apache-2.0
#include "bench/typeset/quality.hpp"

#include <numeric>

namespace gongbao::bench {
namespace {

constexpr std::size_t kMostExamples = 400;

template <typename Counts>
void add_each(Counts& sums, const Counts& more) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
}

}  // namespace

const char* name_of(Fault fault) {
    switch (fault) {
        case Fault::ForbiddenStart: return "forbidden line starts";
        case Fault::ForbiddenEnd: return "forbidden line ends";
        case Fault::SplitMark: return "split —— and ……";
        case Fault::SplitWord: return "split words and numbers";
        case Fault::Overfull: return "overfull lines";
        case Fault::Collision: return "characters that run into each other";
        case Fault::Text: return "paragraphs with lost or changed characters";
        case Fault::LoneCharacter: return "last lines of one character (孤字)";
        case Fault::LoneLine: return "pages starting with a last line (孤行)";
        case Fault::BareHeading: return "headings without two lines below";
        case Fault::BareSignature: return "signatures without two lines above";
        case Fault::PdfText: return "PDFs whose text is not that of the pages";
        case Fault::PdfTags: return "PDFs whose tags do not give the canonical text";
    }
    return "";
}

void Quality::mark(Fault fault, const std::string& where) {
    ++faults[static_cast<std::size_t>(fault)];
    if (examples.size() < kMostExamples)
        examples.push_back(std::string(name_of(fault)) + ": " + where);
}

void Quality::add(const Quality& other) {
    documents += other.documents;
    pages += other.pages;
    lines += other.lines;
    characters += other.characters;
    headings += other.headings;
    pdfs += other.pdfs;
    cut_runs += other.cut_runs;
    add_each(faults, other.faults);
    add_each(stretch, other.stretch);
    add_each(shrink, other.shrink);
    examples.insert(examples.end(), other.examples.begin(), other.examples.end());
}

long Quality::total() const {
    return std::accumulate(faults.begin(), faults.end(), 0L);
}

}  // namespace gongbao::bench
