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
                               "更正为", "根据", "依据", "按照", "其中"});
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
        const View words = shape.substr(page_from, title.begin - page_from);
        const std::size_t clause = begin_of_last_clause(words);
        // 第3页…有误。《乙》…: a text known by its page alone comes first.
        if (texts.empty() && page_in(words.substr(0, clause)) > 0) texts.push_back(issue);
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
