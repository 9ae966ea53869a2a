// SPDX-License-Identifier: Apache-2.0
// 报送刊登情况通报: departments, and the days each text took; as a page, a print and a table for
// other programs.
#include "editor/reports/departments.hpp"

#include "office/pages.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

using server::View;

int year_of(const Work& work) {
    const int now = core::date_at(work.now).year;
    const std::int64_t asked = number_in(work.visit.request.parameter("year"), now);
    return asked < 1 || asked > 9999 ? now : static_cast<int>(asked);
}

std::vector<editor::Passage> passages_of(const Work& work) {
    return editor::passages(work.actor(), year_of(work), work.office.items(), work.office.desk());
}

View department_view(const editor::DepartmentLine& line, int most) {
    View view;
    view.set("department", line.department);
    view.set("handed_in", std::to_string(line.handed_in));
    view.set("printed", std::to_string(line.printed));
    view.set("waiting", std::to_string(line.waiting));
    view.set("withdrawn", std::to_string(line.withdrawn));
    view.set("in_time", std::to_string(line.in_time));
    view.set("late", std::to_string(line.late));
    view.set("median", line.median ? std::to_string(*line.median) : std::string("—"));
    // Of a bar that is a hundred wide.
    view.set("bar", std::to_string(most > 0 ? line.handed_in * 100 / most : 0));
    view.set("bar_printed", std::to_string(most > 0 ? line.printed * 100 / most : 0));
    return view;
}

std::string date_or_none(const std::optional<core::Date>& date) {
    return date ? core::iso(*date) : std::string("—");
}

View passage_view(const editor::Passage& passage) {
    View view;
    view.set("title", passage.title);
    view.set("address", "/items/" + std::to_string(passage.item));
    view.set("department", passage.department);
    view.set("promulgated", date_or_none(passage.promulgated));
    view.set("received", core::iso(passage.received));
    view.set("issued", date_or_none(passage.issued));
    view.set("effective", date_or_none(passage.effective));
    view.set("days",
             passage.days_to_issue() ? std::to_string(*passage.days_to_issue()) : std::string("—"));
    view.set("late", passage.in_time() == false);
    return view;
}

}  // namespace

Response reports_page(const Work& work) {
    const auto passages = passages_of(work);
    const auto lines = editor::by_department(passages);
    View departments(View::type::list);
    int most = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) most = std::max(most, lines[i].handed_in);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        departments.push_back(department_view(lines[i], most));
    View texts(View::type::list);
    for (const editor::Passage& passage : passages) texts.push_back(passage_view(passage));
    View view;
    const std::string year = std::to_string(year_of(work));
    view.set("year", year);
    view.set("before", std::to_string(year_of(work) - 1));
    view.set("departments", departments);
    view.set("whole", department_view(lines.back(), 0));
    view.set("any", !passages.empty());
    view.set("texts", texts);
    return page(work, "reports", view,
                {work.say("office.reports.title", {{"year", year}}), "reports", 200, {}});
}

Response reports_csv(const Work& work) {
    std::vector<std::string> heads;
    for (const char* name : {"department", "handed_in", "printed", "waiting", "withdrawn",
                             "in_time", "late", "median"})
        heads.push_back(work.say(std::string("office.reports.") + name));
    Response response;
    server::add_field(response.fields, "Content-Type", "text/csv; charset=utf-8");
    server::add_field(
        response.fields, "Content-Disposition",
        "attachment; filename=\"departments-" + std::to_string(year_of(work)) + ".csv\"");
    response.body = std::make_shared<const std::string>(
        "\xEF\xBB\xBF" + editor::as_csv(editor::by_department(passages_of(work)), heads));
    return response;
}

}  // namespace gongbao::office
