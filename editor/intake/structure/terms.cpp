// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/terms.hpp"

#include <string>

#include "core/text.hpp"

namespace gongbao::editor {
namespace {

constexpr std::string_view kFrom = "自";

// The date that ends with the 日 at `day_end` (a byte just after it).
std::optional<core::Date> date_ending_at(std::string_view text, std::size_t day_end) {
    const std::size_t year = text.substr(0, day_end).rfind("年");
    if (year == std::string_view::npos || day_end - year > 40) return {};
    std::size_t start = year;
    for (int digits = 0; digits < 4 && start > 0; ++digits) {
        do --start;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80);
    }
    return core::parse_date(text.substr(start, day_end - start));
}

bool is_about_itself(std::string_view before) {
    const std::size_t cited = before.rfind("》");
    for (const char* own : {"本", "现予", "现将", "予以", "此前"}) {
        const std::size_t at = before.rfind(own);
        if (at != std::string_view::npos && (cited == std::string_view::npos || at > cited))
            return true;
    }
    return cited == std::string_view::npos;
}

// What stands between 自 and 起施行.
std::optional<Term> term_of(std::string_view words) {
    for (const char* day : {"公布之日", "发布之日", "印发之日", "颁布之日", "下发之日", "公开发布之日"})
        if (words.find(day) != std::string_view::npos) return Term{{}, true};
    const std::size_t day = words.rfind("日");
    if (day == std::string_view::npos) return {};
    if (const auto date = date_ending_at(words, day + 3)) return Term{date, false};
    return {};
}

std::string_view sentence_before(std::string_view text, std::size_t at) {
    const std::size_t stop = text.substr(0, at).rfind("。");
    const std::size_t start = stop == std::string_view::npos ? 0 : stop + 3;
    return text.substr(start, at - start);
}

}  // namespace

std::optional<Term> effective_term(std::string_view original) {
    const std::string text = core::without_spaces(original);
    for (const char* verb : {"施行", "实施", "执行", "生效"}) {
        for (std::size_t at = text.find(verb); at != std::string::npos;
             at = text.find(verb, at + 6)) {
            const std::string_view sentence = sentence_before(text, at);
            const std::size_t from = sentence.rfind(kFrom);
            if (from == std::string_view::npos || sentence.size() - from > 90) continue;
            const std::string_view words = sentence.substr(from);
            if (words.find("起") == std::string_view::npos ||
                words.find("；") != std::string_view::npos)
                continue;
            if (!is_about_itself(sentence.substr(0, from))) continue;
            if (auto term = term_of(words)) return term;
        }
    }
    return {};
}

std::optional<Validity> validity_of(std::string_view original) {
    const std::string text = core::without_spaces(original);
    const std::size_t at = text.find("有效期");
    if (at == std::string::npos) return {};
    std::string_view rest = std::string_view(text).substr(at + 9);
    for (const char* word : {"限", "自", "为", "至", "到"})
        if (rest.starts_with(word)) rest.remove_prefix(3);
    const std::size_t day = rest.find("日");
    if (day != std::string_view::npos && day < 40)
        if (const auto until = core::parse_date(rest.substr(0, day + 3))) return Validity{until, 0};
    const std::size_t year = rest.find("年");
    if (year == std::string_view::npos || year > 6) return {};
    const long years = core::parse_numeral(rest.substr(0, year));
    if (years < 1 || years > 50) return {};
    return Validity{{}, static_cast<int>(years)};
}

std::optional<core::Date> date_before(std::string_view original, std::string_view verb) {
    const std::string text = core::without_spaces(original);
    std::optional<core::Date> found;
    std::size_t start = 0;
    for (std::size_t at = text.find(verb); at != std::string::npos; at = text.find(verb, at + 3)) {
        const std::string_view clause = std::string_view(text).substr(start, at - start);
        const std::size_t day = clause.rfind("日");
        if (day != std::string_view::npos)
            if (const auto date = date_ending_at(clause, day + 3)) found = date;
        start = at + verb.size();
    }
    return found;
}

}  // namespace gongbao::editor
