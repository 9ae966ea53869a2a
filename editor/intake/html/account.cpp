// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/account.hpp"

#include <utility>

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/intake/html/tree.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor::html {
namespace {

constexpr std::size_t kMostWordsNamed = 2000;

}  // namespace

void Account::leave_out(std::string_view text, const char* id, const core::Place& place,
                        std::map<std::string, std::string> arguments, core::Level level) {
    count(text, -1);
    report(text, id, place, std::move(arguments), level);
}

void Account::report(std::string_view text, const char* id, const core::Place& place,
                     std::map<std::string, std::string> arguments, core::Level level) {
    const std::string words = tidy_white_space(text);
    if (words_of(words).empty()) return;
    arguments["words"] = core::excerpt(words, kMostWordsNamed);
    findings_.push_back({level, place, {id, std::move(arguments)}, core::excerpt(words)});
}

void Account::count(std::string_view text, int sign) {
    const std::string words = words_of(text);
    for (std::size_t at = 0; at < words.size();) open_[core::next_code_point(words, at)] += sign;
}

void Account::require_all(const GumboNode& content) {
    count(words_below(content), 1);
    for (const auto& [character, balance] : open_) {
        if (balance == 0) continue;
        std::string one;
        core::append_utf8(one, character);
        const std::string none;
        throw core::Error(
            core::ErrorKind::Invalid,
            {"intake.words_changed",
             {{"before", balance > 0 ? one : none}, {"after", balance > 0 ? none : one}}},
            "html account");
    }
}

}  // namespace gongbao::editor::html
