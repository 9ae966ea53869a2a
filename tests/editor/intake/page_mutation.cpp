// SPDX-License-Identifier: Apache-2.0
#include "tests/editor/intake/page_mutation.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <exception>
#include <iterator>
#include <map>
#include <random>
#include <vector>

#include "core/document/document.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/intake/intake.hpp"

namespace gongbao::editor {
namespace {

constexpr std::array kPages = {
    R"(<!DOCTYPE html><html><head><meta charset="utf-8"><title>标题栏</title><style>.c{list-style:cjk-ideographic}
.h{display:none} .u::before{content:"附"}</style></head><body><div class="nav"><a href="/">首页</a></div>
<h2>云岭省水利厅关于河道的通知</h2><div id="zoom"><p align="center">云水发〔2026〕7号</p><p>各市州：</p>
<ol class="c"><li>摸清<b>底数</b>。</li><li><p>加强巡护。</p></li></ol><ul><li>做好<i>宣传</i>。</ul>
<table border="1"><caption>表名</caption><thead><tr><th>县</th><th>河</th></tr></thead><tr><td rowspan="2">临江</td><td>清溪</td></tr>
<tr><td>白沙</td></tr></table><p class="h">藏匿</p><p class="u">件列</p><p style="text-align:right">云岭省水利厅</p>
<p style="text-align:right">2026年3月5日</p></div><div class="foot">主办</div></body></html>)",
    R"(<html><body><h1>申请表</h1><form><label>姓氏<input value="张"></label><p>性别<input type="radio" checked>男
<input type="radio">女</p><select><option>甲等<option selected>乙级</select><textarea>理由
充足</textarea><button>提交</button></form><details><summary>摘要</summary><div>折叠</div></details>
<p><ruby>亳<rp>(</rp><rt>拼</rt><rp>)</rp></ruby>州<q>引文</q></p><svg><g><text>图形</text></g></svg>
<math><mi>变</mi><mo>=</mo></math><pre>保留
空白</pre><dl><dt>术语<dd>释义</dl><noscript>无脚本</noscript><template><p>模板</p></template></body></html>)",
    R"(<body><table width="100%"><tr><td><table><tr><td>栏目</td><td>导航</td></tr></table></td></tr><tr><td>
<font size="5"><b>关于渔业的公告</b></font><br>　　禁渔期<span style="visibility:hidden">隐<span style="visibility:visible">显</span></span>开始。
<br>　　<a href="x.doc">附件下载</a><center>望湖</center></td></tr></table><object>备用<p>内容</p></object>
<div style="font-size:0">无形<p style="font-size:12px">有形</p></div><nav>面包屑</nav><iframe src="a"></iframe><b><i><u>粗斜</b>线</i>条</u>)",
};

constexpr std::array kTags = {
    "<div>",       "</div>",    "<p>",        "</p>",       "<table>",      "</table>",
    "<tr>",        "<td>",      "</td>",      "<ul>",       "<ol start=3>", "<li>",
    "</ol>",       "<b>",       "</b>",       "<a>",        "<a href=x>",   "</a>",
    "<span>",      "</span>",   "<select>",   "</select>",  "<option>",     "<textarea>",
    "</textarea>", "<svg>",     "</svg>",     "<math>",     "<mi>",         "<ruby>",
    "<rt>",        "<rp>",      "<rb>",       "</ruby>",    "<template>",   "</template>",
    "<button>",    "</button>", "<form>",     "<caption>",  "<thead>",      "<details>",
    "<dialog>",    "<object>",  "<q>",        "</q>",       "<pre>",        "<br>",
    "<hr>",        "<nav>",     "<h1>",       "</h1>",      "<body>",       "</body>",
    "<html>",      "</html>",   "<head>",     "<frameset>", "<style>",      "</style>",
    "<!--",        "-->",       "<![CDATA[",  "<title>",    "<x-y>",        "<foreignObject>",
    "<desc>",      "<marquee>", "<noscript>", "<video>",    "<meter>",      "<img alt=画>",
    "<input>",     "<center>",  "<font>",
};

constexpr std::array kAttributes = {
    " hidden",
    " style=\"display:none\"",
    " style='visibility:hidden'",
    " style=\"font-size:0\"",
    " class=\"h\"",
    " class=share",
    " id=zoom",
    " style=\"display:list-item\"",
    " dir=rtl",
    " type=a",
    " style=\"list-style:none\"",
    " style=\"color:transparent\"",
    " style=\"position:absolute;left:-9999px\"",
    " style=\"text-transform:uppercase\"",
    " style=\"white-space:pre\"",
    " style=\"display:block\"",
    " value=-5",
    " reversed",
    " colspan=3",
    " title=\"<p>\"",
    " x='",
    " y=\"",
};

class Damage {
  public:
    explicit Damage(unsigned seed) : random_(seed), page_(kPages[seed % kPages.size()]) {}

    std::string run() {
        for (std::size_t left = 1 + below(8); left > 0; --left) one();
        return std::move(page_);
    }

  private:
    std::size_t below(std::size_t bound) { return random_() % bound; }

    // Where a character begins.
    std::size_t place() {
        std::size_t at = below(page_.size());
        while (at > 0 && (static_cast<unsigned char>(page_[at]) & 0xC0) == 0x80) --at;
        return at;
    }
    // The bytes of some tag.
    std::pair<std::size_t, std::size_t> tag() {
        std::size_t open = page_.find('<', place());
        if (open == std::string::npos) open = page_.find('<');
        if (open == std::string::npos) return {0, 0};
        const std::size_t close = page_.find('>', open);
        return {open, close == std::string::npos ? page_.size() - open : close + 1 - open};
    }

