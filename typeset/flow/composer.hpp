// SPDX-License-Identifier: Apache-2.0
// Sets one paragraph: segments in, lines out (shape → break points → break lines → justify).
// Used for body text, table cells, contents, running heads alike.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/diagnostic.hpp"
#include "typeset/flow/paragraph_store.hpp"
#include "typeset/flow/segments.hpp"
#include "typeset/profile/profile.hpp"
#include "typeset/text/atoms.hpp"
#include "typeset/text/break_lines.hpp"
#include "typeset/text/shape.hpp"

namespace gongbao::typeset {

/// A composer is a handle: copies share fonts, profile, layout and what is kept, and each says for
/// itself in how wide a column it sets and whether on the grid.
class Composer {
  public:
    /// All outlive the Composer and its copies; findings go to `layout.findings`. With `kept`, a
    /// paragraph that was set before is not set again. With `explains`, each line says why it is as
    /// it is (SetLine::why), and nothing is kept.
    Composer(const FontBook& fonts, const Profile& profile, Layout& layout,
             ParagraphStore* kept = nullptr, bool explains = false);

    /// The same in one of `count` columns; a new Composer sets across the whole type area.
    Composer in_columns(int count) const;
    /// The same with Han on the grid or off it, of a profile that has one: it is off in tables,
    /// whose columns have none, in titles and in the red head.
    Composer on_grid(bool on_grid) const;

    /// Width of the column.
    Length measure() const { return profile().column_width(columns_); }

    /// The lines of `segments` in a column of `width`, the first shorter by `indent`. `place` names
    /// the paragraph in findings. A title's own line breaks are kept if all its lines fit.
    std::vector<SetLine> set(const std::vector<Segment>& segments, Length width, Length indent,
                             TextAlign align, const core::Place& place);
    /// The same for a title in a list, 目录: ragged lines, broken at the sense.
    std::vector<SetLine> set_at_sense(const std::vector<Segment>& segments, Length width,
                                      Length indent, const core::Place& place);
    /// One line at its natural width.
    SetLine set_single(const std::vector<Segment>& segments, const core::Place& place);
    /// Natural width of the text on one line.
    Extent width_of(const std::vector<Segment>& segments);

    /// What a text asks of its column: the width that sets each of its own lines on one, and that
    /// of its widest part that is not to be broken, a number with its unit included.
    struct Demand {
        Extent natural = 0;
        Extent unbroken = 0;
    };
    Demand demand_of(const std::vector<Segment>& segments);

    bool explains() const { return shared_->explains; }
    Segmenter& segmenter() { return shared_->segmenter; }
    const Profile& profile() const { return shared_->profile; }
    const FontBook& fonts() const { return shared_->fonts; }
    Layout& layout() { return shared_->layout; }
    const Layout& layout() const { return shared_->layout; }

  private:
    // What all copies share.
    struct Shared {
        Shared(const FontBook& fonts_of, const Profile& profile_of, Layout& layout_of,
               ParagraphStore* kept_of, bool explains_of);

        const FontBook& fonts;
        const Profile& profile;
        Layout& layout;
        ParagraphStore* kept;
        bool explains;
        Shaper shaper;
        Segmenter segmenter;
    };

    // A paragraph's atoms with their break points, and what stands above them.
    ShapedText shaped(const std::vector<Segment>& segments, const core::Place& place,
                      core::Diagnostics& findings) const;
    std::vector<SetLine> set_anew(std::vector<Segment> segments, const Measure& measure,
                                  bool at_sense, const core::Place& place);
    std::vector<SetLine> lines_of(const ShapedText& text, const std::vector<LineSpan>& spans,
                                  const Measure& measure);

    std::shared_ptr<Shared> shared_;
    TextRules rules_;
    int columns_ = 1;
};

}  // namespace gongbao::typeset
