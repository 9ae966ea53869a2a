// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "core/system/digest.hpp"
#include "core/system/files.hpp"
#include "tests/editor/desk/sample_desk.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using tests::error_of;
using tests::refusal_of;

// Fonts of which none can be found.
typeset::Resources broken_press(const tests::ScratchFolder& folder) {
    core::write_file(folder / "fonts.toml",
                     "[[face]]\nid = \"none\"\nfile = \"none.otf\"\nindex = 0\n"
                     "licence = \"none\"\npackage = \"none\"\n"
                     "[role.song]\nchain = [\"none\"]\n");
    return {press().profiles, folder.path()};
}

TEST(Publish, MakesAnEditionWithThePrintedPages) {
    SampleDesk sample;
    const DocumentId notice_id = sample.receive(notice(1));
    const DocumentId plan_id = sample.receive(fixture("plan.docx"));
    sample.make_issue(8, {notice_id, plan_id});
    const typeset::Printed printed = sample.desk.press().preview(issue_number(8), "gongbao");
    const archive::EditionSummary edition =
        sample.desk.press().publish({issue_number(8), "gongbao", kNow});

    EXPECT_EQ(edition.gazette, "云岭省人民政府公报");
    EXPECT_EQ(edition.records, 2);
    EXPECT_EQ(edition.pages, printed.pages);
    EXPECT_EQ(edition.issued_at, kNow);
    EXPECT_EQ(edition.pdf_digest, core::sha256_hex(printed.pdf));
    const auto records = sample.desk.archive().records(issue_number(8));
    ASSERT_EQ(records.size(), 2u);
    for (std::size_t i = 0; i < records.size(); ++i) {
        EXPECT_EQ(records[i].first_page, printed.items[i].first_page);
        EXPECT_EQ(records[i].last_page, printed.items[i].last_page);
        EXPECT_EQ(records[i].pdf_page, printed.items[i].pdf_page);
        EXPECT_EQ(records[i].section, "省政府文件");
    }
    EXPECT_GT(records[0].first_page, 0);
    EXPECT_GE(records[1].first_page, records[0].last_page);
    EXPECT_EQ(sample.desk.archive().revision(), 1);
    EXPECT_TRUE(sample.desk.archive().verify().empty());
}

TEST(Publish, CarriesPicturesFromTheManuscriptToTheArchive) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(fixture("plan.docx"))});
    ASSERT_EQ(sample.publish(8), "none");
    const core::Document kept = sample.desk.manuscripts().document(1);
    const core::Document published = sample.desk.archive().document("2026-8-1");
    EXPECT_EQ(published, kept);
    ASSERT_EQ(published.media.size(), 1u);
    ASSERT_NE(published.media[0].bytes, nullptr);
    EXPECT_EQ(*published.media[0].bytes, *kept.media[0].bytes);
}

TEST(Publish, ClosesTheIssueForEver) {
    SampleDesk sample;
    const DocumentId other = sample.receive(notice(2));
    sample.make_issue(8, {sample.receive(notice(1))});
    const core::IssueNumber number = issue_number(8);
    ASSERT_EQ(sample.publish(8), "none");
    EXPECT_EQ(sample.desk.issues().issue(number).state, core::IssueState::Issued);
    EXPECT_EQ(sample.desk.issues().all().front().state, core::IssueState::Issued);

    const std::string closed = "forbidden desk.issue_not_draft";
    EXPECT_EQ(sample.publish(8), closed);
    EXPECT_EQ(refusal_of([&] { sample.desk.issues().draft(number); }), closed);
    EXPECT_EQ(refusal_of([&] { sample.desk.issues().place(number, other, "更正"); }), closed);
    EXPECT_EQ(refusal_of([&] { sample.desk.issues().remove(number, 2); }), closed);
    EXPECT_EQ(refusal_of([&] { sample.desk.issues().order(number, {2}); }), closed);
    EXPECT_EQ(refusal_of([&] { sample.desk.issues().add(number, kDay); }),
              "conflict desk.issue_exists");
    EXPECT_EQ(sample.desk.archive().revision(), 1);
}

TEST(Publish, RefusesAnEmptyIssue) {
    SampleDesk sample;
    sample.make_issue(8, {});
    EXPECT_EQ(sample.publish(8), "invalid desk.issue_empty");
    EXPECT_EQ(refusal_of([&] { sample.desk.press().preview(issue_number(8), "gongbao"); }),
              "invalid desk.issue_empty");
    EXPECT_EQ(sample.desk.archive().revision(), 0);
}

// Before gazette.toml names it, nothing is issued for ever under a placeholder.
TEST(Publish, RefusesAGazetteWithoutAName) {
    for (const char* toml : {"", "sections = [\"省政府文件\"]\n"}) {
        SampleDesk sample;
        sample.make_issue(8, {sample.receive(notice(1))});
        std::filesystem::remove(sample.data.gazette());
        if (*toml != 0) core::write_file(sample.data.gazette(), toml);
        EXPECT_EQ(sample.publish(8), "forbidden desk.gazette_unnamed");
        Desk again = Desk::open(sample.data, press());
        EXPECT_EQ(again.archive().revision(), 0);
        const auto findings = again.press().preview(issue_number(8), "gongbao").findings;
        EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const auto& finding) {
            return finding.message.id == "desk.gazette_placeholder";
        }));
    }
}

