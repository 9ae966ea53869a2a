// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <utility>

#include "core/doc_number.hpp"
#include "core/text.hpp"
#include "editor/index/bones.hpp"
#include "editor/index/corrections.hpp"
#include "editor/index/issue_words.hpp"

namespace gongbao::editor {
namespace {

using View = std::string_view;
constexpr std::size_t kNone = View::npos;

bool holds_one_of(View text, std::initializer_list<View> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](View word) { return text.find(word) != kNone; });
}

// The words between an issue and the first text that is corrected.
bool leads_to_a_text(View gap) {
    return !holds_one_of(gap, {"附件", "附表", "附文", "附录", "附图", "所附", "应为", "应改", "改为",
                               "更正为", "根据", "依据", "按照", "其中", "目录", "封面", "封底", "页眉",
                               "未刊", "未登", "没有刊", "没有登"});
}

// 第1期和第2期, 第1期至第3期: which of them is meant, nobody can tell.
bool names_more_issues(View behind_issue) {
    Steps steps(behind_issue, 0);
    if (!steps.take_one_of({"和", "及", "与", "至", "、", "，", "—", "－", "-", "–", "～", "~"})) return false;
    steps.take("第");
    return steps.number("期").has_value();
}

// 《甲》经核对无误, 不需要更正: a text that is named, and not corrected.
bool is_said_to_be_right(View clause) {
    std::string words(clause);
    bool is_right = false;
    for (const View right : {"准确无误", "正确无误", "核对无误", "没有错误", "没有差错", "不存在错误", "并无错误", "无误",
                             "不需要更正", "无需更正", "无须更正", "不需更正", "不作更正", "不予更正"}) {
        is_right = is_right || words.find(right) != std::string::npos;
        words = core::replace_all(std::move(words), right, "");
    }
    return is_right && !holds_one_of(words, {"应为", "应改", "改为", "更正", "有误", "误", "错", "漏", "删", "增加"});
}

std::size_t begin_of_last_clause(View words) {
    std::size_t begin = 0;
    for (const View mark : {"。", "；", "\n", ";"})
        if (const std::size_t last = words.rfind(mark); last != kNone)
            begin = std::max(begin, last + mark.size());
    return begin;
}

