// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/rank.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "archive/sqlite/place_in_time.hpp"

namespace gongbao::archive {
namespace {

constexpr int kTitle = 0;
constexpr int kNumber = 1;
constexpr double kExactTitle = 100;
constexpr double kInTitle = 8;
constexpr double kOpensTitle = 2;
constexpr double kInNumber = 4;
constexpr double kWholeQuery = 2;  // times what a word earns
constexpr int kCountedHits = 16;   // more say nothing new

double score_of_phrase(const Fts5ExtensionApi* api, Fts5Context* match, int phrase) {
    Fts5PhraseIter iterator;
    int column = -1;
    int place = -1;
    if (api->xPhraseFirst(match, phrase, &iterator, &column, &place) != SQLITE_OK || column < 0)
        return 0;
    double score = 1;
    if (column == kTitle) score += kInTitle + (place == 0 ? kOpensTitle : 0);
    int hits = 0;
    bool numbered = false;
    for (; column >= 0 && hits < kCountedHits; ++hits) {
        numbered = numbered || column == kNumber;
        api->xPhraseNext(match, &iterator, &column, &place);
    }
    return score + (numbered ? kInNumber : 0) + 0.5 * std::log2(hits);
}

// 0 for 1990, 1 for 2040: about a fifth of a point a decade.
double recency(sqlite3_int64 row) {
    constexpr double k1990 = 7305;
    constexpr double kFiftyYears = 18262;
    return std::clamp((static_cast<double>(day_of(row)) - k1990) / kFiftyYears, 0.0, 1.0);
}

}  // namespace

void rank(const Fts5ExtensionApi* api, Fts5Context* match, sqlite3_context* result, int count,
          sqlite3_value** values) {
    if (count != 1 || sqlite3_value_type(values[0]) != SQLITE_TEXT)
        return sqlite3_result_error(result, "gongbao_rank(search, kinds)", -1);
    const std::string_view kinds(reinterpret_cast<const char*>(sqlite3_value_text(values[0])),
                                 static_cast<std::size_t>(sqlite3_value_bytes(values[0])));
    double score = recency(api->xRowid(match));
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (kinds[i] == 'f') continue;
        const double phrase = score_of_phrase(api, match, static_cast<int>(i));
        if (phrase == 0) continue;
        score += kinds[i] == 'T' ? kExactTitle : kinds[i] == 'P' ? kWholeQuery * phrase : phrase;
    }
    sqlite3_result_double(result, score);
}

}  // namespace gongbao::archive
