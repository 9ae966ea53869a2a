// SPDX-License-Identifier: Apache-2.0
// The door of the editors' work: manuscripts come in, become documents, are placed in issues, and
// an issue is published into the archive.
//
// The desk is one private SQLite file (docs/formats.md, "desk database"); the archive is another,
// public one. That an issue is issued is derived: the archive holds its edition. Called by the
// command line.
//
// Threads: a Desk belongs to one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/archive.hpp"
#include "core/document/document.hpp"
#include "core/gazette/gazette.hpp"
#include "core/gazette/issue.hpp"
#include "core/report/diagnostic.hpp"
#include "editor/intake/intake.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::editor {

/// Where a desk keeps its files.
struct DataFolder {
    std::filesystem::path path;
    std::filesystem::path desk() const { return path / "desk.sqlite"; }
    std::filesystem::path archive() const { return path / "archive.sqlite"; }
    std::filesystem::path gazette() const { return path / "gazette.toml"; }

    /// Makes the folder, open to its owner alone, when it is missing. Throws: Error(Unavailable).
    void make() const;
};

using DocumentId = std::int64_t;

/// What was taken in, or found to be there already.
struct Received {
    DocumentId id = 0;
    bool known = false;  ///< the same bytes were handed in before
    TakenIn taken;
};

struct DeskDocument {
    DocumentId id = 0;
    std::string title;
    std::string number;
    std::string manuscript;                  ///< file name it came in as
    int errors = 0;                          ///< findings of level Error; they bar publishing
    std::optional<core::IssueNumber> issue;  ///< where it is placed
};

struct DeskItem {
    DocumentId document = 0;
    std::string section;
    std::string title;
    std::string number;
    int errors = 0;
};

struct DeskIssue {
    core::IssueNumber number;
    core::Date date;
    core::IssueState state = core::IssueState::Draft;
    std::vector<DeskItem> items;  ///< printed order
};

/// What publishing does about errors of the print itself (a character no font has, printed as 〓).
/// To accept them is a person's decision; the edition's record says that it was taken. Errors of a
/// document, such as unresolved tracked changes, can never be accepted.
enum class PrintErrors { Bar, Accept };

/// How the moment of issuing was chosen: by the clock, which may not lie before the last edition,
/// or named by a person, who may bring an earlier edition in.
enum class Moment { AfterLast, AsNamed };

/// An edition that is issued, and what went wrong when it stood already.
struct Published : archive::EditionSummary {
    core::Diagnostics warnings;
};

/// A person's decision to publish a document although something on it says that it is secret, not
/// public or a draft (intake/structure/disclosure.hpp). The edition keeps name, reason and findings
/// for ever.
struct Disclosure {
    DocumentId document = 0;
    std::string by;      ///< the person's name
    std::string reason;  ///< "已解密：云密解〔2026〕3号"
};

class Desk {
  public:
    /// Opens or makes the desk and the archive in `data`.
    /// Throws: Error(Corrupt) for a damaged or foreign file, (Unavailable).
    static Desk open(const DataFolder& data, const typeset::Resources& resources);
    Desk(Desk&&) noexcept;
    ~Desk();

    const core::Gazette& gazette() const;
    const archive::Archive& archive() const;

    /// Takes a manuscript in and keeps it, its document and its findings. A number that the desk or
    /// the archive already has is added to the findings. Throws as take_in does, and Error(Corrupt)
    /// when the same bytes are kept already and their document is damaged; then nothing is kept.
    Received receive(const Manuscript& manuscript, core::Instant now);
    /// Throws: Error(NotFound).
    core::Document document(DocumentId id) const;
    /// What was found when it was handed in. Throws: Error(NotFound).
    core::Diagnostics findings(DocumentId id) const;
    std::vector<DeskDocument> documents() const;  ///< newest first

    /// Throws: Error(Conflict) when the desk or the archive has that number, or another issue that
    /// running number.
    void new_issue(const core::IssueNumber& number, const core::Date& date);
    std::vector<DeskIssue> issues() const;  ///< newest first
    /// Throws: Error(NotFound).
    DeskIssue issue(const core::IssueNumber& number) const;
    /// The issue, still open to changes. Throws: Error(NotFound), (Forbidden) when it is issued.
    DeskIssue draft(const core::IssueNumber& number) const;

    /// Adds the document at the end of its section. Sections stand in the order of gazette.toml,
    /// unknown ones after those.
    /// Throws: Error(NotFound), (Conflict) when it is placed already, (Forbidden) when the issue is
    /// issued; so do remove and order.
    void place(const core::IssueNumber& number, DocumentId document, const std::string& section);
    void remove(const core::IssueNumber& number, DocumentId document);
    /// Places the annual index of `year` (年度总目录), which is made each time the issue is
    /// printed. It is a document on the desk from then on. Throws: as place does.
    DocumentId place_index(const core::IssueNumber& number, int year, const std::string& section,
                           core::Instant now);
    /// Puts the items in the order given. Throws: Error(Invalid) unless each is named once.
    void order(const core::IssueNumber& number, const std::vector<DocumentId>& documents);

    /// The issue as it would be printed today, with the page numbers it would get; of an issued one
    /// what it has. With a variant, for the printing house. Throws: Error(NotFound), (Invalid) for
    /// an empty issue, and as Press::print does.
    typeset::Printed preview(const core::IssueNumber& number, const std::string& profile,
                             const std::optional<typeset::PrintVariant>& variant = {});
    /// Pages of the same, as SVG. What is set is kept for the next look. Throws: the same, and as
    /// Press::show does.
    typeset::Preview preview_pages(const core::IssueNumber& number, const std::string& profile,
                                   std::optional<typeset::PageRange> range,
                                   const typeset::PageAddress& address,
                                   const std::optional<typeset::PrintVariant>& variant = {});

    /// What stands against publishing the issue, of all its documents: errors, and what their
    /// manuscripts say of secrecy, openness and drafts, judged anew. Places begin with "[ID]". And
    /// what is odd about its number: a year that is not its date's, a 总第N期 that does not run on.
    /// Throws: Error(NotFound).
    core::Diagnostics review(const core::IssueNumber& number) const;

    /// Prints the issue and its offprints and puts them into the archive, whole or not at all. Page
    /// numbers are taken inside the archive's transaction.
    /// Throws: Error(Forbidden) naming the documents that review() has errors of and no decision is
    /// about, or the place of a print error that is not accepted, or when the gazette has no name
    /// or the clock is behind the last edition; (Conflict) when a number is in the archive already
    /// or a decision is about a document that nothing bars, (Invalid) for an empty issue or a
    /// decision without name or reason, (NotFound) for one about no document of it, (Corrupt) when
    /// the desk does not hold what came in. Then it is not issued, except for
    /// "archive.issuing_in_doubt".
    Published publish(const core::IssueNumber& number, const std::string& profile,
                      core::Instant now, PrintErrors errors = PrintErrors::Bar,
                      Moment moment = Moment::AfterLast,
                      const std::vector<Disclosure>& decisions = {});

    /// Marks the desk as begun for the demo gazette. Throws: Error(Conflict) when there is
    /// something on the desk or in the archive.
    void begin_demo();

  private:
    struct Office;
    explicit Desk(std::unique_ptr<Office> office);
    std::unique_ptr<Office> office_;
};

/// Whose the desk is: begun for the demo gazette, of nobody yet, or somebody's own.
enum class DeskOwner { Demo, Nobody, Somebody };
/// Looks without changing it. Throws: Error(Corrupt), (Unavailable), (NotFound) without a desk.
DeskOwner owner_of_desk(const DataFolder& data);

}  // namespace gongbao::editor
