// SPDX-License-Identifier: Apache-2.0
// What is to be set: documents in their places, what frames them, and what the print carries.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/document/document_fwd.hpp"
#include "core/text/date.hpp"
#include "typeset/flow/issue_frame.hpp"

namespace gongbao::typeset {

struct SourceFile;

/// A document in its place. The document must outlive the call.
struct Item {
    const core::Document* document = nullptr;
    std::string section;  ///< 栏目, or empty
    /// An earlier version, outliving the call: a profile with [proof] changes marks what is new
    /// against it.
    const core::Document* against = nullptr;
    /// The document's own, when it is made already; otherwise each file makes it anew.
    std::shared_ptr<const SourceFile> source = {};
};

/// How an issue goes to a printing house: larger sheets with crop marks, whole sheets of four
/// pages.
struct PrintVariant {
    int bleed = 3000;         ///< beyond the trimmed edge, in micrometres
    bool one_colour = false;  ///< red and grey become black
};

struct Job {
    std::vector<Item> items;
    std::optional<IssueFrame> frame;
    /// Makes an offprint: where the documents stand in the gazette (core::citation), printed in the
    /// running head and at the foot of the last page.
    std::string citation;
    std::string title;             ///< title of the PDF; empty: the frame's or the first document's
    core::Date date;               ///< date written into the PDF
    bool attach_sources = true;    ///< the canonical XML of each document inside the PDF
    bool signature_field = false;  ///< an empty field on the last page, for a seal put on later
    std::optional<PrintVariant> print_variant;
    bool explain = false;  ///< tell why lines and pages break where they do
};

/// Where an item was set.
struct PlacedItem {
    int first_page = 0;  ///< printed number
    int last_page = 0;
    int pdf_page = 0;  ///< 1-based index in the file
};

}  // namespace gongbao::typeset
