// SPDX-License-Identifier: Apache-2.0
// Invented web pages, damaged at random from a seed, and a plain look at what words they hold. For
// tests of intake and bench/mutated_pages.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::editor {

/// A page with one to eight accidents: tags lost, doubled, moved, put in; attributes and styles put
/// in; bytes lost. The same seed gives the same page.
std::string mutated_page(unsigned seed);

/// The Han characters of the source that are no part of a tag, comment, script, style sheet or
/// title: found by a scan of its own, which knows no tree.
std::u32string han_of_source(std::string_view html);

/// What is wrong with how intake reads `html`: a Han character that is neither in the document nor
/// in a finding, or an error that is none of the expected ones. Empty when all is well.
std::string what_intake_loses(const std::string& html);

}  // namespace gongbao::editor
