// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/press/disclosure_bar.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/system/parallel.hpp"
#include "core/text/text.hpp"
#include "editor/intake/structure/disclosure.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

// So many manuscripts a thread are in memory at a time; one may have fifty megabytes.
constexpr std::size_t kBatch = 4;

bool is_error(const core::Diagnostic& finding) {
    return finding.level == core::Level::Error;
}

std::string mark_of(const core::Diagnostic& finding) {
    const auto mark = finding.message.args.find("mark");
    return mark == finding.message.args.end() ? std::string() : mark->second;
}

// What the desk keeps of an item, read by the thread that the file belongs to.
struct Kept {
    DeskItem item;
    const PressDocument* document = nullptr;
    Manuscript manuscript;
    core::Diagnostics findings;  ///< as they were when it was handed in
};

struct Judgement {
    core::Diagnostics disclosure;
    bool readable = true;  ///< the manuscript could be taken in: nothing else was asked
};

Kept kept_of(const DeskItem& item, const PressDocument& document, const ManuscriptBox& box) {
    Kept kept{item, &document, {}, box.findings(item.document)};
    if (!document.index_year) kept.manuscript = box.manuscript(item.document);
    return kept;
}

// Running heads and the page around a text are in the manuscript only.
Judgement read_again(const Kept& kept) {
    Judgement judgement;
    core::Diagnostics& found = judgement.disclosure;
    try {
        for (core::Diagnostic& finding : take_in(kept.manuscript).findings)
            if (is_disclosure(finding)) found.push_back(std::move(finding));
    } catch (const Error&) {
        judgement.readable = false;
        for (const core::Diagnostic& finding : kept.findings)
            if (is_disclosure(finding)) found.push_back(finding);
        found.push_back({core::Level::Error,
                         {},
                         {"disclosure.manuscript_unreadable", {}},
                         kept.manuscript.name});
    }
    return judgement;
}

Judgement judge(const Kept& kept) {
    if (kept.document->index_year) return {};
    Judgement judgement = read_again(kept);
    core::Diagnostics& found = judgement.disclosure;
    for (core::Diagnostic& finding :
         disclosure_findings(kept.document->document, kept.manuscript.name)) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const auto& other) {
            return other.message.id == finding.message.id && mark_of(other) == mark_of(finding);
        });
        const bool said = finding.message.id == "disclosure.closed" &&
                          std::any_of(found.begin(), found.end(), is_error);
        if (!known && !said) found.push_back(std::move(finding));
    }
    return judgement;
}

// What was said of just this manuscript and document, else what is to be said; then it is noted.
// A manuscript that cannot be read is tried again each time.
core::Diagnostics judge_once(const Kept& kept, std::optional<Judged>& noted) {
    const std::string digest = core::sha256_hex(kept.manuscript.bytes);
    const bool same = noted && noted->manuscript == digest && noted->name == kept.manuscript.name &&
                      noted->document == kept.document->document;
    if (same) return noted->disclosure;
    Judgement judgement = judge(kept);
    noted.reset();
    if (judgement.readable && !kept.document->index_year)
        noted = Judged{digest, kept.manuscript.name, kept.document->document, judgement.disclosure};
    return std::move(judgement.disclosure);
}

ItemReview review_of(const Kept& kept, std::optional<Judged>& noted) {
    ItemReview review;
    review.item = kept.item;
    review.errors = static_cast<int>(std::count_if(
        kept.findings.begin(), kept.findings.end(),
        [](const auto& finding) { return is_error(finding) && !is_disclosure(finding); }));
    review.disclosure = judge_once(kept, noted);
    return review;
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

std::vector<std::optional<Judged>> noted_of(const DeskIssue& issue, JudgedBefore* before) {
    std::vector<std::optional<Judged>> noted(issue.items.size());
    if (before == nullptr) return noted;
    for (std::size_t i = 0; i < noted.size(); ++i) {
        const auto known = before->find(issue.items[i].document);
        if (known != before->end()) noted[i] = std::move(known->second);
    }
    before->clear();
    return noted;
}

void note_all(const DeskIssue& issue, std::vector<std::optional<Judged>> noted,
              JudgedBefore& before) {
    for (std::size_t i = 0; i < noted.size(); ++i)
        if (noted[i]) before.emplace(issue.items[i].document, std::move(*noted[i]));
}

const ItemReview* find_review(const std::vector<ItemReview>& reviews, DocumentId id) {
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
        const ItemReview* review = find_review(reviews, decision.document);
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
                                     const ManuscriptBox& box, JudgedBefore* before) {
    GONGBAO_CHECK(documents.size() == issue.items.size());
    const unsigned threads = core::thread_count();
    const std::size_t at_once = kBatch * threads;
    std::vector<ItemReview> reviews(documents.size());
    std::vector<std::optional<Judged>> noted = noted_of(issue, before);
    for (std::size_t first = 0; first < documents.size(); first += at_once) {
        const std::size_t end = std::min(documents.size(), first + at_once);
        std::vector<Kept> batch;
        for (std::size_t i = first; i < end; ++i)
            batch.push_back(kept_of(issue.items[i], documents[i], box));
        core::for_each_index(batch.size(), threads, [&](std::size_t i) {
            reviews[first + i] = review_of(batch[i], noted[first + i]);
        });
    }
    if (before != nullptr) note_all(issue, std::move(noted), *before);
    return reviews;
}

core::Diagnostics findings_of(const std::vector<ItemReview>& reviews) {
    core::Diagnostics all;
    for (const ItemReview& review : reviews) {
        const std::string id = std::to_string(review.item.document);
        const core::Place document(core::PlaceKind::Document, review.item.document);
        if (review.errors > 0)
            all.push_back({core::Level::Error,
                           document,
                           {"desk.document_has_errors",
                            {{"id", id},
                             {"title", core::excerpt(review.item.title)},
                             {"count", std::to_string(review.errors)}}},
                           {}});
        for (core::Diagnostic finding : review.disclosure) {
            finding.place = document.with(finding.place);
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
