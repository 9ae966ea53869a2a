// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/force_on_page.hpp"

#include <initializer_list>
#include <string>
#include <vector>

#include "core/text/text.hpp"
#include "editor/intake/structure/page_fields.hpp"
#include "editor/intake/structure/terms.hpp"

namespace gongbao::editor {

bool can_be_counted(const core::Date& date) {
    return date.year > 1000 && date.year < 9000;
}

std::optional<core::Date> expiry_on_page(const RawDocument& raw,
                                         const std::optional<core::Date>& effective,
                                         core::Diagnostics& findings) {
    const std::initializer_list<const char*> labels = {"失效日期", "有效期至", "有效期", "有效期限",
                                                       "废止日期"};
    const std::string value = field(raw, labels);
    if (value.empty()) return {};
    if (const auto date = date_of_field(value)) return date;
    SentenceReader reader({});
    for (const std::u32string& sentence : reader.read("有效期：" + value)) {
        const std::vector<Term> terms = terms_of(sentence, Whose::Own);
        if (terms.size() != 1 || !terms.front().understood) break;
        if (terms.front().kind == Term::Kind::Unlimited) return {};
        if (terms.front().until) return terms.front().until;
        if (terms.front().day || !effective || !can_be_counted(*effective)) break;
        const Period& period = terms.front().period;
        return core::last_day(*effective, period.months, period.days);
    }
    report_field(raw, labels, findings);
    return {};
}

void report_ended_on_page(const RawDocument& raw, core::Diagnostics& findings) {
    for (const char* label : {"有效性", "效力状态", "时效性", "公文时效", "是否有效"}) {
        const std::string value = field(raw, {label});
        const bool ended = value == "否" || value.find("失效") != std::string::npos ||
                           value.find("废止") != std::string::npos ||
                           value.find("无效") != std::string::npos;
        if (!ended) continue;
        findings.push_back(
            {core::Level::Warning,
             {},
             {"intake.page_says_ended", {{"field", label}, {"value", core::excerpt(value)}}},
             {}});
        return;
    }
}

}  // namespace gongbao::editor
