// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/disclosure_marks.hpp"

#include <algorithm>
#include <array>

#include "core/text/text.hpp"
#include "editor/intake/structure/form_options.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/mark_folding.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using View = std::u32string_view;

constexpr std::size_t kLongestStatement = 60;
constexpr std::array kReaches = {Reach::Secret,      Reach::Internal,  Reach::NotPublic,
                                 Reach::NoSpreading, Reach::OnRequest, Reach::Public};

bool is_quote(char32_t c) {
    return is_one_of(c, U"“‘「『\"'《〈");
}
bool is_opening(char32_t c) {
    return is_one_of(c, U"([{〔【");
}
bool is_closing(char32_t c) {
    return is_one_of(c, U")]}〕】");
}

// 国家秘密、商业秘密和个人隐私: what is joined to a kind of secret.
View behind_joined_kinds(View rest) {
    for (;;) {
        View next = rest;
        for (const View joint : {U"、", U"和", U"或者", U"或", U"以及", U"及"})
            if (next.starts_with(joint)) {
                next.remove_prefix(joint.size());
                break;
            }
        if (next.size() == rest.size()) return rest;
        const std::size_t length = next.size();
        for (const View kind : {U"国家秘密", U"工作秘密", U"商业秘密", U"警务秘密", U"个人隐私",
                                U"个人信息", U"敏感信息"})
            if (next.starts_with(kind)) next.remove_prefix(kind.size());
        if (next.size() == length) return rest;
        rest = next;
    }
}

// 不予公开的情形, 不公开范围 …: the mark is an attribute, or part of another word.
bool is_attribute(View rest) {
    rest = behind_joined_kinds(rest);
    for (const View word : {U"的",   U"情形", U"范围", U"目录", U"事项", U"信息", U"理由", U"决定",
                            U"告知", U"答复", U"条件", U"制度", U"内容", U"部分", U"申请", U"政府",
                            U"标志", U"载体", U"人员", U"级",   U"或者", U"管理", U"工作", U"审查",
                            U"保护", U"控制", U"审计", U"监督", U"机构", U"权限", U"期限", U"等"})
        if (rest.substr(0, word.size()) == word) return true;
    return false;
}

class LineReader {
  public:
    LineReader(std::string_view line, Spot spot)
        : line_(core::trim(line)),
          spot_(spot),
          labelled_(static_cast<bool>(read_label(line_))),
          all_(folded_for_marks(labelled_ ? line_.substr(read_label(line_).bytes) : line_)),
          text_(all_) {}

    std::vector<DisclosureMark> read() {
        if (text_.empty()) return {};
        if (read_boxes()) return std::move(marks_);
        if (read_whole(text_, labelled_ ? Trust::Little : Trust::Whole)) return std::move(marks_);
        read_pieces();
        read_brackets();
        read_stars();
        read_statements();
        if (is_note()) read_note();
        read_whom_it_is_for();
        read_telling_field();
        if (spot_ == Spot::Masthead || spot_ == Spot::Margin) read_near();
        return std::move(marks_);
    }

  private:
    enum class Trust { Whole, Piece, Little };

    bool at_the_edge() const {
        return spot_ == Spot::Masthead || spot_ == Spot::Title || spot_ == Spot::Closing ||
               spot_ == Spot::Margin;
    }
    bool is_sentence() const {
        return text_.find(U'。') != View::npos || text_.size() > kLongestStatement;
    }

    void add(const MarkRun& run, View words, bool sure) {
        for (const Reach reach : kReaches)
            if (run.has(reach) && reach != Reach::Public)
                put({reach, sure, false, core::to_utf8(words)});
    }

    void put(DisclosureMark mark) {
        for (DisclosureMark& known : marks_) {
            if (known.reach != mark.reach) continue;
            if (mark.sure && !known.sure) known = std::move(mark);
            return;
        }
        marks_.push_back(std::move(mark));
    }

