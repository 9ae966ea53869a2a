// SPDX-License-Identifier: Apache-2.0
// The door of the typesetter: documents and a profile go in, pages come out.
//
//   lay_out:   documents → lines → pages → contents and page numbers        (layout.hpp)
//   write_pdf: pages → tagged PDF                                             (pdf/)
//
// Same documents, profile, fonts and date: same bytes. Called by the desk when an issue is
// previewed or issued, and by `gongbao typeset`.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/document.hpp"
#include "core/issue.hpp"
#include "typeset/explain.hpp"

namespace gongbao::typeset {

/// Where profiles and fonts stand on this machine.
struct Resources {
    std::filesystem::path profiles;  ///< templates/profiles
    std::filesystem::path fonts;     ///< the folder with fonts.toml
};

/// A document in its place. The document must outlive the call.
struct Item {
    const core::Document* document = nullptr;
    std::string section;  ///< 栏目, or empty
    /// An earlier version, outliving the call: a profile with [proof] changes marks what is new against it.
    const core::Document* against = nullptr;
};

/// What frames an issue: cover, running heads, imprint. Without it items are set one after the
/// other, each from a new page, with contents when there are several.
struct IssueFrame {
    std::string gazette;                 ///< name of the gazette
    core::IssueNumber number;
    core::Date date;
    std::vector<std::string> imprint;    ///< lines of the imprint (主办、编辑出版、印刷 …)
    int first_folio = 1;                 ///< printed number of its first page; gazettes may count through the year
};

/// How an issue goes to a printing house: larger sheets with crop marks, whole sheets of four pages.
struct PrintVariant {
    int bleed = 3000;         ///< beyond the trimmed edge, in micrometres
    bool one_colour = false;  ///< red and grey become black
};

struct Job {
    std::string profile;                 ///< name in Resources::profiles, or a path to a .toml
    std::vector<Item> items;
    std::optional<IssueFrame> frame;
    /// Makes an offprint: where the documents stand in the gazette (core::citation), printed in the
    /// running head and at the foot of the last page.
    std::string citation;
    std::string title;                   ///< title of the PDF; empty: the frame's or the first document's
    core::Date date;                     ///< date written into the PDF
    bool attach_sources = true;          ///< the canonical XML of each document inside the PDF
    bool signature_field = false;        ///< an empty field on the last page, for a seal put on later
    std::optional<PrintVariant> print_variant;
    bool explain = false;                ///< tell why lines and pages break where they do
};

/// Where an item was set.
struct PlacedItem {
    int first_page = 0;  ///< printed number
    int last_page = 0;
    int pdf_page = 0;    ///< 1-based index in the file
};

struct Printed {
    std::string pdf;
    int pages = 0;
    std::vector<PlacedItem> items;   ///< one an Item, in order
    core::Diagnostics findings;      ///< substituted glyphs, tables too wide …
    std::string dump;                ///< the layout as text, when asked for (layout_dump.hpp)
    Explanation explanation;         ///< for a job with `explain` (explain.hpp)
    std::string made_by;             ///< program, library, profile and font versions, one line
};

enum class Dump { None, Text };

/// Sets `job` and writes its PDF.
/// Throws: Error(NotFound) for an unknown profile, (Invalid) for a profile with a bad key (file, line
/// and key named) or an impossible page, (Unavailable) naming the font and how to install it.
Printed print(const Job& job, const Resources& resources, Dump dump = Dump::None);

}  // namespace gongbao::typeset
