// SPDX-License-Identifier: Apache-2.0
// The ledger of what was read: every text of a docx ends in the document or is named in a finding,
// wherever it stands. The readers enter what they took; at the end the parts are gone through once
// more, and what nobody took is an error that names it. Words at places the schema forbids cannot
// vanish that way, nor those of parts and elements that no reader knows.
#pragma once

#include <pugixml.hpp>
#include <unordered_set>

namespace gongbao::editor::docx {

struct Reading;

class Ledger {
  public:
    /// `node` and all below it was read, or its words were named in a finding.
    void take(pugi::xml_node node) { taken_.insert(node.internal_object()); }
    bool has(pugi::xml_node node) const { return taken_.contains(node.internal_object()); }

  private:
    std::unordered_set<const void*> taken_;
};

/// Writes: to the findings, an error for each part with words that nobody took: the main part
/// (`main`), notes, comments, and every other part in its folder that holds text, save the
/// paragraphs of headers and footers, which have a reader, and building blocks, which never print;
/// a warning for words that only the other branch of an mc:AlternateContent has.
void report_lost_words(Reading& reading, pugi::xml_node main, const std::string& main_part);

}  // namespace gongbao::editor::docx
