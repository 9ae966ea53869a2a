// SPDX-License-Identifier: Apache-2.0
#include "core/report/place.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "core/report/messages.hpp"

namespace {

using namespace gongbao::core;
using Kind = PlaceKind;

Messages words_of(const char* language) {
    return Messages::load(std::filesystem::path(GONGBAO_SOURCE_DIR) / "templates/messages" /
                          language);
}

struct Known {
    Place place;
    std::string text, chinese, english;
};

std::vector<Known> known() {
    const Place cell = Place(Kind::Table, 2).with(Kind::Row, 3).with(Kind::Cell, 1);
    return {
        {Place(), "", "", ""},
        {Place(Kind::Paragraph, 12), "paragraph:12", "第12段", "paragraph 12"},
        {Place(Kind::Line, 2).with(Kind::Column, 3), "line:2/column:3", "第2行第3列",
         "line 2, column 3"},
        {cell, "table:2/row:3/cell:1", "表2第3行第1格", "table 2, row 3, cell 1"},
        {Place(Kind::Paragraph, 7).followed_by(cell), "behind:7/table:2/row:3/cell:1",
         "表2第3行第1格", "table 2, row 3, cell 1"},
        {Place(Kind::Note, "①"), "note:①", "注①", "note ①"},
        {Place(Kind::Part, "word/document.xml").with(Kind::Offset, 120),
         "part:word%2Fdocument.xml/offset:120", "word/document.xml:120", "word/document.xml:120"},
        {Place(Kind::Document, 4).with(Kind::Paragraph, 1), "document:4/paragraph:1", "[4] 第1段",
         "document 4, paragraph 1"},
        {Place(Kind::Title, "关于图 表")
             .with(Kind::Block, "p_3")
             .with(Kind::Row, 2)
             .with(Kind::Column, 1),
         "title:关于图%20表/block:p_3/row:2/column:1", "关于图 表 p_3 第2行第1列",
         "关于图 表, p_3, row 2, column 1"},
        {Place(Kind::File, "a:b#%.txt").with(Place(Kind::Header)), "file:a%3Ab%23%25.txt/header",
         "a:b#%.txt 页眉", "a:b#%.txt, header"},
        {Place::stored("blob", 5), "stored:blob#5", "blob 5", "blob 5"},
        {Place::stored("SQLite"), "stored:SQLite", "SQLite", "SQLite"},
        {Place(Kind::Worded, "表2 第3行"), "worded:表2%20第3行", "表2 第3行", "表2 第3行"},
    };
}

TEST(Place, HasATextFormAndWordsInBothLanguages) {
    const Messages chinese = words_of("zh-CN");
    const Messages english = words_of("en");
    for (const Known& one : known()) {
        EXPECT_EQ(one.place.text(), one.text);
        EXPECT_EQ(Place::parse(one.text), one.place) << one.text;
        EXPECT_EQ(chinese.say(one.place), one.chinese);
        EXPECT_EQ(english.say(one.place), one.english);
    }
}

TEST(Place, ReadsNothingElse) {
    for (const char* text : {"第12段",
                             "表2第3行第1格",
                             "word/document.xml:120",
                             "document 4",
                             "[4] 第1段",
                             "paragraph",
                             "paragraph:",
                             "paragraph:x",
                             "paragraph:1x",
                             "paragraph:01",
                             "paragraph:+1",
                             "paragraph: 1",
                             "Paragraph:1",
                             "paragraph:99999999999999999999",
                             "header:",
                             "header:1",
                             "/paragraph:1",
                             "paragraph:1/",
                             "paragraph:1//cell:1",
                             "note:a b",
                             "note:%",
                             "note:%2",
                             "note:%2f",
                             "note:%41",
                             "note:%zz",
                             "stored:a#0",
                             "stored:a#",
                             "stored:a#b"}) {
        EXPECT_FALSE(Place::parse(text).has_value()) << text;
        EXPECT_EQ(Place::read(text), Place(Kind::Worded, text)) << text;
    }
    EXPECT_EQ(Place::read(""), Place());
    EXPECT_EQ(Place::read("line:3"), Place(Kind::Line, 3));
}

TEST(Place, IsOrderedAsOneReads) {
    const auto at = [](std::int64_t paragraph) { return Place(Kind::Paragraph, paragraph); };
    const Place table(Kind::Table, 1);
    const std::vector<Place> read{
        Place(),
        Place(Kind::Worded, "第2段"),
        Place(Kind::Field, "标题"),
        Place(Kind::Header),
        at(2),
        at(2).followed_by(table),
        at(2).followed_by(table.with(Kind::Row, 2)),
        at(2).followed_by(table.with(Kind::Row, 2).with(Kind::Cell, 9)),
        at(2).followed_by(table.with(Kind::Row, 10)),
        at(2).followed_by({Kind::Table, 2}),
        at(2).followed_by({Kind::Note, "①"}),
        at(3),
        at(10),
        table,
        Place(Kind::Footer),
    };
    std::vector<Place> sorted(read.rbegin(), read.rend());
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < read.size(); ++i) EXPECT_EQ(sorted[i].text(), read[i].text());
    EXPECT_LT(Place::stored("blob", 2), Place::stored("blob", 10));
    EXPECT_LT(Place::stored("blob", 10), Place::stored("record", 1));
}

TEST(Place, IsAheadOnlyWhereAParagraphIsKnown) {
    const Place note(Kind::Note, "②");
    EXPECT_EQ(Place().followed_by(note), note);
    EXPECT_EQ(Place(Kind::Table, 1).followed_by(note), note);
    EXPECT_EQ(Place(Kind::Paragraph, 4).followed_by({Kind::Table, 1}).followed_by(note).text(),
              "behind:4/note:②");
}

TEST(Place, HasWordsForEveryKind) {
    for (const char* language : {"zh-CN", "en"}) {
        const Messages words = words_of(language);
        for (int kind = 0; kind <= static_cast<int>(Kind::Style); ++kind) {
            const auto one = static_cast<Kind>(kind);
            EXPECT_EQ(words.has("place." + std::string(name_of(one))), one != Kind::Behind)
                << name_of(one);
        }
    }
}

}  // namespace
