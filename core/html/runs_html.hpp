// SPDX-License-Identifier: Apache-2.0
// Runs of text as HTML, and the footnotes met on the way. Called by document_html and table_html.
#pragma once

#include <span>
#include <string>

#include "core/document/block.hpp"
#include "core/html/html_options.hpp"

namespace gongbao::core {

/// Footnotes in the order met, numbered through the document for their ids.
class NoteList {
  public:
    explicit NoteList(const HtmlOptions& options) : options_(options) {}

    /// Keeps the note; returns the mark that stands in the text, linked when there are ids.
    std::string add(const Inline& note);
    /// The notes kept since the last call as a named section, or nothing when there are none.
    std::string take();

  private:
    const HtmlOptions& options_;
    std::string html_;
    int count_ = 0;
};

/// Marks become <strong>, <em>, <sup> …; 着重号 becomes <em class="dots">. Words of citations
/// become links where `options` has an address for them.
std::string runs_html(const Runs& runs, std::span<const Citation> citations,
                      const HtmlOptions& options, NoteList& notes);
/// ' id="…"', or nothing for a block without one.
std::string id_attribute(const std::string& id, const HtmlOptions& options);
/// " right", " center" …, or nothing for the natural alignment.
std::string align_class(Align align);

}  // namespace gongbao::core
