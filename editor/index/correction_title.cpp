// SPDX-License-Identifier: Apache-2.0
// What the title of a correction says.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/text/text.hpp"
#include "editor/index/bones.hpp"
#include "editor/index/corrections.hpp"
#include "editor/index/issue_words.hpp"

namespace gongbao::editor {
namespace {

using View = std::string_view;
constexpr std::array<View, 6> kWords{"更正", "勘误", "订正", "补正", "致歉", "编者按"};

// 《云岭省人民政府公报》2026年第1期勘误表, 更正（2026年第1期）: 勘误表, 更正.
std::string without_issue(std::string title) {
    const Bones bones = bones_of(title);
    const auto issue = issue_in_title(bones, 0);
    if (!issue) return title;
    title.erase(issue->begin, issue->end - issue->begin);
    for (const View empty : {"（）", "()", "的"})
        title = core::replace_all(std::move(title), empty, "");
    return title;
}

}  // namespace

// 关于更正《甲》的公告, 《甲》更正说明: 甲. Empty for 关于《更正登记办法》的通知.
std::string title_it_corrects(const std::string& title) {
    const Bones bones = bones_of(core::without_spaces(title));
    for (const Bones::Title& one : bones.titles) {
        const View shape = bones.shape;
        if (ends_with_one_of(shape.substr(0, one.begin), {"更正", "勘误", "订正"}))
            return one.words;
        Steps steps(shape, one.end);
        while (steps.take_one_of(
            {"的", "中", "有关内容", "部分内容", "部分条款", "个别文字", "有关文字"})) {
        }
        if (steps.take_one_of({"更正", "勘误", "订正"}) && !steps.take("登记")) return one.words;
    }
    return {};
}

bool is_correction_title(const std::string& title) {
    std::string name = without_issue(core::without_spaces(title));
    for (const View lead : {"重要", "本刊", "公报"})
        if (core::starts_with(name, lead)) name.erase(0, lead.size());
    for (const View number : {"（一）", "（二）", "（三）", "（四）", "（五）"})
        if (core::ends_with(name, number)) name.resize(name.size() - number.size());
    bool corrects = false;
    Steps steps(name, 0);
    while (steps.take_one_of({"致歉", "与", "及", "和"})) {
    }
    while (steps.take_one_of({"更正", "勘误", "订正", "补正", "正误表"})) corrects = true;
    steps.take_one_of({"启事", "启示", "说明", "公告", "通告", "声明", "通知", "表", "信息", "函"});
    while (steps.take_one_of({"与", "及", "和", "致歉", "启事", "说明", "声明"})) {
    }
    return corrects && steps.rest().empty();
}

bool may_be_correction_title(const std::string& title) {
    const std::string name = core::without_spaces(title);
    return is_correction_title(title) || std::any_of(kWords.begin(), kWords.end(), [&](View word) {
               return name.find(word) != View::npos;
           });
}

}  // namespace gongbao::editor