    // A stretch that is nothing but such words. False when it is none, or says nothing.
    bool read_whole(View text, Trust trust) {
        const MarkRun run = read_mark_run(text);
        if (run.end != text.size()) return false;
        if (run.offers()) {
            if (run.labelled || (run.has(Reach::NotPublic) && trust == Trust::Whole))
                put({run.secrets > 1 ? Reach::Secret : Reach::NotPublic, false, true,
                     core::to_utf8(text)});
            return true;
        }
        if (!run.restricts()) {
            if (run.has(Reach::Public)) put({Reach::Public, true, false, core::to_utf8(text)});
            return run.has(Reach::Public);
        }
        const bool speaks = run.starred || run.itself || run.labelled;
        if (spot_ == Spot::Cell && !speaks) return true;
        if (trust == Trust::Little && !run.starred && !run.itself) {
            if (run.labelled) add(run, text, false);  // · 公开类别：不予公开
            return true;
        }
        if (trust == Trust::Piece && !at_the_edge() && !speaks && !run.has(Reach::Secret))
            return true;
        const bool sure = (spot_ == Spot::Cell     ? run.itself || run.labelled
                           : trust == Trust::Piece ? at_the_edge() || speaks
                                                   : true) &&
                          !(spot_ == Spot::Body && (run.bare || (text.back() == U'。' && !speaks)));
        add(run, text, sure);
        return true;
    }

    // □主动公开 ☑不予公开: what is chosen counts.
    bool read_boxes() {
        const auto options = read_options(text_);
        if (!options) return false;
        std::size_t chosen = 0;
        for (const FormOption& one : *options) chosen += one.chosen ? 1 : 0;
        for (const FormOption& one : *options)
            if (one.chosen) put({one.reach, chosen == 1, chosen != 1, core::to_utf8(text_)});
        if (chosen == 0 && options->size() > 1)
            put({Reach::NotPublic, false, true, core::to_utf8(text_)});
        return true;
    }

    // The pieces of a line that white space parts: 云岭省水利厅　　机密★1年.
    void read_pieces() {
        std::string piece;
        std::size_t count = 0;
        const auto end = [&] {
            const std::u32string folded = folded_for_marks(piece);
            if (folded.size() > 1 && (count > 0 || folded.size() < text_.size()))
                read_whole(folded, labelled_ ? Trust::Little : Trust::Piece);
            ++count;
            piece.clear();
        };
        for (std::size_t at = 0; at < line_.size();) {
            const char32_t c = core::next_code_point(line_, at);
            if (core::is_space(c))
                end();
            else
                core::append_utf8(piece, c);
        }
        if (count > 0) end();
    }

    void read_brackets() {
        for (std::size_t at = 0; at < text_.size(); ++at) {
            if (!is_opening(text_[at])) continue;
            std::size_t stop = at + 1;
            while (stop < text_.size() && !is_closing(text_[stop])) ++stop;
            if (stop == text_.size() || stop == at + 1) continue;
            const View inside = text_.substr(at + 1, stop - at - 1);
            const MarkRun run = read_mark_run(inside);
            if (run.end != inside.size() || !run.restricts() || run.offers()) continue;
            const bool outer = at == 0 || stop + 2 >= text_.size();
            const bool speaks = run.starred || run.itself;
            if (spot_ == Spot::Cell && !speaks) continue;
            if (speaks || (outer && at_the_edge() &&
                           !(run.bare && spot_ == Spot::Title && stop + 1 != text_.size())))
                add(run, inside, outer || spot_ == Spot::Title);
            else if (outer && !run.has(Reach::OnRequest))
                add(run, inside, !labelled_ && !run.bare && !is_sentence());
            else if (run.has(Reach::Secret) && !run.bare)
                add(run, inside, false);
        }
    }

