// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/whose.hpp"

#include <algorithm>
#include <utility>

#include "core/text/date.hpp"
#include "core/text/text.hpp"
#include "editor/intake/structure/reserves.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using View = std::u32string_view;

bool starts_with_any(View text, std::initializer_list<View> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](View word) { return text.starts_with(word); });
}

constexpr View kKinds[] = {
    U"条例", U"规定", U"办法", U"细则", U"规则", U"决定",   U"决议",   U"通知", U"意见", U"通告",
    U"公告", U"解释", U"批复", U"方案", U"预案", U"目录",   U"清单",   U"标准", U"规范", U"规程",
    U"准则", U"守则", U"章程", U"制度", U"措施", U"政策",   U"指南",   U"指引", U"导则", U"纲要",
    U"规划", U"计划", U"要点", U"公约", U"命令", U"禁令",   U"文件",   U"通则", U"总则", U"安排",
    U"通报", U"名录", U"名单", U"答复", U"说明", U"修正案", U"法规",   U"规章", U"复函", U"基准",
    U"定额", U"法",   U"令",   U"函",   U"文",   U"《",     U"议定书", U"大纲", U"机制", U"程序",
};

// After 本条例 these words speak of something else: 本条例规定的…, 本条例施行前, 本文化.
bool turns_away(View rest) {
    return starts_with_any(
        rest,
        {U"第",     U"所",     U"规定",   U"中",     U"关于",   U"有关",     U"附件",     U"附表",
         U"附则",   U"性",     U"明确",   U"确定",   U"施行前", U"施行后",   U"施行之",   U"施行以",
         U"施行时", U"实施前", U"实施后", U"实施之", U"实施以", U"实施时",   U"实施细则", U"执行前",
         U"执行后", U"执行之", U"执行中", U"发布前", U"公布前", U"印发前",   U"发布后",   U"公布后",
         U"印发后", U"生效前", U"生效后", U"生效之", U"要求",   U"适用范围", U"律",       U"定",
         U"化",     U"书",     U"格式"});
}

// The place just behind the bracket or quotation mark that closes the one at `open`.
std::size_t behind_closing(View text, std::size_t open, char32_t opening, char32_t closing) {
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        depth += text[i] == opening ? 1 : text[i] == closing ? -1 : 0;
        if (depth == 0) return i + 1;
    }
    return View::npos;
}

bool goes_on(View before, View inside) {
    const bool after_verb = [&] {
        for (const View verb : {U"施行", U"实施", U"执行", U"生效", U"试行"})
            if (before.ends_with(verb)) return true;
        return false;
    }();
    if (after_verb && starts_with_any(inside, {U"有效期", U"试行期", U"执行期", U"实施期", U"暂定",
                                               U"试行", U"期限", U"至"}))
        return true;
    // 有效期5年（至2031年4月30日）, 有效期5年（2026年5月1日至2031年4月30日）
    const std::size_t validity = before.rfind(U'期');
    const bool after_length = validity != View::npos && before.size() - validity < 12 &&
                              View(U"年月日").find(before.back()) != View::npos;
    const bool range =
        inside.find_first_of(U"至到止—") != View::npos && inside.find(U'年') != View::npos;
    if (after_length && (starts_with_any(inside, {U"自", U"从"}) || range)) return true;
    // 自公布之日起施行（公布日期2026年4月1日）, 有效期5年（试点地区为3年）, 施行（暂定）
    return (after_verb || after_length) &&
           (contains_any(inside, {U"暂定", U"预计", U"除外", U"另有", U"为准", U"延", U"续"}) ||
            (inside.find_first_of(U"0123456789一二三四五六七八九十") != View::npos &&
             inside.find_first_of(U"年月日") != View::npos));
}

// 自2026年5月1日（暂定）起: the day is not certain.
bool is_doubt(View before, View inside) {
    const std::size_t from = before.find_last_of(U"自从于由");
    if (from == View::npos || before.size() - from > 20 ||
        before.find_first_of(U",;:", from) != View::npos)
        return false;
    return contains_any(inside, {U"暂定", U"预计", U"拟", U"计划", U"为准", U"原则"}) ||
           inside.find(U'年') < inside.find(U'月');
}

// …修改为：, …应为： What follows is what another text is to say.
bool gives_new_words(View before) {
    while (!before.empty() && View(U":为").find(before.back()) != View::npos) {
        before.remove_suffix(1);
        for (const View word :
             {U"改", U"修订", U"修正", U"更正", U"表述", U"增加一条", U"增加一款", U"增加一项"})
            if (before.ends_with(word)) return true;
        const std::size_t place = before.rfind(U"作为第");
        if (place != View::npos && before.size() - place < 14 &&
            before.find_last_of(U"条款项") == before.size() - 1)
            return true;
    }
    return false;
}

