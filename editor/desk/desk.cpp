// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/desk.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/report/error.hpp"
#include "core/storage/database.hpp"
#include "core/system/digest.hpp"
#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "editor/desk/desk_corrections.hpp"
#include "editor/desk/desk_file.hpp"
#include "editor/desk/disclosure_bar.hpp"
#include "editor/desk/issue_book.hpp"
#include "editor/desk/issue_sequence.hpp"
#include "editor/desk/manuscript_box.hpp"
#include "editor/desk/offprints.hpp"
#include "editor/desk/press_issue.hpp"
#include "editor/index/annual_index.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

// Where a document of `section` goes: behind the last of its section; for a new section, behind
// the last that stands before it in `sections`. Sections not listed there follow in order of
// arrival.
std::size_t place_for(const std::string& section, const std::vector<DeskItem>& items,
                      const std::vector<std::string>& sections) {
    const auto rank = [&](const std::string& name) {
        return std::find(sections.begin(), sections.end(), name) - sections.begin();
    };
    std::size_t behind_others = 0;
    std::size_t behind_own = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].section == section) behind_own = i + 1;
        if (rank(items[i].section) <= rank(section)) behind_others = i + 1;
    }
    return behind_own > 0 ? behind_own : behind_others;
}

void require_name(const core::Gazette& gazette) {
    if (!gazette.named) throw Error(ErrorKind::Forbidden, {"desk.gazette_unnamed", {}});
}

// Lists and feeds run by the moment of issuing; a wrong clock would put the edition among earlier
// ones.
void require_after_last(core::Instant now, const archive::Reader& archive) {
    for (const archive::EditionSummary& edition : archive.editions())
        if (now < edition.issued_at)
            throw Error(ErrorKind::Forbidden, {"desk.clock_behind",
                                               {{"now", core::rfc3339(now)},
                                                {"last", core::rfc3339(edition.issued_at)}}});
}

// A print of a gazette without a name says so.
template <typename Print>
Print noting_name(Print print, const core::Gazette& gazette) {
    if (!gazette.named)
        print.findings.push_back(
            {core::Level::Warning, "", {"desk.gazette_placeholder", {{"name", gazette.name}}}, {}});
    return print;
}

Published summary_of(const archive::NewEdition& edition) {
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
    return published;
}

// What is accepted stands in the edition's record for ever.
void judge_print(typeset::Printed& printed, PrintErrors errors) {
    int accepted = 0;
    for (const core::Diagnostic& finding : printed.findings) {
        if (finding.level != core::Level::Error) continue;
        if (errors == PrintErrors::Bar)
            throw Error(ErrorKind::Forbidden, {"desk.print_has_errors", {{"place", finding.place}}},
                        finding.message.id);
        ++accepted;
    }
    if (accepted > 0) printed.made_by += "; print errors accepted: " + std::to_string(accepted);
}

}  // namespace

void DataFolder::make() const {
    try {
        core::make_private_folder(path);
    } catch (const Error& error) {
        throw Error(
            error.kind(),
            {"desk.cannot_make_folder",
             {{"folder", path.filename().string()}, {"what", error.for_people().args.at("what")}}},
            error.what());
    }
}

struct Desk::Office {
    DataFolder data;
    typeset::Resources resources;
    core::Gazette gazette;
    core::Database database;
    std::unique_ptr<archive::WritableArchive> archive_file;
    archive::WritableArchive& archive;
    ManuscriptBox box{database};
    IssueBook book{database};
    std::optional<typeset::Press> open_press;
    std::string press_profile;

    Office(DataFolder folder, typeset::Resources with)
        : data(std::move(folder)),
          resources(std::move(with)),
          gazette(core::read_gazette(data.gazette())),
          database(open_desk_file(data.desk())),
          archive_file(archive::open_archive_to_issue(data.archive())),
          archive(*archive_file) {}

    DeskIssue issue(const core::IssueNumber& number) const {
        auto found = book.find(number);
        if (!found)
            throw Error(ErrorKind::NotFound,
                        {"desk.issue_unknown", {{"issue", core::slug(number)}}});
        if (archive.edition(found->number)) found->state = core::IssueState::Issued;
        return *found;
    }

