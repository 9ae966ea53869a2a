// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/agency.hpp"

#include <algorithm>
#include <utility>

#include "core/document/wording.hpp"
#include "core/text/text.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor {
namespace {

constexpr const char* kAgencyEndings[] = {
    "政府",     "国务院", "办公厅",   "办公室", "委员会", "常委会", "委",         "厅",
    "局",       "部",     "署",       "院",     "会",     "银行",   "分行",       "支行",
    "中心",     "小组",   "机制",     "司",     "处",     "组",     "政府办",     "市府办",
    "扶贫办",   "政法办", "军区",     "警备区", "大学",   "学院",   "公司",       "集团",
    "协会",     "总社",   "兵团",     "总队",   "支队",   "管委会", "指挥部",     "站",
    "所",       "馆",     "社",       "政协",   "妇联",   "科协",   "残联",       "侨联",
    "文联",     "社科联", "海关",     "军分区", "党校",   "工商联", "大会",       "总工会",
    "联席会议", "办事处", "专员公署", "省委",   "市委",   "办",     "共和国主席",
};

// Words that end like an agency and are none.
constexpr const char* kOtherWords[] = {"全部", "社会", "机会", "好处",
                                       "场所", "开会", "委托", "一部"};

constexpr const char* kSealNotes[] = {"（盖章）", "（公章）", "（印章）", "（代章）", "（章）"};

bool is_han_only(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = core::next_code_point(text, at);
        if (!core::is_han(c) && c != U'（' && c != U'）' && c != U'“' && c != U'”' && c != U'·')
            return false;
    }
    return !text.empty();
}

bool holds_han(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (core::is_han(core::next_code_point(text, at))) return true;
    return false;
}

// The pieces between spaces and commas, letter-spacing undone. Where both widths of space stand,
// the narrow one spaces letters and the wide one parts names: 国 务 院　中 央 军 委.
std::vector<std::string> names_on(std::string_view line) {
    const std::size_t wide = line.find("\u3000");
    if (wide != std::string_view::npos && line.find(' ') != std::string_view::npos) {
        std::vector<std::string> names = names_on(line.substr(0, wide));
        for (std::string& name : names_on(core::trim(line.substr(wide))))
            names.push_back(std::move(name));
        return names;
    }
    const std::string closed = without_letter_spacing(line);
    std::vector<std::string> names(1);
    for (std::size_t at = 0; at < closed.size();) {
        const char32_t c = core::next_code_point(closed, at);
        const bool parts = core::is_space(c) || c == U'、' || c == U',' || c == U'，' || c == U'；';
        if (!parts)
            core::append_utf8(names.back(), c);
        else if (!names.back().empty())
            names.emplace_back();
    }
    std::erase_if(names, [](const std::string& name) { return !holds_han(name); });
    for (std::string& name : names)
        for (const std::string_view seal : kSealNotes)
            if (name.ends_with(seal)) name.resize(name.size() - seal.size());
    return names;
}

// 云岭日报 above 云岭省水利厅: a name that begins like the next is whole, be it of unknown form.
bool begin_alike(std::string_view left, std::string_view right) {
    constexpr std::size_t kTwoHan = 6;
    return left.size() >= kTwoHan && left.substr(0, kTwoHan) == right.substr(0, kTwoHan);
}

}  // namespace

bool is_agency(std::string_view name) {
    const std::string bare = core::without_spaces(name);
    // 某企业联合会/某企业家协会: one body of two names.
    for (const std::string_view slash : {"/", "／"})
        if (const std::size_t at = bare.find(slash); at != std::string::npos)
            return is_agency(bare.substr(0, at)) && is_agency(bare.substr(at + slash.size()));
    if (core::length(bare) > 40 || core::length(bare) < 2 || !is_han_only(bare)) return false;
    const auto ends_bare = [&](const char* ending) { return bare.ends_with(ending); };
    return std::any_of(std::begin(kAgencyEndings), std::end(kAgencyEndings), ends_bare) &&
           std::none_of(std::begin(kOtherWords), std::end(kOtherWords), ends_bare);
}

bool is_seal_note(std::string_view line) {
    return std::find(std::begin(kSealNotes), std::end(kSealNotes), core::without_spaces(line)) !=
           std::end(kSealNotes);
}

bool is_signer(std::string_view line) {
    return core::signer_in(line).has_value();
}

std::vector<std::string> agencies_of(const std::vector<std::string>& lines) {
    std::vector<std::string> agencies;
    bool unfinished = false;
    for (const std::string& line : lines) {
        if (is_signer(line) || is_seal_note(line)) continue;
        for (const std::string& name : names_on(line)) {
            if (unfinished && !begin_alike(agencies.back(), name))
                agencies.back() += name;
            else
                agencies.push_back(name);
            unfinished = !is_agency(agencies.back());
        }
    }
    return agencies;
}

bool names_only_agencies(std::string_view line) {
    for (std::size_t at = 0; at < line.size();)
        if (core::is_digit(core::next_code_point(line, at))) return false;
    const std::vector<std::string> names = names_on(line);
    return !names.empty() && std::all_of(names.begin(), names.end(),
                                         [](const std::string& name) { return is_agency(name); });
}

std::vector<std::string> agencies_of_title(std::string_view title) {
    std::size_t stop = std::string_view::npos;
    for (const char* verb :
         {"关于", "印发", "转发", "批转", "公布", "发布", "对", "命令", "令", "公告", "通告"})
        stop = std::min(stop, title.find(verb));
    if (stop == std::string_view::npos || stop == 0) return {};
    const std::string_view before = title.substr(0, stop);
    // What the words stand in is no name: ××办法（××人民政府令 …
    for (const auto& [open, close] :
         {std::pair("（", "）"), std::pair("(", ")"), std::pair("《", "》")})
        if (before.find(open) != std::string_view::npos &&
            before.find(close) == std::string_view::npos)
            return {};
    std::vector<std::string> agencies = agencies_of({std::string(before)});
    const bool all = std::all_of(agencies.begin(), agencies.end(),
                                 [](const std::string& name) { return is_agency(name); });
    return all ? agencies : std::vector<std::string>{};
}

}  // namespace gongbao::editor