// 自公布之日（2026年3月20日）起, 自公布（2026年3月20日）之日起: the day itself.
bool names_the_day(View before, View inside) {
    const std::size_t from = before.find_last_of(U"自从于由");
    const bool day = before.ends_with(U"之日") || before.ends_with(U"公布") ||
                     before.ends_with(U"发布") || before.ends_with(U"颁布") ||
                     before.ends_with(U"印发");
    return day && from != View::npos && before.size() - from < 20 && named_day(inside).has_value();
}

// （试行）, （2021年第3号） say nothing here; （有效期5年） behind the verb does.
std::u32string without_brackets(View text) {
    if (text.starts_with(U'(') && behind_closing(text, 0, U'(', U')') == text.size())
        text = text.substr(1, text.size() - 2);
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = text[i] == U'(' ? behind_closing(text, i, U'(', U')') : View::npos;
        if (end == View::npos) {
            out += text[i++];
            continue;
        }
        const View inside = text.substr(i + 1, end - i - 2);
        if (names_the_day(out, inside)) {
            const auto date = named_day(inside);
            out.replace(out.find_last_of(U"自从于由") + 1, View::npos,
                        core::to_utf32(core::chinese(*date)));
        } else if (!goes_on(out, inside) && is_doubt(out, inside)) {
            out += kBracketed;
        }
        if (goes_on(out, inside)) (out += U',').append(inside) += U',';
        i = end;
    }
    return out;
}

bool is_count(char32_t c) {
    return core::is_ascii_digit(c) || View(U"一二三四五六七八九十百零〇").find(c) != View::npos;
}

// Without 第四十九条 or 八、 in front.
View without_label(View text) {
    const bool article = text.starts_with(U'第');
    std::size_t end = article ? 1 : 0;
    while (end < text.size() && (is_count(text[end]) || (!article && text[end] == U'.'))) ++end;
    if (article) return end > 1 && text.substr(end, 1) == U"条" ? text.substr(end + 1) : text;
    if (end == 0 || end >= text.size()) return text;
    if (text[end] == U'、') return text.substr(end + 1);
    return core::is_ascii_digit(text[0]) && core::is_han(text[end]) &&
                   View(U"年月日个条款号").find(text[end]) == View::npos
               ? text.substr(end)
               : text;
}

// 第五条, 第三条第二款的规定, but not 第一条调整的航班计划.
bool names_articles(View words) {
    const std::size_t at = words.find(U'第');
    if (at == View::npos || words.find_first_of(U"条款项章节", at) == View::npos) return false;
    for (const View end :
         {U"条", U"款", U"项", U"目", U"章", U"节", U"规定", U"内容", U"之一", U"之二", U"之三"})
        if (words.ends_with(end)) return true;
    return false;
}

}  // namespace

std::u32string SentenceReader::without_quotes(View text, bool closes_later) {
    std::u32string out;
    int depth = in_quote_ ? 1 : 0;
    if (depth > 0) out += kQuoted;
    const std::size_t last_close = text.find_last_of(U"”」』");
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const bool opens = View(U"“「『").find(c) != View::npos;
        const bool closes = View(U"”」』").find(c) != View::npos;
        if (opens && depth == 0) {
            const bool closed = last_close != View::npos && last_close > i;
            if (!closed && !closes_later && i > 0 && !gives_new_words(out)) continue;  // a slip
            out += kQuoted;
            if (!closed && !closes_later) break;
        } else if (depth == 0 && i > 0 && text[i - 1] == U':' && gives_new_words(out)) {
            return out += kQuoted;  // without quotation marks
        }
        // Paragraphs of one quotation open with a mark each, only the last one closes.
        if (opens) depth = std::min(depth + 1, i == 0 && in_quote_ ? 1 : 9);
        if (depth == 0 && !closes) out += c;
        if (closes) depth = std::max(0, depth - 1);
    }
    in_quote_ = depth > 0 && closes_later;
    return out;
}

std::u32string SentenceReader::without_titles(View text) const {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end =
            text[i] == U'《' ? behind_closing(text, i, U'《', U'》') : View::npos;
        if (end == View::npos) {
            out += text[i++];
            continue;
        }
        const std::string name = core::to_utf8(text.substr(i + 1, end - i - 2));
        const bool own = std::find(own_names_.begin(), own_names_.end(), name) != own_names_.end();
        out += own ? kOwnName : U'《';
        i = end;
    }
    return out;
}

std::vector<std::u32string> SentenceReader::read(std::string_view paragraph, bool closes_later) {
    std::u32string text;
    for (const char32_t c : core::to_utf32(core::without_spaces(paragraph)))
        text += core::narrow(c);
    text = without_brackets(without_titles(without_quotes(text, closes_later)));
    std::vector<std::u32string> sentences;
    std::u32string sentence;
    for (const char32_t c : text) {
        const bool full_stop = c == U'.' && sentence.size() > 3 && core::is_han(sentence.back());
        if (!full_stop && View(U"。!?").find(c) == View::npos)
            sentence += c;
        else
            sentences.push_back(std::exchange(sentence, {}));
    }
    if (!sentence.empty()) sentences.push_back(sentence);
    for (auto& one : sentences) {
        one = without_label(one);
        while (!one.empty() && View(U".…~|").find(one.back()) != View::npos) one.pop_back();
    }
    return sentences;
}

