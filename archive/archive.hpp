// SPDX-License-Identifier: Apache-2.0
// The archive: every edition ever issued, in one append-only SQLite file.
//
// An edition becomes visible whole, in one transaction that also raises the archive's revision.
// Pages, feeds and caches are functions of the revision. Nothing in the archive is ever changed or
// deleted; triggers in the schema refuse it.
//
// Threads: an Archive belongs to one thread at a time. Open one for writing a process, and as
// many read-only ones as there are serving threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

struct EditionSummary {
    std::string gazette;
    core::IssueNumber number;
    core::Date date;
    core::Instant issued_at;
    int pages = 0;
    int records = 0;
    std::string pdf_digest;  ///< SHA-256, hexadecimal
    std::int64_t pdf_size = 0;
    std::string made_by;
};

/// The other end of a correction: what a list needs to name it and to link to it.
struct RelatedRecord {
    std::string id;
    core::IssueNumber issue;
    core::Date date;  ///< printed on its edition
    std::string title;
    std::string carries;
    std::string number;
    core::Instant known_at;  ///< when the edition was issued with which the relation became known
};

/// What lists show of a document. `id` is permanent: "2026-8-3" is the third of issue 2026-8.
struct RecordSummary {
    std::string id;
    core::IssueNumber issue;
    core::Instant issued_at;
    std::string section;
    int order = 0;  ///< 1, 2, … inside the edition
    std::string title;
    std::string carries;  ///< title of the text it promulgates (core::carried_title), or empty
    std::string number;   ///< 发文字号 as printed, or empty
    std::string kind;
    std::vector<std::string> issuers;
    std::optional<core::Date> written;
    std::optional<core::Date> effective;
    int first_page = 0;
    int last_page = 0;
    int pdf_page = 0;
    std::string text_digest;
    std::string offprint_digest;  ///< SHA-256 of the offprint, empty when there is none
    std::int64_t offprint_size = 0;
    int offprint_pages = 0;
    std::vector<RelatedRecord> corrects;      ///< of a 更正: the texts it corrects, newest first
    std::vector<RelatedRecord> corrected_by;  ///< its corrections, newest first
};

/// When what is told of `record` changed last: issued, or joined with a correction.
core::Instant changed_at(const RecordSummary& record);

/// Text with the places to highlight, as byte ranges in order, not overlapping.
struct Highlighted {
    struct Range {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::string text;
    std::vector<Range> ranges;
};

struct SearchRequest {
    enum class Order { Relevance, Newest };
    std::string text;         ///< what the reader typed
    std::optional<int> year;  ///< year of the issue
    std::string section;      ///< "" any
    std::string issuer;       ///< "" any
    Order order = Order::Relevance;
    int offset = 0;
    int limit = 10;
};

struct SearchHit {
    RecordSummary record;
    Highlighted title;
    Highlighted snippet;  ///< the best passage of the text
};

struct SearchAnswer {
    /// Which reading of the query answered, tried in this order.
    enum class Step { None, Number, Title, Phrase, AllWords, AnyWord };
    Step step = Step::None;
    std::int64_t total = 0;       ///< exact
    std::vector<SearchHit> hits;  ///< the page asked for
};
const char* name_of(SearchAnswer::Step step);

class Archive {
  public:
    enum class Mode { ReadOnly, Write };

    /// Write creates the file and its schema when missing.
    /// Throws: Error(NotFound), (Corrupt) for a damaged or foreign file, (Unavailable).
    static Archive open(const std::filesystem::path& file, Mode mode);
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

    /// Raised by one with every edition; 0 for an empty archive. Costs one row.
    std::int64_t revision() const;
    /// Equal for two archives of the same editions only: the revision and its manifest's digest.
    std::string identity() const;
    /// When the newest edition was issued.
    std::optional<core::Instant> last_issued() const;

