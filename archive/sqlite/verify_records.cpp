// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/verify_records.hpp"

#include <optional>
#include <utility>

#include "archive/sqlite/blobs.hpp"
#include "archive/sqlite/place_in_time.hpp"
#include "core/akn/read_akn.hpp"
#include "core/system/digest.hpp"

namespace gongbao::archive {

using core::Statement;

void RecordCheck::check_record(std::int64_t id, IndexContents& index) {
    const auto row = index.rows.extract(id);
    const bool torn = index.torn.erase(id) > 0;
    core::Place place = core::Place::stored("record", id);
    run_.check(place, [&] {
        const RecordSummary record = record_at(run_.database(), id);
        place = core::Place::stored(record.id);
        const std::string xml = stored("xml", "canonical", id);
        const std::string text = stored("text", "plain", id);
        check_texts(place, id, record, xml, text);
        const IndexedText indexed{record.title,      record.number,  text,
                                  record.issue.year, record.section, record.issuers};
        if (torn || row.empty() || row.mapped() != archive::row_of(indexed))
            run_.report(place, "archive.index_wrong");
        check_place(place, id, record);
    });
    run_.advance();
}

// Row numbers order every list; see place_in_time.hpp.
void RecordCheck::check_place(const core::Place& place, std::int64_t id,
                              const RecordSummary& record) {
    Statement row = run_.database().prepare(
        "SELECT edition.id, edition.records, record.number_key, "
        "(SELECT count(*) FROM issuer WHERE record = record.id), "
        "(SELECT coalesce(max(place), 0) FROM issuer WHERE record = record.id), "
        "(SELECT coalesce(min(place), 1) FROM issuer WHERE record = record.id) "
        "FROM record JOIN edition ON edition.id = record.edition WHERE record.id = ?");
    row.bind(1, id);
    if (!row.step()) return;  // told as a row without owner
    const auto key = row.is_null(2) ? std::nullopt : std::optional(row.text(2));
    const auto issuers = static_cast<std::int64_t>(record.issuers.size());
    if (record_id(row.integer(0), row.integer(1), record.order) != id ||
        day_of(row.integer(0)) != core::days_since_epoch(core::date_at(record.issued_at)) ||
        key != number_key(record.number) || row.integer(3) != issuers ||
        row.integer(4) != issuers || row.integer(5) != 1)
        run_.report(place, "archive.record_wrong");
}

void RecordCheck::check_texts(const core::Place& place, std::int64_t id,
                              const RecordSummary& record, const std::string& xml,
                              const std::string& text) {
    const bool read_before = std::exchange(texts_read_, false);
    if (core::sha256_hex(xml) != digest_of_xml(id))
        return run_.report(place, "archive.xml_damaged");
    const core::Document document = core::read_akn(xml);
    if (core::text_digest(document) != record.text_digest)
        run_.report(place, "archive.text_damaged");
    if (core::plain_text(document) != text) run_.report(place, "archive.plain_wrong");
    texts_read_ = read_before;
    for (const core::Media& media : document.media) {
        types_[media.digest] = media.type;
        if (!find_blob(run_.database(), media.digest)) run_.report(place, "archive.blob_missing");
    }
    const core::Metadata& meta = document.meta;
    if (meta.title != record.title || meta.number != record.number || meta.kind != record.kind ||
        meta.issuers != record.issuers || core::carried_title(document) != record.carries ||
        meta.written != record.written || meta.effective != record.effective ||
        facts_of(meta) != stored_facts(id))
        run_.report(place, "archive.record_wrong");
}

std::string RecordCheck::stored(const char* column, const char* table, std::int64_t id) {
    Statement row = run_.database().prepare(std::string("SELECT ") + column + " FROM " + table +
                                            " WHERE record = ?");
    row.bind(1, id);
    return row.step() ? row.text(0) : std::string();
}

RecordFacts RecordCheck::stored_facts(std::int64_t id) {
    Statement row =
        run_.database().prepare("SELECT themes, force, expires, openness FROM record WHERE id = ?");
    row.bind(1, id);
    if (!row.step()) return {};
    return {row.text(0), row.text(1), row.is_null(2) ? std::nullopt : std::optional(row.text(2)),
            row.text(3)};
}

std::string RecordCheck::digest_of_xml(std::int64_t id) {
    Statement row = run_.database().prepare("SELECT xml_digest FROM record WHERE id = ?");
    row.bind(1, id);
    return row.step() ? row.text(0) : std::string();
}

}  // namespace gongbao::archive
