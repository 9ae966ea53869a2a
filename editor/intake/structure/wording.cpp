// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"
#include "editor/intake/structure/label.hpp"

namespace gongbao::editor {
namespace {

char32_t first_of(std::string_view line) {
    std::size_t at = 0;
    return line.empty() ? 0 : core::next_code_point(line, at);
}

// The bytes of 附件 with its number: 附件, 附件1, 附件一, 附表2-1, 附 件 3. 0 when the line opens
// otherwise.
std::size_t annex_word_length(std::string_view line) {
    if (!line.starts_with("附")) return 0;
    const std::string_view rest = core::trim(line.substr(3));
    if (rest.empty()) return 0;
    const auto at = static_cast<std::size_t>(rest.data() - line.data());
    if (rest.starts_with("：") || rest.starts_with(":")) return at;
    const std::string_view second = rest.substr(0, 3);
    if (second != "件" && second != "表" && second != "录" && second != "图") return 0;
    std::size_t end = at + second.size();
    for (std::size_t next = end; next < line.size();) {
        const char32_t c = core::next_code_point(line, next);
        if (core::is_space(c)) continue;
        if (!core::is_digit(c) && c != U'-' && c != U'—' &&
            !is_one_of(c, U"一二三四五六七八九十ABCDEF"))
            break;
        end = next;
    }
    return end;
}

// 第12号, 第十二期, 总第345期, 第12期（总第345期）, 12号
bool is_serial(std::string_view text) {
    if (const std::size_t total = text.find("（总第");
        total != std::string_view::npos && total > 0 && text.ends_with("）"))
        text = text.substr(0, total);
    if (text.starts_with("总第")) text.remove_prefix(3);
    const bool issue = text.ends_with("期") || text.ends_with("次");
    if (!issue && !text.ends_with("号")) return false;
    const bool counted = text.starts_with("第");
    if (issue && !counted) return false;
    text.remove_suffix(3);
    if (counted) text.remove_prefix(3);
    return core::parse_numeral(text) > 0;
}

// The rest of 〔2026〕第3号, （十四届）第12号, 2026年第12期; empty when it does not open with a
// year or session.
std::string_view behind_session(std::string_view text) {
    for (const auto& [open, close] :
         {std::pair("〔", "〕"), std::pair("[", "]"), std::pair("（", "）"), std::pair("(", ")"),
          std::pair("【", "】"), std::pair("", "年")}) {
        const std::size_t end = text.find(close);
        if (!text.starts_with(open) || end == std::string_view::npos) continue;
        const std::size_t begin = std::string_view(open).size();
        const std::string_view inside = text.substr(begin, end - begin);
        const bool year = core::length(inside) == 4 && core::parse_numeral(inside) > 0;
        if (year || inside.ends_with("届"))
            return text.substr(end + std::string_view(close).size());
    }
    return {};
}

}  // namespace

bool contains_any(std::string_view text, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return text.find(word) != std::string_view::npos; });
}

bool contains_any(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
        return text.find(word) != std::u32string_view::npos;
    });
}

bool ends_with_colon(std::string_view line) {
    return line.ends_with("：") || line.ends_with(":");
}

Ending ending_of(std::string_view line) {
    constexpr std::u32string_view kStops = U"。！？；：…!?;:";
    constexpr std::u32string_view kClosers = U"”’）》〉】〕」』)]>\"'";
    const std::u32string text = core::to_utf32(core::trim(line));
    std::size_t end = text.size();
    while (end > 0 && is_one_of(text[end - 1], kClosers)) --end;
    if (end > 0 && is_one_of(text[end - 1], kStops)) return Ending::Sentence;
    return end < text.size() ? Ending::Closed : Ending::Open;
}

bool opens_with_closing_mark(std::string_view line) {
    return is_one_of(first_of(line), U"，。、；：！？）》〉”’】〕,;:!?)");
}

std::optional<core::Date> date_line(std::string_view line) {
    if (core::length(line) > 24 || line.find("年") == std::string_view::npos) return {};
    return core::parse_date(line);
}

