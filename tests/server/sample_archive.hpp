// SPDX-License-Identifier: Apache-2.0
// An archive for the server's tests: three editions of the invented 云岭省 over two years, with
// every kind of block, a table with spans, a footnote, an annex and a picture.
#pragma once

#include <filesystem>
#include <string>

#include "archive/archive.hpp"
#include "tests/core/document/sample_documents.hpp"

namespace gongbao::tests {

/// A made-up PDF of `size` bytes: the right first and last bytes, different ones everywhere
/// between.
std::string sample_pdf(std::size_t size);

/// An edition of the year with `documents` in it.
archive::NewEdition sample_edition(int year, int number, std::vector<core::Document> documents);

/// 2025-12, 2026-1 and 2026-2; the last holds 2026-2-1 (rules), 2026-2-2 (notice), 2026-2-3 (a
/// title full of markup).
void write_sample_archive(const std::filesystem::path& file);

}  // namespace gongbao::tests
