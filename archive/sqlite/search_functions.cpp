// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/search_functions.hpp"

#include <sqlite3.h>

#include <string>
#include <string_view>

#include "archive/search/tokens.hpp"
#include "archive/sqlite/places.hpp"
#include "archive/sqlite/rank.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using TokenCallback = int (*)(void*, int, const char*, int, int, int);

int clip(std::size_t offset) {
    return static_cast<int>(offset);
}

// Facets are tokens as they stand, each after its mark.
int emit_facets(std::string_view facets, void* context, TokenCallback emit) {
    for (std::size_t begin = 0; begin < facets.size();) {
        const std::size_t end = std::min(facets.find(kFacetMark, begin + 1), facets.size());
        const int code =
            emit(context, 0, facets.data() + begin, clip(end - begin), clip(begin), clip(end));
        if (code != SQLITE_OK) return code;
        begin = end;
    }
    return SQLITE_OK;
}

int emit_text(std::string_view text, void* context, TokenCallback emit) {
    const FoldedText folded = fold(text);
    int code = SQLITE_OK;
    std::string token;
    for_each_token(folded.text, [&](std::size_t begin, std::size_t end) {
        if (code != SQLITE_OK) return;
        token.clear();
        for (std::size_t at = begin; at < end; ++at) core::append_utf8(token, folded.text[at]);
        code = emit(context, 0, token.data(), clip(token.size()), clip(folded.spans[begin].begin),
                    clip(folded.spans[end - 1].end));
    });
    return code;
}

int create(void*, const char**, int, Fts5Tokenizer** out) {
    static int nothing_to_keep = 0;
    *out = reinterpret_cast<Fts5Tokenizer*>(&nothing_to_keep);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}

// The strings of a query are tokens already: phrase_expression made them.
int tokenize(Fts5Tokenizer*, void* context, int flags, const char* bytes, int size,
             TokenCallback emit) {
    const std::string_view text(bytes != nullptr ? bytes : "", static_cast<std::size_t>(size));
    if ((flags & FTS5_TOKENIZE_QUERY) != 0)
        return text.empty() ? SQLITE_OK : emit(context, 0, bytes, size, 0, size);
    if (text.starts_with(kFacetMark)) return emit_facets(text, context, emit);
    return core::is_valid_utf8(text) ? emit_text(text, context, emit) : SQLITE_CORRUPT;
}

fts5_api* fts5_of(sqlite3* connection) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

}  // namespace

void register_search_functions(core::Database& database) {
    fts5_api* api = fts5_of(database.handle());
    if (api == nullptr)
        throw core::Error(core::ErrorKind::Unavailable, {"archive.no_full_text", {}});
    fts5_tokenizer tokenizer{create, destroy, tokenize};
    api->xCreateTokenizer(api, "gongbao", nullptr, &tokenizer, nullptr);
    api->xCreateFunction(api, "gongbao_rank", nullptr, rank, nullptr);
    api->xCreateFunction(api, "gongbao_places", nullptr, places, nullptr);
}

}  // namespace gongbao::archive
