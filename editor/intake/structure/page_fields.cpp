// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/page_fields.hpp"

#include <string_view>
#include <utility>

#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

const std::pair<std::string, std::string>* find_field(const RawDocument& raw,
                                                      std::initializer_list<const char*> labels) {
    for (const char* label : labels)
        for (const auto& field : raw.fields)
            if (field.first == label && !field.second.empty()) return &field;
    return nullptr;
}

// What a form writes where there is nothing to write.
bool says_nothing(std::string_view value) {
    const std::string bare = core::without_spaces(value);
    for (const char* nothing :
         {"", "-", "—", "--", "——", "/", "无", "暂无", "有效", "现行有效", "长期", "长期有效"})
        if (bare == nothing) return true;
    return false;
}

// 17:30, 17:30:00, 17:30:00.0, 17时30分
bool is_time_of_day(std::string_view text) {
    const std::u32string words = core::to_utf32(core::trim(text));
    if (words.empty() || !core::is_digit(words.front())) return false;
    for (const char32_t c : words)
        if (!core::is_digit(c) &&
            std::u32string_view(U":：.时分秒点Z+").find(c) == std::u32string_view::npos)
            return false;
    return true;
}

}  // namespace

std::string field(const RawDocument& raw, std::initializer_list<const char*> labels) {
    const auto* found = find_field(raw, labels);
    return found ? found->second : std::string();
}

std::optional<core::Date> date_of_field(const std::string& value) {
    if (const auto date = core::parse_date(value)) return date;
    const std::string_view text = core::trim(value);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = core::next_code_point(text, at);
        if (!core::is_space(c) && c != U'T') continue;
        const auto date = core::parse_date(text.substr(0, start));
        if (date && is_time_of_day(text.substr(at))) return date;
    }
    return {};
}

std::optional<core::Date> date_field(const RawDocument& raw,
                                     std::initializer_list<const char*> labels,
                                     core::Diagnostics& findings) {
    const std::string value = field(raw, labels);
    const auto date = date_of_field(value);
    if (!date) report_field(raw, labels, findings);
    return date;
}

void report_field(const RawDocument& raw, std::initializer_list<const char*> labels,
                  core::Diagnostics& findings) {
    const auto* found = find_field(raw, labels);
    if (!found || says_nothing(found->second)) return;
    findings.push_back({core::Level::Warning,
                        {},
                        {"intake.field_not_a_date",
                         {{"field", found->first}, {"value", core::excerpt(found->second)}}},
                        core::excerpt(found->second)});
}

}  // namespace gongbao::editor
