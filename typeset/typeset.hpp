// SPDX-License-Identifier: Apache-2.0
// The door of the typesetter: a Press has a profile and its fonts; documents go in, pages come out.
//
//   lay_out:    documents → lines → pages → contents and page numbers        (layout.hpp)
//   write_pdf:  pages → tagged PDF                                             (pdf/)
//   write_page: a page → SVG                                                   (svg/)
//
// Same documents, profile, fonts and date: same bytes, whatever the press has done before. Called
// by the desk when an issue is previewed or issued, and by `gongbao typeset` and `gongbao index`.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/report/diagnostic.hpp"
#include "typeset/layout/source_file.hpp"
#include "typeset/page/explain.hpp"
#include "typeset/press/job.hpp"

namespace gongbao::typeset {

/// Where profiles and fonts stand on this machine.
struct Resources {
    std::filesystem::path profiles;  ///< templates/profiles
    std::filesystem::path fonts;     ///< the folder with fonts.toml
};

/// Throws: Error(Invalid) for a text that XML cannot hold.
std::shared_ptr<const SourceFile> source_file(const core::Document& document);

struct Printed {
    std::string pdf;
    int pages = 0;
    std::vector<PlacedItem> items;  ///< one an Item, in order
    core::Diagnostics findings;     ///< substituted glyphs, tables too wide …
    std::string dump;               ///< the layout as text, when asked for (layout_dump.hpp)
    Explanation explanation;        ///< for a job with `explain` (explain.hpp)
    std::string made_by;            ///< program, library, profile and font versions, one line
};

enum class Dump { None, Text };

/// Pages from `first` to `last`, counted from 1 as in the PDF, both included.
struct PageRange {
    int first = 1;
    int last = 1;
};

/// Pages to look at.
struct Preview {
    std::vector<std::string> pages;  ///< SVG, one a page of the range (svg/write_svg.hpp)
    int first_page = 1;              ///< of `pages`, counted from 1
    int page_count = 0;              ///< of the whole job
    std::vector<PlacedItem> items;   ///< one an Item, in order
    core::Diagnostics findings;
    Explanation explanation;  ///< as in Printed
    std::string dump;         ///< as in Printed
};

/// Where the picture of page `page` (from 1) will stand: links between pages lead there.
using PageAddress = std::function<std::string(int page)>;

/// What is to be printed along with a job, once it is known where its items stand.
using OffprintJobs = std::function<std::vector<Job>(const std::vector<PlacedItem>&)>;

/// Profile and fonts, opened once for all that is set with them. What `place` and `show` have set
/// is kept: a document that did not change is not set again, and in one that did only the changed
/// paragraphs are shaped and broken. The pages are those of a press that has set nothing yet.
/// Threads: one caller at a time; it uses all the machine's threads itself.
class Press {
  public:
    /// `profile`: a name in Resources::profiles, or the path of a .toml.
    /// Throws: Error(NotFound) for an unknown profile, (Invalid) for one with a bad key (file, line
    /// and key named) or an impossible page, (Unavailable) naming the font and how to install it.
    Press(const std::string& profile, const Resources& resources);
    ~Press();
    Press(Press&&) noexcept;

    // All that follow throw Error(Invalid) for a job without items, (Unavailable) for a font.

    /// Sets `job` and writes its PDF.
    Printed print(const Job& job, Dump dump = Dump::None);
    /// The same for each of several jobs, side by side on all threads.
    std::vector<Printed> print_each(const std::vector<Job>& jobs) const;
    /// Sets `job`; the jobs that `offprints` makes of where its items stand are then printed beside
    /// it. The first printed is that of `job`, the others follow in order.
    std::vector<Printed> print_with(const Job& job, const OffprintJobs& offprints);
    /// Where the items of `job` will stand in print; no file is written.
    std::vector<PlacedItem> place(const Job& job);
    /// The pages of `range` (nothing: all). Throws: Error(NotFound) for a range beyond the pages
    /// there are.
    Preview show(const Job& job, std::optional<PageRange> range, const PageAddress& address = {},
                 Dump dump = Dump::None);

    /// What the last `place` or `show` could take from those before it.
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

}  // namespace gongbao::typeset
