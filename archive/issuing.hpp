// SPDX-License-Identifier: Apache-2.0
// What is put into an archive, and how: whole or not at all. Called by the desk.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/document/document.hpp"
#include "core/gazette/issue.hpp"
#include "core/report/diagnostic.hpp"

namespace gongbao::archive {

/// A document as it goes into an edition.
struct NewRecord {
    core::Document document;  ///< Requires: ids assigned
    std::string section;      ///< 栏目
    int first_page = 0;       ///< printed page numbers
    int last_page = 0;
    int pdf_page = 0;  ///< 1-based index of the page in the PDF file
    std::string offprint =
        {};  ///< 抽印本: the document alone as a PDF with its citation; may be empty
    int offprint_pages = 0;
    /// The document's canonical XML, when it is written already. Requires: write_akn's bytes.
    std::string xml = {};
};

/// A relation that becomes known as an edition is issued: one text corrects another. Both are
/// permanent ids ("2026-8-3") of records in the archive or of the edition itself.
struct NewRelation {
    std::string record;    ///< the 更正
    std::string corrects;  ///< the text it corrects
};

/// An edition as it comes from the press.
struct NewEdition {
    std::string gazette;  ///< 《某某省人民政府公报》 without the brackets
    core::IssueNumber number;
    core::Date date;  ///< printed date
    core::Instant issued_at;
    std::string pdf;  ///< bytes
    int pages = 0;
    std::string made_by;             ///< program, library, style and font versions, one line
    std::vector<NewRecord> records;  ///< in printed order
    std::vector<NewRelation> relations = {};  ///< of its own corrections, and of earlier ones
};

/// What becomes known between editions: relations of texts that were issued earlier.
struct NewEvent {
    core::Instant known_at;
    std::string made_by;  ///< program and person, one line
    std::vector<NewRelation> relations;
};

/// A further form of an edition ("2026-8") or a record ("2026-8-3") that was issued earlier.
struct NewRendition {
    std::string owner;
    std::string kind;  ///< small letters, digits, "-": "offprint", "epub"
    std::string type;  ///< media type
    std::string bytes;
    int pages = 0;
    core::Instant known_at;
    std::string made_by;  ///< program and person, one line
};

class Issuing {
  public:
    virtual ~Issuing() = default;

    /// Puts an edition in, whole or not at all, and returns the new revision.
    /// Throws: Error(Conflict) naming the record when a document number or the issue number is
    /// already there, (Unavailable) when the disk is full. Nothing of the edition is in the archive
    /// then; only "archive.issuing_in_doubt" says that not even this could be found out.
    virtual std::int64_t put_edition(const NewEdition& edition) = 0;
    /// The same, if what the edition was made of is still true: `still_true` is asked once nobody
    /// else can write any more, and what it reads from this archive stays so until the edition
    /// stands in it. When it says no, nothing is put in and nothing returned; it may throw. The
    /// index is left to tidy(): who holds another lock so long lets go of it before.
    virtual std::optional<std::int64_t> put_edition(const NewEdition& edition,
                                                    const std::function<bool()>& still_true) = 0;
    /// Publishes an event or a rendition as a revision of its own, whole or not at all, and returns
    /// it. No edition, and nothing that was issued, changes.
    /// Throws: Error(NotFound) for an id without a record or an edition, (Invalid) where something
    /// is missing, (Conflict) when all of it is known already, (Unavailable) as put_edition, with
    /// "archive.publishing_in_doubt".
    virtual std::int64_t put_event(const NewEvent& event) = 0;
    virtual std::int64_t put_rendition(const NewRendition& rendition) = 0;
    /// Tidies the index of searches after an edition was put in, which locks the archive for others
    /// that issue. What goes wrong is a warning.
    virtual void tidy() = 0;
    /// What went wrong when what was put in last stood already. Warnings; it is published.
    virtual const core::Diagnostics& after_issuing() const = 0;
};

}  // namespace gongbao::archive
