// SPDX-License-Identifier: Apache-2.0
// Issuing::probe: does every door of the archive show the edition?
#include <algorithm>

#include "core/system/digest.hpp"
#include "editor/issuing/issuing.hpp"

namespace gongbao::editor {
namespace {

core::Diagnostic unseen(const char* id, const std::string& what) {
    return {core::Level::Error, core::Place::stored(what), {id, {}}, {}};
}

bool holds(const std::vector<archive::RecordSummary>& records, const std::string& id) {
    return std::any_of(records.begin(), records.end(),
                       [&](const archive::RecordSummary& one) { return one.id == id; });
}

bool is_found(const archive::Archive& archive, const archive::RecordSummary& record) {
    archive::SearchRequest request;
    request.text = record.number.empty() ? record.title : record.number;
    request.order = archive::SearchRequest::Order::Newest;  // others may have the same title
    request.limit = 100;
    const auto answer = archive.search(request);
    return std::any_of(answer.hits.begin(), answer.hits.end(),
                       [&](const archive::SearchHit& hit) { return hit.record.id == record.id; });
}

}  // namespace

core::Diagnostics Issuing::probe(const archive::Archive& archive, const Proof& proof) {
    const std::string slug = core::slug(proof.issue);
    const auto edition = archive.edition(proof.issue);
    if (!edition) return {unseen("office.probe.edition", slug)};
    core::Diagnostics found;
    const std::string pdf = archive.pdf(proof.issue, 0, edition->pdf_size);
    if (core::sha256_hex(pdf) != proof.digest) found.push_back(unseen("office.probe.file", slug));
    const auto records = archive.records(proof.issue);
    if (records.empty() || static_cast<int>(records.size()) != edition->records)
        found.push_back(unseen("office.probe.records", slug));
    for (const archive::RecordSummary& record : records) {
        if (!archive.record(record.id)) found.push_back(unseen("office.probe.record", record.id));
        if (!record.number.empty() && !holds(archive.by_number(record.number), record.id))
            found.push_back(unseen("office.probe.number", record.id));
        if (!is_found(archive, record)) found.push_back(unseen("office.probe.search", record.id));
    }
    return found;
}

}  // namespace gongbao::editor
