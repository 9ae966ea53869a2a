// SPDX-License-Identifier: Apache-2.0
#include "editor/index/put_right.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

using View = std::string_view;

// The first place of one of the marks, or the size of the words.
std::size_t first_of(View words, std::initializer_list<View> marks) {
    std::size_t first = words.size();
    for (const View mark : marks) first = std::min(first, words.find(mark));
    return first;
}

std::size_t behind_last_of(View words, std::initializer_list<View> marks) {
    std::size_t begin = 0;
    for (const View mark : marks)
        if (const std::size_t last = words.rfind(mark); last != View::npos)
            begin = std::max(begin, last + mark.size());
    return begin;
}

// A line that ends in ： goes on with the next.
std::size_t end_of_sentence(View shape, std::size_t at) {
    while (at < shape.size()) {
        at += first_of(shape.substr(at), {"。", "；", ";", "\n"});
        const bool goes_on = at < shape.size() && shape[at] == '\n' &&
                             ends_with_one_of(core::trim(shape.substr(0, at)), {"：", ":"});
        if (!goes_on) return at;
        ++at;
    }
    return at;
}

bool is_and(View gap) {
    for (const View word : {"", "、", "和", "与", "及", "以及", "同"})
        if (gap == word) return true;
    return false;
}

// Behind what is in brackets and the titles and pages joined by 、 or 和.
std::size_t behind_joined(const Bones& bones, std::size_t at) {
    const View shape = bones.shape;
    for (bool went_on = true; went_on;) {
        went_on = false;
        for (const auto& [open, close] : {std::pair<View, View>{"（", "）"}, {"(", ")"}})
            if (shape.substr(at).starts_with(open))
                if (const std::size_t end = end_of_pair(shape, at, open, close);
                    end != View::npos) {
                    at = end;
                    went_on = true;
                }
        for (const Bones::Title& title : bones.titles)
            if (title.begin >= at && is_and(core::trim(shape.substr(at, title.begin - at)))) {
                at = title.end;
                went_on = true;
            }
        Steps page(shape, at);
        if (page.take_one_of({"、", "和", "及", "与"}) && page.take("第") && page.number("页")) {
            at = page.place();
            went_on = true;
        }
    }
    return at;
}

// Of `clause` with what says that it is right taken away.
std::string without_right(View clause) {
    std::string words(clause);
    for (const View right :
         {"准确无误",   "正确无误",   "核对无误",   "没有错误",   "没有差错",   "没有问题",
          "不存在错误", "不存在差错", "不存在问题", "并无错误",   "并无差错",   "并无不当",
          "并未出错",   "没有出错",   "无误",       "不需要更正", "不需要改正", "无需更正",
          "无须更正",   "不需更正",   "不必更正",   "不作更正",   "不予更正",   "不再更正"})
        words = core::replace_all(std::move(words), right, "");
    return words;
}

// 改为 without a quotation tells what was amended (主管部门改为省乙厅), 错误 in the midst of a
// clause what the text is about, and 更正登记 what it rules.
bool speaks_of_a_mistake(View words) {
    if (holds_one_of(
            words,
            {"应为",   "应是",   "应作",   "应改",   "应当为",   "应当改", "应删",   "应补",
             "应更正", "更正为", "改正为", "订正为", "更正如下", "现更正", "特更正", "现予更正",
             "有误",   "误为",   "误作",   "误写",   "误植",     "误排",   "误印",   "误刊",
             "误登",   "误录",   "误将",   "误把",   "错为",     "错排",   "错印",   "错刊",
             "错登",   "错写",   "错将",   "漏排",   "漏印",     "漏刊",   "漏登",   "漏字",
             "漏掉",   "漏了",   "脱字",   "之误",   "笔误",     "衍字",   "多排"}))
        return true;
    if (holds_one_of(words, {"”", "\"", "」"}) &&
        holds_one_of(words, {"改为", "删去", "删除", "漏", "遗漏", "误"}))
        return true;
    if (ends_with_one_of(words, {"更正", "订正", "勘误", "补正", "错误", "差错", "错漏", "讹误",
                                 "遗漏", "脱漏", "有错"}))
        return true;
    return holds_one_of(words, {"有以下", "有下列", "有如下", "存在", "出现", "处"}) &&
           holds_one_of(words, {"错误", "差错", "错漏", "讹误", "遗漏", "更正"});
}

