// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/official_lines.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "core/text/text.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Role;

constexpr std::size_t kLongestImprint = 60;

// Without white space, digits and signs in their narrow form.
std::string bare_of(std::string_view line) {
    std::string bare;
    const std::string closed = core::without_spaces(line);
    for (std::size_t at = 0; at < closed.size();)
        core::append_utf8(bare, core::narrow(core::next_code_point(closed, at)));
    return bare;
}

// Takes one of `words` and a colon off the front of `text`.
bool take_label(std::string_view& text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (!text.starts_with(word)) continue;
        text.remove_prefix(word.size());
        if (text.starts_with(":")) text.remove_prefix(1);
        return true;
    }
    return false;
}

bool is_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 000012, 000012号, 份号：000012, No.000012
bool is_copy_number(std::string_view bare) {
    const bool labelled = take_label(bare, {"份号", "编号", "№", "No.", "NO."});
    if (bare.ends_with("号")) bare.remove_suffix(3);
    if (!is_digits(bare)) return false;
    return labelled ? bare.size() <= 8 : bare.size() == 6;
}

// 1年, 6个月, 十年, 长期: how long a secret is kept.
bool is_term(std::string_view text) {
    if (text.empty() || text == "长期" || core::parse_date(text)) return true;
    for (const std::string_view unit : {"个月", "年", "月", "日", "天"})
        if (text.ends_with(unit))
            return core::parse_numeral(text.substr(0, text.size() - unit.size())) > 0;
    return false;
}

// 机密, 机密★1年, 秘密级
bool is_secrecy(std::string_view bare) {
    if (take_label(bare, {"密级:"})) return !bare.empty() && core::length(bare) <= 12;
    take_label(bare, {"密级"});
    if (!bare.starts_with("绝密") && !bare.starts_with("机密") && !bare.starts_with("秘密"))
        return false;
    bare.remove_prefix(6);
    if (bare.starts_with("级")) bare.remove_prefix(3);
    for (const std::string_view star : {"★", "☆", "*"})
        if (bare.starts_with(star)) bare.remove_prefix(star.size());
    return is_term(bare);
}

bool is_urgency(std::string_view bare) {
    take_label(bare, {"紧急程度", "等级", "缓急程度", "缓急"});
    for (const std::string_view sent : {"·明电", "明电"})  // of a telegram
        if (bare.ends_with(sent)) bare.remove_suffix(sent.size());
    for (const std::string_view word : {"特急", "加急", "平急", "特提", "急件"})
        if (bare == word) return true;
    return false;
}

bool is_signed_off(std::string_view bare) {
    if (core::length(bare) > 40 || bare.find("。") != std::string_view::npos) return false;
    for (const std::string_view word : {"签发人", "会签人"})
        if (bare.starts_with(word))
            return bare.size() == word.size() || bare.substr(word.size()).starts_with(":") ||
                   core::length(bare) <= 7;
    for (const std::string_view word : {"签发:", "会签:", "签批:", "签批盖章:", "发电单位:"})
        if (bare.starts_with(word)) return true;
    return false;
}

bool is_of_head(std::string_view line) {
    return head_element(line) || is_number_line(line) || is_issuer_mark(line);
}

// Where `word` begins in `line`, its characters perhaps set apart.
std::size_t find_spaced(std::string_view line, std::string_view word) {
    for (std::size_t start = 0; start < line.size(); ++start) {
        std::size_t at = start;
        std::size_t in_word = 0;
        while (at < line.size() && in_word < word.size()) {
            std::size_t next = at;
            const char32_t c = core::next_code_point(line, next);
            const bool blank = core::is_space(c) && at > start;
            if (!blank && line.substr(at, next - at) != word.substr(in_word, next - at)) break;
            if (!blank) in_word += next - at;
            at = next;
        }
        if (in_word == word.size()) return start;
        while (start + 1 < line.size() &&
               (static_cast<unsigned char>(line[start + 1]) & 0xC0) == 0x80)
            ++start;
    }
    return std::string_view::npos;
}

