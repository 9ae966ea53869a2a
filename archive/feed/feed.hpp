// SPDX-License-Identifier: Apache-2.0
// Atom feeds of the archive (RFC 4287), paged and archived (RFC 5005): functions of the archive's
// revision and of the settings alone, so the same revision gives the same bytes. Called by the
// server's feed pages.
//
// Ids are tag: URIs (RFC 4151) made of the authority and the permanent ids of editions and records;
// they survive a change of address. `updated` is the moment of issuing, or the later one in which a
// text was joined with its correction: what is issued never changes, but a reader of the feed has
// to learn that it is corrected (RFC 4287, 4.2.15). So the edition with a correction brings the
// entries of the corrected texts again, with a link and a sentence; no page of the feed has them a
// second time.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "archive/reader.hpp"

namespace gongbao::archive {

struct FeedSettings {
    std::string base_url;       ///< "https://gazette.example", without a slash at the end
    std::string path;           ///< of the feed itself: "/feeds/documents.atom"
    std::string tag_authority;  ///< "gazette.example,2026": a name once owned, and when
    std::string title;
    std::string subtitle;  ///< may be empty
    std::string author;    ///< who publishes; also the author of entries without an issuer
    std::string language = "zh-CN";
    std::string notes_name;  ///< names a document's footnotes for assistive programs
    int limit = 30;          ///< entries a page
    int page = 1;            ///< RFC 5005, 3: page 1 is the feed itself, further ones `path`?page=N
    /// RFC 5005, 4: the archive document of one edition, `path`?edition=SLUG. Its list never
    /// changes, an entry when its text is corrected. For documents_feed only; then `page` is not
    /// read.
    std::optional<core::IssueNumber> edition;

    /// The sentence that `other` corrects the entry's text, or is corrected by it; "" says nothing.
    std::function<std::string(const RelatedRecord& other)> corrected_words =
        [](const RelatedRecord&) { return std::string(); };
    std::function<std::string(const RelatedRecord& other)> corrects_words =
        [](const RelatedRecord&) { return std::string(); };
};

inline constexpr const char* kAtomType = "application/atom+xml; charset=utf-8";

/// The newest documents with their full text.
/// Throws: Error(NotFound) for a page beyond the last or an edition that is not there.
std::string documents_feed(const Reader& archive, const FeedSettings& settings);

/// The newest editions, each with its contents and its PDF as an enclosure.
/// Throws: Error(NotFound) for a page beyond the last.
std::string editions_feed(const Reader& archive, const FeedSettings& settings);

}  // namespace gongbao::archive
