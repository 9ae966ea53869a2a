// SPDX-License-Identifier: Apache-2.0
#include "archive/archive.hpp"

#include <algorithm>
#include <utility>

#include "archive/search/index.hpp"
#include "archive/search/search.hpp"
#include "archive/store/blobs.hpp"
#include "archive/store/catalogue.hpp"
#include "archive/store/chain.hpp"
#include "archive/store/issue_edition.hpp"
#include "archive/store/relations.hpp"
#include "archive/store/schema.hpp"
#include "archive/store/verify.hpp"
#include "core/akn/read_akn.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {

using core::Database;
using core::Error;
using core::ErrorKind;
using core::Statement;

const char* name_of(SearchAnswer::Step step) {
    switch (step) {
        case SearchAnswer::Step::None: return "none";
        case SearchAnswer::Step::Number: return "number";
        case SearchAnswer::Step::Title: return "title";
        case SearchAnswer::Step::Phrase: return "phrase";
        case SearchAnswer::Step::AllWords: return "all-words";
        case SearchAnswer::Step::AnyWord: return "any-word";
    }
    return "unknown";
}

struct Archive::Store {
    Database database;
    core::Diagnostics after_issuing = {};

    /// An edition, or what makes one.
    template <typename Edition>
    std::int64_t issue(const Edition& edition);
    void tidy();
};

