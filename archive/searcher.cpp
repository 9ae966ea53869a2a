// SPDX-License-Identifier: Apache-2.0
#include "archive/searcher.hpp"

namespace gongbao::archive {

const char* name_of(SearchAnswer::Step step) {
    switch (step) {
        case SearchAnswer::Step::None: return "none";
        case SearchAnswer::Step::Number: return "number";
        case SearchAnswer::Step::Title: return "title";
        case SearchAnswer::Step::Phrase: return "phrase";
        case SearchAnswer::Step::AllWords: return "all-words";
        case SearchAnswer::Step::AnyWord: return "any-word";
    }
    return "unknown";
}

}  // namespace gongbao::archive
