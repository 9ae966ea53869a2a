// SPDX-License-Identifier: Apache-2.0
// An XML part of a docx as a tree that is safe to walk: no DTD, no entities, bounded depth, valid
// text, and each namespace under the prefix of ECMA-376 (w:, r:, wp:, a:, pic:, m:, v:, mc:, wps:,
// w14:), whatever prefix the file used and whether it is transitional or strict. Called by
// read_docx and the readers of the single parts.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace gongbao::editor::docx {

/// Elements deeper than this are refused; a docx written by an office program stays below 60.
inline constexpr int kDeepest = 200;

/// The largest part that is parsed, in bytes: the tree takes up to 16 times as much.
inline constexpr std::size_t kLargestPart = std::size_t{64} << 20;
/// The most attributes of an element, and the most namespaces in scope.
inline constexpr std::size_t kMostAttributes = 256;

/// Throws: Error(TooLarge) for a part beyond kLargestPart, (Invalid) naming `part` and the byte
/// where XML or text is not as it should be.
pugi::xml_document parse_part(std::string_view bytes, const std::string& part);

/// The character data directly in `node`.
std::string text_of(pugi::xml_node node);

/// The value of attribute w:val of child `name`; "" when either is missing.
std::string_view value_of(pugi::xml_node node, const char* child);

/// True for the elements whose character data is text: w:t, w:delText, m:t, a:t.
bool is_text(std::string_view element);
/// Character data where none belongs, such as in a w:r; not codes of fields, nor what elements of
/// other vocabularies keep there (positions, numbers) unless there is Han in it.
std::string odd_text(pugi::xml_node node);

/// All words below `node`: of text elements, text paths and odd places alike, for a finding's
/// excerpt.
std::string words_below(pugi::xml_node node);

/// The branch of mc:AlternateContent to read: the first that shows something, so that its words
/// are taken once (ECMA-376 part 3).
pugi::xml_node chosen_branch(pugi::xml_node alternate_content);

}  // namespace gongbao::editor::docx
