// SPDX-License-Identifier: Apache-2.0
// Paragraphs kept as they were set, so that after a change in one of them the others are not shaped
// and broken again. Used by a Press that sets the same issue again and again (typeset.hpp).
//
// A paragraph is found by everything that makes its lines: words, faces, sizes, measure. What its
// lines number in their layout (glyph styles, pooled texts) is kept with them and numbered anew in
// the layout that takes them. Threads: one store serves many composers.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "typeset/layout/layout.hpp"
#include "typeset/profile/profile.hpp"
#include "typeset/text/atoms.hpp"

namespace gongbao::typeset {

class ParagraphStore {
  public:
    static std::string key(const std::vector<Segment>& segments, const Layout& layout, Length width,
                           Length indent, TextAlign align);

    /// The lines kept under `key`, numbered for `layout`; its findings are added there, at `place`.
    std::optional<std::vector<SetLine>> find(const std::string& key, const core::Place& place,
                                             Layout& layout);
    /// Keeps `lines`, which stand in `layout`, with the findings from `first_finding` on.
    void keep(const std::string& key, const std::vector<SetLine>& lines, const Layout& layout,
              std::size_t first_finding);

    /// Begins another round of setting. When very many are kept, those the last round did not ask
    /// for go.
    void begin_round();
    /// How many paragraphs this round was asked for, and how many of them it had.
    struct Use {
        std::size_t asked = 0;
        std::size_t had = 0;
    };
    Use use() const;

  private:
    struct Kept {
        std::vector<SetLine> lines;
        std::vector<GlyphStyle> styles;
        std::vector<std::u32string> texts;
        core::Diagnostics findings;
        unsigned round = 0;
    };

    mutable std::mutex guard_;
    std::map<std::string, Kept> kept_;
    unsigned round_ = 0;
    Use use_;
};

}  // namespace gongbao::typeset
