// SPDX-License-Identifier: Apache-2.0
// The press of the desk: an issue is looked at, reviewed, printed and published.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "archive/archive.hpp"
#include "archive/made_by.hpp"
#include "core/report/diagnostic.hpp"
#include "core/text/date.hpp"
#include "editor/desk/press/review.hpp"
#include "editor/desk/store/entries.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::editor {

struct Holdings;
class Issues;

/// What publishing does about errors of the print itself (a character no font has, printed as 〓).
/// To accept them is a person's decision; the edition's record says that it was taken. Errors of a
/// document, such as unresolved tracked changes, can never be accepted.
enum class PrintErrors { Bar, Accept };

/// How the moment of issuing was chosen: by the clock, which may not lie before the last edition,
/// or named by a person, who may bring an earlier edition in.
enum class Moment { AfterLast, AsNamed };

/// A person's decision to publish a document although something on it says that it is secret, not
/// public or a draft (intake/structure/disclosure.hpp). The edition keeps name, reason and findings
/// for ever.
struct Disclosure {
    DocumentId document = 0;
    std::string by;      ///< the person's name
    std::string reason;  ///< "已解密：云密解〔2026〕3号"
};

/// An order to publish an issue.
struct Publishing {
    core::IssueNumber issue;
    std::string profile;
    core::Instant at;
    PrintErrors errors = PrintErrors::Bar;
    Moment moment = Moment::AfterLast;
    std::vector<Disclosure> decisions = {};
    /// What review() said of the issue: as long as it stands as it did then, neither its documents
    /// nor their manuscripts are read once more.
    std::optional<Review> review = {};

    /// Printing takes long and keeps nobody from anything; issuing is short.
    enum class Stage { Printing, Issuing };
    /// Told when a stage begins. When the archive changes meanwhile, they may come again.
    std::function<void(Stage)> progress = {};
    /// What else was accepted: stands in the edition's record with the decisions.
    std::vector<archive::Accepted> accepted = {};
    /// The SHA-256 of the file that was signed: an issue that prints otherwise is refused.
    std::optional<std::string> proof = {};
    /// The state of the issue (seals.hpp) that was signed: two texts may print alike and differ in
    /// what is not printed of them. Another is refused as changed meanwhile.
    std::optional<std::string> state = {};
};

/// An edition that is issued, and what went wrong when it stood already.
struct Published : archive::EditionSummary {
    core::Diagnostics warnings;
};

class PressRoom {
  public:
    PressRoom(Holdings& holdings, const Issues& issues, typeset::Resources resources);
    ~PressRoom();
    PressRoom(const PressRoom&) = delete;
    PressRoom& operator=(const PressRoom&) = delete;

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

    /// The same, for a screen that is asked for again and again: the pages and what the typesetter
    /// found, not what the desk has to tell besides. As long as the issue stands as it did, its
    /// documents are not read once more. Throws: the same.
    typeset::Preview look(const core::IssueNumber& number, const std::string& profile,
                          std::optional<typeset::PageRange> range,
                          const typeset::PageAddress& address = {});

    /// What stands against publishing the issue, of all its documents: errors, and what their
    /// manuscripts say of secrecy, openness and drafts, judged anew. And
    /// what is odd about its number: a year that is not its date's, a 总第N期 that does not run on.
    /// Throws: Error(NotFound).
    Review review(const core::IssueNumber& number) const;

    /// Prints the issue and its offprints and puts them into the archive, whole or not at all.
    /// Readers and other editors do not wait for the press. What was printed is compared at the
    /// end, when nobody else can write, with what desk and archive hold: page numbers, the index or
    /// corrections that other editions made untrue are drawn anew and printed again.
    /// Throws: Error(Conflict) when the issue was changed meanwhile, for who publishes has looked
    /// at another, or when the archive does not come to rest; (Forbidden) naming the documents that
    /// review() has errors of and no decision is about, or the place of a print error that is not
    /// accepted, or when the gazette has no name or the clock is behind the last edition;
    /// (Conflict) when a number is in the archive already or a decision is about a document that
    /// nothing bars, (Invalid) for an empty issue or a decision without name or reason, (NotFound)
    /// for one about no document of it, (Conflict) "desk.print_is_not_the_proof", (Corrupt) when
    /// the desk does not hold what came in. Then it
    /// is not issued, except for "archive.issuing_in_doubt".
    Published publish(const Publishing& order);

  private:
    struct SetUp;
    struct Looked;
    SetUp set_up(const core::IssueNumber& number, typeset::Press& press) const;
    const SetUp& set_up_to_look(const core::IssueNumber& number, typeset::Press& press);
    typeset::Press& press(const std::string& profile);

    Holdings& holdings_;
    const Issues& issues_;
    typeset::Resources resources_;
    std::optional<typeset::Press> open_press_;  ///< kept from one look at an issue to the next
    std::string open_profile_;
    std::unique_ptr<Looked> looked_;  ///< the issue that was looked at last
    mutable JudgedBefore judged_;     ///< texts of the issue that was reviewed last
};

}  // namespace gongbao::editor