// The words between a text and another one that is corrected too: 、 and 和, or a new clause.
bool leads_to_another_text(View gap) {
    Steps steps(gap.substr(begin_of_last_clause(gap)), 0);
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

struct Pages {
    int first = 0;
    int last = 0;
    std::size_t end = 0;  // behind 页
};

// 第3页, 第3页至第5页, 第3、4页.
std::optional<Pages> pages_at(View words, std::size_t at) {
    const std::initializer_list<View> kDashes = {"—", "－", "-", "–", "～", "~", "至", "、", "，"};
    for (const View dash : kDashes) {
        Steps range(words, at);
        const auto first = range.number(dash);
        if (!first) continue;
        range.take("第");
        if (const auto last = range.number("页")) return Pages{*first, *last, range.place()};
    }
    Steps steps(words, at);
    const auto page = steps.number("页");
    if (!page) return {};
    Steps range = steps;
    if (!range.take_one_of(kDashes)) return Pages{*page, *page, steps.place()};
    range.take("第");
    const auto last = range.number("页");
    return last ? Pages{*page, *last, range.place()} : Pages{*page, *page, steps.place()};
}

// The pages of the issue that the words name. 附件第2页 is none of them, and 应为第5页 is where nothing stands.
std::vector<Pages> pages_in(View words) {
    constexpr View kOpen = "第";
    std::vector<Pages> found;
    for (std::size_t at = words.find(kOpen); at != kNone; at = words.find(kOpen, at + kOpen.size())) {
        if (ends_with_one_of(words.substr(0, at), {"附件", "附表", "为", "见", "转", "接"})) continue;
        const auto pages = pages_at(words, at + kOpen.size());
        if (!pages) continue;
        found.push_back(*pages);
        at = pages->end - kOpen.size();
    }
    return found;
}

int page_in(View words) {
    const std::vector<Pages> pages = pages_in(words);
    return pages.empty() ? 0 : pages.front().first;
}

constexpr View kNumberEnd = "号";

// Behind the number that begins near `from`; npos without one.
std::size_t end_of_number(View shape, std::size_t from, std::size_t& sign_at) {
    for (const View sign : {"〔", "令第", "公告第"}) {
        sign_at = shape.find(sign, from);
        if (sign_at == kNone) continue;
        const std::size_t last = shape.find(kNumberEnd, sign_at);
        if (last != kNone && last - sign_at <= 24) return last + kNumberEnd.size();
    }
    return kNone;
}

// The words that end in 〔2026〕2号 or 令第350号, from the last mark before them, and those joined to them
// by 、 or 和; what of them is the number is known when the numbers of the issue are. Absent for
// 〔2026〕2号、3号, which is not read whole.
std::optional<std::vector<std::string>> numbers_in(View shape) {
    std::size_t sign_at = 0;
    std::size_t end = end_of_number(shape, 0, sign_at);
    std::vector<std::string> numbers;
    if (end == kNone || !leads_to_a_text(shape.substr(0, sign_at))) return numbers;
    std::size_t first = 0;
    for (const View mark : {"，", "。", "；", "：", "、", "）", "（", "》", "\n", "页", "的"})
        if (const std::size_t found = shape.substr(0, sign_at).rfind(mark); found != kNone)
            first = std::max(first, found + mark.size());
    numbers.emplace_back(shape.substr(first, end - first));
    for (;;) {
        Steps steps(shape, end);
        if (!steps.take_one_of({"、", "和", "及", "与", "以及"})) return numbers;
        first = steps.place();
        steps.take("第");
        if (steps.number(kNumberEnd)) return {};
        end = end_of_number(shape, first, sign_at);
        if (end == kNone || holds_one_of(shape.substr(first, sign_at - first), {"，", "。", "；", "、", "\n", "《"}))
            return numbers;
        numbers.emplace_back(shape.substr(first, end - first));
    }
}

// Where no title is named: by numbers, or by pages alone.
std::vector<CorrectedText> texts_without_title(const CorrectedText& issue, View words) {
    std::vector<CorrectedText> texts;
    const std::vector<Pages> pages = pages_in(words);
    std::optional<std::vector<std::string>> numbers = numbers_in(words);
    if (!numbers) return {};
    for (std::string& number : *numbers) {
        CorrectedText& text = texts.emplace_back(issue);
        text.number = std::move(number);
        text.page = pages.empty() ? 0 : pages.front().first;
    }
    if (!texts.empty() || issue.how == CorrectedText::Issue::Unnamed) return texts;
    for (const Pages& range : pages) {
        CorrectedText& text = texts.emplace_back(issue);
        text.page = range.first;
        text.last_page = range.last;
    }
    return texts;
}

// The words behind a text, and those joined to it, to the next title or the end of the clause.
View rest_of_clause(const Bones& bones, std::size_t at, std::size_t end) {
    for (const Bones::Title& title : bones.titles) {
        if (title.begin < at || title.begin >= end) continue;
        const View gap = core::trim(View(bones.shape).substr(at, title.begin - at));
        if (gap == "、" || gap == "和" || gap == "与" || gap == "及" || gap == "以及")
            at = title.end;
        else
            end = title.begin;
    }
    View words = View(bones.shape).substr(at, end - at);
    for (const View mark : {"。", "；", "\n", ";"}) words = words.substr(0, words.find(mark));
    return words;
}

// The texts that the words from `begin` to `end` name, which follow `issue`.
std::vector<CorrectedText> texts_in(const Bones& bones, const CorrectedText& issue,
                                    std::size_t begin, std::size_t end) {
    const View shape = bones.shape;
    if (names_more_issues(shape.substr(begin, end - begin))) return {};
    std::vector<CorrectedText> texts;
    std::size_t at = begin;
    std::size_t page_from = begin;
    for (const Bones::Title& title : bones.titles) {
        if (title.begin < at || title.end > end) continue;
        if (core::ends_with(core::trim(title.words), "公报")) continue;
        const View words = shape.substr(page_from, title.begin - page_from);
        const std::size_t clause = begin_of_last_clause(words);
        // 第3页…有误。《乙》…: a text known by its page alone comes first.
        if (texts.empty() && page_in(words.substr(0, clause)) > 0)
            texts = texts_without_title(issue, words.substr(0, clause));
        const View gap = shape.substr(at, title.begin - at);
        const bool is_text = texts.empty() ? leads_to_a_text(gap)
                                           : leads_to_another_text(gap) && !is_joined_by_comma_alone(gap);
        if (!is_text) continue;
        if (!texts.empty() && texts.back().page == 0)
            texts.back().page = page_in(words.substr(0, clause));
        CorrectedText text = issue;
        text.title = bare_title(title.words);
        text.page = page_in(words.substr(clause));
        at = title.end;
        text.number = number_behind(bones, at);
        page_from = at;
        if (is_said_to_be_right(rest_of_clause(bones, at, end))) continue;
        texts.push_back(std::move(text));
    }
    if (!texts.empty()) {
        if (texts.back().page == 0)
            texts.back().page = page_in(shape.substr(page_from, end - page_from));
        return texts;
    }
    if (at != begin) return {};  // every title is said to be right
    return texts_without_title(issue, shape.substr(begin, end - begin));
}

std::string words_of(const core::Document& document, std::vector<std::string>& not_understood) {
    std::string words;
    for (const core::Block& block : document.preface)  // 本刊2026年第1期： reads like who is addressed
        if (block.role == core::Role::Addressees) words += core::plain_text(block.runs) + '\n';
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
        const View before = View(bones.shape).substr(0, title.begin);
        const bool is_object = ends_with_one_of(before, {"现对", "现将", "兹对", "兹将", "更正"});
        if (!begins_a_clause(bones.shape, title.begin) && !is_object) continue;
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
    if (!issues.empty()) return found;
    const std::string named = title_it_corrects(document.meta.title);
    if (const auto titled = issue_in_title(bones_of(core::without_spaces(document.meta.title)), year)) {
        found.texts = texts_in(bones, titled->text, 0, bones.shape.size());
        if (found.texts.empty()) found.not_understood.push_back(core::excerpt(document.meta.title));
    } else if (!named.empty()) {
        CorrectedText& text = found.texts.emplace_back();
        text.how = CorrectedText::Issue::Unnamed;
        text.title = bare_title(named);
    } else if (is_correction_title(document.meta.title)) {
        found.texts = texts_without_issue(bones);
    }
    return found;
}

bool is_correction(const core::Document& document) {
    const std::string& title = document.meta.title;
    if (is_correction_title(title) || !title_it_corrects(title).empty()) return true;
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