// ××办公厅　2026年3月7日印发, 二〇二六年三月七日印
bool is_printed(std::string_view bare) {
    while (bare.ends_with(")") || bare.ends_with("。"))
        bare.remove_suffix(bare.ends_with(")") ? 1 : 3);
    const std::size_t year = bare.find("年");
    const std::size_t month = bare.find("月", year == std::string_view::npos ? 0 : year);
    const bool dated = year != std::string_view::npos && month != std::string_view::npos;
    return dated && bare.find("，") == std::string_view::npos &&
           bare.find(',') == std::string_view::npos &&
           (bare.ends_with("印发") || bare.ends_with("日印") || bare.ends_with("印制"));
}

// 共印50份, （共印50份）
bool is_count(std::string_view bare) {
    while (bare.starts_with("(")) bare.remove_prefix(1);
    while (bare.ends_with(")") || bare.ends_with("。"))
        bare.remove_suffix(bare.ends_with(")") ? 1 : 3);
    if (!take_label(bare, {"共印", "印数", "印发份数"}) || !bare.ends_with("份")) return false;
    return core::parse_numeral(bare.substr(0, bare.size() - 3)) > 0;
}

// The words of `bare` without a count of copies or a proofreader at its end.
std::string_view without_count(std::string_view bare) {
    for (const std::string_view word : {"校对:", "打印:", "打字:", "录入:"})
        if (const std::size_t at = bare.find(word); at != std::string_view::npos && at > 0)
            bare = bare.substr(0, at);
    for (const std::string_view opening : {"(共印", "共印"}) {
        const std::size_t at = bare.rfind(opening);
        if (at != std::string_view::npos && at > 0 && is_count(bare.substr(at)))
            return bare.substr(0, at);
    }
    return bare;
}

}  // namespace

std::optional<Role> head_element(std::string_view line) {
    const std::string bare = bare_of(line);
    if (is_copy_number(bare)) return Role::CopyNumber;
    if (is_secrecy(bare)) return Role::Secrecy;
    if (is_urgency(bare)) return Role::Urgency;
    if (is_signed_off(bare)) return Role::Signer;
    return {};
}

bool is_issuer_mark(std::string_view line) {
    if (core::length(line) > 80 || line.find("关于") != std::string_view::npos) return false;
    for (const std::string_view word : {"文件", "发电", "传真电报", "明传电报"}) {
        const std::size_t at = find_spaced(line, word);
        if (at != std::string_view::npos && at > 0 && core::without_spaces(line.substr(at)) == word)
            return names_only_agencies(line.substr(0, at));
    }
    return false;
}

bool is_names_of_people(std::string_view line) {
    std::size_t letters = 0;
    std::size_t in_word = 0;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = core::next_code_point(line, at);
        if (core::is_space(c))
            in_word = 0;
        else if (!core::is_han(c) || ++in_word > 4 || ++letters > 12)
            return false;
    }
    return letters >= 2 && kind_of_title(line).empty() && !names_only_agencies(line) &&
           !head_element(line) && core::without_spaces(line) != "文件";
}

std::size_t head_cut(std::string_view line, bool signers_above) {
    // Most lines say none of these.
    const auto says = [&](std::string_view word) {
        return line.find(word) != std::string_view::npos;
    };
    if (!signers_above && !says("签") && !says("密") && !says("急") && !line.starts_with("0") &&
        !line.starts_with("份号"))
        return 0;
    if (core::length(line) > 80) return 0;
    for (const std::string_view word : {"签发人", "会签人", "签发："}) {
        const std::size_t at = find_spaced(line, word);
        if (at == std::string_view::npos || at == 0) continue;
        const std::string_view before = core::trim(line.substr(0, at));
        if (is_of_head(before) || head_cut(before) > 0) return before.size();
    }
    if (head_element(line) && !is_signed_off(bare_of(line))) return 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t gap = at;
        if (!core::is_space(core::next_code_point(line, at)) || gap == 0) continue;
        const std::string_view before = line.substr(0, gap);
        const std::string_view after = core::trim(line.substr(gap));
        const bool number_after = is_number_line(after);
        if (head_element(before) &&
            (number_after || (is_of_head(after) && !is_signed_off(bare_of(before)))))
            return gap;
        if (is_number_line(before) &&
            (head_element(after) || (signers_above && is_names_of_people(after))))
            return gap;
    }
    return 0;
}

