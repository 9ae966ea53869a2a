// SPDX-License-Identifier: Apache-2.0
// Reads a PDF back with programs that know nothing of its writer: pdftotext for the pages' text, pdfinfo for
// the text of the structure tree. Called by corpus_check.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bench/typeset/quality.hpp"
#include "typeset/layout.hpp"

namespace gongbao::bench {

/// Marks in `quality` when the pages of `pdf` do not read as `layout` or its tags do not read as `blocks`;
/// white space aside. Writes `scratch`. Requires: pdftotext and pdfinfo (poppler-utils).
void judge_pdf(const std::string& pdf, const typeset::Layout& layout,
               const std::vector<std::string>& blocks, const std::filesystem::path& scratch,
               const std::string& name, Quality& quality);

}  // namespace gongbao::bench
