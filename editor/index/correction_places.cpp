// SPDX-License-Identifier: Apache-2.0
#include "editor/index/correction_places.hpp"

#include <initializer_list>
#include <utility>

#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

using View = std::string_view;

// 第3页, 第3页至第5页, 第3、4页.
std::optional<Pages> pages_at(View words, std::size_t at) {
    const std::initializer_list<View> kDashes = {"—", "－", "-", "–", "～", "~", "至", "、", "，"};
    for (const View dash : kDashes) {
        Steps range(words, at);
        const auto first = range.number(dash);
        if (!first) continue;
        range.take("第");
        if (const auto last = range.number("页")) return Pages{*first, *last, 0, range.place()};
    }
    Steps steps(words, at);
    const auto page = steps.number("页");
    if (!page) return {};
    Steps range = steps;
    if (!range.take_one_of(kDashes)) return Pages{*page, *page, 0, steps.place()};
    range.take("第");
    const auto last = range.number("页");
    return last ? Pages{*page, *last, 0, range.place()} : Pages{*page, *page, 0, steps.place()};
}

constexpr View kNumberEnd = "号";

// Behind the number that begins near `from`; npos without one.
std::size_t end_of_number(View shape, std::size_t from, std::size_t& sign_at) {
    for (const View sign : {"〔", "令第", "公告第"}) {
        sign_at = shape.find(sign, from);
        if (sign_at == View::npos) continue;
        const std::size_t last = shape.find(kNumberEnd, sign_at);
        if (last != View::npos && last - sign_at <= 24) return last + kNumberEnd.size();
    }
    return View::npos;
}

}  // namespace

bool leads_to_a_text(View gap) {
    return !holds_one_of(gap, {"附件", "附表",   "附文", "附录", "附图",   "所附",  "应为", "应改",
                               "改为", "更正为", "根据", "依据", "按照",   "其中",  "目录", "封面",
                               "封底", "页眉",   "未刊", "未登", "没有刊", "没有登"});
}

std::string number_behind(const Bones& bones, std::size_t& at) {
    for (const auto& [open, close] : {std::pair<View, View>{"（", "）"}, {"(", ")"}}) {
        if (!core::starts_with(View(bones.shape).substr(at), open)) continue;
        const std::size_t end = end_of_pair(bones.shape, at, open, close);
        if (end == View::npos) return {};
        const View inside =
            View(bones.text).substr(at + open.size(), end - at - open.size() - close.size());
        if (!core::parse_doc_number(inside)) return {};
        at = end;
        return std::string(inside);
    }
    return {};
}

std::vector<Pages> pages_in(View words) {
    constexpr View kOpen = "第";
    std::vector<Pages> found;
    for (std::size_t at = words.find(kOpen); at != View::npos;
         at = words.find(kOpen, at + kOpen.size())) {
        if (ends_with_one_of(words.substr(0, at), {"附件", "附表", "为", "见", "转", "接"}))
            continue;
        auto pages = pages_at(words, at + kOpen.size());
        if (!pages) continue;
        pages->begin = at;
        found.push_back(*pages);
        at = pages->end - kOpen.size();
    }
    return found;
}

int page_in(View words) {
    const std::vector<Pages> pages = pages_in(words);
    return pages.empty() ? 0 : pages.front().first;
}

std::optional<std::vector<NumberWords>> numbers_in(View shape) {
    std::size_t sign_at = 0;
    std::size_t end = end_of_number(shape, 0, sign_at);
    std::vector<NumberWords> numbers;
    if (end == View::npos || !leads_to_a_text(shape.substr(0, sign_at))) return numbers;
    std::size_t first = 0;
    for (const View mark : {"，", "。", "；", "：", "、", "）", "（", "》", "\n", "页", "的"})
        if (const std::size_t found = shape.substr(0, sign_at).rfind(mark); found != View::npos)
            first = std::max(first, found + mark.size());
    numbers.push_back({first, end});
    for (;;) {
        Steps steps(shape, end);
        if (!steps.take_one_of({"、", "和", "及", "与", "以及"})) return numbers;
        first = steps.place();
        steps.take("第");
        if (steps.number(kNumberEnd)) return {};
        end = end_of_number(shape, first, sign_at);
        if (end == View::npos || holds_one_of(shape.substr(first, sign_at - first),
                                              {"，", "。", "；", "、", "\n", "《"}))
            return numbers;
        numbers.push_back({first, end});
    }
}

}  // namespace gongbao::editor
