// SPDX-License-Identifier: Apache-2.0
// The archive's interfaces over an SQLite file: each call goes to the file that answers it.
#include <utility>

#include "archive/archive.hpp"
#include "archive/search/search.hpp"
#include "archive/sqlite/archive_file.hpp"
#include "archive/sqlite/catalogue.hpp"
#include "archive/sqlite/chain.hpp"
#include "archive/sqlite/facets.hpp"
#include "archive/sqlite/files.hpp"
#include "archive/sqlite/issue_edition.hpp"
#include "archive/sqlite/matches.hpp"
#include "archive/sqlite/publish_later.hpp"
#include "archive/sqlite/relations.hpp"
#include "archive/sqlite/renditions.hpp"
#include "archive/sqlite/schema.hpp"
#include "archive/sqlite/search_index.hpp"
#include "archive/sqlite/upgrade.hpp"
#include "archive/sqlite/verify.hpp"
#include "core/report/error.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::IssueNumber;

class SqliteArchive : public WritableArchive {
  public:
    explicit SqliteArchive(Database database) : database_(std::move(database)) {}

    // Reader: the catalogue
    std::int64_t revision() const override { return revision_of(database_); }
    std::string identity() const override { return identity_of(database_); }
    std::optional<core::Instant> last_issued() const override { return last_issue(database_); }
    std::vector<int> years() const override { return list_years(database_); }
    std::vector<EditionSummary> editions(std::optional<int> year) const override {
        return list_editions(database_, year);
    }
    std::optional<EditionSummary> edition(const IssueNumber& number) const override {
        return find_edition(database_, number);
    }
    std::optional<EditionSummary> latest_edition() const override {
        return newest_edition(database_);
    }
    std::vector<RecordSummary> records(const IssueNumber& number) const override {
        return list_records(database_, number);
    }
    std::vector<RecordSummary> recent(int limit, int offset) const override {
        return list_recent(database_, limit, offset);
    }
    std::int64_t record_count() const override { return count_records(database_); }
    std::vector<RecordSummary> joined_with(const IssueNumber& number) const override {
        return list_joined(database_, number);
    }
    std::vector<RecordSummary> unrelated(
        const std::function<bool(const std::string&)>& is_meant) const override {
        return list_unrelated(database_, is_meant);
    }
    int last_folio(int year, std::optional<core::IssueKind> kind) const override {
        return highest_page(database_, year, kind);
    }
    std::optional<RecordSummary> record(std::string_view id) const override {
        return find_record(database_, id);
    }
    std::vector<RecordSummary> by_number(std::string_view number) const override {
        return list_with_number(database_, number);
    }
    std::vector<RecordSummary> by_title(std::string_view title) const override {
        return list_with_title(database_, title);
    }

    // Reader: texts and files
    std::string canonical_xml(std::string_view id) const override {
        return canonical_xml_of(database_, id);
    }
    std::optional<core::Media> media(std::string_view digest) const override {
        return read_media(database_, digest);
    }
    std::optional<Picture> picture(std::string_view digest) const override {
        const auto blob = find_picture(database_, digest);
        if (!blob) return {};
        return Picture{blob->type, blob->size};
    }
    std::string picture(std::string_view digest, std::int64_t offset,
                        std::int64_t length) const override {
        return read_picture(database_, digest, offset, length);
    }
    std::string pdf(const IssueNumber& number, std::int64_t offset,
                    std::int64_t length) const override {
        return read_pdf(database_, number, offset, length);
    }
    std::string offprint(std::string_view id, std::int64_t offset,
                         std::int64_t length) const override {
        return read_offprint(database_, id, offset, length);
    }

    std::vector<Rendition> renditions(std::string_view owner) const override {
        return list_renditions(database_, owner_named(database_, owner));
    }
    std::string rendition(std::string_view owner, std::string_view kind, std::int64_t offset,
                          std::int64_t length) const override {
        return read_rendition(database_, {owner, kind}, offset, length);
    }

    // Searcher
    SearchAnswer search(const SearchRequest& request) const override {
        const core::Snapshot one_state(database_);
        return search_records(SqliteMatcher(database_), request);
    }
    std::vector<std::string> sections() const override { return facets_.sections(database_); }
    std::vector<std::string> issuers() const override { return facets_.issuers(database_); }

    // Verifier
    core::Diagnostics verify(
        const std::function<void(std::int64_t, std::int64_t)>& progress) const override {
        return verify_archive(database_, progress);
    }
    std::string head() const override { return head_of(database_); }
    std::optional<std::int64_t> revision_with_head(std::string_view head) const override {
        return archive::revision_with_head(database_, head);
    }

    // Issuing
    std::int64_t put_edition(const NewEdition& edition) override {
        const auto revision = put_edition(edition, [] { return true; });
        tidy();
        return *revision;
    }
    std::optional<std::int64_t> put_edition(const NewEdition& edition,
                                            const std::function<bool()>& still_true) override {
        after_issuing_.clear();
        return issue_edition(database_, edition, still_true, after_issuing_);
    }
    void tidy() override;
    std::int64_t put_event(const NewEvent& event) override {
        after_issuing_.clear();
        return publish_event(database_, event, after_issuing_);
    }
    std::int64_t put_rendition(const NewRendition& rendition) override {
        after_issuing_.clear();
        return publish_rendition(database_, rendition, after_issuing_);
    }
    const core::Diagnostics& after_issuing() const override { return after_issuing_; }

  private:
    mutable Database database_;  // its statements are the connection's, whatever they ask
    core::Diagnostics after_issuing_;
    mutable Facets facets_;
};

// The edition stands before the index is tidied: a fault there is no fault of the issuing. A disk
// that failed is written to no more.
void SqliteArchive::tidy() {
    if (!after_issuing_.empty()) return;
    try {
        tidy_index(database_);
    } catch (const core::Error&) {
        after_issuing_.push_back({core::Level::Warning, {}, {"archive.index_untidied", {}}, {}});
    }
}

}  // namespace

std::unique_ptr<Archive> open_archive(const std::filesystem::path& file) {
    return std::make_unique<SqliteArchive>(open_archive_file(file, Database::Mode::ReadOnly));
}

Upgrade upgrade_archive(const std::filesystem::path& file,
                        const std::function<void(std::int64_t, std::int64_t)>& progress) {
    UpgradeReport report{progress};
    const Database upgraded = open_archive_file(file, Database::Mode::ReadWrite, report);
    return {report.from, upgraded.schema_version(), report.copy};
}

std::unique_ptr<WritableArchive> open_archive_to_issue(const std::filesystem::path& file) {
    return std::make_unique<SqliteArchive>(open_archive_file(file, Database::Mode::Create));
}

}  // namespace gongbao::archive
