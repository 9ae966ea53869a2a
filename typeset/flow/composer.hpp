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

class Composer {
  public:
    /// All outlive the Composer; findings go to `layout.findings`. With `kept`, a paragraph that
    /// was set before is not set again.
    Composer(const FontBook& fonts, const Profile& profile, Layout& layout,
             ParagraphStore* kept = nullptr);

    /// Width of the columns text is set in from now on; at first the whole type area.
    void set_columns(int count) { columns_ = count; }
    Length measure() const { return profile_.column_width(columns_); }

    /// Whether Han stands on the grid of a profile that has one: not in tables, whose columns have
    /// none, in titles and in the red head.
    void set_on_grid(bool on_grid);

    /// The lines of `segments` in a column of `width`, the first shorter by `indent`. `place` names
    /// the paragraph in findings. A title's own line breaks are kept if all its lines fit.
    std::vector<SetLine> set(const std::vector<Segment>& segments, Length width, Length indent,
                             TextAlign align, const std::string& place);
    /// The same for a title in a list, 目录: ragged lines, broken at the sense.
    std::vector<SetLine> set_at_sense(const std::vector<Segment>& segments, Length width,
                                      Length indent, const std::string& place);
    /// One line at its natural width.
    SetLine set_single(const std::vector<Segment>& segments, const std::string& place);
    /// Natural width of the text on one line.
    Extent width_of(const std::vector<Segment>& segments);

    /// What a text asks of its column: the width that sets each of its own lines on one, and that
    /// of its widest part that is not to be broken, a number with its unit included.
    struct Demand {
        Extent natural = 0;
        Extent unbroken = 0;
    };
    Demand demand_of(const std::vector<Segment>& segments);

    /// From now on each line says why it is as it is (SetLine::why).
    void explain() { explains_ = true; }
    bool explains() const { return explains_; }

    Segmenter& segmenter() { return segmenter_; }
    const Profile& profile() const { return profile_; }
    const FontBook& fonts() const { return fonts_; }
    Layout& layout() { return layout_; }
    const Layout& layout() const { return layout_; }

  private:
    std::vector<Atom> atoms_of(const std::vector<Segment>& segments, const std::string& place);
    std::vector<SetLine> set_anew(std::vector<Segment> segments, Length width, Length indent,
                                  TextAlign align, bool at_sense, const std::string& place);

    // What words are set with away from the grid.
    struct Free {
        Profile profile;
        Shaper shaper;
        Free(const FontBook& fonts, const Profile& gridded, Layout& layout);
    };

    const Profile& setting() const { return free_now_ ? free_->profile : profile_; }
    Shaper& shaper() { return free_now_ ? free_->shaper : shaper_; }

    const FontBook& fonts_;
    const Profile& profile_;
    Layout& layout_;
    ParagraphStore* kept_;
    int columns_ = 1;
    bool explains_ = false;
    Shaper shaper_;
    std::unique_ptr<Free> free_;  ///< made when first asked for
    bool free_now_ = false;
    Segmenter segmenter_;
};

}  // namespace gongbao::typeset
