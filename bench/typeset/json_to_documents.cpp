// SPDX-License-Identifier: Apache-2.0
// json_to_documents ISSUE.json FOLDER: an issue of the peers' bench as canonical XML.
//
// Goes in: the JSON of bench/peers/issue_json.py. Comes out: one file a document in printed order,
// FOLDER/001.xml …, for `gongbao typeset FOLDER/*.xml`. Every word that the other engines set is in
// them, and no other.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/akn/write_akn.hpp"
#include "core/document/decide_structure.hpp"
#include "core/document/document.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "core/text/date.hpp"
#include "core/text/text.hpp"

namespace {

using namespace gongbao::core;
using nlohmann::json;

constexpr std::string_view kGap = "　";

Block block_of(Role role, std::string label, std::string text) {
    Block block;
    block.role = role;
    block.label = std::move(label);
    if (!text.empty()) block.runs.push_back(text_run(std::move(text)));
    return block;
}

// The number that `text` opens with, from `open` to `end` with both; empty when there is none.
std::string_view opening_number(std::string_view text, std::string_view open,
                                std::string_view end) {
    if (!starts_with(text, open)) return {};
    const std::size_t at = text.find(end, open.size());
    if (at == std::string_view::npos) return {};
    const std::string_view number = text.substr(open.size(), at - open.size());
    return parse_numeral(number) >= 0 ? text.substr(0, at + end.size()) : std::string_view{};
}

Block labelled(Role role, std::string_view label, std::string_view text) {
    text.remove_prefix(label.size());
    if (starts_with(text, kGap)) text.remove_prefix(kGap.size());
    return block_of(role, std::string(label), std::string(text));
}

Block heading(std::string_view text) {
    if (const auto number = opening_number(text, "第", "章"); !number.empty())
        return labelled(Role::Chapter, number, text);
    if (const auto number = opening_number(text, "第", "节"); !number.empty())
        return labelled(Role::Section, number, text);
    return labelled(Role::Heading1, opening_number(text, "", "、"), text);
}

// A paragraph with a label: an article, or a level of an official document with a run-in heading.
Block labelled_paragraph(const std::string& label, const std::string& text) {
    if (label == opening_number(label, "第", "条")) return block_of(Role::Article, label, text);
    Block block = labelled(Role::Heading2, opening_number(label, "（", "）"), label);
    for (Inline& run : block.runs) run.marks.add(Mark::Lead);
    block.runs.push_back(text_run(text));
    return block;
}

Block item(std::string_view text) {
    const auto number = opening_number(text, "（", "）");
    return number.empty() ? block_of(Role::Paragraph, {}, std::string(text))
                          : labelled(Role::Item, number, text);
}

Block table(const json& source) {
    Block block = block_of(Role::Table, {}, {});
    Table& table = block.table.emplace();
    if (source.contains("widths")) {
        int sum = 0;
        for (const int width : source["widths"]) sum += width;
        for (const int width : source["widths"]) table.column_widths.push_back(width * 1000 / sum);
    }
    for (const json& cells : source["rows"]) {
        Row& row = table.rows.emplace_back();
        row.header = table.rows.size() == 1;
        for (const std::string text : cells) {
            Cell& cell = row.cells.emplace_back();
            cell.header = row.header;
            cell.paragraphs.push_back({text_run(text)});
        }
    }
    return block;
}

void add_blocks(Blocks& body, const json& source) {
    const std::string kind = source["kind"];
    if (kind == "table") {
        body.push_back(table(source));
    } else if (kind == "list") {
        for (const std::string text : source["items"]) body.push_back(item(text));
    } else if (kind == "para") {
        const std::string text = source["text"];
        body.push_back(source.contains("label") ? labelled_paragraph(source["label"], text)
                                                : block_of(Role::Paragraph, {}, text));
    } else {
        body.push_back(heading(source["text"].get<std::string>()));
    }
}

Document document_of(const json& source) {
    Document document;
    Metadata& meta = document.meta;
    meta.title = source["title"];
    meta.number = source["number"];
    meta.issuers = {source["agency"]};
    const std::string date = source["date"];
    meta.written = parse_date(date);
    document.preface = {
        block_of(Role::Title, {}, meta.title),
        block_of(Role::Number, {}, meta.number),
        block_of(Role::TitleNote, {}, meta.issuers.front() + std::string(kGap) + date),
    };
    for (const json& block : source["blocks"]) add_blocks(document.body, block);
    decide_structure(document);
    assign_ids(document);
    return document;
}

void convert(const std::filesystem::path& issue, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    const json source = json::parse(read_file(issue));
    int number = 0;
    for (const json& document : source.at("documents")) {
        char name[16];
        std::snprintf(name, sizeof name, "%03d.xml", ++number);
        write_file(folder / name, write_akn(document_of(document)));
    }
    std::cout << number << " documents\n";
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) {
        std::cerr << "usage: json_to_documents ISSUE.json FOLDER\n";
        return 2;
    }
    try {
        convert(words[1], words[2]);
    } catch (const std::exception& e) {
        std::cerr << words[1] << ": " << e.what() << "\n";
        return 1;
    }
    return 0;
}
