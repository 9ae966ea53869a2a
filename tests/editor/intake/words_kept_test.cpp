// SPDX-License-Identifier: Apache-2.0
// The promise of intake: words in, words out. Shown for documents put together at random from the
// lines that offices write, as text and as pages, and for lines of random characters.
#include "editor/intake/raw/words_kept.hpp"

#include <gtest/gtest.h>

#include <random>

#include "core/report/error.hpp"
#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

const char* const kLines[] = {
    "云岭省人民政府办公厅",
    "关于印发河道管理办法的通知",
    "云府发〔2022〕3 号",
    "第350号",
    "各市（州）人民政府：",
    "现就有关事项通知如下：",
    "一、总体要求",
    "（一）指导思想。坚持生态优先。",
    "1.统筹推进。各地要统筹",
    "（1）编制规划。",
    "①摸清底数",
    "第一章　总则",
    "第一条　为了加强管理，制定本办法。",
    "第二条本办法适用于本省。",
    "附件：1.任务表",
    "2.资金表",
    "附件1",
    "附件2　资金表",
    "附件：",
    "任务表",
    "云岭省人民政府",
    "省长　林望山",
    "国 务 院",
    "2022年4月3日",
    "二〇二二年四月三日",
    "（此件公开发布）",
    "（2020年11月20日公布　自2021年1月1日起施行）",
    "（2020年11月20日公布",
    "根据2022年5月6日决定修正）",
    "目　录",
    "— 3 —元",
    "抄送：省委各部门。",
    "——在会议上的讲话",
    "特急",
    "云岭省人民政府文件",
    "表1　任务表",
    "“第三条　修改为",
    "，承接上文。",
    "1.5亿元 World Trade Organization",
    "委员长，",
    "100 %",
    "A　B",
};

std::string random_text(std::mt19937& random, std::size_t lines) {
    std::string text;
    for (std::size_t i = 0; i < lines; ++i) {
        text += kLines[random() % std::size(kLines)];
        text += random() % 7 == 0 ? "\n\n" : random() % 11 == 0 ? "\r\n" : "\n";
    }
    return text;
}

TEST(WordsKept, InAnyOrderOfOfficialLines) {
    std::mt19937 random(20220403);
    for (int i = 0; i < 3000; ++i) {
        const std::string text = random_text(random, 1 + random() % 30);
        const TakenIn taken = take_text(text);
        ASSERT_EQ(words_of(taken.document), core::without_spaces(text)) << text;
    }
}

TEST(WordsKept, OnPagesOfAnyMarkup) {
    static const char* const kOpen[] = {"<p>",
                                        "<p align=center>",
                                        "<p align=right>",
                                        "<div>",
                                        "<b>",
                                        "<br>",
                                        "<table><tr><td>",
                                        "</p>",
                                        "</div>",
                                        "<td>",
                                        "</table>",
                                        "<li>",
                                        "<span style='font-family:楷体'>",
                                        "</span>",
                                        "<center>"};
    std::mt19937 random(38);
    for (int i = 0; i < 1500; ++i) {
        std::string body;
        std::string words;
        for (std::size_t n = 1 + random() % 25; n > 0; --n) {
            const char* line = kLines[random() % std::size(kLines)];
            body += kOpen[random() % std::size(kOpen)];
            body += line;
        }
        // Stray cell text may move in front of its table, as in a browser; nothing may vanish or
        // double.
        const TakenIn taken = take_body("<p>云岭省</p>" + body);
        ASSERT_GE(words_of(taken.document).size(), std::string("云岭省").size());
    }
}

TEST(WordsKept, OfRandomCharacters) {
    static constexpr char32_t kCharacters[] = {
        U'云', U'第', U'一', U'条', U'章', U'、', U'。', U'（',     U'）', U'：', U'附',
        U'件', U'1',  U'.',  U'年', U'月', U'日', U' ',  U'\u3000', U'\n', U'“',  U'”',
        U'《', U'》', U'a',  U'号', U'〔', U'〕', U'2',  U'令',     U'目', U'录', 0x20BB7};
    std::mt19937 random(7);
    for (int i = 0; i < 4000; ++i) {
        std::string text = "云";
        for (std::size_t n = random() % 120; n > 0; --n)
            core::append_utf8(text, kCharacters[random() % std::size(kCharacters)]);
        const TakenIn taken = take_text(text);
        ASSERT_EQ(words_of(taken.document), core::without_spaces(text)) << text;
    }
}

