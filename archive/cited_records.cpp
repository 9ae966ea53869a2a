// SPDX-License-Identifier: Apache-2.0
#include "archive/cited_records.hpp"

#include "core/document/citations.hpp"

namespace gongbao::archive {
namespace {

// 《节水办法》 is a title, all else a number.
std::vector<RecordSummary> records_named(const Reader& archive, std::string_view name) {
    constexpr std::string_view kOpen = "《";
    constexpr std::string_view kClose = "》";
    if (!name.starts_with(kOpen)) return archive.by_number(name);
    name.remove_prefix(kOpen.size());
    name.remove_suffix(kClose.size());
    return archive.by_title(name);
}

}  // namespace

std::optional<RecordSummary> CitedRecords::find(const core::Citation& citation) {
    for (const std::string& name : core::names_of(citation)) {
        const std::vector<RecordSummary>& records = named(name);
        if (records.size() == 1) return records.front();
        if (records.size() > 1) return {};
    }
    return {};
}

const std::vector<RecordSummary>& CitedRecords::named(const std::string& name) {
    const auto known = known_.find(name);
    if (known != known_.end()) return known->second;
    return known_.emplace(name, records_named(archive_, name)).first->second;
}

}  // namespace gongbao::archive
