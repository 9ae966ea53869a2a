// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/press/publish_issue.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/made_by.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "editor/desk/manuscripts/desk_corrections.hpp"
#include "editor/desk/press/disclosure_bar.hpp"
#include "editor/desk/press/offprints.hpp"
#include "editor/desk/press/press_issue.hpp"
#include "editor/desk/store/seals.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

// So often it is tried to issue before the archive comes to rest.
constexpr int kMostPrintings = 4;

// The issue as the desk holds it.
struct OnDesk {
    DeskIssue issue;
    std::string state;  // state_of_issue
    std::vector<PressDocument> documents;
    std::vector<ItemReview> reviews;
};

// A print, and what it was made of.
struct Print {
    std::vector<PressDocument> documents;
    int first_folio = 0;
    archive::NewEdition edition;
};

// What a document is never changes while it is on the desk; which documents stand in the issue is
// read in one look, and the state tells later whether it still is so.
OnDesk read_desk(const Publishing& order, Holdings& holdings, const Issues& issues) {
    OnDesk read;
    {
        const core::Snapshot one_look(holdings.database);
        read.issue = filled(issues.draft(order.issue));
        read.state = state_of_issue(holdings.database, order.issue);
    }
    if (order.review && order.review->state == read.state) {
        read.documents = *order.review->documents;
        read.reviews = order.review->items;
    } else {
        read.documents = documents_of(read.issue, holdings.box);
        read.reviews = review_items(read.issue, read.documents, holdings.box);
    }
    return read;
}

void require_name(const core::Gazette& gazette) {
    if (!gazette.named) throw Error(ErrorKind::Forbidden, {"desk.gazette_unnamed", {}});
}

// Lists and feeds run by the moment of issuing; a wrong clock would put the edition among earlier
// ones.
void require_after_last(core::Instant now, const archive::Archive& archive) {
    for (const archive::EditionSummary& edition : archive.editions())
        if (now < edition.issued_at)
            throw Error(ErrorKind::Forbidden, {"desk.clock_behind",
                                               {{"now", core::rfc3339(now)},
                                                {"last", core::rfc3339(edition.issued_at)}}});
}

// What is accepted stands in the edition's record for ever.
void judge_print(typeset::Printed& printed, PrintErrors errors) {
    int accepted = 0;
    for (const core::Diagnostic& finding : printed.findings) {
        if (finding.level != core::Level::Error) continue;
        if (errors == PrintErrors::Bar)
            throw Error(ErrorKind::Forbidden, {"desk.print_has_errors", {}, finding.place},
                        finding.message.id);
        ++accepted;
    }
    if (accepted > 0) printed.made_by += "; print errors accepted: " + std::to_string(accepted);
}

Published summary_of(const archive::NewEdition& edition, core::Diagnostics warnings) {
    Published published;
    published.gazette = edition.gazette;
    published.number = edition.number;
    published.date = edition.date;
    published.issued_at = edition.issued_at;
    published.pages = edition.pages;
    published.records = static_cast<int>(edition.records.size());
    published.pdf_digest = core::sha256_hex(edition.pdf);
    published.pdf_size = static_cast<std::int64_t>(edition.pdf.size());
    published.made_by = edition.made_by;
    published.warnings = std::move(warnings);
    return published;
}

class Publication {
  public:
    Publication(const Publishing& order, Holdings& holdings, const Issues& issues,
                typeset::Press& press)
        : order_(order), holdings_(holdings), issues_(issues), press_(press) {}

    Published run() {
        desk_ = read_desk(order_, holdings_, issues_);
        require_name(holdings_.gazette);
        if (order_.state) require_state(*order_.state, desk_.state);
        require_publishable(desk_.issue, desk_.reviews, order_.decisions);
        for (int round = 0; round < kMostPrintings; ++round) {
            const std::string as_of = holdings_.archive.identity();
            prepare();
            tell(Publishing::Stage::Issuing);
            if (put_in(as_of))
                return summary_of(print_->edition, holdings_.archive.after_issuing());
        }
        throw Error(ErrorKind::Conflict, {"desk.overtaken", {{"issue", core::slug(order_.issue)}}});
    }