    // The issue, with something in it to print.
    DeskIssue filled(DeskIssue found) const {
        if (found.items.empty())
            throw Error(ErrorKind::Invalid,
                        {"desk.issue_empty", {{"issue", core::slug(found.number)}}});
        return found;
    }

    DeskIssue draft(const core::IssueNumber& number) const {
        DeskIssue found = issue(number);
        if (found.state != core::IssueState::Draft)
            throw Error(ErrorKind::Forbidden,
                        {"desk.issue_not_draft", {{"issue", core::slug(number)}}});
        return found;
    }

    // The issue that carries this 总第N期, on the desk or published.
    std::optional<core::IssueNumber> with_running(std::optional<int> running) const {
        if (!running) return {};
        if (const auto other = book.with_running(*running)) return other;
        for (const archive::EditionSummary& edition : archive.editions())
            if (edition.number.running == running) return edition.number;
        return {};
    }

    // Of every issue on the desk and of the archive.
    std::vector<core::IssueNumber> numbers() const {
        std::vector<core::IssueNumber> all = book.numbers();
        for (const archive::EditionSummary& edition : archive.editions())
            all.push_back(edition.number);
        return all;
    }

    // A finding when another document, on the desk or published, has `number` already.
    std::optional<core::Diagnostic> number_taken(const std::string& number,
                                                 std::optional<DocumentId> own) const {
        const auto finding = [&](core::Message message) {
            return core::Diagnostic{core::Level::Warning, "", std::move(message), number};
        };
        const auto published = archive.by_number(number);
        if (!published.empty())
            return finding(
                {"desk.number_in_archive", {{"number", number}, {"record", published.front().id}}});
        if (const auto other = box.with_number(number, own))
            return finding(
                {"desk.number_on_desk", {{"number", number}, {"id", std::to_string(*other)}}});
        return {};
    }

    // Kept from one look at an issue to the next.
    typeset::Press& press(const std::string& profile) {
        if (!open_press || press_profile != profile) open_press.emplace(profile, resources);
        press_profile = profile;
        return *open_press;
    }

    PressRoom room(const std::string& profile) { return {gazette, archive, press(profile)}; }

    std::vector<PressDocument> documents_of(const DeskIssue& found) const {
        std::vector<PressDocument> documents;
        for (const DeskItem& item : found.items)
            documents.push_back(
                {box.document(item.document), item.section, box.index_year(item.document)});
        return documents;
    }

    // Where the texts stand that a 更正 names, or that they stand nowhere.
    core::Diagnostics correction_findings(const core::Document& document, core::Instant now) const {
        const int year =
            document.meta.written ? document.meta.written->year : core::date_at(now).year;
        return told_of_correction(document, year, archive);
    }

    // What publishing the issue will join, told behind the findings of its print.
    void tell_of_corrections(const DeskIssue& found, const std::vector<PressDocument>& documents,
                             core::Diagnostics& findings) const {
        if (found.state == core::IssueState::Issued) return;
        JoinedTexts joined = join_corrections(found.number, documents, archive);
        for (core::Diagnostic& finding : joined.findings) findings.push_back(std::move(finding));
    }
};

Desk::Desk(std::unique_ptr<Office> office) : office_(std::move(office)) {}
Desk::Desk(Desk&&) noexcept = default;
Desk::~Desk() = default;

Desk Desk::open(const DataFolder& data, const typeset::Resources& resources) {
    data.make();
    return Desk(std::make_unique<Office>(data, resources));
}

const core::Gazette& Desk::gazette() const {
    return office_->gazette;
}
const archive::Archive& Desk::archive() const {
    return office_->archive;
}

Received Desk::receive(const Manuscript& manuscript, core::Instant now) {
    Received received;
    received.taken = take_in(manuscript);
    core::Transaction transaction(office_->database);  // the same file may come in twice at once
    const auto known = office_->box.find(received.taken.manuscript_digest);
    if (auto finding = office_->number_taken(received.taken.document.meta.number, known))
        received.taken.findings.push_back(std::move(*finding));
    for (auto& finding : office_->correction_findings(received.taken.document, now))
        received.taken.findings.push_back(std::move(finding));
    received.known = known.has_value();
    if (known) office_->box.document(*known);  // throws when it is not what came in
    received.id = known ? *known : office_->box.keep(manuscript, received.taken, now);
    transaction.commit();
    return received;
}

