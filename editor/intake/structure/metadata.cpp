// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/metadata.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.hpp"
#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/dates.hpp"
#include "editor/intake/structure/page_fields.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Block;
using core::Role;

// The lines of a block, letter-spacing undone.
std::vector<std::string> lines_of(const core::Runs& runs) {
    std::vector<std::string> lines(1);
    for (const core::Inline& run : runs) {
        if (run.kind == core::Inline::Kind::LineBreak)
            lines.emplace_back();
        else if (core::holds_words(run))
            lines.back() += run.text;
    }
    for (std::string& line : lines) line = without_letter_spacing(line);
    return lines;
}

std::string joined_lines(const core::Runs& runs) {
    return core::join(lines_of(runs), "");
}

std::vector<std::string> texts_of(const core::Blocks& blocks, Role role) {
    std::vector<std::string> texts;
    for (const Block& block : blocks)
        if (block.role == role) texts.push_back(joined_lines(block.runs));
    return texts;
}

// Equal but for white space and the form of quotation marks and brackets.
std::string folded(std::string_view text) {
    std::u32string out;
    for (const char32_t c : core::to_utf32(words_of(text))) {
        if (std::u32string_view(U"《》〈〉<>“”\"‘’'").find(c) != std::u32string_view::npos)
            continue;
        out += core::narrow(c);
    }
    return core::to_utf8(out);
}

class MetadataReader {
  public:
    MetadataReader(const RawDocument& raw, core::Document& document, core::Diagnostics& findings)
        : raw_(raw), document_(document), meta_(document.meta), findings_(findings) {}

    void read() {
        meta_.source = raw_.source;
        read_title();
        read_number();
        read_issuers();
        read_dates(raw_, document_, findings_);
        read_fields();
        read_force();
    }

  private:
    void report(const char* id, core::Level level, std::map<std::string, std::string> args = {}) {
        findings_.push_back({level, {}, {id, std::move(args)}, {}});
    }

    void read_title() {
        const std::vector<std::string> titles = texts_of(document_.preface, Role::Title);
        for (const std::string& title : titles)
            if (meta_.title.empty() || title.find("关于") != std::string::npos) meta_.title = title;
        const std::string on_page = field(raw_, {"标题", "名称"});
        if (meta_.title.empty() && !on_page.empty())
            report("intake.title_from_page", core::Level::Warning);
        if (meta_.title.empty() || names_attached(on_page)) meta_.title = on_page;
        if (meta_.title.empty()) report("intake.no_title", core::Level::Error);
        report_fields_in_title();
        if (names_only_agencies(meta_.title))
            report("intake.title_of_names", core::Level::Error, {{"title", meta_.title}});
        const std::string subtitle = core::join(texts_of(document_.preface, Role::Subtitle), "");
        if (!on_page.empty() && folded(on_page) != folded(meta_.title) &&
            folded(on_page) != folded(meta_.title + subtitle))
            report("intake.title_differs", core::Level::Warning,
                   {{"printed", meta_.title}, {"page", on_page}});
        meta_.kind = kind_of_title(meta_.title);
    }

    // 发布日期：2026年3月10日 between the lines of a title.
    void report_fields_in_title() {
        for (const char* label : {"日期：", "文号：", "字号：", "索引号：", "有效期：", "机关：",
                                  "机构：", "来源：", "日期:", "文号:"})
            if (meta_.title.find(label) != std::string::npos)
                return report("intake.title_holds_fields", core::Level::Error,
                              {{"title", meta_.title}});
    }

    // A page lists an order under the name of the text that it promulgates.
    bool names_attached(const std::string& title) const {
        if (title.empty() || kind_of_title(meta_.title) != "令") return false;
        return std::any_of(document_.annexes.begin(), document_.annexes.end(),
                           [&](const auto& annex) {
                               const auto titles = texts_of(annex.blocks, Role::Title);
                               return !titles.empty() && folded(titles.front()) == folded(title);
                           });
    }

    void read_number() {
        const std::vector<std::string> numbers = texts_of(document_.preface, Role::Number);
        const std::string on_page = field(raw_, {"发文字号", "文号"});
        if (!numbers.empty()) meta_.number = core::without_spaces(within_brackets(numbers.front()));
        if (is_number_after_title(meta_.number)) complete_number();
        if (meta_.number.empty()) meta_.number = on_page;
        const auto printed = core::parse_doc_number(meta_.number);
        const auto page = core::parse_doc_number(on_page);
        if (printed && page && !(*printed == *page))
            report("intake.number_differs", core::Level::Warning,
                   {{"printed", meta_.number}, {"page", on_page}});
        if (meta_.number.empty()) report("intake.no_number", core::Level::Hint);
    }

    // 云岭省人民政府令 / 第350号: the title is the number's prefix; of a longer title, its agency
    // and kind. So is the mark of 纪要 above the number.
    void complete_number() {
        std::vector<std::string> titles = texts_of(document_.preface, Role::IssuerMark);
        if (titles.empty() || titles.front().ends_with("文件"))
            titles = texts_of(document_.preface, Role::Title);
        if (titles.empty()) return;
        const std::string title = core::without_spaces(titles.front());
        const bool has_matter = title.find("关于") != std::string::npos;
        meta_.number =
            (has_matter ? core::join(agencies_of_title(title), "") + kind_of_title(title) : title) +
            meta_.number;
    }

