// SPDX-License-Identifier: Apache-2.0
// A press for tests: invented documents in a few words, set with the repository's own profiles and
// fonts, and their lines read back from the layout.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.hpp"
#include "typeset/fonts/font_book.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/press/lay_out.hpp"
#include "typeset/profile/profile.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset::tests {

/// templates/profiles and fonts of the repository.
const Resources& resources();
const FontBook& fonts();
/// A profile of the repository, read once.
const Profile& profile_named(const std::string& name);

/// A block of plain words.
core::Block block(core::Role role, std::string words, std::string label = {});
/// A document with a title and paragraphs of body text, ids assigned.
core::Document document(std::string title, const std::vector<std::string>& paragraphs);
/// The same from blocks.
core::Document document_of(std::string title, core::Blocks body);
/// A table of plain cells, its first `heads` rows headers.
core::Block table(const std::vector<std::vector<std::string>>& rows, std::size_t heads);
/// `count` Han characters of body text, without punctuation.
std::string han(std::size_t count);

/// A line of a layout with its words.
struct SeenLine {
    std::size_t page = 0;
    Tag tag = Tag::Artifact;
    NodeId node = 0;
    Length x = 0;
    Length y = 0;  ///< base line
    Length width = 0;
    Length size = 0;  ///< of its first glyph
    std::string words;
};

std::vector<SeenLine> lines_of(const Layout& layout);
/// The first line with `part` in its words; fails the test when there is none.
SeenLine line_with(const Layout& layout, std::string_view part);
/// The words of every tagged line in printed order, without white space.
std::string words_of(const Layout& layout);
/// The same in the order of the structure tree, in which they are read aloud.
std::string words_in_tree(const Layout& layout);

LaidOut lay_out(const std::vector<core::Document>& documents, const Profile& profile);
LaidOut lay_out(const core::Document& document, const Profile& profile);
/// Seconds of the processor that it takes with the profile `gongbao`, the least of three runs: what
/// else the machine does in the meantime is not counted.
double processor_seconds_for(const core::Document& document);

}  // namespace gongbao::typeset::tests