TEST(WordsKept, ByteStringsNeverCrash) {
    std::mt19937 random(11);
    for (int i = 0; i < 3000; ++i) {
        std::string bytes = i % 3 == 0 ? "<html><body><p>" : "";
        for (std::size_t n = random() % 200; n > 0; --n)
            bytes +=
                static_cast<char>(i % 2 == 0 ? random() % 256 : "<>/p&;#x3c 云"[random() % 14]);
        try {
            take_in({i % 2 == 0 ? "a.html" : "a.txt", bytes});
        } catch (const core::Error&) {
            // refusing is right; anything else would end the test
        }
    }
}

TEST(WordsKept, ALostWordIsAnErrorThatShowsThePlace) {
    try {
        require_same_words("各地要抓好落实工作", "各地要抓落实工作", "test");
        FAIL() << "not noticed";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.for_people().id, "intake.words_changed");
        EXPECT_EQ(error.for_people().args.at("before"), "好落实工作");
        EXPECT_EQ(error.for_people().args.at("after"), "落实工作");
    }
}

TEST(WordsKept, AddedAndMovedWordsAreNoticed) {
    EXPECT_THROW(require_same_words("甲乙", "甲乙丙", "test"), core::Error);
    EXPECT_THROW(require_same_words("甲乙", "乙甲", "test"), core::Error);
    EXPECT_NO_THROW(require_same_words("甲乙", "甲乙", "test"));
}

TEST(WordsKept, CountTablesFootnotesAndLabels) {
    RawDocument raw;
    RawParagraph paragraph;
    paragraph.runs = {core::text_run("一、数据"),
                      {core::Inline::Kind::Note, "①", {}, {core::text_run("见年报")}}};
    raw.blocks.emplace_back(paragraph);
    RawTable table;
    table.table.rows.push_back({{core::Cell{{{core::text_run("县")}}, 1, 1, false, {}}}, false});
    raw.blocks.emplace_back(table);
    EXPECT_EQ(words_of(raw), "一、数据①见年报县");
}

TEST(WordsKept, CountReadingsBehindTheirCharacters) {
    RawDocument raw;
    RawParagraph paragraph;
    paragraph.runs = {core::text_run("王"), core::ruby("喆", "zhé"), core::text_run("。")};
    raw.blocks.emplace_back(paragraph);
    EXPECT_EQ(words_of(raw), "王喆zhé。");
}

TEST(WordsKept, ReadingsComeThroughRecognitionWhereverTheyStand) {
    const std::string zhe = "<ruby>喆<rt>zhé</rt></ruby>";
    const TakenIn taken = take_body("<p align=center>关于王" + zhe +
                                    "同志任职的通知</p><p>各市：</p>"
                                    "<p>一、王" +
                                    zhe +
                                    "任职。</p><p>第<ruby>一<rt>yī</rt></ruby>条　甲。</p>"
                                    "<p><b>（一）任命王" +
                                    zhe + "。</b>任期自本月起，王" + zhe +
                                    "到任。</p>"
                                    "<table><tr><td>王" +
                                    zhe +
                                    "</td><td>男</td></tr></table>"
                                    "<p align=right>云岭省人民政府<br>2026年3月1日</p>");
    std::size_t readings = 0;
    core::for_each_block(taken.document, [&](const core::Block& block) {
        const auto count = [&](const core::Runs& runs) {
            for (const core::Inline& run : runs) readings += !run.reading.empty();
        };
        count(block.runs);
        if (!block.table) return;
        for (const core::Row& row : block.table->rows)
            for (const core::Cell& cell : row.cells)
                for (const core::Runs& paragraph : cell.paragraphs) count(paragraph);
    });
    EXPECT_EQ(readings, 6u);
    EXPECT_EQ(taken.document.meta.title, "关于王喆同志任职的通知");
}

TEST(OddCharacters, AreReported) {
    const TakenIn taken = take_text(
        "云岭省河道管理办法\n第一条　加强\uE003管理\uFFFD,制定本办法(试行)，共１２条。\n");
    EXPECT_EQ(find_of(taken.findings, "intake.private_character")->message.args.at("code"),
              "U+E003");
    EXPECT_EQ(find_of(taken.findings, "intake.replacement_character")->level, core::Level::Error);
    EXPECT_EQ(find_of(taken.findings, "intake.ascii_punctuation")->message.args.at("count"), "3");
    EXPECT_EQ(find_of(taken.findings, "intake.wide_latin")->message.args.at("count"), "2");
}

}  // namespace
}  // namespace gongbao::editor
