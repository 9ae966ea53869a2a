// SPDX-License-Identifier: Apache-2.0
// Reads PDFs back with programs that know nothing of their writer: pdftotext for the pages' text,
// read_tags.py for that of the structure tree. Called by corpus_check.cpp.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/typeset/quality.hpp"
#include "typeset/layout/layout.hpp"

namespace gongbao::bench {

class PdfJudge {
  public:
    /// Works in `folder`, which it makes and removes. Requires: pdftotext (poppler-utils),
    /// python3-pikepdf.
    explicit PdfJudge(std::filesystem::path folder);
    ~PdfJudge();
    PdfJudge(const PdfJudge&) = delete;
    PdfJudge& operator=(const PdfJudge&) = delete;

    /// Marks in `quality` when the pages of `pdf` do not read as `layout`, white space aside, and
    /// has its tags compared with `blocks`; finish() tells how that went.
    void judge(const std::string& pdf, const typeset::Layout& layout,
               const std::vector<std::string>& blocks, const std::string& name, Quality& quality);

    /// The names of the PDFs whose tags do not read as their blocks, and where.
    std::vector<std::string> finish();

  private:
    std::filesystem::path folder_;
    FILE* tags_ = nullptr;
    std::size_t count_ = 0;
};

}  // namespace gongbao::bench