    void one() {
        const auto [at, size] = tag();
        switch (below(8)) {
            case 0: page_.erase(at, size); break;
            case 1: page_.insert(place(), page_.substr(at, size)); break;
            case 2: {
                const std::string moved = page_.substr(at, size);
                page_.erase(at, size);
                page_.insert(place(), moved);
                break;
            }
            case 3:
            case 4: page_.insert(place(), kTags[below(kTags.size())]); break;
            case 5:
                if (size > 2) page_.insert(at + size - 1, kAttributes[below(kAttributes.size())]);
                break;
            case 6: {
                const std::size_t mark = page_.find_first_of("<>\"'/=", place());
                if (mark != std::string::npos) page_.erase(mark, 1);
                break;
            }
            default: page_.insert(place(), std::string(1, "<>\"'/=&;\0"[below(9)])); break;
        }
    }

    std::mt19937 random_;
    std::string page_;
};

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

class Scan {
  public:
    explicit Scan(std::string_view html) : html_(html) {}

    std::u32string run() {
        while (at_ < html_.size()) {
            const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
            const char third = at_ + 2 < html_.size() ? html_[at_ + 2] : ' ';
            const bool letter = std::isalpha(static_cast<unsigned char>(next)) != 0;
            const bool end = next == '/' && std::isalpha(static_cast<unsigned char>(third)) != 0;
            if (html_[at_] != '<')
                take();
            else if (html_.substr(at_).starts_with("<!--"))
                skip_comment();
            else if (letter || end)
                skip_tag();
            else if (next == '!' || next == '?' || next == '/')
                skip_to(">");
            else
                take();
        }
        return std::move(text_);
    }

  private:
    void take() {
        const char32_t c = core::next_code_point(html_, at_);
        if (core::is_han(c)) text_ += c;
    }
    void skip_to(std::string_view what) {
        const std::size_t found = html_.find(what, at_);
        at_ = found == std::string_view::npos ? html_.size() : found + what.size();
    }
    void skip_comment() {
        at_ += 4;
        if (html_.substr(at_).starts_with(">")) return;
        skip_to("-->");
    }
    // To the end tag, which is none when more letters follow.
    void skip_raw_text(const std::string& end) {
        for (at_ = html_.find(end, at_); at_ != std::string_view::npos;
             at_ = html_.find(end, at_ + 1)) {
            const std::size_t after = at_ + end.size();
            if (after >= html_.size() || is_blank(html_[after]) || html_[after] == '>' ||
                html_[after] == '/')
                return;
        }
        at_ = html_.size();
    }
    void skip_tag() {
        std::size_t name = ++at_;
        at_ += html_[at_] == '/';
        while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>' &&
               html_[at_] != '/')
            ++at_;
        std::string tag(html_.substr(name, at_ - name));
        std::transform(tag.begin(), tag.end(), tag.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        bool value = false;  // the next character begins a value
        bool in_name = false;
        for (; at_ < html_.size() && html_[at_] != '>'; ++at_) {
            const char c = html_[at_];
            if (value && (c == '"' || c == '\'')) {
                const std::size_t stop = html_.find(c, at_ + 1);
                if (stop == std::string_view::npos) {
                    at_ = html_.size();
                    return;
                }
                at_ = stop;
                value = in_name = false;
            } else if (value && !is_blank(c)) {
                while (at_ + 1 < html_.size() && !is_blank(html_[at_ + 1]) && html_[at_ + 1] != '>')
                    ++at_;
                value = in_name = false;
            } else if (c == '=' && in_name) {
                value = true;
            } else if (c == '/') {
                in_name = false;
            } else if (!is_blank(c)) {
                in_name = true;
            } else if (in_name) {
                const std::size_t next = html_.find_first_not_of(" \t\n\f\r", at_);
                if (next == std::string_view::npos || html_[next] != '=') in_name = false;
            }
        }
        if (at_ < html_.size()) ++at_;
        if (tag == "script" || tag == "style" || tag == "title") skip_raw_text("</" + tag);
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::u32string text_;
};

std::map<char32_t, int> counted(std::u32string_view text) {
    std::map<char32_t, int> counts;
    for (const char32_t c : text)
        if (core::is_han(c)) ++counts[c];
    return counts;
}

std::string all_words(const TakenIn& taken) {
    std::string words;
    core::for_each_block(taken.document, [&](const core::Block& block) {
        words += block.label;
        for (const core::Inline& run : block.runs) words += run.text + run.reading;
        if (!block.table) return;
        for (const core::Row& row : block.table->rows)
            for (const core::Cell& cell : row.cells)
                for (const core::Runs& runs : cell.paragraphs)
                    for (const core::Inline& run : runs) words += run.text + run.reading;
    });
    for (const core::Diagnostic& finding : taken.findings) {
        const auto named = finding.message.args.find("words");
        const bool surroundings = finding.message.id == "intake.surroundings_left_out";
        words +=
            named != finding.message.args.end() && !surroundings ? named->second : finding.excerpt;
    }
    return words;
}

}  // namespace

std::string mutated_page(unsigned seed) {
    return Damage(seed).run();
}

std::u32string han_of_source(std::string_view html) {
    return Scan(html).run();
}

std::string what_intake_loses(const std::string& html) {
    TakenIn taken;
    try {
        taken = take_in({"page.html", html});
    } catch (const core::Error& error) {
        const std::string id = error.for_people().id;
        const bool fair = id == "intake.no_text" || id == "intake.unknown_encoding";
        return fair ? std::string() : "refused: " + id;
    }
    std::map<char32_t, int> kept = counted(core::to_utf32(all_words(taken)));
    std::string lost;
    for (const auto& [character, count] : counted(han_of_source(html)))
        if (kept[character] < count) core::append_utf8(lost, character);
    return lost.empty() ? lost : "lost: " + lost;
}

}  // namespace gongbao::editor