  private:
    void tell(Publishing::Stage stage) const {
        if (order_.progress) order_.progress(stage);
    }

    // All that is drawn from the archive, and a print of it unless there is one of just that.
    void prepare() {
        issues_.draft(order_.issue);  // another may have issued it
        if (order_.moment == Moment::AfterLast) require_after_last(order_.at, holdings_.archive);
        std::vector<PressDocument> documents = desk_.documents;
        typeset::Job job =
            press_job(desk_.issue, documents, {holdings_.gazette, holdings_.archive, press_});
        const int folio = job.frame->first_folio;
        if (!print_ || print_->first_folio != folio || print_->documents != documents) {
            tell(Publishing::Stage::Printing);
            archive::NewEdition edition = printed(std::move(job), documents);
            print_ = Print{std::move(documents), folio, std::move(edition)};
        }
        print_->edition.relations =
            join_corrections(desk_.issue.number, texts_of(print_->documents), holdings_.archive)
                .relations;
    }

    archive::NewEdition printed(typeset::Job job, const std::vector<PressDocument>& documents) {
        const Sources sources = sources_of(documents);
        for (std::size_t i = 0; i < sources.size(); ++i) job.items[i].source = sources[i];
        const OffprintsOf cited{holdings_.gazette.name, desk_.issue.number, desk_.issue.date};
        std::vector<typeset::Printed> prints = press_.print_with(job, [&](const auto& places) {
            return offprint_jobs(cited, documents, sources, places);
        });
        typeset::Printed& issue = prints.front();
        judge_print(issue, order_.errors);
        if (order_.proof && core::sha256_hex(issue.pdf) != *order_.proof)
            throw Error(ErrorKind::Conflict, {"desk.print_is_not_the_proof",
                                              {{"issue", core::slug(desk_.issue.number)}}});
        issue.made_by = archive::made_by_line(
            {std::move(issue.made_by), record_of(desk_.issue, desk_.reviews, order_.decisions),
             order_.accepted});
        archive::NewEdition edition = make_edition(desk_.issue, documents, sources,
                                                   holdings_.gazette, std::move(issue), order_.at);
        for (std::size_t i = 0; i < edition.records.size(); ++i) {
            edition.records[i].offprint = std::move(prints[i + 1].pdf);
            edition.records[i].offprint_pages = prints[i + 1].pages;
        }
        return edition;
    }

    // False: the archive has changed since `as_of`, and nothing was put in. The desk is not written
    // to: what is issued stands in the archive alone, so that there is one commit and no order of
    // two; it is only held, so that nobody changes the issue between the last look and the commit.
    bool put_in(const std::string& as_of) {
        std::optional<core::Transaction> desk_held;
        const auto revision = holdings_.archive.put_edition(print_->edition, [&] {
            desk_held.emplace(holdings_.database);
            require_unchanged();
            return holdings_.archive.identity() == as_of;
        });
        // Before the archive is locked once more: another may hold it by now and want the desk.
        desk_held.reset();
        if (revision) holdings_.archive.tidy();
        return revision.has_value();
    }

    // Who publishes has looked at the issue as it was.
    void require_unchanged() const {
        require_state(desk_.state, state_of_issue(holdings_.database, order_.issue));
    }

    void require_state(const std::string& seen, const std::string& now) const {
        if (seen != now)
            throw Error(ErrorKind::Conflict,
                        {"desk.issue_changed_in_print", {{"issue", core::slug(order_.issue)}}});
    }

    const Publishing& order_;
    Holdings& holdings_;
    const Issues& issues_;
    typeset::Press& press_;
    OnDesk desk_;
    std::optional<Print> print_;
};

}  // namespace

Published publish_issue(const Publishing& order, Holdings& holdings, const Issues& issues,
                        typeset::Press& press) {
    return Publication(order, holdings, issues, press).run();
}

}  // namespace gongbao::editor