std::size_t number_before_more(std::string_view line) {
    if ((!line.ends_with("日") && !line.ends_with("号")) || core::length(line) > 60) return 0;
    const std::size_t number = line.find("号");
    if (number == std::string_view::npos) return 0;
    const std::size_t end = number + std::string_view("号").size();
    const std::string_view rest = core::trim(line.substr(end));
    return is_number_line(line.substr(0, end)) && (date_line(rest) || is_number_line(rest)) ? end
                                                                                            : 0;
}

std::optional<Role> imprint_element(std::string_view line) {
    const std::string all = bare_of(line);
    std::string_view bare = all;
    for (const std::string_view word :
         {"抄送", "抄报", "分送", "主送", "抄发", "报送", "报", "送", "发"}) {
        if (!bare.starts_with(word)) continue;
        std::string_view rest = bare.substr(word.size());
        for (const std::string_view whom : {"机关", "单位"})
            if (rest.starts_with(whom)) rest.remove_prefix(whom.size());
        const bool labelled = rest.starts_with(":");
        const bool long_word = word == "抄送" || word == "抄报" || word == "分送";
        if (labelled || (long_word && (rest.empty() || rest.ends_with("。")))) return Role::CopyTo;
    }
    if (core::length(bare) > kLongestImprint) return {};
    if (is_count(bare) || is_printed(without_count(bare))) return Role::Imprint;
    for (const std::string_view word :
         {"校对:", "打印:", "打字:", "录入:", "排版:", "校核:", "责任校对:", "主题词:", "印发份数:",
          "印数:", "印发机关:", "印发单位:", "印发日期:", "印发时间:", "印制:"})
        if (bare.starts_with(word)) return Role::Imprint;
    return {};
}

bool opens_with_printing_date(std::string_view line) {
    if (imprint_element(line) != Role::Imprint) return false;
    const std::string bare = bare_of(line);
    return bare.front() == '(' || (bare.front() >= '0' && bare.front() <= '9') ||
           bare.starts_with("二");
}

std::size_t names_before_date(std::string_view line) {
    if (!line.ends_with("日") || core::length(line) > 80) return 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t here = at;
        const char32_t c = core::next_code_point(line, at);
        if (here == 0 || core::is_space(c)) continue;
        const std::string_view date = line.substr(here);
        if (!date_line(date) && !is_open_date(date)) continue;
        const std::string_view names = core::trim(line.substr(0, here));
        return names_only_agencies(names) ? names.size() : 0;
    }
    return 0;
}

bool is_labelled(std::string_view line) {
    const std::size_t colon = std::min(line.find("："), line.find(':'));
    if (colon == std::string_view::npos || colon == 0 || core::length(line) > 60) return false;
    const std::string_view label = line.substr(0, colon);
    return core::length(core::without_spaces(label)) <= 8 && kind_of_title(label).empty() &&
           !core::trim(line.substr(colon + 1)).empty() &&
           line.find("。") == std::string_view::npos && line.find("？") == std::string_view::npos &&
           line.find("关于") == std::string_view::npos && !line.ends_with("：") &&
           !line.ends_with(":") && !line.starts_with("附");
}

bool is_contact(std::string_view line) {
    const std::string bare = bare_of(line);
    std::size_t run = 0;
    for (const char c : bare) {
        run = (c >= '0' && c <= '9') || c == '-' ? run + 1 : 0;
        if (run >= 7) return true;
    }
    if (bare.find('@') != std::string::npos || bare.find("http") != std::string::npos) return true;
    for (const std::string_view word : {"联系人", "联系", "电话", "传真", "邮箱", "邮编",
                                        "邮政编码", "地址", "网址", "通信地址", "电子邮件"})
        if (bare.starts_with(word) || bare.starts_with("(" + std::string(word))) return true;
    return false;
}

}  // namespace gongbao::editor