std::optional<core::Date> bracketed_date(std::string_view line) {
    std::string_view inside = core::trim(line);
    for (const std::string_view open : {"（", "("})
        if (inside.starts_with(open)) inside.remove_prefix(open.size());
    for (const std::string_view close : {"）", ")"})
        if (inside.ends_with(close)) inside.remove_suffix(close.size());
    return core::parse_date(inside);
}

bool is_open_date(std::string_view line) {
    if (!line.ends_with("日") || line.find("年") == std::string_view::npos) return false;
    const std::string bare = core::without_spaces(line);
    if (core::length(bare) > 12 || !bare.ends_with("日")) return false;
    const std::size_t year = bare.find("年");
    const std::size_t month = bare.find("月");
    if (year == std::string::npos || month == std::string::npos || month < year + 3) return false;
    const std::string blank_free = core::replace_all(core::replace_all(bare, "_", ""), "×", "");
    const std::string day = blank_free.substr(blank_free.find("月") + 3);
    const std::string of_month = blank_free.substr(0, blank_free.find("月"));
    const std::string closed = (of_month.ends_with("年") ? of_month + "1" : of_month) + "月1日";
    return day == "日" && core::parse_date(closed);
}

bool is_month_line(std::string_view line) {
    const std::string bare = core::without_spaces(line);
    return core::length(bare) < 12 && bare.ends_with("月") && core::parse_date(bare + "1日");
}

bool is_bracketed(std::string_view line) {
    return (line.starts_with("（") || line.starts_with("(")) &&
           (line.ends_with("）") || line.ends_with(")")) && core::length(line) > 2;
}

bool is_title_note(std::string_view line) {
    if (!is_bracketed(line) || read_label(line)) return false;
    const std::string bare = core::without_spaces(line);
    const bool decided = contains_any(bare, {"通过", "公布", "发布", "修正", "修订", "施行", "批准",
                                             "实施", "印发", "修改", "讨论稿", "征求意见"});
    const std::size_t year = bare.find("年");
    return year != std::string::npos && bare.find("月") != std::string::npos &&
           (decided || core::length(bare) < 20 ||
            (core::length(bare) < 40 && bare.find("号") != std::string::npos));
}

bool is_number_line(std::string_view line) {
    if (core::length(line) > 45 || line.find("号") == std::string_view::npos) return false;
    if (contains_any(line, {"《", "》", "关于", "，", "。", "："})) return false;
    const auto number = core::parse_doc_number(within_brackets(line));
    return number && !number->prefix.empty();
}

bool is_number_after_title(std::string_view line) {
    const std::string bare = core::without_spaces(within_brackets(line));
    if (core::length(bare) > 16) return false;
    if (is_serial(bare) || is_serial(behind_session(bare))) return true;
    if (!bare.ends_with("号")) return false;
    return bare.starts_with("第") ||
           (core::is_digit(first_of(bare)) && contains_any(bare, {"年第", "年"}));
}

std::string_view within_brackets(std::string_view line) {
    for (const auto& [open, close] : {std::pair("（", "）"), std::pair("(", ")")}) {
        if (!line.starts_with(open) || !line.ends_with(close)) continue;
        std::string_view inside = line.substr(std::string_view(open).size());
        inside.remove_suffix(std::string_view(close).size());
        if (inside.find(open) == std::string_view::npos &&
            inside.find(close) == std::string_view::npos)
            return core::trim(inside);
    }
    return line;
}

bool is_addressees(std::string_view line) {
    if (!ends_with_colon(line) || core::length(line) > 600) return false;
    if (contains_any(line, {"。", "？"}) || read_label(line)) return false;
    if (is_annex_note(line) || is_annex_label(line)) return false;
    const std::string_view words = line.substr(0, line.size() - (line.ends_with(":") ? 1 : 3));
    for (const char* opening :
         {"为", "根据", "按照", "现", "经", "联系", "附", "注", "抄送", "依照", "说明"})
        if (words.starts_with(opening)) return false;
    if (words.ends_with("的") ||
        (words.find("年") != std::string_view::npos && words.find("月") != std::string_view::npos))
        return false;
    const std::string tail(words.substr(words.size() > 18 ? words.size() - 18 : 0));
    return !contains_any(tail, {"如下", "以下", "下列", "包括", "规定", "事项", "意见是", "名单",
                                "公告", "通告", "决定", "要求", "提出", "报告"}) ||
           words.ends_with("单位") || words.ends_with("部门");
}

