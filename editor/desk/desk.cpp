// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/desk.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/database.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "editor/desk/issue_book.hpp"
#include "editor/desk/manuscript_box.hpp"
#include "editor/desk/press_issue.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

constexpr std::int32_t kDeskMark = 0x47424445;  // "GBDE"
constexpr std::int32_t kDeskSchema = 1;

core::Database open_desk(const std::filesystem::path& file) {
    core::Database database = core::Database::open(file, core::Database::Mode::Create, kDeskMark);
    if (database.schema_version() == 0) {
        core::Transaction transaction(database);
        ManuscriptBox::create_tables(database);
        IssueBook::create_tables(database);
        database.set_schema_version(kDeskSchema);
        transaction.commit();
    } else if (database.schema_version() > kDeskSchema) {
        throw Error(ErrorKind::Corrupt, {"desk.newer_schema", {}});
    }
    return database;
}

void make_folder(const std::filesystem::path& path) {
    std::error_code failed;
    std::filesystem::create_directories(path, failed);
    if (failed)
        throw Error(ErrorKind::Unavailable,
                    {"desk.cannot_make_folder", {{"folder", path.filename().string()}, {"what", failed.message()}}},
                    path.string());
}

}  // namespace

struct Desk::Office {
    DataFolder data;
    typeset::Resources resources;
    core::Gazette gazette;
    core::Database database;
    archive::Archive archive;
    ManuscriptBox box{database};
    IssueBook book{database};

    Office(DataFolder folder, typeset::Resources with)
        : data(std::move(folder)), resources(std::move(with)), gazette(core::read_gazette(data.gazette())),
          database(open_desk(data.desk())),
          archive(archive::Archive::open(data.archive(), archive::Archive::Mode::Write)) {}

    DeskIssue issue(const core::IssueNumber& number) const {
        auto found = book.find(number);
        if (!found)
            throw Error(ErrorKind::NotFound, {"desk.issue_unknown", {{"issue", core::slug(number)}}});
        if (archive.edition(found->number)) found->state = core::IssueState::Issued;
        return *found;
    }

    DeskIssue draft(const core::IssueNumber& number) const {
        DeskIssue found = issue(number);
        if (found.state != core::IssueState::Draft)
            throw Error(ErrorKind::Forbidden, {"desk.issue_not_draft", {{"issue", core::slug(number)}}});
        return found;
    }

    std::size_t rank_of(const std::string& section) const {
        const auto found = std::find(gazette.sections.begin(), gazette.sections.end(), section);
        return static_cast<std::size_t>(found - gazette.sections.begin());
    }

    std::vector<PressDocument> documents_of(const DeskIssue& found) const {
        std::vector<PressDocument> documents;
        for (const DeskItem& item : found.items)
            documents.push_back({box.document(item.document), item.section});
        return documents;
    }
};

Desk::Desk(std::unique_ptr<Office> office) : office_(std::move(office)) {}
Desk::Desk(Desk&&) noexcept = default;
Desk::~Desk() = default;

Desk Desk::open(const DataFolder& data, const typeset::Resources& resources) {
    make_folder(data.path);
    return Desk(std::make_unique<Office>(data, resources));
}

const core::Gazette& Desk::gazette() const { return office_->gazette; }
archive::Archive& Desk::archive() { return office_->archive; }

Received Desk::receive(const Manuscript& manuscript, core::Instant now) {
    Received received;
    received.taken = take_in(manuscript);
    const auto known = office_->box.find(received.taken.manuscript_digest);
    const std::string& number = received.taken.document.meta.number;
    if (const auto parsed = core::parse_doc_number(number)) {
        const bool on_desk = !known && office_->box.has_number(core::match_key(*parsed));
        if (on_desk || !office_->archive.by_number(number).empty())
            received.taken.findings.push_back(
                {core::Level::Warning, "", {on_desk ? "desk.number_on_desk" : "desk.number_in_archive",
                                            {{"number", number}}}, number});
    }
    received.known = known.has_value();
    received.id = known ? *known : office_->box.keep(manuscript, received.taken, now);
    return received;
}

core::Document Desk::document(DocumentId id) const { return office_->box.document(id); }
std::vector<DeskDocument> Desk::documents() const { return office_->box.documents(); }

