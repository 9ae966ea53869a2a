// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/press/disclosure_bar.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/intake/structure/disclosure.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

bool is_error(const core::Diagnostic& finding) {
    return finding.level == core::Level::Error;
}

std::string mark_of(const core::Diagnostic& finding) {
    const auto mark = finding.message.args.find("mark");
    return mark == finding.message.args.end() ? std::string() : mark->second;
}

// Running heads and the page around a text are in the manuscript only.
core::Diagnostics read_again(const ManuscriptBox& box, DocumentId id,
                             const Manuscript& manuscript) {
    core::Diagnostics found;
    try {
        for (core::Diagnostic& finding : take_in(manuscript).findings)
            if (is_disclosure(finding)) found.push_back(std::move(finding));
    } catch (const Error&) {
        for (core::Diagnostic& finding : box.findings(id))
            if (is_disclosure(finding)) found.push_back(std::move(finding));
        found.push_back(
            {core::Level::Error, "", {"disclosure.manuscript_unreadable", {}}, manuscript.name});
    }
    return found;
}

core::Diagnostics judge(DocumentId id, const PressDocument& of, const ManuscriptBox& box) {
    if (of.index_year) return {};
    const Manuscript manuscript = box.manuscript(id);
    core::Diagnostics found = read_again(box, id, manuscript);
    for (core::Diagnostic& finding : disclosure_findings(of.document, manuscript.name)) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const auto& other) {
            return other.message.id == finding.message.id && mark_of(other) == mark_of(finding);
        });
        const bool said = finding.message.id == "disclosure.closed" &&
                          std::any_of(found.begin(), found.end(), is_error);
        if (!known && !said) found.push_back(std::move(finding));
    }
    return found;
}

// At least two letters or characters, and nothing that is not printed.
bool says_something(const std::string& words) {
    int letters = 0;
    for (const char32_t c : core::to_utf32(words)) {
        if (c < U' ' || c == 0x7F) return false;
        const bool sign = (c >= 0x2000 && c < 0x2E80) || (c >= 0x3000 && c < 0x3040) || c >= 0xFF00;
        letters += core::is_ascii_letter(c) || (c >= 0xC0 && !sign) ? 1 : 0;
    }
    return letters >= 2;
}

const ItemReview* review_of(const std::vector<ItemReview>& reviews, DocumentId id) {
    for (const ItemReview& review : reviews)
        if (review.item.document == id) return &review;
    return nullptr;
}

void check_decisions(const DeskIssue& issue, const std::vector<ItemReview>& reviews,
                     const std::vector<Disclosure>& decisions) {
    std::set<DocumentId> decided;
    for (const Disclosure& decision : decisions) {
        const std::string id = std::to_string(decision.document);
        if (!says_something(decision.by) || !says_something(decision.reason))
            throw Error(ErrorKind::Invalid, {"desk.disclose_unsigned", {{"id", id}}});
        if (!decided.insert(decision.document).second)
            throw Error(ErrorKind::Invalid, {"desk.disclose_twice", {{"id", id}}});
        const ItemReview* review = review_of(reviews, decision.document);
        if (review == nullptr)
            throw Error(ErrorKind::NotFound,
                        {"desk.not_placed", {{"id", id}, {"issue", core::slug(issue.number)}}});
        if (!review->is_barred())
            throw Error(ErrorKind::Conflict, {"desk.disclose_nothing", {{"id", id}}});
    }
}

}  // namespace

bool ItemReview::is_barred() const {
    return std::any_of(disclosure.begin(), disclosure.end(), is_error);
}

std::vector<ItemReview> review_items(const DeskIssue& issue,
                                     const std::vector<PressDocument>& documents,
                                     const ManuscriptBox& box) {
    GONGBAO_CHECK(documents.size() == issue.items.size());
    std::vector<ItemReview> reviews;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const DeskItem& item = issue.items[i];
        ItemReview& review = reviews.emplace_back();
        review.item = item;
        const core::Diagnostics kept = box.findings(item.document);
        review.errors =
            static_cast<int>(std::count_if(kept.begin(), kept.end(), [](const auto& finding) {
                return is_error(finding) && !is_disclosure(finding);
            }));
        review.disclosure = judge(item.document, documents[i], box);
    }
    return reviews;
}

core::Diagnostics findings_of(const std::vector<ItemReview>& reviews) {
    core::Diagnostics all;
    for (const ItemReview& review : reviews) {
        const std::string id = std::to_string(review.item.document);
        const std::string document = "[" + id + "]";
        if (review.errors > 0)
            all.push_back({core::Level::Error,
                           document,
                           {"desk.document_has_errors",
                            {{"id", id},
                             {"title", core::excerpt(review.item.title)},
                             {"count", std::to_string(review.errors)}}},
                           {}});
        for (core::Diagnostic finding : review.disclosure) {
            finding.place = finding.place.empty() ? document : document + " " + finding.place;
            all.push_back(std::move(finding));
        }
    }
    return all;
}

void require_publishable(const DeskIssue& issue, const std::vector<ItemReview>& reviews,
                         const std::vector<Disclosure>& decisions) {
    check_decisions(issue, reviews, decisions);
    std::vector<std::string> barred;
    for (const ItemReview& review : reviews) {
        const bool decided = std::any_of(
            decisions.begin(), decisions.end(),
            [&](const auto& decision) { return decision.document == review.item.document; });
        if (review.errors > 0 || (review.is_barred() && !decided))
            barred.push_back(std::to_string(review.item.document));
    }
    if (barred.empty()) return;
    throw Error(ErrorKind::Forbidden,
                {"desk.issue_barred",
                 {{"issue", core::slug(issue.number)}, {"documents", core::join(barred, ", ")}}});
}

std::vector<archive::Disclosed> record_of(const DeskIssue& issue,
                                          const std::vector<ItemReview>& reviews,
                                          const std::vector<Disclosure>& decisions) {
    std::vector<archive::Disclosed> record;
    for (std::size_t i = 0; i < reviews.size(); ++i) {
        for (const Disclosure& decision : decisions) {
            if (decision.document != reviews[i].item.document) continue;
            archive::Disclosed& one = record.emplace_back();
            one.record = core::slug(issue.number) + "-" + std::to_string(i + 1);
            one.by = decision.by;
            one.reason = decision.reason;
            for (const core::Diagnostic& finding : reviews[i].disclosure)
                if (is_error(finding))
                    one.findings.push_back({finding.message.id, finding.place, finding.excerpt});
        }
    }
    return record;
}

}  // namespace gongbao::editor
