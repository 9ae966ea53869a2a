// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/doc_number.hpp"
#include "core/text.hpp"
#include "editor/index/corrections.hpp"

namespace gongbao::editor {
namespace {

using View = std::string_view;
constexpr std::size_t kNone = View::npos;
constexpr char kHidden = '\x01';

// The words with what is quoted and the inside of titles hidden, so that 第3期 inside a title names
// no issue and 《…》 in a quotation no text. Places are the same as in the words.
struct Bones {
    struct Title {
        std::size_t begin = 0;  ///< of 《
        std::size_t end = 0;    ///< behind 》
        std::string words;
    };
    std::string text;
    std::string shape;
    std::vector<Title> titles;
};

std::size_t end_of_pair(View text, std::size_t begin, View open, View close) {
    int depth = 0;
    for (std::size_t at = begin; at < text.size();) {
        const View here = text.substr(at);
        if (core::starts_with(here, "\n")) return kNone;
        if (core::starts_with(here, open)) ++depth;
        if (core::starts_with(here, close) && --depth == 0) return at + close.size();
        core::next_code_point(text, at);
    }
    return kNone;
}

Bones bones_of(std::string text) {
    constexpr std::array<std::array<View, 2>, 3> kQuotes{
        {{"“", "”"}, {"「", "」"}, {"『", "』"}}};
    Bones bones{std::move(text), {}, {}};
    bones.shape = bones.text;
    const View all = bones.text;
    for (std::size_t at = 0; at < all.size();) {
        const View here = all.substr(at);
        std::size_t end = kNone;
        std::size_t open = 0;
        for (const auto& [begin, close] : kQuotes)
            if (core::starts_with(here, begin)) {
                end = end_of_pair(all, at, begin, close);
                open = begin.size();
            }
        if (core::starts_with(here, "《")) {
            open = View("《").size();
            end = end_of_pair(all, at, "《", "》");
            if (end != kNone)
                bones.titles.push_back(
                    {at, end, std::string(all.substr(at + open, end - at - 2 * open))});
        }
        if (end == kNone) {
            core::next_code_point(all, at);
            continue;
        }
        std::fill(bones.shape.begin() + static_cast<std::ptrdiff_t>(at + open),
                  bones.shape.begin() + static_cast<std::ptrdiff_t>(end - open), kHidden);
        at = end;
    }
    return bones;
}

// Reads from left to right; a step that finds nothing leaves the place as it was.
class Steps {
  public:
    Steps(View text, std::size_t at) : text_(text), at_(at) {}

    std::size_t place() const { return at_; }
    View rest() const { return text_.substr(at_); }