    // 机密★1年, wherever it stands.
    void read_stars() {
        for (std::size_t at = text_.find(U'★'); at != View::npos; at = text_.find(U'★', at + 1)) {
            std::size_t begin = at;
            if (begin > 0 && is_one_of(text_[begin - 1], U"级件")) --begin;
            if (begin < 1 || text_[begin - 1] != U'密') continue;
            const View word = text_.substr(begin - std::min<std::size_t>(begin, 2), 2);
            if (word != U"绝密" && word != U"机密" && word != U"秘密") {
                if (begin != at) continue;  // 密级★保密期限
                put({Reach::Secret, at_the_edge() && !is_sentence(), false,
                     core::to_utf8(text_.substr(begin - 1))});
                continue;
            }
            const bool quoted = begin > 2 && is_quote(text_[begin - 3]);
            MarkRun run = read_mark_run(text_, begin - 2);
            run.reaches = 1U << static_cast<unsigned>(Reach::Secret);
            const bool short_line = text_.size() <= 40 && text_.find(U'。') == View::npos;
            add(run, text_.substr(begin - 2, run.end - begin + 2),
                !quoted && !labelled_ && spot_ != Spot::Cell && (at_the_edge() || short_line));
        }
    }

    // 此件依法不予公开，…; 密级：机密　份号：…
    void read_statements() {
        for (std::size_t at = 0; at < text_.size(); ++at) {
            const bool field = opens_field(text_, at);
            if (!field && !names_itself(text_, at)) continue;
            const MarkRun run = read_first_mark(text_, at);
            if (run.end <= at || is_attribute(text_.substr(run.end))) continue;
            if (run.offers() || !(field || is_said(run, at))) continue;
            const bool quoted = at > 0 && is_quote(text_[at - 1]);
            if (quoted && is_sentence()) continue;
            add(run, text_.substr(at, run.end - at),
                !quoted && (!is_sentence() || spot_ == Spot::Closing));
            at = run.end - 1;
        }
    }

    // 本文件属于机密 says it; 本文件 秘密 … says nothing.
    bool is_said(const MarkRun& run, std::size_t at) const {
        if (!run.has(Reach::Secret)) return true;
        const View words = text_.substr(at, run.end - at);
        return std::any_of(words.begin(), words.end(),
                           [](char32_t c) { return is_one_of(c, U"属为系是定涉"); });
    }

    // 不予公开理由：工作秘密; 知悉范围：厅领导: a field that only a text has which is not public.
    void read_telling_field() {
        if (labelled_ || is_sentence()) return;
        const std::size_t colon = text_.find(U':');
        if (colon == View::npos || colon + 1 >= text_.size()) return;
        const View label = text_.substr(0, colon);
        const View value = text_.substr(colon + 1);
        for (const View none : {U"无", U"-", U"—", U"/", U"("})
            if (value.substr(0, none.size()) == none) return;
        for (const View reason :
             {U"不公开理由", U"不予公开理由", U"不公开依据", U"不予公开依据", U"不公开原因"})
            if (label == reason) put({Reach::NotPublic, true, false, core::to_utf8(text_)});
        for (const View kept : {U"知悉范围", U"解密时间", U"解密日期", U"解密条件", U"保密期限"})
            if (label == kept && !read_mark_run(value).restricts())
                put({Reach::Secret, false, false, core::to_utf8(text_)});
    }

    // （此件发至县团级）, 传达到乡镇一级: who may see it; a person looks whether the public may.
    void read_whom_it_is_for() {
        if (labelled_ || is_sentence() || text_.size() > 30) return;
        const bool is_apart = is_note() || (at_the_edge() && spot_ != Spot::Title);
        if (!is_apart) return;
        View words = text_;
        while (!words.empty() && is_closing(words.back())) words.remove_suffix(1);
        for (const View sent : {U"发至", U"发到", U"传达至", U"传达到", U"阅读至", U"下发至"}) {
            const std::size_t at = words.find(sent);
            if (at == View::npos || words.back() != U'级') continue;
            return put({Reach::Internal, false, false, core::to_utf8(words.substr(at))});
        }
    }

    // A line in brackets, as 附注 are, or one that opens with 此件.
    bool is_note() const {
        if (labelled_ || text_.size() < 3 || text_.size() > kLongestStatement) return false;
        return names_itself(text_, 0) || (is_opening(text_.front()) && is_closing(text_.back()));
    }

