// SPDX-License-Identifier: Apache-2.0
#include "core/document/document.hpp"

#include <gtest/gtest.h>

#include "core/system/digest.hpp"
#include "tests/core/document/random_document.hpp"

namespace {

using namespace gongbao::core;

Block block(Role role, std::string label, Runs runs) {
    Block block;
    block.role = role;
    block.label = std::move(label);
    block.runs = std::move(runs);
    return block;
}

TEST(Role, IsFoundByItsName) {
    for (int i = 0; i <= static_cast<int>(Role::AnnexLabel); ++i) {
        const auto role = static_cast<Role>(i);
        EXPECT_EQ(role_named(name_of(role)), role) << name_of(role);
    }
    EXPECT_FALSE(role_named("unknown"));
    EXPECT_STREQ(name_of(Role::AnnexNote), "annex-note");
    EXPECT_STREQ(name_of(Role::IssuerMark), "issuer-mark");
}

TEST(Force, IsFoundByItsName) {
    EXPECT_EQ(force_named("normative"), Force::Normative);
    EXPECT_EQ(openness_named("on-request"), Openness::OnRequest);
    EXPECT_FALSE(force_named("law"));
    EXPECT_FALSE(openness_named(""));
}

TEST(PlainText, LeavesBreaksAndNotesOutOfTheRuns) {
    const Runs runs{text_run("云岭省"),
                    line_break(),
                    text_run("办法", Marks{}.add(Mark::Bold)),
                    {Inline::Kind::Note, "①", {}, {text_run("见附件")}}};
    EXPECT_EQ(plain_text(runs), "云岭省办法");
}

TEST(PlainText, KeepsTheCharactersUnderAReadingAndLeavesTheReadingOut) {
    Document with;
    with.body = {block(Role::Paragraph, "", {text_run("王"), ruby("喆", "zhé"), text_run("。")})};
    EXPECT_EQ(plain_text(with), "王喆。\n");
    Document without;
    without.body = {block(Role::Paragraph, "", {text_run("王喆。")})};
    EXPECT_EQ(text_digest(with), text_digest(without));
    EXPECT_NE(with, without);
    Document other = with;
    other.body.front().runs[1].reading = "jí";
    EXPECT_NE(with, other);
}

TEST(PlainText, PutsTheGapOfTheLabelBetweenLabelAndWords) {
    EXPECT_EQ(plain_text(block(Role::Article, "第十条", {text_run("本办法……")})),
              "第十条\u3000本办法……");
    EXPECT_EQ(plain_text(block(Role::Article, "第十条之一", {text_run("甲")})),
              "第十条之一\u3000甲");
    EXPECT_EQ(plain_text(block(Role::Chapter, "第一章", {text_run("总则")})), "第一章\u3000总则");
    EXPECT_EQ(plain_text(block(Role::Heading1, "一、", {text_run("总体要求")})), "一、总体要求");
    EXPECT_EQ(plain_text(block(Role::Item, "（一）", {text_run("甲；")})), "（一）甲；");
    EXPECT_EQ(plain_text(block(Role::Article, "第十条", {})), "第十条");
}

TEST(PlainText, PutsFootnotesAfterTheirLine) {
    const Block with_note = block(Role::Paragraph, "",
                                  {text_run("甲"),
                                   {Inline::Kind::Note, "①", {}, {text_run("注一")}},
                                   text_run("乙"),
                                   {Inline::Kind::Note, "②", {}, {text_run("注二")}}});
    EXPECT_EQ(plain_text(with_note), "甲乙\n① 注一\n② 注二");
}

TEST(PlainText, GivesATableRowByRow) {
    Block table = block(Role::Table, "", {});
    Cell two_paragraphs;
    two_paragraphs.paragraphs = {{text_run("乙")}, {text_run("丙")}};
    Cell one;
    one.paragraphs = {{text_run("甲")}};
    table.table = Table{{}, {Row{{one, two_paragraphs}, true}, Row{{two_paragraphs}, false}}};
    EXPECT_EQ(plain_text(table), "甲\t乙 丙\n乙 丙");
}

TEST(PlainText, GivesTheAlternativeTextOfAFigure) {
    Block figure = block(Role::Figure, "", {});
    figure.figure = Figure{"00", "image/png", 0, 0, "示意图"};
    EXPECT_EQ(plain_text(figure), "示意图");
}

TEST(PlainText, FollowsThePrintedOrder) {
    Document document;
    document.conclusions = {block(Role::Date, "", {text_run("4")})};
    document.annexes = {{Annex::Kind::Annex, {block(Role::AnnexLabel, "", {text_run("5")})}},
                        {Annex::Kind::Attached, {block(Role::Title, "", {text_run("6")})}}};
    document.preface = {block(Role::Title, "", {text_run("1")}),
                        block(Role::Number, "", {text_run("2")})};
    document.body = {block(Role::Paragraph, "", {text_run("3")})};
    EXPECT_EQ(plain_text(document), "1\n2\n3\n4\n5\n6\n");
    EXPECT_EQ(text_digest(document), sha256_hex("1\n2\n3\n4\n5\n6\n"));
}

TEST(CarriedTitle, IsThatOfTheAttachedTextUnlessTheTitleNamesIt) {
    Block title;
    title.role = Role::Title;
    title.runs = {text_run("云岭省古树名木保护办法")};
    Document order;
    order.meta.title = "云岭省人民政府令";
    EXPECT_EQ(carried_title(order), "");
    order.annexes.push_back({Annex::Kind::Annex, {title}});
    EXPECT_EQ(carried_title(order), "") << "an annex is not promulgated";
    order.annexes.push_back({Annex::Kind::Attached, {title}});
    EXPECT_EQ(carried_title(order), "云岭省古树名木保护办法");
    order.meta.title = "关于印发《云岭省古树名木保护办法》的通知";
    EXPECT_EQ(carried_title(order), "");
}

TEST(TextDigest, ChangesWithAWordAndNotWithItsFormat) {
    Document document;
    document.body = {block(Role::Paragraph, "", {text_run("甲乙")})};
    const std::string digest = text_digest(document);
    document.body[0].runs = {text_run("甲", Marks{}.add(Mark::Bold)), text_run("乙")};
    document.body[0].role = Role::Caption;
    EXPECT_EQ(text_digest(document), digest);
    document.body[0].runs = {text_run("甲丙")};
    EXPECT_NE(text_digest(document), digest);
}

TEST(RandomDocument, IsTheSameForTheSameSeed) {
    EXPECT_EQ(gongbao::tests::random_document(7), gongbao::tests::random_document(7));
    EXPECT_NE(gongbao::tests::random_document(7), gongbao::tests::random_document(8));
}

}  // namespace