core::Document Desk::document(DocumentId id) const {
    return office_->box.document(id);
}
core::Diagnostics Desk::findings(DocumentId id) const {
    return office_->box.findings(id);
}
std::vector<DeskDocument> Desk::documents() const {
    return office_->box.documents();
}

void Desk::new_issue(const core::IssueNumber& number, const core::Date& date) {
    core::Transaction transaction(office_->database);
    if (office_->book.find(number) || office_->archive.edition(number))
        throw Error(ErrorKind::Conflict, {"desk.issue_exists", {{"issue", core::slug(number)}}});
    if (const auto other = office_->with_running(number.running))
        throw Error(ErrorKind::Conflict, {"desk.running_exists",
                                          {{"running", std::to_string(*number.running)},
                                           {"issue", core::slug(*other)}}});
    office_->book.add(number, date);
    transaction.commit();
}

std::vector<DeskIssue> Desk::issues() const {
    std::vector<DeskIssue> all = office_->book.all();
    for (DeskIssue& issue : all)
        if (office_->archive.edition(issue.number)) issue.state = core::IssueState::Issued;
    return all;
}

DeskIssue Desk::issue(const core::IssueNumber& number) const {
    return office_->issue(number);
}
DeskIssue Desk::draft(const core::IssueNumber& number) const {
    return office_->draft(number);
}

void Desk::place(const core::IssueNumber& number, DocumentId document, const std::string& section) {
    core::Transaction transaction(office_->database);
    DeskIssue issue = office_->draft(number);
    if (const auto there = office_->book.place_of(document))
        throw Error(
            ErrorKind::Conflict,
            {office_->archive.edition(*there) ? "desk.already_printed" : "desk.already_placed",
             {{"id", std::to_string(document)}, {"issue", core::slug(*there)}}});
    office_->box.document(document);  // throws when there is none
    const std::size_t at = place_for(section, issue.items, office_->gazette.sections);
    DeskItem item;
    item.document = document;
    item.section = section;
    issue.items.insert(issue.items.begin() + static_cast<std::ptrdiff_t>(at), item);
    office_->book.put_items(issue.number, issue.items);
    transaction.commit();
}

void Desk::remove(const core::IssueNumber& number, DocumentId document) {
    core::Transaction transaction(office_->database);
    DeskIssue issue = office_->draft(number);
    const auto gone =
        std::erase_if(issue.items, [&](const DeskItem& item) { return item.document == document; });
    if (gone == 0)
        throw Error(
            ErrorKind::NotFound,
            {"desk.not_placed", {{"id", std::to_string(document)}, {"issue", core::slug(number)}}});
    office_->book.put_items(issue.number, issue.items);
    transaction.commit();
}

void Desk::order(const core::IssueNumber& number, const std::vector<DocumentId>& documents) {
    core::Transaction transaction(office_->database);
    const DeskIssue issue = office_->draft(number);
    std::vector<DeskItem> ordered;
    for (const DocumentId id : documents)
        for (const DeskItem& item : issue.items)
            if (item.document == id) ordered.push_back(item);
    const std::set<DocumentId> named(documents.begin(), documents.end());
    if (ordered.size() != issue.items.size() || named.size() != documents.size() ||
        documents.size() != issue.items.size())
        throw Error(ErrorKind::Invalid,
                    {"desk.order_incomplete", {{"count", std::to_string(issue.items.size())}}});
    office_->book.put_items(issue.number, ordered);
    transaction.commit();
}

DocumentId Desk::place_index(const core::IssueNumber& number, int year, const std::string& section,
                             core::Instant now) {
    const DeskIssue issue = office_->draft(number);
    const core::Gazette& gazette = office_->gazette;
    const core::Document index = annual_index(year, gazette.name, gazette.sections,
                                              indexed_texts(office_->archive, year, issue.number));
    DocumentId id = 0;
    {
        core::Transaction transaction(office_->database);
        id = office_->box.keep_index(issue.number, year, index, now);
        transaction.commit();
    }
    place(number, id, section);
    return id;
}