TEST(Publish, RefusesAClockBehindTheLastEditionUnlessAPersonNamesTheMoment) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1))});
    sample.make_issue(9, {sample.receive(notice(2))});
    sample.desk.press().publish({issue_number(8), "gongbao", kNow});
    const core::Instant before{kNow.seconds - 1};
    EXPECT_EQ(refusal_of([&] {
                  sample.desk.press().publish({issue_number(9), "gongbao", before});
              }),
              "forbidden desk.clock_behind");
    EXPECT_EQ(sample.desk.archive().revision(), 1);
    const Published edition = sample.desk.press().publish(
        {issue_number(9), "gongbao", before, PrintErrors::Bar, Moment::AsNamed});
    EXPECT_EQ(edition.issued_at, before);
    EXPECT_EQ(sample.desk.archive().revision(), 2);
    EXPECT_TRUE(sample.desk.archive().verify().empty());
}

TEST(Publish, SaysWhatTheArchiveSays) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1))});
    const Published told = sample.desk.press().publish({issue_number(8), "gongbao", kNow});
    const auto kept = sample.desk.archive().edition(issue_number(8)).value();
    EXPECT_EQ(told.pdf_digest, kept.pdf_digest);
    EXPECT_EQ(told.pdf_size, kept.pdf_size);
    EXPECT_EQ(told.records, kept.records);
    EXPECT_EQ(told.pages, kept.pages);
    EXPECT_EQ(told.made_by, kept.made_by);
    EXPECT_EQ(told.gazette, kept.gazette);
    EXPECT_TRUE(told.warnings.empty());
}

TEST(Publish, RefusesADocumentWithUnresolvedChanges) {
    SampleDesk sample;
    sample.make_issue(8,
                      {sample.receive(notice(1)), sample.receive(fixture("tracked_changes.docx"))});
    const auto error = error_of([&] {
        sample.desk.press().publish({issue_number(8), "gongbao", kNow});
    });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), core::ErrorKind::Forbidden);
    EXPECT_EQ(error->for_people().id, "desk.issue_barred");
    EXPECT_EQ(error->for_people().args.at("documents"), "2");
    EXPECT_EQ(sample.desk.archive().revision(), 0);
}

TEST(Publish, RefusesACharacterThatNoFontHas) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1, "现将有关𐀀事项通知如下。"))});
    const auto error = error_of([&] {
        sample.desk.press().publish({issue_number(8), "gongbao", kNow});
    });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->for_people().id, "desk.print_has_errors");
    EXPECT_FALSE(error->for_people().place.empty());
    EXPECT_EQ(sample.desk.archive().revision(), 0);
}

TEST(Publish, RecordsThatAPersonAcceptedAMissingCharacter) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1, "现将有关𐀀事项通知如下。"))});
    const auto edition =
        sample.desk.press().publish({issue_number(8), "gongbao", kNow, PrintErrors::Accept});
    EXPECT_NE(edition.made_by.find("print errors accepted: 1"), std::string::npos)
        << edition.made_by;
    const core::Document stored = sample.desk.archive().document("2026-8-1");
    EXPECT_NE(core::plain_text(stored).find("𐀀"), std::string::npos) << "the text keeps it";
}

TEST(Publish, RefusesANumberThatWasPublishedAndWritesNothing) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1))});
    ASSERT_EQ(sample.publish(8), "none");
    sample.make_issue(9, {sample.receive(notice(2)), sample.receive(notice(1, "另有事项。"))});
    const std::string before = core::read_file(sample.data.archive());
    const auto error = error_of([&] {
        sample.desk.press().publish({issue_number(9), "gongbao", kNow});
    });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), core::ErrorKind::Conflict);
    EXPECT_EQ(error->for_people().args.at("number"), "云府办发〔2026〕1号");
    EXPECT_EQ(error->for_people().args.at("issue"), "2026年第8期");
    EXPECT_EQ(sample.desk.archive().revision(), 1);
    EXPECT_EQ(core::read_file(sample.data.archive()), before);
    EXPECT_EQ(sample.desk.issues().issue(issue_number(9)).state, core::IssueState::Draft);

    sample.desk.issues().remove(issue_number(9), 3);  // and so it is put right
    EXPECT_EQ(sample.publish(9), "none");
}

TEST(Publish, LeavesNothingWhenThePressFails) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1))});
    const std::string archive = core::read_file(sample.data.archive());
    const std::string desk = core::read_file(sample.data.desk());
    const tests::ScratchFolder folder;
    EXPECT_NE(sample.publish(8, broken_press(folder)), "none");
    EXPECT_EQ(refusal_of([&] {
                  sample.desk.press().publish({issue_number(8), "no-such", kNow});
              }),
              "not-found typeset.profile_unknown");
    EXPECT_EQ(core::read_file(sample.data.archive()), archive);
    EXPECT_EQ(core::read_file(sample.data.desk()), desk);
    EXPECT_EQ(sample.desk.issues().issue(issue_number(8)).state, core::IssueState::Draft);
    EXPECT_EQ(sample.publish(8), "none");
}

TEST(Preview, IsThePrintOfTheEditionByteForByte) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1)), sample.receive(notice(2))});
    const std::string before = sample.desk.press().preview(issue_number(8), "gongbao").pdf;
    const auto edition = sample.desk.press().publish({issue_number(8), "gongbao", kNow});
    EXPECT_EQ(sample.desk.archive().pdf(issue_number(8), 0, edition.pdf_size), before);
    EXPECT_EQ(sample.desk.press().preview(issue_number(8), "gongbao").pdf, before);
}

}  // namespace
}  // namespace gongbao::editor
