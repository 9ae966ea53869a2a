// SPDX-License-Identifier: Apache-2.0
// What is read of an archive: its lists (editions and records as summaries), its texts, its files.
// The pages, the feeds, the command line and the annual index ask nothing else.
//
// Threads: as the archive it belongs to (archive.hpp).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.hpp"
#include "core/gazette/issue.hpp"

namespace gongbao::archive {

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
    std::vector<std::string> themes;  ///< 主题分类, "综合政务/政务公开"
    core::Force force = core::Force::Other;
    core::Openness openness = core::Openness::Public;
    std::optional<core::Date> expires;
    std::vector<RelatedRecord> corrects;      ///< of a 更正: the texts it corrects, newest first
    std::vector<RelatedRecord> corrected_by;  ///< its corrections, newest first
};

/// A form in which an edition or a record is published: its PDF, its offprint, or another.
struct Rendition {
    std::string kind;  ///< "pdf" of an edition, "offprint" of a record, …
    std::string type;  ///< media type
    std::string digest;
    std::int64_t size = 0;
    int pages = 0;              ///< 0 where it has none
    std::int64_t revision = 0;  ///< with which it was published
};

/// When what is told of `record` changed last: issued, or joined with a correction.
core::Instant changed_at(const RecordSummary& record);

class Reader {
  public:
    virtual ~Reader() = default;

    /// Raised by one with everything that is published; 0 for an empty archive. Costs one row.
    virtual std::int64_t revision() const = 0;
    /// Equal for two archives of the same revisions only: the number and its manifest's digest.
    virtual std::string identity() const = 0;
    /// When the newest edition was issued.
    virtual std::optional<core::Instant> last_issued() const = 0;

    virtual std::vector<int> years() const = 0;  ///< newest first
    /// Newest first; of one year, or of all.
    virtual std::vector<EditionSummary> editions(std::optional<int> year = {}) const = 0;
    virtual std::optional<EditionSummary> edition(const core::IssueNumber& number) const = 0;
    virtual std::optional<EditionSummary> latest_edition() const = 0;
    /// In printed order.
    virtual std::vector<RecordSummary> records(const core::IssueNumber& number) const = 0;
    /// Newest first, across editions.
    virtual std::vector<RecordSummary> recent(int limit, int offset = 0) const = 0;
    virtual std::int64_t record_count() const = 0;
    /// The texts of both sides of the relations that became known with that edition, newest first,
    /// without those the edition holds itself.
    virtual std::vector<RecordSummary> joined_with(const core::IssueNumber& number) const = 0;
    /// Records that no relation makes a correction, and whose title `is_meant` accepts; oldest
    /// first.
    virtual std::vector<RecordSummary> unrelated(
        const std::function<bool(const std::string& title)>& is_meant) const = 0;
    /// The highest printed page of the year's editions, of one kind or of all; 0 when there is
    /// none.
    virtual int last_folio(int year, std::optional<core::IssueKind> kind = {}) const = 0;

    virtual std::optional<RecordSummary> record(std::string_view id) const = 0;
    /// Every record whose 发文字号 is the same number, however `number` writes it.
    virtual std::vector<RecordSummary> by_number(std::string_view number) const = 0;
    /// Records of exactly that title, however it is printed (core::title_name), newest first: all,
    /// or so many that there is no telling which is meant.
    virtual std::vector<RecordSummary> by_title(std::string_view title) const = 0;

    /// The canonical text. Throws: Error(NotFound), (Corrupt) when the stored bytes changed.
    virtual std::string canonical_xml(std::string_view id) const = 0;
    /// The same as a document, with its pictures.
    core::Document document(std::string_view id) const;
    /// The same, its pictures by digest and type only: for who shows their addresses.
    core::Document document_without_pictures(std::string_view id) const;

    virtual std::optional<core::Media> media(std::string_view digest) const = 0;
    /// Media type and size of a picture, without reading it.
    struct Picture {
        std::string type;
        std::int64_t size = 0;
    };
    virtual std::optional<Picture> picture(std::string_view digest) const = 0;
    /// Bytes [offset, offset + length) of the picture, cut at its end.
    /// Throws: Error(NotFound), (Corrupt).
    virtual std::string picture(std::string_view digest, std::int64_t offset,
                                std::int64_t length) const = 0;
    /// Bytes [offset, offset + length) of the edition's PDF, cut at its end.
    /// Throws: Error(NotFound), (Corrupt).
    virtual std::string pdf(const core::IssueNumber& number, std::int64_t offset,
                            std::int64_t length) const = 0;
    /// Bytes [offset, offset + length) of the record's offprint, cut at its end.
    /// Throws: Error(NotFound) when there is no such record or it has none, (Corrupt).
    virtual std::string offprint(std::string_view id, std::int64_t offset,
                                 std::int64_t length) const = 0;
    /// Every form of the edition "2026-8" or of the record "2026-8-3", in the order of publishing.
    /// Throws: Error(NotFound).
    virtual std::vector<Rendition> renditions(std::string_view owner) const = 0;
    /// Bytes [offset, offset + length) of one of them, cut at its end.
    /// Throws: Error(NotFound), (Corrupt).
    virtual std::string rendition(std::string_view owner, std::string_view kind,
                                  std::int64_t offset, std::int64_t length) const = 0;
};

}  // namespace gongbao::archive