    bool take(View words) {
        if (!core::starts_with(rest(), words)) return false;
        at_ += words.size();
        return true;
    }
    bool take_one_of(std::initializer_list<View> words) {
        return std::any_of(words.begin(), words.end(), [&](View one) { return take(one); });
    }
    /// A numeral and `unit` right behind it.
    std::optional<int> number(View unit) {
        constexpr std::size_t kLongest = 24;
        const std::size_t end = rest().substr(0, kLongest + unit.size()).find(unit);
        if (end == kNone) return {};
        const long value = core::parse_numeral(core::trim(rest().substr(0, end)));
        if (value < 1 || value > 99'999) return {};
        at_ += end + unit.size();
        return static_cast<int>(value);
    }

  private:
    View text_;
    std::size_t at_;
};

struct IssueWords {
    std::size_t begin = 0;
    std::size_t end = 0;
    CorrectedText text;      ///< only its issue
    bool of_this_gazette = false;  ///< 本刊 stands before it
    bool understood = true;
};

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

// 3月5日, 3月15日出版的: says nothing that the number does not say.
void pass_date(Steps& steps) {
    Steps ahead = steps;
    if (!ahead.number("月")) return;
    ahead.number("日");
    ahead.take_one_of({"出版的", "出版", "出刊的", "发行的"});
    steps = ahead;
}

bool read_numbered(Steps& steps, int year, IssueWords& issue, bool& year_named) {
    const auto named = year_of(steps, year);
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

bool begins_a_clause(View shape, std::size_t at) {
    const View before = core::trim(shape.substr(0, at));
    if (before.empty() || shape.substr(0, at).ends_with('\n')) return true;
    for (const View mark : {"。", "；", "：", ";", ":", ".", "、", "）", ")"})
        if (core::ends_with(before, mark)) return true;
    return false;
}

// 2026年第1期 without 本刊 before it: only where what follows speaks of a page or of printing.
bool speaks_of_print(View rest) {
    rest = core::trim(rest);
    for (const View word : {"第", "刊", "登", "发布", "发表", "公布", "《", "（", "(", "总第", "，", "中"})
        if (core::starts_with(rest, word)) return true;
    return false;
}

std::optional<IssueWords> issue_at(const Bones& bones, std::size_t at, int year) {
    IssueWords issue;
    issue.begin = at;
    Steps steps(bones.shape, at);
    issue.of_this_gazette = steps.take_one_of({"本刊", "我刊", "本公报"});
    if (!issue.of_this_gazette)
        for (const Bones::Title& title : bones.titles)
            if (title.begin == at && core::ends_with(core::trim(title.words), "公报")) {
                steps = Steps(bones.shape, title.end);
                issue.of_this_gazette = true;
            }
    steps.take_one_of({"于", "在", "　", " "});
    const bool starts = begins_a_clause(bones.shape, at);
    Steps numbered = steps;
    Steps running = steps;
    bool year_named = false;
    if (read_numbered(numbered, year, issue, year_named)) {
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
    clause = clause.substr(0, clause.find_first_of("\n"));
    for (const View mark : {"。", "，", "；"}) clause = clause.substr(0, clause.find(mark));
    for (const View word : {"期", "刊登", "登载", "刊发", "刊载"})
        if (clause.find(word) != kNone) return true;
    return false;
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
        if ((core::starts_with(here, "本刊") || core::starts_with(here, "我刊")) && names_an_issue(here)) {
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

bool holds_one_of(View text, std::initializer_list<View> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](View word) { return text.find(word) != kNone; });
}

// The words between an issue and the first text that is corrected.
bool leads_to_a_text(View gap) {
    return !holds_one_of(gap, {"附件", "附表", "附文", "附录", "附图", "所附", "应为", "应改", "改为",
                               "更正为", "根据", "依据", "按照", "其中"});
}

// The words between a text and another one that is corrected too: 、 and 和, or a new clause.
bool leads_to_another_text(View gap) {
    for (const View mark : {"。", "；", "\n", ";"})
        if (const std::size_t last = gap.rfind(mark); last != kNone)
            gap = gap.substr(last + mark.size());
    Steps steps(gap, 0);
    for (bool went_on = true; went_on && !core::trim(steps.rest()).empty();) {
        went_on = steps.take_one_of({"、", "和", "及", "与", "以", "另", "同期", "本期", "同时", "还有", "刊登的",
                                     "登载的", "刊发的", "刊载的", "公布的", "的", "，", "（", "）", "(", ")",
                                     ".", "．", " ", "　"});
        if (went_on) continue;
        Steps page = steps;
        if (page.take("第") && page.number("页")) {
            steps = page;
            went_on = true;
            continue;
        }
        std::size_t at = 0;
        const char32_t c = core::next_code_point(steps.rest(), at);
        const bool digit = core::is_digit(c) || View("一二三四五六七八九十").find(steps.rest().substr(0, at)) != kNone;
        went_on = digit && steps.take(steps.rest().substr(0, at));
    }
    return core::trim(steps.rest()).empty();
}

// A comma alone does not join two texts: 《甲》，《某法》第三条 speaks of the law.
bool is_joined_by_comma_alone(View gap) { return core::trim(gap) == "，" || core::trim(gap) == ","; }

std::string number_behind(const Bones& bones, std::size_t& at) {
    for (const auto& [open, close] : {std::pair<View, View>{"（", "）"}, {"(", ")"}}) {
        if (!core::starts_with(View(bones.shape).substr(at), open)) continue;
        const std::size_t end = end_of_pair(bones.shape, at, open, close);
        if (end == kNone) return {};
        const View inside =
            View(bones.text).substr(at + open.size(), end - at - open.size() - close.size());
        if (!core::parse_doc_number(inside)) return {};
        at = end;
        return std::string(inside);
    }
    return {};
}

// The first 第N页 of the words; 0 without one. 附件第2页 is no page of the issue.
int page_in(View words) {
    constexpr View kOpen = "第";
    for (std::size_t at = words.find(kOpen); at != kNone; at = words.find(kOpen, at + kOpen.size())) {
        const View before = words.substr(0, at);
        if (core::ends_with(before, "附件") || core::ends_with(before, "附表")) continue;
        Steps steps(words, at + kOpen.size());
        if (const auto page = steps.number("页")) return *page;
        for (const View dash : {"—", "－", "-", "–", "～", "~", "至", "、", "，"}) {
            Steps range(words, at + kOpen.size());
            const auto first = range.number(dash);
            if (!first) continue;
            range.take("第");
            if (range.number("页")) return *first;
        }
    }
    return 0;
}

// The words that end in 〔2026〕2号 or 令第350号, from the last mark before them; what of them is the
// number is known when the numbers of the issue are.
std::string number_in(const Bones& bones, std::size_t begin, std::size_t end) {
    const View shape = View(bones.shape).substr(begin, end - begin);
    for (const View sign : {"〔", "令第", "公告第"}) {
        const std::size_t at = shape.find(sign);
        if (at == kNone) continue;
        const std::size_t last = shape.find("号", at);
        if (last == kNone || last - at > 24) continue;
        std::size_t first = 0;
        for (const View mark : {"，", "。", "；", "：", "、", "）", "（", "》", "\n", "页", "的"})
            if (const std::size_t found = shape.substr(0, at).rfind(mark); found != kNone)
                first = std::max(first, found + mark.size());
        if (!leads_to_a_text(shape.substr(0, at))) continue;
        return std::string(shape.substr(first, last + View("号").size() - first));
    }
    return {};
}

// The texts that the words from `begin` to `end` name, which follow `issue`.
std::vector<CorrectedText> texts_in(const Bones& bones, const CorrectedText& issue,
                                    std::size_t begin, std::size_t end) {
    const View shape = bones.shape;
    std::vector<CorrectedText> texts;
    std::size_t at = begin;
    std::size_t page_from = begin;
    for (const Bones::Title& title : bones.titles) {
        if (title.begin < at || title.end > end) continue;
        if (core::ends_with(core::trim(title.words), "公报")) continue;
        const View gap = shape.substr(at, title.begin - at);
        const bool is_text = texts.empty() ? leads_to_a_text(gap)
                                           : leads_to_another_text(gap) && !is_joined_by_comma_alone(gap);
        if (!is_text) continue;
        if (!texts.empty() && texts.back().page == 0)
            texts.back().page = page_in(shape.substr(page_from, title.begin - page_from));
        CorrectedText text = issue;
        text.title = bare_title(title.words);
        text.page = page_in(gap);
        at = title.end;
        text.number = number_behind(bones, at);
        page_from = at;
        texts.push_back(std::move(text));
    }
    if (!texts.empty()) {
        if (texts.back().page == 0)
            texts.back().page = page_in(shape.substr(page_from, end - page_from));
        return texts;
    }
    CorrectedText text = issue;
    text.number = number_in(bones, begin, end);
    text.page = page_in(shape.substr(begin, end - begin));
    const bool has_issue = issue.how != CorrectedText::Issue::Unnamed;
    if (!text.number.empty() || (text.page > 0 && has_issue)) texts.push_back(std::move(text));
    return texts;
}

std::string words_of(const core::Document& document, std::vector<std::string>& not_understood) {
    std::string words;
    for (const core::Block& block : document.body) {
        words += core::plain_text(block.runs) + '\n';
        if (block.table) not_understood.push_back(core::excerpt(core::plain_text(block)));
    }
    return words;
}

// Where no issue is named at all: 《title》（number） at the beginning of a clause.
std::vector<CorrectedText> texts_without_issue(const Bones& bones) {
    CorrectedText unnamed;
    unnamed.how = CorrectedText::Issue::Unnamed;
    std::vector<CorrectedText> texts;
    for (const Bones::Title& title : bones.titles) {
        const bool of_correction = core::ends_with(View(bones.shape).substr(0, title.begin), "更正") ||
                                   core::ends_with(View(bones.shape).substr(0, title.begin), "关于对");
        if (!begins_a_clause(bones.shape, title.begin) && !of_correction) continue;
        for (CorrectedText& text : texts_in(bones, unnamed, title.begin, title.end))
            texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace

std::string bare_title(std::string_view title) {
    std::string text = core::without_spaces(title);
    for (const auto& [written, meant] :
         {std::pair<View, View>{"〈", "《"}, {"〉", "》"}, {"(", "（"}, {")", "）"}})
        text = core::replace_all(std::move(text), written, meant);
    return text;
}

CorrectionWords correction_words(const core::Document& document, int year) {
    CorrectionWords found;
    const Bones bones = bones_of(words_of(document, found.not_understood));
    const std::vector<IssueWords> issues = issues_in(bones, year);
    for (std::size_t i = 0; i < issues.size(); ++i) {
        const std::size_t end = i + 1 < issues.size() ? issues[i + 1].begin : bones.shape.size();
        auto texts = issues[i].understood ? texts_in(bones, issues[i].text, issues[i].end, end)
                                          : std::vector<CorrectedText>();
        if (texts.empty())
            found.not_understood.push_back(core::excerpt(
                core::trim(View(bones.text).substr(issues[i].begin, end - issues[i].begin))));
        for (CorrectedText& text : texts) found.texts.push_back(std::move(text));
    }
    if (issues.empty() && is_correction_title(document.meta.title)) found.texts = texts_without_issue(bones);
    return found;
}

bool is_correction_title(const std::string& title) {
    std::string name = core::without_spaces(title);
    for (const View lead : {"重要", "本刊", "公报"})
        if (core::starts_with(name, lead)) name.erase(0, lead.size());
    for (const View number : {"（一）", "（二）", "（三）", "（四）", "（五）"})
        if (core::ends_with(name, number)) name.resize(name.size() - number.size());
    bool corrects = false;
    Steps steps(name, 0);
    while (steps.take_one_of({"致歉", "与", "及", "和"})) {
    }
    while (steps.take_one_of({"更正", "勘误", "订正"})) corrects = true;
    steps.take_one_of({"启事", "启示", "说明", "公告", "通告", "声明", "通知", "表", "信息", "函"});
    while (steps.take_one_of({"与", "及", "和", "致歉", "启事", "说明", "声明"})) {
    }
    return corrects && steps.rest().empty();
}

bool may_be_correction_title(const std::string& title) {
    const std::string name = core::without_spaces(title);
    return is_correction_title(title) || holds_one_of(name, {"更正", "勘误"});
}

bool is_correction(const core::Document& document) {
    const std::string& title = document.meta.title;
    if (is_correction_title(title)) return true;
    if (!may_be_correction_title(title)) return false;
    std::vector<std::string> tables;
    const Bones bones = bones_of(words_of(document, tables));
    const auto issues = issues_in(bones, 0);
    return std::any_of(issues.begin(), issues.end(),
                       [](const IssueWords& issue) { return issue.of_this_gazette; });
}

std::vector<CorrectedText> corrected_texts(const core::Document& document, int year) {
    return correction_words(document, year).texts;
}

}  // namespace gongbao::editor