// 读者来信所指有误, 是否有误, 如有错误, 已更正: the mistake is not said to be this text's.
bool is_another_matter(View words) {
    return holds_one_of(
        words,
        {"已",       "曾",       "拟",       "若",       "如有",  "如果", "是否",     "可能",
         "疑似",     "似",       "并非",     "不是",     "并不",  "不应", "不存在",   "没有",
         "未",       "不予",     "不作",     "不必",     "无须",  "无需", "不需",     "读者",
         "来信",     "来电",     "来函",     "所指",     "反映",  "意见", "网",       "转载",
         "报道",     "他刊",     "他处",     "另文",     "传言",  "说法", "之说",     "一说",
         "举报",     "投诉",     "误解",     "误会",     "误传",  "规定", "要求",     "建议",
         "申请",     "请求",     "纠正",     "防止",     "避免",  "为了", "更正有误", "所作更正",
         "作的更正", "更正启事", "更正公告", "更正说明", "勘误表"});
}

// 因排版疏漏, 第三条中, 其附件: words that only lead to what is said.
bool leads_on(View clause) {
    clause = core::trim(clause);
    if (clause.empty()) return true;
    if (holds_one_of(clause, {"废止", "失效", "重复", "〔", "〕"})) return false;
    for (const View lead :
         {"因",   "由于", "经核", "经查", "其中", "其", "第", "正文", "文中", "该文",
          "附件", "标题", "落款", "现",   "将",   "把", "“",  "\"",   "「",   "《"})
        if (clause.starts_with(lead)) return true;
    return ends_with_one_of(clause, {"中", "内", "里", "时", "页", "行", "款", "项", "条", "处",
                                     "段", "栏", "表", "”", "\"", "」", "一文", "如下"});
}

// Said of two texts together, it tells of neither what is wrong with it.
bool compares(View words) {
    return holds_one_of(words, {"重复", "一致", "不同", "相同", "不符", "抵触", "矛盾", "冲突",
                                "类似", "相似", "对照", "为准", "衔接"});
}

Said said_in(View words, bool of_a_page_or_number) {
    bool is_first = true;
    while (!words.empty()) {
        const std::size_t end = first_of(words, {"，", ",", "：", ":", "？", "！", "\n"});
        const View clause = core::trim(words.substr(0, end));
        std::size_t next = end;
        if (next < words.size()) core::next_code_point(words, next);
        words = words.substr(std::min(next, words.size()));
        const std::string rest = without_right(clause);
        const bool mistake = speaks_of_a_mistake(rest);
        const bool of_another = !is_first && of_a_page_or_number &&
                                (clause.starts_with("第") || holds_one_of(clause, {"〔"}));
        is_first = false;
        if (of_another) return Said::Nothing;
        if (mistake && !is_another_matter(rest)) return Said::PutRight;
        if (rest != clause) return Said::Right;
        if (mistake || !leads_on(clause)) return Said::Nothing;
    }
    return Said::Nothing;
}

// To a title that stands behind a clause of its own: 《甲》已经废止，《乙》第三条应为….
std::size_t cut_at_next_text(const Bones& bones, std::size_t at, std::size_t end) {
    for (const Bones::Title& title : bones.titles) {
        if (title.begin < at || title.begin >= end) continue;
        const View gap = core::trim(View(bones.shape).substr(at, title.begin - at));
        const std::size_t clause = behind_last_of(gap, {"，", ",", "：", "、"});
        if (clause > 0 && clause == gap.size() && gap != "，" &&
            !ends_with_one_of(gap, {"中，", "：", "下："}))
            return title.begin;
    }
    return end;
}

// The words of the sentence before the text.
View head_of(View shape, std::size_t begin) {
    const View before = shape.substr(0, begin);
    return before.substr(behind_last_of(before, {"。", "；", ";", "\n"}));
}

bool is_reported(View head) {
    return holds_one_of(
        head, {"读者", "来信", "来电", "来函", "反映", "认为", "质疑", "询问", "有人", "网友"});
}

