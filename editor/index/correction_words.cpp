// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/text/text.hpp"
#include "editor/index/bones.hpp"
#include "editor/index/correction_places.hpp"
#include "editor/index/corrections.hpp"
#include "editor/index/issue_words.hpp"
#include "editor/index/put_right.hpp"

namespace gongbao::editor {
namespace {

using View = std::string_view;

// 第1期和第2期, 第1期至第3期: which of them is meant, nobody can tell.
bool names_more_issues(View behind_issue) {
    Steps steps(behind_issue, 0);
    if (!steps.take_one_of({"和", "及", "与", "至", "、", "，", "—", "－", "-", "–", "～", "~"}))
        return false;
    steps.take("第");
    return steps.number("期").has_value();
}

std::size_t begin_of_last_clause(View words) {
    std::size_t begin = 0;
    for (const View mark : {"。", "；", "\n", ";"})
        if (const std::size_t last = words.rfind(mark); last != View::npos)
            begin = std::max(begin, last + mark.size());
    return begin;
}

// The words between a text and another one that is corrected too: 、 and 和, or a new clause.
bool leads_to_another_text(View gap) {
    Steps steps(gap.substr(begin_of_last_clause(gap)), 0);
    for (bool went_on = true; went_on && !core::trim(steps.rest()).empty();) {
        went_on = steps.take_one_of(
            {"、",   "和",     "及",     "与",     "以",     "另",     "同期", "本期", "同时",
             "还有", "刊登的", "登载的", "刊发的", "刊载的", "公布的", "的",   "，",   "（",
             "）",   "(",      ")",      ".",      "．",     " ",      "　"});
        if (went_on) continue;
        Steps page = steps;
        if (page.take("第") && page.number("页")) {
            steps = page;
            went_on = true;
            continue;
        }
        std::size_t at = 0;
        const char32_t c = core::next_code_point(steps.rest(), at);
        const bool digit =
            core::is_digit(c) ||
            View("一二三四五六七八九十").find(steps.rest().substr(0, at)) != View::npos;
        went_on = digit && steps.take(steps.rest().substr(0, at));
    }
    return core::trim(steps.rest()).empty();
}

// A comma alone does not join two texts: 《甲》，《某法》第三条 speaks of the law.
bool is_joined_by_comma_alone(View gap) {
    return core::trim(gap) == "，" || core::trim(gap) == ",";
}

// The texts that words name, and the words of those that they name and do not put right.
struct TextsNamed {
    std::vector<CorrectedText> texts;
    std::vector<std::string> not_said;