typeset::Printed Desk::preview(const core::IssueNumber& number, const std::string& profile,
                               const std::optional<typeset::PrintVariant>& variant) {
    const DeskIssue issue = office_->filled(office_->issue(number));
    std::vector<PressDocument> documents = office_->documents_of(issue);
    typeset::Job job = press_job(issue, documents, office_->room(profile));
    job.print_variant = variant;
    typeset::Printed printed = noting_name(office_->press(profile).print(job), office_->gazette);
    office_->tell_of_corrections(issue, documents, printed.findings);
    return printed;
}

typeset::Preview Desk::preview_pages(const core::IssueNumber& number, const std::string& profile,
                                     std::optional<typeset::PageRange> range,
                                     const typeset::PageAddress& address,
                                     const std::optional<typeset::PrintVariant>& variant) {
    const DeskIssue issue = office_->filled(office_->issue(number));
    std::vector<PressDocument> documents = office_->documents_of(issue);
    typeset::Job job = press_job(issue, documents, office_->room(profile));
    job.print_variant = variant;
    typeset::Preview preview =
        noting_name(office_->press(profile).show(job, range, address), office_->gazette);
    office_->tell_of_corrections(issue, documents, preview.findings);
    return preview;
}

core::Diagnostics Desk::review(const core::IssueNumber& number) const {
    const DeskIssue issue = office_->issue(number);
    core::Diagnostics findings = findings_of(review_items(issue, office_->box));
    for (core::Diagnostic& finding : told_of_number(issue.number, issue.date, office_->numbers()))
        findings.push_back(std::move(finding));
    return findings;
}

Published Desk::publish(const core::IssueNumber& number, const std::string& profile,
                        core::Instant now, PrintErrors errors, Moment moment,
                        const std::vector<Disclosure>& decisions) {
    // Nobody changes the issue meanwhile. The desk itself is not written to: what is issued stands
    // in the archive alone, so that there is one commit and no order of two.
    const core::Transaction desk_held(office_->database);
    const DeskIssue issue = office_->filled(office_->draft(number));
    require_name(office_->gazette);
    const std::vector<ItemReview> reviews = review_items(issue, office_->box);
    require_publishable(issue, reviews, decisions);
    Published published;
    office_->archive.put_edition([&] {
        if (moment == Moment::AfterLast) require_after_last(now, office_->archive);
        std::vector<PressDocument> documents = office_->documents_of(issue);
        typeset::Printed printed = press_issue(issue, documents, office_->room(profile));
        judge_print(printed, errors);
        auto relations = join_corrections(issue.number, documents, office_->archive).relations;
        printed.made_by = archive::made_by_line(
            {std::move(printed.made_by), record_of(issue, reviews, decisions)});
        archive::NewEdition edition =
            make_edition(issue, std::move(documents), office_->gazette, std::move(printed), now);
        edition.relations = std::move(relations);
        print_offprints(edition, office_->press(profile));
        published = summary_of(edition);
        return edition;
    });
    published.warnings = office_->archive.after_issuing();
    return published;
}

DeskOwner owner_of_desk(const DataFolder& data) {
    auto database = open_desk_to_read(data.desk());
    if (!database) return DeskOwner::Somebody;  // it is older than the mark
    if (is_demo_desk(*database)) return DeskOwner::Demo;
    const bool empty =
        ManuscriptBox(*database).documents().empty() && IssueBook(*database).numbers().empty();
    return empty ? DeskOwner::Nobody : DeskOwner::Somebody;
}

void Desk::begin_demo() {
    core::Transaction transaction(office_->database);
    if (!office_->box.documents().empty() || !office_->book.numbers().empty() ||
        office_->archive.revision() != 0)
        throw Error(ErrorKind::Conflict, {"desk.not_a_demo", {}});
    mark_demo_desk(office_->database);
    transaction.commit();
}

}  // namespace gongbao::editor