bool closes_quotation(std::string_view paragraph) {
    const std::u32string text = core::to_utf32(paragraph);
    const std::size_t close = text.find_first_of(U"”」』");
    // A further paragraph of a quotation may open with a mark of its own.
    return close != View::npos && close < text.find_first_of(U"“「『", 1);
}

std::size_t own_subject(View text) {
    if (text.starts_with(kOwnName)) return 1;
    // 本市最低工资标准
    if (!text.starts_with(U'本') || starts_with_any(text, {U"本行政区", U"本公司", U"本单位"}))
        return 0;
    if (text.size() > 1 &&
        View(U"市省区县州院部局厅届年月次辖地人校企级旗盟镇乡街村社").find(text[1]) != View::npos)
        return 0;
    for (std::size_t length = 2; length <= 10 && length <= text.size(); ++length) {
        const View name = text.substr(0, length);
        if (name.find_first_of(U",;:的") != View::npos) break;
        const bool kind = std::any_of(std::begin(kKinds), std::end(kKinds),
                                      [&](View one) { return name.ends_with(one); });
        const View rest = text.substr(length);
        // 本通知所列政策, 本办法规定的标准 are not the document.
        if (kind && starts_with_any(
                        rest, {U"所", U"规定", U"确定", U"明确", U"附件", U"附表", U"有关", U"中"}))
            break;
        if (kind && !turns_away(rest)) return length;
    }
    return 0;
}

Whose whose(View words) {
    while (starts_with_any(
        words, {U"但是", U"但", U"其中", U"除", U"而", U"同时", U"另外", U"并", U"且"})) {
        const std::size_t length =
            starts_with_any(words, {U"但是", U"其中", U"同时", U"另外"}) ? 2 : 1;
        words = words.substr(length);
    }
    if (words.empty() || words == U"其" || words == U"均" || words == U"现" || words == U"拟" ||
        words == U"暂" || words == U"原则上")
        return Whose::Silent;
    if (const std::size_t own = own_subject(words)) {
        const View rest = words.substr(own);
        for (const View word :
             {U"", U"将", U"均", U"现", U"应", U"应当", U"即", U"也", U"的", U"统一", U"正式",
              U"决定", U"拟", U"暂", U"原则上", U"全文", U"整体", U"全部"})
            if (rest == word) return Whose::Own;
        // 本办法经省人民政府批准后自…
        if (starts_with_any(rest, {U"经", U"已经", U"业经"}) &&
            rest.find_first_of(U"的《") == View::npos)
            return Whose::Own;
        if (rest.starts_with(U'除') && (rest.ends_with(U'外') || rest.ends_with(U"外,")))
            return Whose::Own;
    }
    if (words == U"全文" || words == U"其他条款" || words == U"其余条款" || words == U"其他规定")
        return Whose::Own;
    if (words.starts_with(U'本') && contains_any(words, {U"关于", U"有关", U"附件", U"附表"}))
        return Whose::Part;
    const bool cites = contains_any(words, {U"《"}) || words.find(kQuoted) != View::npos;
    if (names_articles(words) && !cites && words.size() < 60) return Whose::Part;
    if (words.ends_with(U':') && words.size() <= 14 &&
        contains_any(words, {U"时间", U"日期", U"期限", U"效力", U"有效期"}) &&
        !contains_any(words, {U"证", U"许可"}))
        return Whose::Silent;
    return Whose::Other;
}

Whose whose_clause(View clause) {
    const std::size_t cited = clause.rfind(U'《');
    const auto announces = [&](View word) {
        const std::size_t at = clause.rfind(word);
        return at != View::npos &&
               (cited == View::npos || at > cited || cited - at <= word.size() + 24);
    };
    if (own_subject(clause)) return Whose::Own;
    for (const View word : {U"现予", U"现将", U"现公布", U"现发布", U"现印发", U"现颁布", U"现批准",
                            U"予以公布", U"予以发布", U"予以印发", U"予以颁布", U"特此",
                            U"印发给你们", U"印发你们", U"请遵照", U"请认真", U"请贯彻", U"请结合"})
        if (announces(word)) return Whose::Own;
    if (names_articles(clause) && clause.starts_with(U'第')) return Whose::Part;
    // 经省人民政府同意, but not 依照《…》领取的居民身份证.
    const bool something = clause.find(U'的') != View::npos && !clause.starts_with(U'为');
    for (const View word : {U"经", U"已经", U"业经", U"报经", U"根据", U"按照", U"依据", U"依照",
                            U"为", U"鉴于", U"结合", U"其中", U"除", U"一并", U"同时"})
        if (!something && clause.starts_with(word)) return Whose::Silent;
    if (cited != View::npos) return Whose::Other;
    return clause.size() <= 14 && contains_any(clause, {U"时间", U"日期", U"期限", U"有效期"})
               ? Whose::Silent
               : Whose::Other;
}

}  // namespace gongbao::editor
