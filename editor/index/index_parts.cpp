// SPDX-License-Identifier: Apache-2.0
#include "editor/index/index_parts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

// 主题分类 of documents of the State Council, in its order; the first part of "综合政务/政务公开".
constexpr std::array<std::string_view, 22> kThemes = {"国务院组织机构",
                                                      "综合政务",
                                                      "国民经济管理、国有资产监管",
                                                      "财政、金融、审计",
                                                      "国土资源、能源",
                                                      "农业、林业、水利",
                                                      "工业、交通",
                                                      "商贸、海关、旅游",
                                                      "市场监管、安全生产监管",
                                                      "城乡建设、环境保护",
                                                      "科技、教育",
                                                      "文化、广电、新闻出版",
                                                      "卫生、体育",
                                                      "人口与计划生育、妇女儿童工作",
                                                      "劳动、人事、监察",
                                                      "公安、安全、司法",
                                                      "民政、扶贫、救灾",
                                                      "民族、宗教",
                                                      "对外事务",
                                                      "港澳台侨工作",
                                                      "国防",
                                                      "其他"};

std::string place_of(const archive::RecordSummary& record) {
    std::string number = core::printed_number(record.issue);
    number.erase(0, number.find("年") + std::string_view("年").size());
    return number + "第" + std::to_string(record.first_page) + "页";
}

// What makes two printings one text.
std::string identity(const archive::RecordSummary& record) {
    const auto number = core::parse_doc_number(record.number);
    return number ? "n" + core::match_key(*number) : "t" + record.section + "\n" + record.title;
}

std::string words_of(const archive::RecordSummary& record) {
    // 云岭省人民政府令 says nothing that its number does not say.
    const bool order = !record.carries.empty() && core::starts_with(record.number, record.title);
    if (order) return record.carries + "（" + record.number + "）";
    std::string words = record.title;
    if (!record.carries.empty()) words += "　" + record.carries;
    if (!record.number.empty()) words += "（" + record.number + "）";
    return words;
}

IndexLine line_of(const IndexItem& item) {
    return {words_of(item.text.record), item.locator};
}

// Groups by name: those of `order` first, in its order, then the others as they come.
class Groups {
  public:
    explicit Groups(const std::vector<std::string>& order) {
        for (const std::string& name : order) at(name);
    }
    IndexGroup& at(const std::string& name) {
        const auto found =
            std::find_if(groups_.begin(), groups_.end(),
                         [&](const IndexGroup& group) { return group.heading == name; });
        if (found != groups_.end()) return *found;
        groups_.push_back({name, {}});
        return groups_.back();
    }
    std::vector<IndexGroup> take() {
        std::erase_if(groups_, [](const IndexGroup& group) { return group.lines.empty(); });
        return std::move(groups_);
    }

  private:
    std::vector<IndexGroup> groups_;
};

void add_corrections(const std::vector<IndexedText>& texts, std::vector<IndexItem>& items) {
    for (const IndexedText& correction : texts)
        for (const CorrectedText& meant : correction.corrects)
            for (const IndexedText& text : texts) {
                if (!is_meant(meant, text.record)) continue;
                const std::string name = identity(text.record);
                for (IndexItem& item : items)
                    if (identity(item.text.record) == name)
                        item.locator += "、" + place_of(correction.record) + "（更正）";
            }
}

std::size_t rank_of(const std::string& section, const std::vector<std::string>& sections) {
    return static_cast<std::size_t>(std::find(sections.begin(), sections.end(), section) -
                                    sections.begin());
}

std::string month_of(const core::Date& date) {
    return std::to_string(date.year) + "年" + std::to_string(date.month) + "月";
}

}  // namespace

std::vector<IndexItem> merged(const std::vector<IndexedText>& texts) {
    std::vector<IndexItem> items;
    std::map<std::string, std::size_t> known;
    for (const IndexedText& text : texts) {
        if (text.is_index) continue;
        const auto [found, is_new] = known.emplace(identity(text.record), items.size());
        if (is_new)
            items.push_back({text, place_of(text.record)});
        else
            items[found->second].locator += "、" + place_of(text.record);
    }
    add_corrections(texts, items);
    return items;
}

std::vector<IndexGroup> by_section(const std::vector<IndexItem>& items,
                                   const std::vector<std::string>& sections) {
    Groups groups(sections);
    for (const IndexItem& item : items) {
        const std::string& section = item.text.record.section;
        groups.at(section.empty() ? "其他" : section).lines.push_back(line_of(item));
    }
    return groups.take();
}

std::vector<IndexGroup> by_number(const std::vector<IndexItem>& items,
                                  const std::vector<std::string>& sections) {
    struct Numbered {
        core::DocNumber number;
        const IndexItem* item;
    };
    std::vector<std::pair<std::size_t, Numbered>> numbered;
    for (const IndexItem& item : items)
        if (auto number = core::parse_doc_number(item.text.record.number))
            numbered.push_back({rank_of(item.text.record.section, sections), {*number, &item}});
    std::stable_sort(numbered.begin(), numbered.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> prefixes;
    for (const auto& [rank, one] : numbered) prefixes.push_back(one.number.prefix);
    std::stable_sort(numbered.begin(), numbered.end(), [](const auto& a, const auto& b) {
        return a.second.number < b.second.number;
    });
    Groups groups(prefixes);
    for (const auto& [rank, one] : numbered) {
        const archive::RecordSummary& record = one.item->text.record;
        const bool order =
            !record.carries.empty() && core::starts_with(record.number, record.title);
        std::string words = record.number + "　" + (order ? record.carries : record.title);
        if (!order && !record.carries.empty()) words += "　" + record.carries;
        groups.at(one.number.prefix).lines.push_back({std::move(words), one.item->locator});
    }
    return groups.take();
}

std::vector<IndexGroup> by_theme(const std::vector<IndexItem>& items) {
    Groups groups({kThemes.begin(), kThemes.end()});
    IndexGroup without{"未标注主题", {}};
    bool any = false;
    for (const IndexItem& item : items) {
        for (const std::string& theme : item.text.themes)
            groups.at(theme.substr(0, theme.find('/'))).lines.push_back(line_of(item));
        any = any || !item.text.themes.empty();
        if (item.text.themes.empty() && !item.text.record.number.empty())
            without.lines.push_back(line_of(item));
    }
    if (!any) return {};
    std::vector<IndexGroup> parts = groups.take();
    if (!without.lines.empty()) parts.push_back(std::move(without));
    return parts;
}

std::vector<IndexGroup> by_date(const std::vector<IndexItem>& items) {
    std::vector<const IndexItem*> dated;
    for (const IndexItem& item : items)
        if (item.text.record.written) dated.push_back(&item);
    std::stable_sort(dated.begin(), dated.end(), [](const IndexItem* a, const IndexItem* b) {
        return *a->text.record.written < *b->text.record.written;
    });
    std::vector<IndexGroup> groups;
    for (const IndexItem* item : dated) {
        const core::Date& date = *item->text.record.written;
        if (groups.empty() || groups.back().heading != month_of(date))
            groups.push_back({month_of(date), {}});
        const std::string day =
            std::to_string(date.month) + "月" + std::to_string(date.day) + "日　";
        groups.back().lines.push_back({day + words_of(item->text.record), item->locator});
    }
    return groups;
}

}  // namespace gongbao::editor
