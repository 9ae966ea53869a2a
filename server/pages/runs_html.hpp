// SPDX-License-Identifier: Apache-2.0
// Runs of text as HTML, and the footnotes met on the way. Called by document_html and table_html.
#pragma once

#include <string>

#include "core/document/document.hpp"

namespace gongbao::server {

/// Footnotes in the order met, numbered through the document for their ids.
class NoteList {
  public:
    /// Keeps the note; returns the linked mark that stands in the text.
    std::string add(const core::Inline& note);
    /// The notes kept since the last call as a named section, or nothing when there are none.
    std::string take(const std::string& name);

  private:
    std::string html_;
    int count_ = 0;
};

/// Marks become <strong>, <em>, <sup> …; 着重号 becomes <em class="dots">.
std::string runs_html(const core::Runs& runs, NoteList& notes);
/// ' id="…"', or nothing for a block without one.
std::string id_attribute(const std::string& id);
/// " right", " center" …, or nothing for the natural alignment.
std::string align_class(core::Align align);

}  // namespace gongbao::server