    void keep(CorrectedText text, const Bones& bones, std::size_t begin, std::size_t end) {
        const Said said = said_of(bones, begin, end);
        if (said == Said::PutRight) texts.push_back(std::move(text));
        if (said == Said::Nothing) not_said.push_back(sentence_around(bones, begin));
    }
};

// Where no title is named: by numbers, or by pages alone.
bool name_without_title(const Bones& bones, const CorrectedText& issue, std::size_t begin,
                        std::size_t end, TextsNamed& named) {
    const View words = View(bones.shape).substr(begin, end - begin);
    const std::vector<Pages> pages = pages_in(words);
    const auto numbers = numbers_in(words);
    if (!numbers) return false;
    for (const NumberWords& number : *numbers) {
        CorrectedText text = issue;
        text.number = words.substr(number.begin, number.end - number.begin);
        text.page = pages.empty() ? 0 : pages.front().first;
        named.keep(std::move(text), bones, begin + number.begin, begin + number.end);
    }
    if (!numbers->empty()) return true;
    if (issue.how == CorrectedText::Issue::Unnamed) return false;
    for (const Pages& range : pages) {
        CorrectedText text = issue;
        text.page = range.first;
        text.last_page = range.last;
        named.keep(std::move(text), bones, begin + range.begin, begin + range.end);
    }
    return !pages.empty();
}

// The texts that the words from `begin` to `end` name, which follow `issue`.
TextsNamed texts_in(const Bones& bones, const CorrectedText& issue, std::size_t begin,
                    std::size_t end) {
    const View shape = bones.shape;
    TextsNamed named;
    if (names_more_issues(shape.substr(begin, end - begin))) return named;
    std::vector<CorrectedText>& texts = named.texts;
    bool any = false;  // a text is named, put right or not
    std::size_t at = begin;
    std::size_t page_from = begin;
    const auto learn_page = [&](View words) {
        if (!texts.empty() && texts.back().page == 0) texts.back().page = page_in(words);
    };
    for (const Bones::Title& title : bones.titles) {
        if (title.begin < at || title.end > end) continue;
        if (core::ends_with(core::trim(title.words), "公报")) continue;
        const View words = shape.substr(page_from, title.begin - page_from);
        const std::size_t clause = begin_of_last_clause(words);
        // 第3页…有误。《乙》…: a text known by its page alone comes first.
        bool is_first = texts.empty() && named.not_said.empty();
        if (is_first && page_in(words.substr(0, clause)) > 0 &&
            name_without_title(bones, issue, begin, page_from + clause, named)) {
            any = true;
            is_first = false;
        }
        const View gap = shape.substr(at, title.begin - at);
        const bool is_text = is_first
                                 ? leads_to_a_text(gap)
                                 : leads_to_another_text(gap) && !is_joined_by_comma_alone(gap);
        if (!is_text) continue;
        any = true;
        learn_page(words.substr(0, clause));
        CorrectedText text = issue;
        text.title = bare_title(title.words);
        text.page = page_in(words.substr(clause));
        at = title.end;
        text.number = number_behind(bones, at);
        page_from = at;
        named.keep(std::move(text), bones, title.begin, title.end);
    }
    if (any)
        learn_page(shape.substr(page_from, end - page_from));
    else
        name_without_title(bones, issue, begin, end, named);
    return named;
}

std::string words_of(const core::Document& document, std::vector<std::string>& not_understood) {
    std::string words;
    for (const core::Block& block :
         document.preface)  // 本刊2026年第1期： reads like who is addressed
        if (block.role == core::Role::Addressees) words += core::plain_text(block.runs) + '\n';
    for (const core::Block& block : document.body) {
        words += core::plain_text(block.runs) + '\n';
        if (block.table) not_understood.push_back(core::excerpt(core::plain_text(block)));
    }
    return words;
}

// Where no issue is named at all: 《title》（number） at the beginning of a clause.
TextsNamed texts_without_issue(const Bones& bones) {
    CorrectedText unnamed;
    unnamed.how = CorrectedText::Issue::Unnamed;
    TextsNamed named;
    for (const Bones::Title& title : bones.titles) {
        const View before = View(bones.shape).substr(0, title.begin);
        const bool is_object = ends_with_one_of(before, {"现对", "现将", "兹对", "兹将", "更正"});
        if (!begins_a_clause(bones.shape, title.begin) && !is_object) continue;
        std::size_t end = title.end;
        number_behind(bones, end);
        TextsNamed one = texts_in(bones, unnamed, title.begin, end);
        std::move(one.texts.begin(), one.texts.end(), std::back_inserter(named.texts));
        std::move(one.not_said.begin(), one.not_said.end(), std::back_inserter(named.not_said));
    }
    return named;
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
    const auto add = [&found](TextsNamed named, View phrase) {
        if (named.texts.empty() && named.not_said.empty() && !phrase.empty())
            found.not_understood.push_back(core::excerpt(core::trim(phrase)));
        std::move(named.texts.begin(), named.texts.end(), std::back_inserter(found.texts));
        std::move(named.not_said.begin(), named.not_said.end(),
                  std::back_inserter(found.not_understood));
    };
    const std::vector<IssueWords> issues = issues_in(bones, year);
    for (std::size_t i = 0; i < issues.size(); ++i) {
        const std::size_t end = i + 1 < issues.size() ? issues[i + 1].begin : bones.shape.size();
        add(issues[i].understood ? texts_in(bones, issues[i].text, issues[i].end, end)
                                 : TextsNamed(),
            View(bones.text).substr(issues[i].begin, end - issues[i].begin));
    }
    if (!issues.empty()) return found;
    const std::string named = title_it_corrects(document.meta.title);
    if (const auto titled =
            issue_in_title(bones_of(core::without_spaces(document.meta.title)), year)) {
        add(texts_in(bones, titled->text, 0, bones.shape.size()), document.meta.title);
    } else if (!named.empty()) {
        CorrectedText& text = found.texts.emplace_back();
        text.how = CorrectedText::Issue::Unnamed;
        text.title = bare_title(named);
    } else if (is_correction_title(document.meta.title)) {
        add(texts_without_issue(bones), {});
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
    const bool says_so = holds_one_of(title, {"更正", "勘误", "订正", "补正"}) ||
                         holds_one_of(bones.shape, {"更正", "勘误", "订正", "有误"});
    return says_so && std::any_of(issues.begin(), issues.end(),
                                  [](const IssueWords& issue) { return issue.of_this_gazette; });
}

std::string words_of_a_correction(const core::Document& document) {
    std::vector<std::string> tables;
    const Bones bones = bones_of(words_of(document, tables));
    for (const View words :
         {"特此更正", "特此勘误", "特予更正", "现予更正", "现予以更正", "更正如下"})
        if (const std::size_t at = bones.shape.find(words); at != View::npos)
            return sentence_around(bones, at);
    return {};
}

std::vector<CorrectedText> corrected_texts(const core::Document& document, int year) {
    return correction_words(document, year).texts;
}

}  // namespace gongbao::editor
