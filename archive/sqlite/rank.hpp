// SPDX-License-Identifier: Apache-2.0
// How well a record answers a query: gongbao_rank(search, kinds), higher is better.
//
// `kinds` tells for each phrase of the MATCH expression, in order, what it is:
//   'T' the exact title, 'P' the whole query as a phrase, 'w' a word of it, 'f' a filter (no
//   score).
// A word in the title outweighs any number of hits in the text; newer breaks near ties.
#pragma once

#include <sqlite3.h>

namespace gongbao::archive {

void rank(const Fts5ExtensionApi* api, Fts5Context* match, sqlite3_context* result, int count,
          sqlite3_value** values);

}  // namespace gongbao::archive