void Desk::new_issue(const core::IssueNumber& number, const core::Date& date) {
    if (office_->book.find(number) || office_->archive.edition(number))
        throw Error(ErrorKind::Conflict, {"desk.issue_exists", {{"issue", core::slug(number)}}});
    if (number.running) {
        if (const auto other = office_->book.with_running(*number.running))
            throw Error(ErrorKind::Conflict,
                        {"desk.running_exists", {{"running", std::to_string(*number.running)},
                                                 {"issue", core::slug(*other)}}});
    }
    office_->book.add(number, date);
}

std::vector<DeskIssue> Desk::issues() const {
    std::vector<DeskIssue> all = office_->book.all();
    for (DeskIssue& issue : all)
        if (office_->archive.edition(issue.number)) issue.state = core::IssueState::Issued;
    return all;
}

DeskIssue Desk::issue(const core::IssueNumber& number) const { return office_->issue(number); }

void Desk::place(const core::IssueNumber& number, DocumentId document, const std::string& section) {
    DeskIssue issue = office_->draft(number);
    if (const auto there = office_->book.place_of(document))
        throw Error(ErrorKind::Conflict,
                    {"desk.already_placed", {{"id", std::to_string(document)}, {"issue", core::slug(*there)}}});
    office_->box.document(document);  // throws when there is none
    const std::size_t rank = office_->rank_of(section);
    const auto after = std::find_if(issue.items.rbegin(), issue.items.rend(), [&](const DeskItem& item) {
        const std::size_t other = office_->rank_of(item.section);
        return item.section == section || other < rank ||
               (other == rank && rank == office_->gazette.sections.size());
    });
    DeskItem item;
    item.document = document;
    item.section = section;
    issue.items.insert(after.base(), item);
    office_->book.put_items(issue.number, issue.items);
}

void Desk::remove(const core::IssueNumber& number, DocumentId document) {
    DeskIssue issue = office_->draft(number);
    const auto gone = std::remove_if(issue.items.begin(), issue.items.end(),
                                     [&](const DeskItem& item) { return item.document == document; });
    if (gone == issue.items.end())
        throw Error(ErrorKind::NotFound, {"desk.not_placed", {{"id", std::to_string(document)},
                                                              {"issue", core::slug(number)}}});
    issue.items.erase(gone, issue.items.end());
    office_->book.put_items(issue.number, issue.items);
}

void Desk::order(const core::IssueNumber& number, const std::vector<DocumentId>& documents) {
    const DeskIssue issue = office_->draft(number);
    std::vector<DeskItem> ordered;
    for (const DocumentId id : documents)
        for (const DeskItem& item : issue.items)
            if (item.document == id) ordered.push_back(item);
    const std::set<DocumentId> named(documents.begin(), documents.end());
    if (ordered.size() != issue.items.size() || named.size() != documents.size() ||
        documents.size() != issue.items.size())
        throw Error(ErrorKind::Invalid, {"desk.order_incomplete",
                                         {{"count", std::to_string(issue.items.size())}}});
    office_->book.put_items(issue.number, ordered);
}

typeset::Printed Desk::preview(const core::IssueNumber& number, const std::string& profile) const {
    const DeskIssue issue = office_->issue(number);
    if (issue.items.empty())
        throw Error(ErrorKind::Invalid, {"desk.issue_empty", {{"issue", core::slug(number)}}});
    return press_issue(issue, office_->documents_of(issue), office_->gazette, profile, office_->resources);
}

archive::EditionSummary Desk::publish(const core::IssueNumber& number, const std::string& profile,
                                      core::Instant now) {
    const DeskIssue issue = office_->draft(number);
    if (issue.items.empty())
        throw Error(ErrorKind::Invalid, {"desk.issue_empty", {{"issue", core::slug(number)}}});
    for (const DeskItem& item : issue.items)
        if (item.errors > 0)
            throw Error(ErrorKind::Forbidden,
                        {"desk.document_has_errors", {{"id", std::to_string(item.document)},
                                                      {"title", core::excerpt(item.title)},
                                                      {"count", std::to_string(item.errors)}}});
    std::vector<PressDocument> documents = office_->documents_of(issue);
    typeset::Printed printed =
        press_issue(issue, documents, office_->gazette, profile, office_->resources);
    for (const core::Diagnostic& finding : printed.findings)
        if (finding.level == core::Level::Error)
            throw Error(ErrorKind::Forbidden, {"desk.print_has_errors", {{"place", finding.place}}},
                        finding.message.id);
    office_->archive.put_edition(
        make_edition(issue, std::move(documents), office_->gazette, std::move(printed), now));
    return *office_->archive.edition(issue.number);
}

}  // namespace gongbao::editor