bool is_confirmed(View words) {
    return holds_one_of(words, {"确有", "确系", "确为", "确实", "属实", "更正为", "更正如下",
                                "予以更正", "现更正"});
}

// 《甲》、《乙》和
bool holds_titles_alone(View words) {
    std::string rest(words);
    std::erase(rest, kHidden);
    for (const View sign : {"《", "》", "、", "和", "及"})
        rest = core::replace_all(std::move(rest), sign, "");
    return core::trim(rest).empty();
}

// 更正本刊2026年第1期刊登的《甲》, and not 更正后的《甲》.
bool names_what_follows(View rest) {
    if (rest.empty() || core::is_digit(static_cast<unsigned char>(rest.front()))) return true;
    for (const View lead : {"本刊", "我刊", "本公报", "《", "第", "总第"})
        if (rest.starts_with(lead)) return true;
    return false;
}

// 更正《甲》, 误将《甲》…: said before the text.
Said said_before(View head, View reach) {
    const View clause = head.substr(behind_last_of(head, {"，", ",", "：", ":"}));
    Steps object(clause, 0);
    object.take_one_of({"现", "兹", "特", "现将", "现对"});
    if (object.take_one_of({"更正", "勘误", "订正"}) && names_what_follows(object.rest()))
        return Said::PutRight;
    if (holds_one_of(clause, {"误将", "错将", "误把"}) && reach.find("《") == View::npos)
        return Said::PutRight;
    const std::size_t colon = behind_last_of(head, {"：", ":"});
    const bool lists =
        core::trim(reach).empty() && holds_titles_alone(head.substr(colon)) && colon > 0;
    if (!lists) return Said::Nothing;
    const View list = head.substr(0, colon);
    return speaks_of_a_mistake(without_right(list)) && !is_another_matter(list) &&
                   holds_one_of(list, {"有误", "错误", "差错", "更正", "勘误"})
               ? Said::PutRight
               : Said::Nothing;
}

}  // namespace

Said said_of(const Bones& bones, std::size_t begin, std::size_t end) {
    const View shape = bones.shape;
    const std::size_t at = behind_joined(bones, end);
    const std::size_t stop = cut_at_next_text(bones, at, end_of_sentence(shape, at));
    const View reach = shape.substr(at, stop - at);
    const View head = head_of(shape, begin);
    const View clause = head.substr(behind_last_of(head, {"，", ",", "：", ":"}));
    if (holds_one_of(clause,
                     {"根据", "依据", "按照", "参照", "参见", "详见", "见本刊", "转载", "网"}))
        return Said::Nothing;
    const bool is_with =
        holds_one_of(shape.substr(begin, at - begin), {"》与", "》和", "》同", "）与", "）和"}) ||
        holds_one_of(clause, {"》与", "》和", "》同", "）与", "）和"}) ||
        core::starts_with(core::trim(reach), "与");
    if (is_with && compares(reach)) return Said::Nothing;
    const bool by_title = shape.substr(begin).starts_with("《");
    Said said = said_before(head, reach);
    if (said == Said::Nothing) said = said_in(reach, !by_title);
    View next;
    if (stop < shape.size() && !shape.substr(stop).starts_with("《")) {
        std::size_t from = stop;
        core::next_code_point(shape, from);
        next = core::trim(shape.substr(from, end_of_sentence(shape, from) - from));
    }
    // 刊登了《甲》。其中“乙”应为“丙”。
    const View name_only = core::trim(reach);
    if (said == Said::Nothing && (name_only.empty() || name_only == "一文") && leads_on(next) &&
        !holds_one_of(next, {"《", "期"}))
        said = said_in(next, !by_title);
    if (said == Said::PutRight && is_reported(head) && !is_confirmed(reach) && !is_confirmed(next))
        return Said::Nothing;
    return said;
}

std::string sentence_around(const Bones& bones, std::size_t at) {
    const View shape = bones.shape;
    const std::size_t begin = at - head_of(shape, at).size();
    return core::excerpt(
        core::trim(View(bones.text).substr(begin, end_of_sentence(shape, at) - begin)));
}

}  // namespace gongbao::editor
