// SPDX-License-Identifier: Apache-2.0
// Which text of the archive a citation names (core/document/citations.hpp). Called where pages and
// feeds make links.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "archive/reader.hpp"

namespace gongbao::archive {

/// Keeps what was found: a document names the same texts again and again.
class CitedRecords {
  public:
    /// `archive` outlives it.
    explicit CitedRecords(const Reader& archive) : archive_(archive) {}

    /// The one record that has the citation's number, or its title; nothing when there is none or
    /// more than one, and for an article.
    std::optional<RecordSummary> find(const core::Citation& citation);

    /// Was any document asked for? Then the answers may be others in a later revision.
    bool asked() const { return !known_.empty(); }

  private:
    const std::vector<RecordSummary>& named(const std::string& name);

    const Reader& archive_;
    std::map<std::string, std::vector<RecordSummary>> known_;
};

}  // namespace gongbao::archive
