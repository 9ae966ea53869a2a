// SPDX-License-Identifier: Apache-2.0
// Answers the ladder's questions from the FTS5 index.
//
// By relevance, the newest 2,000 matches and the newest 2,000 with a word in the title are ranked
// and stand first; the others follow, newest first. So the cost of a page does not grow with the
// number of matches, and every match has its place in exactly one page.
#pragma once

#include "archive/search/matcher.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

class SqliteMatcher : public Matcher {
  public:
    explicit SqliteMatcher(const core::Database& database) : database_(database) {}

    std::int64_t count(const Expression& expression) const override;
    bool has(const Expression& expression) const override;
    std::vector<std::int64_t> rows(const Expression& expression, SearchRequest::Order order,
                                   std::int64_t offset, std::int64_t limit) const override;
    std::vector<std::int64_t> rows_with_number(std::string_view number) const override;
    RecordSummary record(std::int64_t row) const override;
    std::string text(std::int64_t row) const override;

  private:
    const core::Database& database_;
};

/// Records of exactly that title (core::title_name), newest first: all, or more than one.
std::vector<RecordSummary> list_with_title(const core::Database& database, std::string_view title);

}  // namespace gongbao::archive