    void read_note() {
        const std::size_t known = marks_.size();
        scan_note(true);
        if (spot_ == Spot::Closing && marks_.size() == known) scan_note(false);
    }

    // `clauses`: only where a clause begins; else anywhere, for a person to look.
    void scan_note(bool clauses) {
        for (std::size_t at = 1; at + 1 < text_.size(); ++at) {
            const MarkRun run = read_first_mark(text_, at);
            if (run.end <= at || run.bare || is_attribute(text_.substr(run.end))) continue;
            const bool opens = at == 1 || run.itself || is_one_of(text_[at - 1], U",、;:。");
            if (opens != clauses) continue;
            const bool goes_on = run.end < text_.size() && core::is_han(text_[run.end]);
            if (clauses && !run.itself && goes_on) continue;  // 不公开审理
            if (!opens && run.has(Reach::Secret)) continue;
            add(run, text_.substr(at, run.end - at), opens);
            at = run.end - 1;
        }
    }

    // 云岭省水利厅内部资料, above the title or on every sheet.
    void read_near() {
        if (is_sentence() || text_.size() > 40) return;
        if (spot_ == Spot::Masthead && text_.find(U"关于") != View::npos) return;
        for (std::size_t at = 1; at < text_.size(); ++at) {
            const MarkRun run = read_first_mark(text_, at);
            if (run.end <= at || run.bare || run.has(Reach::OnRequest)) continue;
            const View rest = text_.substr(run.end);
            const bool of_state = text_.substr(at, run.end - at).find(U"国家") != View::npos ||
                                  (at > 1 && text_.substr(at - 2, 2) == U"国家");
            if (of_state || is_attribute(rest)) {
                at = run.end - 1;
                continue;
            }
            add(run, text_.substr(at, run.end - at), !run.has(Reach::Secret) || rest.size() < 3);
            at = run.end - 1;
        }
    }

    std::string_view line_;
    Spot spot_;
    bool labelled_;
    std::u32string all_;
    View text_;
    std::vector<DisclosureMark> marks_;
};

bool is_secrecy_label(View label) {
    return label.find(U'密') != View::npos || label.find(U"秘级") != View::npos;
}

}  // namespace

std::vector<DisclosureMark> disclosure_marks(std::string_view line, Spot spot) {
    return LineReader(line, spot).read();
}

bool is_disclosure_label(std::string_view label) {
    const std::u32string text = folded_for_marks(label) + U":x";
    return opens_field(text, 0) && text.find(U':') == text.size() - 2;
}

FieldSense disclosure_of_field(std::string_view label, std::string_view value) {
    const std::u32string text = folded_for_marks(value);
    const std::u32string name = folded_for_marks(label);
    const auto sense = [&](Reach reach) {
        return FieldSense{true, {reach, true, false, std::string(value)}};
    };
    for (const View open :
         {U"主动公开",   U"主动",     U"公开",       U"社会公开", U"全社会公开", U"面向社会",
          U"面向全社会", U"全社会",   U"社会",       U"社会公众", U"向社会公开", U"全部公开",
          U"全文公开",   U"长期公开", U"是",         U"非密",     U"无",         U"无密级",
          U"普通",       U"普通件",   U"一般",       U"-",        U"--",         U"—",
          U"——",         U"/",        U"互联网公开", U"公开发布", U"主动公开类", U"公众",
          U"非涉密",     U"不涉密"})
        if (text == open && !(open == U"是" && is_secrecy_label(name))) return sense(Reach::Public);
    if (text.empty()) return sense(Reach::Public);
    if (text == U"否" || text == U"不" || text == U"不予" || text == U"免予" || text == U"非公开")
        return is_secrecy_label(name) ? sense(Reach::Public) : sense(Reach::NotPublic);
    std::vector<DisclosureMark> marks =
        disclosure_marks(std::string(label) + "：" + std::string(value), Spot::Margin);
    for (DisclosureMark& mark : marks)
        if (!mark.choice) return {true, {mark.reach, mark.sure, false, std::string(value)}};
    return {false, {Reach::NotPublic, false, false, std::string(value)}};
}

}  // namespace gongbao::editor
