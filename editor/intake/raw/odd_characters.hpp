// SPDX-License-Identifier: Apache-2.0
// Reports characters of a manuscript that an editor should look at. Changes nothing. Called by
// take_in.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/report/diagnostic.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// Writes: to `findings` replacement characters (error: text was lost before it came in),
/// private-use characters, one finding each for look-alikes (with the characters to write for them
/// and their places), for characters without width and for combining marks on other than letters,
/// one count of ASCII punctuation beside Han and of full-width letters and digits.
void report_odd_characters(const RawDocument& raw, core::Diagnostics& findings);

/// How many characters of `text` readers leave out without a trace (is_invisible), white space
/// apart.
std::size_t count_invisible(std::string_view text);
/// A hint with that number, for readers to call once; none for nought.
void report_invisible(std::size_t count, core::Diagnostics& findings);

}  // namespace gongbao::editor
