// SPDX-License-Identifier: Apache-2.0
#include "editor/reports/departments.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/report/check.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/people/rights.hpp"

namespace gongbao::editor {
namespace {

int days_between(const core::Date& first, const core::Date& last) {
    return static_cast<int>(core::days_since_epoch(last) - core::days_since_epoch(first));
}

Passage passage_of(const Item& item, const Holdings& holdings) {
    const core::Metadata meta = holdings.box.document(item.current().document).meta;
    Passage passage;
    passage.item = item.id;
    passage.title = item.title;
    passage.department = item.department;
    passage.promulgated = meta.promulgated ? meta.promulgated : meta.written;
    passage.received = core::date_at(item.received);
    passage.effective = item.effective;
    passage.withdrawn = item.state == ItemState::Withdrawn;
    if (item.state == ItemState::Issued && item.issue)
        if (const auto edition = holdings.archive.edition(*item.issue))
            passage.issued = std::max(edition->date, core::date_at(edition->issued_at));
    return passage;
}

void count(const Passage& passage, DepartmentLine& line, std::vector<int>& days) {
    ++line.handed_in;
    line.withdrawn += passage.withdrawn ? 1 : 0;
    if (passage.issued) {
        ++line.printed;
        days.push_back(*passage.days_to_issue());
    } else if (!passage.withdrawn) {
        ++line.waiting;
    }
    if (const auto in_time = passage.in_time()) ++(*in_time ? line.in_time : line.late);
}

std::optional<int> median_of(std::vector<int> days) {
    if (days.empty()) return {};
    std::sort(days.begin(), days.end());
    return days[(days.size() - 1) / 2];
}

// A cell that a spreadsheet would take for a formula is words.
std::string cell(std::string words) {
    if (!words.empty() &&
        std::string_view("=+-@\t\r").find(words.front()) != std::string_view::npos)
        words.insert(0, "'");
    std::string quoted = "\"";
    for (const char c : words) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

}  // namespace

std::optional<int> Passage::days_to_issue() const {
    return issued ? std::optional(days_between(received, *issued)) : std::nullopt;
}

std::optional<bool> Passage::in_time() const {
    if (!issued || !effective) return {};
    return *issued < *effective;
}

std::vector<Passage> passages(const Actor& by, int year, Items& items, Desk& desk) {
    require_of_office(People(desk.holdings().database).require(by.person));
    std::vector<Passage> all;
    for (const Item& item : items.find(by, {}))
        if (core::date_at(item.received).year == year)
            all.push_back(passage_of(item, desk.holdings()));
    std::reverse(all.begin(), all.end());
    return all;
}

std::vector<DepartmentLine> by_department(const std::vector<Passage>& passages) {
    std::map<std::string, std::pair<DepartmentLine, std::vector<int>>> lines;
    std::pair<DepartmentLine, std::vector<int>> whole;
    for (const Passage& passage : passages) {
        auto& [line, days] = lines[passage.department];
        line.department = passage.department;
        count(passage, line, days);
        count(passage, whole.first, whole.second);
    }
    std::vector<DepartmentLine> all;
    for (auto& [name, one] : lines) {
        one.first.median = median_of(std::move(one.second));
        all.push_back(std::move(one.first));
    }
    whole.first.median = median_of(std::move(whole.second));
    all.push_back(std::move(whole.first));
    return all;
}

std::string as_csv(const std::vector<DepartmentLine>& lines,
                   const std::vector<std::string>& heads) {
    GONGBAO_CHECK(heads.size() == 8);
    std::string csv;
    const auto put_row = [&csv](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) csv += (i > 0 ? "," : "") + cell(cells[i]);
        csv += "\r\n";
    };
    put_row(heads);
    for (const DepartmentLine& line : lines)
        put_row({line.department, std::to_string(line.handed_in), std::to_string(line.printed),
                 std::to_string(line.waiting), std::to_string(line.withdrawn),
                 std::to_string(line.in_time), std::to_string(line.late),
                 line.median ? std::to_string(*line.median) : std::string()});
    return csv;
}

}  // namespace gongbao::editor