    void read_issuers() {
        std::vector<std::string> lines;
        for (const auto* part : {&document_.preface, &document_.conclusions})
            for (const Block& block : *part)
                if (block.role == Role::Signature) lines.push_back(core::plain_text(block.runs));
        std::vector<std::string> signed_by = agencies_of(lines);
        const std::vector<std::string> on_page =
            agencies_of({field(raw_, {"发文机关", "发文单位", "发文机构", "发布机构"})});
        const bool sure =
            !signed_by.empty() && std::all_of(signed_by.begin(), signed_by.end(),
                                              [](const auto& n) { return is_agency(n); });
        if (sure)
            meta_.issuers = std::move(signed_by);
        else if (!on_page.empty())
            meta_.issuers = on_page;
        else if (auto titled = agencies_of_title(title_with_names_apart()); !titled.empty())
            meta_.issuers = std::move(titled);
        else if (const auto author = author_below_title())
            meta_.issuers = {*author};
        else
            meta_.issuers = std::move(signed_by);
        if (meta_.issuers.empty()) report("intake.no_issuer", core::Level::Warning);
        if (sure) compare_with_title();
        if (sure && !on_page.empty() && !agrees(on_page))
            report("intake.issuer_differs", core::Level::Warning,
                   {{"printed", core::join(meta_.issuers, "、")},
                    {"page", core::join(on_page, "、")}});
    }

    // 云岭省水利厅 / 云岭省财政厅 / 令: names on lines of their own are several, but 人民政府 /
    // 办公厅 is one.
    std::string title_with_names_apart() const {
        std::string title;
        for (const Block& block : document_.preface) {
            if (block.role != Role::Title || joined_lines(block.runs) != meta_.title) continue;
            const std::vector<std::string> lines = lines_of(block.runs);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                title += lines[i];
                if (i + 1 < lines.size() && names_only_agencies(lines[i]) &&
                    is_whole_name(lines[i + 1]))
                    title += "、";
            }
        }
        return title.empty() ? meta_.title : title;
    }

    static bool is_whole_name(std::string_view line) {
        for (const char* part :
             {"办公", "委员会", "常务", "领导小组", "联席", "指挥部", "管理", "秘书", "人民政府"})
            if (line.starts_with(part)) return false;
        return names_only_agencies(line) || !agencies_of_title(line).empty();
    }

    // An agency alone on the first line below the title, as policy explanations have it.
    std::optional<std::string> author_below_title() const {
        if (document_.body.empty() || document_.body.front().role != Role::Paragraph) return {};
        const std::string line = core::plain_text(document_.body.front().runs);
        if (!is_agency(line)) return {};
        return core::without_spaces(line);
    }

    // 云岭省水利厅 in the title, 云岭省水利厅办公室 below the text: one of them is wrong.
    void compare_with_title() {
        const std::vector<std::string> titled = agencies_of_title(title_with_names_apart());
        if (titled.empty()) return;
        const auto is_part = [](const std::string& name, const std::string& whole) {
            return name != whole && whole.starts_with(name);
        };
        bool apart = titled.size() != meta_.issuers.size();
        for (std::size_t i = 0; !apart && i < titled.size(); ++i)
            apart = is_part(titled[i], meta_.issuers[i]) || is_part(meta_.issuers[i], titled[i]);
        if (apart)
            report("intake.issuer_differs_from_title", core::Level::Warning,
                   {{"printed", core::join(meta_.issuers, "、")},
                    {"title", core::join(titled, "、")}});
    }

    // A page may shorten names: 医保局 for 国家医保局.
    bool agrees(const std::vector<std::string>& on_page) const {
        return on_page.size() == meta_.issuers.size() &&
               std::equal(on_page.begin(), on_page.end(), meta_.issuers.begin(),
                          [](const std::string& page, const std::string& printed) {
                              return printed.ends_with(page) || page.ends_with(printed);
                          });
    }

    void read_fields() {
        meta_.index_number = field(raw_, {"索引号"});
        const std::string theme = field(raw_, {"主题分类"});
        for (const std::string_view one : core::split(theme, ';'))
            if (const auto bare = core::trim(one); !bare.empty())
                meta_.themes.push_back(core::replace_all(std::string(bare), "\\", "/"));
        std::string keyword;
        const std::string keywords = field(raw_, {"主题词"}) + " ";
        for (std::size_t at = 0; at < keywords.size();) {
            const char32_t c = core::next_code_point(keywords, at);
            if (!core::is_space(c) && c != U'；' && c != U';' && c != U'，' && c != U',')
                core::append_utf8(keyword, c);
            else if (!keyword.empty())
                meta_.keywords.push_back(std::exchange(keyword, {}));
        }
    }

    // 规章 come with an order of a ministry or a local government; the 规 series holds normative
    // documents.
    void read_force() {
        const auto number = core::parse_doc_number(meta_.number);
        const std::string issuer = meta_.issuers.empty() ? std::string() : meta_.issuers.front();
        const bool attaches = !document_.annexes.empty();
        if (meta_.kind == "令" && attaches && !issuer.empty() &&
            issuer.find("国务院") == std::string::npos && issuer.find("主席") == std::string::npos)
            meta_.force = core::Force::Rule;
        else if (number && number->prefix.ends_with("规"))
            meta_.force = core::Force::Normative;
    }

    const RawDocument& raw_;
    core::Document& document_;
    core::Metadata& meta_;
    core::Diagnostics& findings_;
};

}  // namespace

void fill_metadata(const RawDocument& raw, core::Document& document, core::Diagnostics& findings) {
    MetadataReader(raw, document, findings).read();
}

}  // namespace gongbao::editor
