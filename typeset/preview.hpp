// SPDX-License-Identifier: Apache-2.0
// The second door of the typesetter: pages to look at, as SVG, instead of a file to print. Called by
// `gongbao typeset -o page.svg` and by the desk's preview; pages are those that print() (typeset.hpp) makes.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "typeset/typeset.hpp"

namespace gongbao::typeset {

/// Pages from `first` to `last`, counted from 1 as in the PDF, both included.
struct PageRange {
    int first = 1;
    int last = 1;
};

struct Preview {
    std::vector<std::string> pages;  ///< SVG, one a page of the range (svg/write_svg.hpp)
    int first_page = 1;              ///< of `pages`, counted from 1
    int page_count = 0;              ///< of the whole job
    core::Diagnostics findings;
    Explanation explanation;         ///< as in Printed
    std::string dump;                ///< as in Printed
};

/// Where the picture of page `page` (from 1) will stand: links between pages lead there.
using PageAddress = std::function<std::string(int page)>;

/// Shows the same job again and again while it is edited: profile and fonts are read once, a document that
/// did not change is not set again, and in one that did only the changed paragraphs are shaped and broken.
/// The pages are those of a preview made afresh, byte for byte.
/// Threads: one caller at a time; it uses all the machine's threads itself.
class LivePreview {
  public:
    /// `profile` as in Job::profile. Throws as print() does for profile and fonts.
    LivePreview(const std::string& profile, const Resources& resources);
    ~LivePreview();
    LivePreview(LivePreview&&) noexcept;

    /// As preview(); the job's own profile is not looked at.
    Preview show(const Job& job, std::optional<PageRange> range, const PageAddress& address = {},
                 Dump dump = Dump::None);

    /// What the last call could take from those before it.
    struct Kept {
        std::size_t documents = 0;
        std::size_t paragraphs = 0;      ///< of the documents that had changed
        std::size_t paragraphs_set = 0;  ///< those that had to be set
    };
    Kept kept() const;

  private:
    struct Room;
    std::unique_ptr<Room> room_;
};

/// The pages of `range` (nothing: all) of `job`. Throws: as print(); Error(NotFound) for a range
/// beyond the pages there are.
Preview preview(const Job& job, const Resources& resources, std::optional<PageRange> range,
                const PageAddress& address = {}, Dump dump = Dump::None);

}  // namespace gongbao::typeset
