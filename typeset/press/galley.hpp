// SPDX-License-Identifier: Apache-2.0
// Galleys: documents set each by itself, before it is known on which page of the issue they begin.
// They are set side by side on several threads, and kept from one setting of an issue to the next:
// what did not change is not set again. Called by lay_out.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/document/document.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/paragraph_store.hpp"
#include "typeset/flow/references.hpp"
#include "typeset/fonts/font_book.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

/// One document set: in a profile in which documents begin pages, its pages, counted from a
/// right-hand one; in one that runs them on, its boxes.
struct Galley {
    Layout layout;
    Stack stack;
    NodeId sect = kArtifact;  ///< the element of the document
};

/// All that a galley is made of beside profile and fonts.
struct GalleyInput {
    const core::Document* document = nullptr;
    std::string opener;  ///< 栏目 printed above it, or empty
    int columns = 1;
    std::string source_note = {};  ///< printed at its end (flow/source_note.hpp), or empty
    bool explain = false;          ///< lines and pages say why they are as they are
};

/// Sets one document. `kept`, when given, has paragraphs of earlier settings.
Galley set_galley(const GalleyInput& input, const CitedDocuments& together, const Profile& profile,
                  const FontBook& fonts, ParagraphStore* kept);

/// Galleys and paragraphs of the settings before, of one profile and one font book.
class GalleyStore {
  public:
    /// Begins a setting of documents that cite each other by `names`.
    void begin_round(const std::vector<std::string>& names);
    std::shared_ptr<const Galley> find(const GalleyInput& input);
    void keep(const GalleyInput& input, std::shared_ptr<const Galley> galley);
    ParagraphStore& paragraphs() { return paragraphs_; }
    /// Galleys of this round that were at hand.
    std::size_t reused() const { return reused_; }

  private:
    struct Kept {
        core::Document document;
        std::string opener;
        int columns = 1;
        std::string source_note;
        std::shared_ptr<const Galley> galley;
        bool used = true;
    };
    std::mutex guard_;
    std::vector<std::unique_ptr<Kept>> kept_;
    std::vector<std::string> names_;
    std::size_t reused_ = 0;
    ParagraphStore paragraphs_;
};

}  // namespace gongbao::typeset
