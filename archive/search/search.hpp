// SPDX-License-Identifier: Apache-2.0
// Answers a reader's search: a ladder of readings, from the strictest to the loosest; the first
// that finds something answers, and the answer tells which it was.
//
//   number      the records with that 发文字号, however written
//   title       a record of exactly that title, first; then all that hold the words
//   phrase      the words as they stand, unbroken
//   all words   every word (an unbroken phrase nobody wrote is divided where its parts are found)
//   any word
#pragma once

#include "archive/search/matcher.hpp"
#include "archive/searcher.hpp"

namespace gongbao::archive {

/// Requires: `matcher` sees one state of its store.
SearchAnswer search_records(const Matcher& matcher, const SearchRequest& request);

}  // namespace gongbao::archive
