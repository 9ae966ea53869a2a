// SPDX-License-Identifier: Apache-2.0
#include "archive/reader.hpp"

#include <algorithm>

#include "core/akn/read_akn.hpp"
#include "core/report/error.hpp"

namespace gongbao::archive {

core::Instant changed_at(const RecordSummary& record) {
    core::Instant last = record.issued_at;
    for (const auto* related : {&record.corrects, &record.corrected_by})
        for (const RelatedRecord& one : *related) last = std::max(last, one.known_at);
    return last;
}

core::Document Reader::document_without_pictures(std::string_view id) const {
    return core::read_akn(canonical_xml(id));
}

core::Document Reader::document(std::string_view id) const {
    core::Document document = document_without_pictures(id);
    for (core::Media& one : document.media) {
        const auto stored = media(one.digest);
        if (!stored)
            throw core::Error(core::ErrorKind::Corrupt, {"archive.blob_missing", {}},
                              "picture " + one.digest);
        one.bytes = stored->bytes;
    }
    return document;
}

}  // namespace gongbao::archive
