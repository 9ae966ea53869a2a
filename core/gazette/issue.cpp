// SPDX-License-Identifier: Apache-2.0
#include "core/gazette/issue.hpp"

#include "core/text/text.hpp"

namespace gongbao::core {

const char* name_of(IssueKind kind) {
    switch (kind) {
        case IssueKind::Regular: return "regular";
        case IssueKind::Special: return "special";
        case IssueKind::Supplement: return "supplement";
    }
    return "unknown";
}

std::optional<IssueKind> issue_kind_named(std::string_view name) {
    for (const auto kind : {IssueKind::Regular, IssueKind::Special, IssueKind::Supplement})
        if (name == name_of(kind)) return kind;
    return {};
}

const char* name_of(IssueState state) {
    switch (state) {
        case IssueState::Draft: return "draft";
        case IssueState::Issued: return "issued";
    }
    return "unknown";
}

std::string slug(const IssueNumber& number) {
    const char* mark = number.kind == IssueKind::Special      ? "z"
                       : number.kind == IssueKind::Supplement ? "s"
                                                              : "";
    return std::to_string(number.year) + "-" + mark + std::to_string(number.number);
}

std::optional<IssueNumber> parse_issue_slug(std::string_view slug) {
    const auto parts = split(slug, '-');
    if (parts.size() != 2 || parts[0].size() != 4 || parts[1].empty()) return {};
    IssueNumber number;
    std::string_view count = parts[1];
    if (count[0] == 'z' || count[0] == 's') {
        number.kind = count[0] == 'z' ? IssueKind::Special : IssueKind::Supplement;
        count.remove_prefix(1);
    }
    const auto digits_only = [](std::string_view text) {
        return !text.empty() && text.size() <= 4 &&
               text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (!digits_only(parts[0]) || !digits_only(count) || count[0] == '0') return {};
    number.year = static_cast<int>(parse_numeral(parts[0]));
    number.number = static_cast<int>(parse_numeral(count));
    return number;
}

std::string printed_number(const IssueNumber& number) {
    const char* kind = number.kind == IssueKind::Special      ? "专刊"
                       : number.kind == IssueKind::Supplement ? "增刊"
                                                              : "";
    return std::to_string(number.year) + "年" + kind + "第" + std::to_string(number.number) + "期";
}

std::string printed_pages(int first, int last) {
    if (first <= 0) return {};
    std::string pages = "第" + std::to_string(first);
    if (last > first) pages += "—" + std::to_string(last);
    return pages + "页";
}

std::string citation(std::string_view gazette, const IssueNumber& number, int first_page,
                     int last_page) {
    std::string words = "《" + std::string(gazette) + "》" + printed_number(number);
    if (number.running) words += "（总第" + std::to_string(*number.running) + "期）";
    return words + printed_pages(first_page, last_page);
}

}  // namespace gongbao::core
