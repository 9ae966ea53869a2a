// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/draft_marks.hpp"

#include <algorithm>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/structure/disclosure_words.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/mark_folding.hpp"

namespace gongbao::editor {
namespace {

constexpr std::u32string_view kDrafts[] = {
    U"征求意见稿", U"意见征求稿", U"意见征集稿", U"征集意见稿", U"意见稿", U"送审稿", U"草案",
    U"草稿",       U"讨论稿",     U"初稿",       U"修订稿",     U"修改稿", U"报批稿", U"报审稿",
    U"审议稿",     U"代拟稿",     U"样稿",       U"评审稿",     U"审查稿", U"审核稿", U"会签稿",
    U"论证稿",     U"汇报稿",     U"上会稿",     U"审定稿",     U"送签稿", U"签批稿", U"公示稿",
    U"听证稿",     U"初审稿",     U"审阅稿",     U"审批稿",     U"签发稿", U"审签稿", U"审读稿",
    U"校对稿",     U"过程稿",     U"呈批稿",     U"报送稿",     U"清样",   U"校样",   U"大样",
    U"草本",       U"draft",
};
// Words in 稿 that name no stage of a text.
constexpr std::u32string_view kNoDrafts[] = {
    U"供稿", U"撰稿", U"来稿", U"投稿",   U"专稿",   U"通稿",     U"特稿",   U"组稿",
    U"约稿", U"写稿", U"发稿", U"审稿人", U"本刊稿", U"新华社稿", U"试行稿", U"社稿",
};

bool is_han_number(char32_t c) {
    return std::u32string_view(U"〇零一二三四五六七八九十两").find(c) != std::u32string_view::npos;
}

bool ends_with(std::u32string_view text, std::u32string_view tail) {
    return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// 征求意见稿（2026年3月5日）, 送审稿v2.1: what may follow the mark.
std::u32string_view without_version(std::u32string_view text) {
    const auto of_version = [](char32_t c) {
        return core::is_digit(c) || is_han_number(c) ||
               std::u32string_view(
                   U"()[]〔〕【】《》〈〉「」『』“”‘’\"',.;:!、。·—–-_/年月日v第次版修改")
                       .find(c) != std::u32string_view::npos;
    };
    while (!text.empty() && of_version(text.back())) text.remove_suffix(1);
    return text;
}

// 第三稿, 三稿, 第2稿, 二次审议稿, 三审稿
std::size_t numbered_draft(std::u32string_view text) {
    if (!ends_with(text, U"稿")) return 0;
    std::size_t at = text.size() - 1;
    for (const std::u32string_view between : {U"次审议", U"次审", U"次", U"审", U"轮"})
        if (ends_with(text.substr(0, at), between)) {
            at -= between.size();
            break;
        }
    const std::size_t stop = at;
    while (at > 0 && (core::is_digit(text[at - 1]) || is_han_number(text[at - 1]))) --at;
    if (at == stop) return 0;
    if (at > 0 && text[at - 1] == U'第') --at;
    return text.size() - at;
}

// The length of the draft mark that `text` ends with, 0 without one. In brackets any 稿 is a stage.
std::size_t draft_at_end(std::u32string_view text, bool bracketed) {
    if (ends_with(text, U"第稿") || text == U"稿") return bracketed ? text.size() : 0;
    for (const std::u32string_view no : kNoDrafts)
        if (ends_with(text, no)) return 0;
    std::size_t length = numbered_draft(text);
    for (const std::u32string_view draft : kDrafts)
        if (ends_with(text, draft)) length = std::max(length, draft.size());
    if (length == 0 && bracketed && ends_with(text, U"稿")) length = text.size();
    return length;
}

// What a title says around a draft that it names.
Draft sense_around(std::u32string_view title, std::u32string_view draft) {
    const auto says = [&](std::u32string_view words) {
        return title.find(words) != std::u32string_view::npos;
    };
    const bool asks =
        (says(U"征求") || says(U"征集") || says(U"征询") || says(U"听取")) && says(U"意见");
    const bool of_all = says(U"公开征") || says(U"向社会") || says(U"社会公") || says(U"公众") ||
                        says(U"公告") || says(U"通告") || says(U"启事") || says(U"公开听取");
    if (asks && of_all) return Draft::Public;
    if (asks) return Draft::Own;  // 关于征求…意见的函 goes round inside the administration
    for (const std::u32string_view about : {U"说明", U"解读", U"报告", U"议案", U"决议", U"审议",
                                            U"答记者问", U"公示", U"采纳", U"反馈", U"审查"})
        if (says(about)) return Draft::Named;
    // Texts have been issued as drafts on trial; 关于印发《…（征求意见稿）》的通知 sends round a
    // draft.
    const bool tried =
        ends_with(draft, U"草案") || ends_with(draft, U"修订稿") || ends_with(draft, U"修改稿");
    return tried ? Draft::Named : Draft::Own;
}

bool goes_on(std::u32string_view rest) {
    const auto is_word = [](char32_t c) { return core::is_han(c) || core::is_ascii_letter(c); };
    int depth = 0;
    for (const char32_t c : rest) {
        if (c == U'(')
            ++depth;
        else if (c == U')')
            --depth;
        else if (depth <= 0 && is_word(c))
            return true;
    }
    return false;
}

DraftMark marked(Draft draft, std::u32string_view words) {
    return {draft, core::to_utf8(words)};
}

}  // namespace

DraftMark draft_of_title(std::string_view title) {
    const std::u32string text = folded_for_marks(title);
    const std::u32string_view all(text);
    DraftMark found;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (std::u32string_view(U"(〔[【").find(all[at]) == std::u32string_view::npos) continue;
        const std::size_t stop = all.find_first_of(U")〕]】", at);
        if (stop == std::u32string_view::npos) break;
        const std::u32string_view inside = without_version(all.substr(at + 1, stop - at - 1));
        if (draft_at_end(inside, true) == 0) continue;
        const std::u32string_view rest = all.substr(stop + 1);
        const bool closed = rest.find_first_of(U"》」』”") == std::u32string_view::npos;
        if (!goes_on(rest) || closed)
            return marked(goes_on(rest) ? sense_around(all, inside) : Draft::Own, inside);
        found = marked(sense_around(all, inside), inside);
    }
    if (found.draft != Draft::None) return found;
    const std::u32string_view bare = without_version(all);
    const std::size_t length = draft_at_end(bare, false);
    if (length == 0) return {};
    return marked(Draft::Own, bare.substr(bare.size() - length));
}

namespace {

DraftMark draft_of_piece(std::string_view line) {
    constexpr std::size_t kLongest = 24;
    constexpr std::size_t kLongestBare = 8;
    const std::u32string text = folded_for_marks(line);
    if (text.empty() || text.size() > kLongest) return {};
    if (read_label(core::trim(line))) return {};
    const bool bracketed =
        std::u32string_view(U"([【〔").find(text.front()) != std::u32string_view::npos;
    std::u32string_view inside = without_version(text);
    if (bracketed) inside.remove_prefix(std::min<std::size_t>(1, inside.size()));
    if (inside.find_first_of(U")]】〕") != std::u32string_view::npos) return {};
    const std::size_t length = draft_at_end(inside, bracketed);
    if (length == 0) return {};
    // 预算草案 alone on its line is a heading; the mark alone, or with a date and a number, is a
    // mark.
    std::u32string_view before = without_version(inside.substr(0, inside.size() - length));
    const bool alone = before.empty() || draft_at_end(before, false) > 0 || before == U"内部";
    if (!bracketed && (!alone || inside.size() > kLongestBare + length)) return {};
    return marked(Draft::Own, inside);
}

}  // namespace

DraftMark draft_of_line(std::string_view line) {
    constexpr std::size_t kLongest = 24;
    const DraftMark whole = draft_of_piece(line);
    if (whole.draft != Draft::None || core::length(line) > kLongest) return whole;
    // 讨论稿　请提意见: one of the pieces that white space parts.
    std::string piece;
    for (const char32_t c : core::to_utf32(std::string(line) + " ")) {
        if (!core::is_space(c)) {
            core::append_utf8(piece, c);
            continue;
        }
        const DraftMark mark = draft_of_piece(std::exchange(piece, {}));
        if (mark.draft != Draft::None && mark.words != "草案") return mark;
    }
    return whole;
}

}  // namespace gongbao::editor
