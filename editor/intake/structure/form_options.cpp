// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/form_options.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "editor/intake/structure/disclosure_words.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using View = std::u32string_view;

struct Box {
    std::size_t length = 0;
    bool checked = false;
};

Box box_at(View text, std::size_t at) {
    if (is_one_of(text[at], U"□☐◻⬜◇")) return {1, false};
    if (is_one_of(text[at], U"☑☒■√✓✔▣✅◼")) return {1, true};
    if (is_one_of(text[at], U"○◯〇⚪⭕●◉⦿⚫🔘")) return {1, is_one_of(text[at], U"●◉⦿⚫🔘")};
    if (!is_one_of(text[at], U"([【") || at + 1 >= text.size()) return {};
    if (is_one_of(text[at + 1], U")]】")) return {2, false};
    const bool marked = at + 2 < text.size() && is_one_of(text[at + 2], U")]】");
    return marked && is_one_of(text[at + 1], U"√✓✔x■") ? Box{3, true} : Box{};
}

struct Choice {
    View words;
    Reach reach;
};
// Longer ones first where one opens with another.
constexpr Choice kChoices[] = {
    {U"主动公开", Reach::Public},
    {U"公开发布", Reach::Public},
    {U"依申请公开", Reach::OnRequest},
    {U"申请公开", Reach::OnRequest},
    {U"依法不予公开", Reach::NotPublic},
    {U"依法不公开", Reach::NotPublic},
    {U"不予公开", Reach::NotPublic},
    {U"不公开", Reach::NotPublic},
    {U"免予公开", Reach::NotPublic},
    {U"免于公开", Reach::NotPublic},
    {U"暂不公开", Reach::NotPublic},
    {U"绝密", Reach::Secret},
    {U"机密", Reach::Secret},
    {U"秘密", Reach::Secret},
    {U"内部", Reach::Internal},
    {U"非密", Reach::Public},
    {U"公开", Reach::Public},
};

constexpr Choice kYes = {U"是", Reach::Public};
constexpr Choice kNo = {U"否", Reach::NotPublic};

// 公开情况, 内部审计: a short choice is part of another word. 秘密级, 内部资料 are choices.
bool is_part_of_a_word(View choice, View rest) {
    if (choice.size() > 2 || rest.empty() || !core::is_han(rest.front())) return false;
    for (const View tail : {U"级", U"件", U"资料", U"文件", U"使用", U"掌握", U"传阅", U"公开"})
        if (choice != U"公开" && rest.substr(0, tail.size()) == tail) return false;
    return true;
}

const Choice* choice_at(View text, std::size_t at, bool asks_whether) {
    for (const Choice& choice : kChoices) {
        const View words = choice.words;
        if (text.substr(at, words.size()) != words) continue;
        if (!is_part_of_a_word(words, text.substr(at + words.size()))) return &choice;
    }
    if (!asks_whether || at >= text.size()) return nullptr;
    return text[at] == U'是' ? &kYes : text[at] == U'否' ? &kNo : nullptr;
}

// ○ is a figure of years too: 二○二六年.
bool may_be_round_box(View text, std::size_t at, std::size_t behind_choice, bool asks_whether) {
    if (!is_one_of(text[at], U"○◯〇")) return true;
    if (choice_at(text, at + 1, asks_whether) != nullptr) return true;
    const bool goes_on = at + 1 < text.size() && core::is_han(text[at + 1]);
    return at > 0 && at == behind_choice && !goes_on;
}

// 不予公开☑ and 不予公开（工作秘密）☑ are chosen; 不予公开□　已审查☑ is not: the tick is of other
// words.
void tick_behind(FormOption& option, View between, const Box& box) {
    int depth = 0;
    for (const char32_t c : between) {
        if (is_one_of(c, U"([{〔【")) ++depth;
        if (is_one_of(c, U")]}〕】")) --depth;
        if (depth == 0 && core::is_han(c)) return;
    }
    option.chosen = option.chosen || box.checked;
}

}  // namespace

std::optional<std::vector<FormOption>> read_options(View text) {
    std::vector<FormOption> options;
    int boxes = 0;
    bool behind = false;            // boxes stand behind their words
    bool checked = false;           // the box before the next words
    bool asks_whether = false;      // 是否公开
    std::size_t behind_choice = 0;  // where the words of the last one end
    for (std::size_t at = 0; at < text.size();) {
        const Box box = box_at(text, at);
        if (const std::size_t label = label_at(text, at); label > 0) {  // its 公开 is no choice
            asks_whether = text.substr(at, label) == U"是否公开";
            at += label;
        } else if (box.length > 0 && may_be_round_box(text, at, behind_choice, asks_whether)) {
            behind = behind || (boxes == 0 && !options.empty());
            ++boxes;
            if (behind)
                tick_behind(options.back(), text.substr(behind_choice, at - behind_choice), box);
            else
                checked = box.checked;
            at += box.length;
        } else if (const Choice* choice = choice_at(text, at, asks_whether)) {
            options.push_back({choice->reach, !behind && checked});
            checked = false;
            at += choice->words.size();
            behind_choice = at;
        } else {
            ++at;
        }
    }
    const bool narrows = std::any_of(options.begin(), options.end(), [](const FormOption& one) {
        return one.reach != Reach::Public;
    });
    if (boxes == 0 || !narrows) return {};
    return options;
}

}  // namespace gongbao::editor