bool is_annex_label(std::string_view line) {
    const std::size_t word = annex_word_length(line);
    if (word == 0) return false;
    const std::string_view rest = core::trim(line.substr(word));
    return rest.empty() || rest == "：" || rest == ":" || rest == "." || rest == "．" ||
           rest == "、";
}

std::size_t annex_label_length(std::string_view line) {
    const std::size_t word = annex_word_length(line);
    if (word == 0 || core::length(line) > 60 || ending_of(line) == Ending::Sentence) return 0;
    std::size_t at = word;
    while (at < line.size()) {
        std::size_t next = at;
        const char32_t c = core::next_code_point(line, next);
        if (c != U'：' && c != U':' && c != U'.' && c != U'．' && !core::is_space(c)) break;
        at = next;
    }
    return at > word && at < line.size() ? at : 0;
}

bool is_annex_note(std::string_view line) {
    const std::size_t word = annex_word_length(line);
    if (word == 0) return false;
    const std::string_view rest = core::trim(line.substr(word));
    for (const std::string_view mark : {"：", ":", ".", "．"})
        if (rest.starts_with(mark) && rest.size() > mark.size()) return true;
    return false;
}

bool is_contents_head(std::string_view line) {
    const std::string bare = core::without_spaces(line);
    return bare == "目录" || bare == "目次";
}

// 第3页, 第3页共5页, 第3页/共5页.
bool is_page_count(std::u32string_view text) {
    const auto take = [&text](char32_t before) {
        if (text.empty() || text.front() != before) return false;
        const std::size_t digits = std::min(text.find_first_not_of(U"0123456789", 1), text.size());
        if (digits < 2 || digits > 5 || digits == text.size() || text[digits] != U'页')
            return false;
        text.remove_prefix(digits + 1);
        return true;
    };
    if (!take(U'第')) return false;
    while (!text.empty() && std::u32string_view(U"/，,").find(text.front()) != text.npos)
        text.remove_prefix(1);
    return text.empty() || (take(U'共') && text.empty());
}

bool is_folio(std::string_view line) {
    const std::u32string text = core::to_utf32(core::without_spaces(line));
    const auto is_dash = [](char32_t c) { return is_one_of(c, U"—－-–一"); };
    if (is_page_count(text)) return true;
    std::size_t digits = 0;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (core::is_digit(text[i]))
            ++digits;
        else if (!is_dash(text[i]) || text[i] == U'一')
            return false;
    }
    return text.size() >= 3 && digits > 0 && digits <= 4 && is_dash(text.front()) &&
           is_dash(text.back());
}

std::string kind_of_title(std::string_view title) {
    constexpr std::array kTitleKinds = {
        "实施细则", "实施办法", "实施方案", "管理办法", "决议", "决定", "命令", "公报", "公告",
        "通告",     "意见",     "通知",     "通报",     "报告", "请示", "批复", "复函", "议案",
        "纪要",     "条例",     "规定",     "办法",     "细则", "规则", "章程", "方案", "规划",
        "计划",     "要点",     "预案",     "目录",     "清单", "名单", "标准", "指南", "制度",
        "措施",     "答复",     "解读",     "更正",     "解释", "讲话", "致辞", "说明", "声明",
        "问答",     "倡议书",   "公约",     "公示",     "指引", "规范", "规程", "准则", "安排",
        "纲要",     "任免",     "函",       "令",       "法",
    };
    std::string bare = core::without_spaces(title);
    while (bare.ends_with("）") || bare.ends_with(")")) {
        const std::size_t open = std::max(bare.rfind("（") + 1, bare.rfind('(') + 1);
        if (open <= 1) break;
        bare.erase(open - 1);
    }
    for (const std::string_view kind : kTitleKinds) {
        if (!bare.ends_with(kind)) continue;
        for (const std::string_view compound : {"实施", "管理"})
            if (kind.starts_with(compound) && kind != "实施细则")
                return std::string(kind.substr(compound.size()));
        return kind == "实施细则" ? "细则" : std::string(kind);
    }
    return {};
}

}  // namespace gongbao::editor