Archive::Archive(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Archive Archive::open(const std::filesystem::path& file, Mode mode) {
    const auto access = mode == Mode::Write ? Database::Mode::Create : Database::Mode::ReadOnly;
    return Archive(std::unique_ptr<Store>(new Store{open_archive_file(file, access)}));
}

std::int64_t Archive::revision() const {
    return revision_of(store_->database);
}

std::string Archive::identity() const {
    Statement row = store_->database.prepare(
        "SELECT number, manifest FROM revision ORDER BY number DESC LIMIT 1");
    return row.step() ? row.text(0) + " " + row.text(1) : std::string();
}

std::optional<core::Instant> Archive::last_issued() const {
    Statement row =
        store_->database.prepare("SELECT issued_at FROM edition ORDER BY id DESC LIMIT 1");
    if (!row.step()) return {};
    return core::Instant{row.integer(0)};
}

template <typename Edition>
std::int64_t Archive::Store::issue(const Edition& edition) {
    if (database.read_only()) throw Error(ErrorKind::Forbidden, {"archive.opened_to_read", {}});
    after_issuing.clear();
    const std::int64_t revision = issue_edition(database, edition, after_issuing);
    if (after_issuing.empty()) tidy();  // a disk that failed is written to no more
    return revision;
}

// The edition stands by now: a fault of the tidying is no fault of the issuing.
void Archive::Store::tidy() {
    try {
        tidy_index(database);
    } catch (const Error&) {
        after_issuing.push_back({core::Level::Warning, "", {"archive.index_untidied", {}}, {}});
    }
}

const core::Diagnostics& Archive::after_issuing() const {
    return store_->after_issuing;
}

std::int64_t Archive::put_edition(const NewEdition& edition) {
    return store_->issue(edition);
}

std::int64_t Archive::put_edition(const std::function<NewEdition()>& make) {
    return store_->issue(make);
}

std::vector<int> Archive::years() const {
    return list_years(store_->database);
}

std::vector<EditionSummary> Archive::editions(std::optional<int> year) const {
    return list_editions(store_->database, year);
}

std::optional<EditionSummary> Archive::edition(const core::IssueNumber& number) const {
    return find_edition(store_->database, number);
}

std::optional<EditionSummary> Archive::latest_edition() const {
    return newest_edition(store_->database);
}

std::vector<RecordSummary> Archive::records(const core::IssueNumber& number) const {
    return list_records(store_->database, number);
}

std::vector<RecordSummary> Archive::recent(int limit, int offset) const {
    return list_recent(store_->database, limit, offset);
}

core::Instant changed_at(const RecordSummary& record) {
    core::Instant last = record.issued_at;
    for (const auto* related : {&record.corrects, &record.corrected_by})
        for (const RelatedRecord& one : *related) last = std::max(last, one.known_at);
    return last;
}

std::vector<RecordSummary> Archive::joined_with(const core::IssueNumber& number) const {
    return list_joined(store_->database, number);
}

std::vector<RecordSummary> Archive::unrelated(
    const std::function<bool(const std::string&)>& is_meant) const {
    return list_unrelated(store_->database, is_meant);
}

std::int64_t Archive::record_count() const {
    return count_records(store_->database);
}

int Archive::last_folio(int year, std::optional<core::IssueKind> kind) const {
    return highest_page(store_->database, year, kind);
}

std::optional<RecordSummary> Archive::record(std::string_view id) const {
    return find_record(store_->database, id);
}

std::vector<RecordSummary> Archive::by_number(std::string_view number) const {
    std::vector<RecordSummary> records;
    for (const std::int64_t row : rows_with_number(store_->database, number))
        records.push_back(record_at(store_->database, row));
    return records;
}

std::string Archive::canonical_xml(std::string_view id) const {
    Statement row = store_->database.prepare(
        "SELECT canonical.xml, record.xml_digest FROM record "
        "JOIN canonical ON canonical.record = record.id WHERE record.id = ?");
    row.bind(1, row_of(store_->database, id));
    if (!row.step() || core::sha256_hex(row.bytes(0)) != row.text(1))
        throw Error(ErrorKind::Corrupt, {"archive.xml_damaged", {}}, std::string(id));
    return row.text(0);
}

core::Document Archive::document(std::string_view id) const {
    core::Document document = core::read_akn(canonical_xml(id));
    for (core::Media& one : document.media) {
        const auto stored = media(one.digest);
        if (!stored)
            throw Error(ErrorKind::Corrupt, {"archive.blob_missing", {}}, "picture " + one.digest);
        one.bytes = stored->bytes;
    }
    return document;
}

std::optional<core::Media> Archive::media(std::string_view digest) const {
    const auto blob = find_blob(store_->database, digest);
    if (!blob || !blob->type.starts_with("image/")) return {};
    return core::Media{
        blob->digest, blob->type,
        std::make_shared<const std::string>(read_blob(store_->database, *blob, 0, blob->size))};
}

std::optional<Archive::Picture> Archive::picture(std::string_view digest) const {
    const auto blob = find_blob(store_->database, digest);
    if (!blob || !blob->type.starts_with("image/")) return {};
    return Picture{blob->type, blob->size};
}

std::string Archive::picture(std::string_view digest, std::int64_t offset,
                             std::int64_t length) const {
    const auto blob = find_blob(store_->database, digest);
    if (!blob || !blob->type.starts_with("image/"))
        throw Error(ErrorKind::NotFound, {"archive.blob_missing", {}}, std::string(digest));
    return read_blob(store_->database, *blob, offset, length);
}

std::string Archive::pdf(const core::IssueNumber& number, std::int64_t offset,
                         std::int64_t length) const {
    const auto edition = find_edition(store_->database, number);
    if (!edition)
        throw Error(ErrorKind::NotFound,
                    {"archive.no_edition", {{"issue", core::printed_number(number)}}});
    const auto blob = find_blob(store_->database, edition->pdf_digest);
    if (!blob) throw Error(ErrorKind::Corrupt, {"archive.blob_missing", {}});
    return read_blob(store_->database, *blob, offset, length);
}

std::string Archive::offprint(std::string_view id, std::int64_t offset, std::int64_t length) const {
    const auto record = find_record(store_->database, id);
    if (!record || record->offprint_digest.empty())
        throw Error(ErrorKind::NotFound, {"archive.no_offprint", {{"id", core::excerpt(id)}}});
    const auto blob = find_blob(store_->database, record->offprint_digest);
    if (!blob) throw Error(ErrorKind::Corrupt, {"archive.blob_missing", {}});
    return read_blob(store_->database, *blob, offset, length);
}

SearchAnswer Archive::search(const SearchRequest& request) const {
    return search_records(store_->database, request);
}

std::vector<std::string> Archive::sections() const {
    return list_sections(store_->database);
}
std::vector<std::string> Archive::issuers() const {
    return list_issuers(store_->database);
}

core::Diagnostics Archive::verify(
    const std::function<void(std::int64_t, std::int64_t)>& progress) const {
    return verify_archive(store_->database, progress);
}

std::string Archive::head() const {
    return head_of(store_->database);
}

std::optional<std::int64_t> Archive::revision_with_head(std::string_view head) const {
    return archive::revision_with_head(store_->database, head);
}

}  // namespace gongbao::archive
