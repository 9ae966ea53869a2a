// SPDX-License-Identifier: Apache-2.0
#include "editor/index/issue_words.hpp"

#include <utility>

#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

using View = std::string_view;

std::optional<int> running_number(Steps& steps) {
    Steps ahead = steps;
    const bool bracket = ahead.take_one_of({"（", "("});
    if (!ahead.take_one_of({"总第", "总号：", "总号:"})) return {};
    const auto running = ahead.number("期");
    if (!running || (bracket && !ahead.take_one_of({"）", ")"}))) return {};
    steps = ahead;
    return running;
}

std::optional<int> year_of(Steps& steps, int year) {
    if (steps.take_one_of({"今年", "本年度", "本年"})) return year;
    if (steps.take("去年")) return year - 1;
    Steps ahead = steps;
    const auto named = ahead.number("年");
    if (!named || *named < 1900 || *named > 2999) return {};
    ahead.take("度");
    steps = ahead;
    return named;
}

// 2026第1期, where 年 is left out.
std::optional<int> year_before_number(Steps& steps) {
    constexpr std::size_t kDigits = 4;
    Steps ahead = steps;
    const auto named = ahead.number("第");
    if (!named || *named < 1900 || *named > 2999 || !ahead.number("期")) return {};
    const View year = steps.rest().substr(0, kDigits);
    if (year.find_first_not_of("0123456789") != View::npos) return {};
    steps.take(year);
    return named;
}

// 3月5日, 3月15日出版的: says nothing that the number does not say.
void pass_date(Steps& steps) {
    Steps ahead = steps;
    if (!ahead.number("月")) return;
    ahead.number("日");
    ahead.take_one_of({"出版的", "出版", "出刊的", "发行的"});
    steps = ahead;
}

bool read_numbered(Steps& steps, int year, IssueWords& issue, bool& year_named) {
    auto named = year_of(steps, year);
    if (!named) named = year_before_number(steps);
    year_named = named.has_value();
    core::IssueNumber& number = issue.text.issue;
    number.year = named.value_or(year);
    pass_date(steps);
    if (steps.take("专刊")) number.kind = core::IssueKind::Special;
    if (steps.take("增刊")) number.kind = core::IssueKind::Supplement;
    const bool says_di = steps.take("第");
    if (!says_di && !year_named) return false;
    const auto found = steps.number("期");
    if (!found) return false;
    number.number = *found;
    if (number.kind == core::IssueKind::Regular) {
        if (steps.take_one_of({"（专刊）", "专刊"})) number.kind = core::IssueKind::Special;
        if (steps.take_one_of({"（增刊）", "增刊"})) number.kind = core::IssueKind::Supplement;
    }
    number.running = running_number(steps);
    return true;
}

// 2026年第1期 without 本刊 before it: only where what follows speaks of a page or of printing.
bool speaks_of_print(View rest) {
    rest = core::trim(rest);
    for (const View word :
         {"第", "刊", "登", "发布", "发表", "公布", "《", "（", "(", "总第", "，", "中", "公报"})
        if (core::starts_with(rest, word)) return true;
    return false;
}

// 《水利》2026年第1期, 省政府公报2026年第1期, 贵刊2026年第1期: the name of the paper that stands
// before.
std::string paper_before(const Bones& bones, std::size_t at) {
    View before = View(bones.shape).substr(0, at);
    while (before.ends_with(' ')) before.remove_suffix(1);
    const bool is_magazine = before.ends_with("》杂志");
    const std::size_t end = before.size() - (is_magazine ? View("杂志").size() : 0);
    for (const Bones::Title& title : bones.titles)
        if (title.end == end) return bones.text.substr(title.begin, before.size() - title.begin);
    if (!ends_with_one_of(before, {"刊", "报", "杂志", "年鉴", "通讯"})) return {};
    std::size_t begin = 0;
    for (std::size_t next = 0; next < before.size();) {
        const bool is_name = core::is_han(core::next_code_point(before, next));
        if (!is_name) begin = next;
    }
    return std::string(before.substr(begin));
}