    /// Puts an edition in, whole or not at all, and returns the new revision.
    /// Throws: Error(Conflict) naming the record when a document number or the issue number is
    /// already there, (Forbidden) when opened read-only, (Unavailable) when the disk is full.
    /// Nothing of the edition is in the archive then; only "archive.issuing_in_doubt" says that
    /// not even this could be found out.
    std::int64_t put_edition(const NewEdition& edition);
    /// The same, with the edition made inside the transaction: what `make` reads from this archive
    /// (last_folio, pages of earlier editions) stays true until the edition stands in it.
    std::int64_t put_edition(const std::function<NewEdition()>& make);
    /// What went wrong when the edition of the last put_edition stood already. Warnings; the
    /// edition is issued.
    const core::Diagnostics& after_issuing() const;

    std::vector<int> years() const;                                            ///< newest first
    std::vector<EditionSummary> editions(std::optional<int> year = {}) const;  ///< newest first
    std::optional<EditionSummary> edition(const core::IssueNumber& number) const;
    std::optional<EditionSummary> latest_edition() const;
    std::vector<RecordSummary> records(const core::IssueNumber& number) const;  ///< printed order
    /// Newest first, across editions.
    std::vector<RecordSummary> recent(int limit, int offset = 0) const;
    std::int64_t record_count() const;
    /// The texts of both sides of the relations that became known with that edition, newest first,
    /// without those the edition holds itself.
    std::vector<RecordSummary> joined_with(const core::IssueNumber& number) const;
    /// Records that no relation makes a correction, and whose title `is_meant` accepts; oldest
    /// first.
    std::vector<RecordSummary> unrelated(
        const std::function<bool(const std::string& title)>& is_meant) const;
    /// The highest printed page of the year's editions, of one kind or of all; 0 when there is
    /// none.
    int last_folio(int year, std::optional<core::IssueKind> kind = {}) const;

    std::optional<RecordSummary> record(std::string_view id) const;
    /// Every record whose 发文字号 is the same number, however `number` writes it.
    std::vector<RecordSummary> by_number(std::string_view number) const;

    /// The canonical text. Throws: Error(NotFound), (Corrupt) when the stored bytes changed.
    core::Document document(std::string_view id) const;
    std::string canonical_xml(std::string_view id) const;
    std::optional<core::Media> media(std::string_view digest) const;
    /// Media type and size of a picture, without reading it.
    struct Picture {
        std::string type;
        std::int64_t size = 0;
    };
    std::optional<Picture> picture(std::string_view digest) const;
    /// Bytes [offset, offset + length) of the picture, cut at its end.
    /// Throws: Error(NotFound), (Corrupt).
    std::string picture(std::string_view digest, std::int64_t offset, std::int64_t length) const;

    /// Bytes [offset, offset + length) of the edition's PDF, cut at its end.
    std::string pdf(const core::IssueNumber& number, std::int64_t offset,
                    std::int64_t length) const;

    /// Bytes [offset, offset + length) of the record's offprint, cut at its end.
    /// Throws: Error(NotFound) when there is no such record or it has none, (Corrupt).
    std::string offprint(std::string_view id, std::int64_t offset, std::int64_t length) const;

    SearchAnswer search(const SearchRequest& request) const;
    /// Distinct values for narrowing a search, most frequent first.
    std::vector<std::string> sections() const;
    std::vector<std::string> issuers() const;

    /// Re-reads and re-hashes everything: blobs, XML, text digests, search rows, counts.
    /// `progress(done, total)` is called now and then. Empty: the file agrees with the manifests
    /// in it. That it is the file of old, only its head tells, compared with one kept elsewhere.
    core::Diagnostics verify(
        const std::function<void(std::int64_t, std::int64_t)>& progress = {}) const;

    /// One digest over all that was issued, in order (store/chain.hpp).
    std::string head() const;
    /// The revision at which the archive had that head; nothing when it never had.
    std::optional<std::int64_t> revision_with_head(std::string_view head) const;

  private:
    struct Store;
    explicit Archive(std::unique_ptr<Store> store);
    std::unique_ptr<Store> store_;
};

}  // namespace gongbao::archive
