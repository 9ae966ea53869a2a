// SPDX-License-Identifier: Apache-2.0
// How a reader wants the pages: language of the words around the texts, size of the type, contrast.
//
// The language is chosen by ?lang=, else by what the reader has set, else by the browser's
// Accept-Language (RFC 9110, 12.5.4). What is set is kept in a cookie of the reader's own browser,
// and names no reader: it holds words of short closed lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/http/request.hpp"

namespace gongbao::server {

enum class TypeSize { Standard, Large, Largest };

struct Preferences {
    std::string language;
    bool by_address =
        false;  ///< the language is that of ?lang=, which holds for this address alone
    TypeSize size = TypeSize::Standard;
    bool high_contrast = false;
};

/// Sizes as they are written in forms and cookies: "standard", "large", "largest".
std::string_view name_of(TypeSize size);
/// Standard for any other word.
TypeSize type_size_named(std::string_view name);

/// `languages`: those there are, the first for readers who want none of them.
Preferences preferences_of(const Request& request, const std::vector<std::string>& languages,
                           bool secure);

/// All that changes a page, as one word: "en.large.contrast". Two readers with the same word see
/// the same page.
std::string variant(const Preferences& preferences);

/// The value of Set-Cookie that keeps them for a year.
std::string keep_preferences(const Preferences& preferences, bool secure);

}  // namespace gongbao::server