std::optional<IssueWords> issue_at(const Bones& bones, std::size_t at, int year) {
    IssueWords issue;
    issue.begin = at;
    Steps steps(bones.shape, at);
    issue.of_this_gazette = steps.take_one_of({"本刊", "我刊", "本公报"});
    if (!issue.of_this_gazette) {
        issue.text.gazette = paper_before(bones, at);
        for (const Bones::Title& title : bones.titles)
            if (title.begin == at && core::ends_with(core::trim(title.words), "公报")) {
                steps = Steps(bones.shape, title.end);
                issue.of_this_gazette = true;
                issue.text.gazette = bones.text.substr(title.begin, title.end - title.begin);
            }
    }
    steps.take_one_of({"于", "在", "　", " "});
    const bool starts = begins_a_clause(bones.shape, at);
    Steps numbered = steps;
    Steps running = steps;
    bool year_named = false;
    const bool bracket = issue.of_this_gazette && numbered.take_one_of({"（", "("});
    bool read = read_numbered(numbered, year, issue, year_named);
    if (read && bracket) {
        numbered.take_one_of({"，", "、", ",", " "});
        if (!issue.text.issue.running) issue.text.issue.running = running_number(numbered);
        read = numbered.take_one_of({"）", ")"});
    }
    if (read) {
        if (!issue.of_this_gazette && !((year_named || starts) && speaks_of_print(numbered.rest())))
            return {};
        issue.end = numbered.place();
    } else if (const auto total = running_number(running)) {
        if (!issue.of_this_gazette && !starts) return {};
        issue.text.issue = {};
        issue.text.issue.running = total;
        issue.text.how = CorrectedText::Issue::Running;
        issue.end = running.place();
    } else if ((issue.of_this_gazette || starts) &&
               steps.take_one_of({"上一期", "上期", "前一期"})) {
        issue.text.issue = {};
        issue.text.how = CorrectedText::Issue::Previous;
        issue.end = steps.place();
    } else {
        return {};
    }
    return issue;
}

// 本刊 with 期 or 刊登 in its clause, and no issue that could be read: 本刊第3、4期刊登的.
bool names_an_issue(View clause) {
    clause = clause.substr(0, clause.find_first_of('\n'));
    for (const View mark : {"。", "，", "；"}) clause = clause.substr(0, clause.find(mark));
    for (const View word : {"期", "刊登", "登载", "刊发", "刊载"})
        if (clause.find(word) != View::npos) return true;
    return false;
}

}  // namespace

bool begins_a_clause(View shape, std::size_t at) {
    const View before = core::trim(shape.substr(0, at));
    if (before.empty() || shape.substr(0, at).ends_with('\n')) return true;
    return ends_with_one_of(before, {"。", "；", "：", ";", ":", ".", "、", "）", ")"});
}

std::optional<IssueWords> issue_in_title(const Bones& title, int year) {
    const View shape = title.shape;
    for (std::size_t at = 0; at < shape.size();) {
        if (shape[at] == kHidden) {
            ++at;
            continue;
        }
        if (auto issue = issue_at(title, at, year); issue && issue->of_this_gazette) return issue;
        IssueWords issue;
        Steps steps(shape, at);
        bool year_named = false;
        if (read_numbered(steps, year, issue, year_named) && year_named) {
            issue.begin = at;
            issue.end = steps.place();
            issue.text.gazette = paper_before(title, at);
            return issue;
        }
        core::next_code_point(shape, at);
    }
    return {};
}

std::vector<IssueWords> issues_in(const Bones& bones, int year) {
    std::vector<IssueWords> issues;
    const View shape = bones.shape;
    for (std::size_t at = 0; at < shape.size();) {
        if (shape[at] == kHidden) {
            ++at;
            continue;
        }
        if (auto issue = issue_at(bones, at, year)) {
            at = issue->end;
            issues.push_back(std::move(*issue));
            continue;
        }
        const View here = shape.substr(at);
        if ((core::starts_with(here, "本刊") || core::starts_with(here, "我刊")) &&
            names_an_issue(here)) {
            IssueWords odd;
            odd.begin = at;
            odd.end = at + View("本刊").size();
            odd.understood = false;
            issues.push_back(odd);
        }
        core::next_code_point(shape, at);
    }
    return issues;
}

}  // namespace gongbao::editor
