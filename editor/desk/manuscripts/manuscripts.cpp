// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/manuscripts/manuscripts.hpp"

#include <optional>
#include <string>
#include <utility>

#include "editor/desk/manuscripts/desk_corrections.hpp"
#include "editor/desk/store/holdings.hpp"

namespace gongbao::editor {
namespace {

// A finding when another document, on the desk or published, has `number` already.
std::optional<core::Diagnostic> number_taken(const std::string& number,
                                             const std::vector<DocumentId>& own,
                                             const Holdings& holdings) {
    const auto finding = [&](core::Message message) {
        return core::Diagnostic{core::Level::Warning, {}, std::move(message), number};
    };
    const auto published = holdings.archive.by_number(number);
    if (!published.empty())
        return finding(
            {"desk.number_in_archive", {{"number", number}, {"record", published.front().id}}});
    if (const auto other = holdings.box.with_number(number, own))
        return finding(
            {"desk.number_on_desk", {{"number", number}, {"id", std::to_string(*other)}}});
    return {};
}

int year_of(const core::Document& document, core::Instant now) {
    return document.meta.written ? document.meta.written->year : core::date_at(now).year;
}

}  // namespace

Received Manuscripts::receive(const Manuscript& manuscript, core::Instant now) {
    return keep(manuscript, take_in(manuscript), now);
}

Received Manuscripts::keep(const Manuscript& manuscript, TakenIn taken, core::Instant now,
                           std::vector<DocumentId> replaced) {
    Received received;
    received.taken = std::move(taken);
    const core::Document& document = received.taken.document;
    core::Diagnostics& findings = received.taken.findings;
    core::Transaction transaction(holdings_.database);  // the same file may come in twice at once
    const auto known = holdings_.box.find(received.taken.manuscript_digest);
    if (known) replaced.push_back(*known);
    if (auto finding = number_taken(document.meta.number, replaced, holdings_))
        findings.push_back(std::move(*finding));
    for (auto& finding : told_of_correction(document, year_of(document, now), holdings_.archive))
        findings.push_back(std::move(finding));
    received.known = known.has_value();
    if (known) holdings_.box.require_whole(*known);
    received.id = known ? *known : holdings_.box.keep(manuscript, received.taken, now);
    transaction.commit();
    return received;
}

core::Document Manuscripts::document(DocumentId id) const {
    return holdings_.box.document(id);
}

core::Diagnostics Manuscripts::findings(DocumentId id) const {
    return holdings_.box.findings(id);
}

std::vector<DeskDocument> Manuscripts::all() const {
    return holdings_.box.documents();
}

}  // namespace gongbao::editor
