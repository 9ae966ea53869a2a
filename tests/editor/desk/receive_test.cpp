// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "core/system/digest.hpp"
#include "tests/editor/desk/sample_desk.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using tests::refusal_of;

// "warning desk.number_on_desk" of the findings whose id begins with "desk.".
std::vector<std::string> remarks(const core::Diagnostics& findings) {
    std::vector<std::string> found;
    for (const core::Diagnostic& finding : findings)
        if (finding.message.id.starts_with("desk."))
            found.push_back(std::string(name_of(finding.level)) + " " + finding.message.id);
    return found;
}

// Everything of a finding, comparable.
std::vector<std::string> lines_of(const core::Diagnostics& findings) {
    std::vector<std::string> lines;
    for (const core::Diagnostic& finding : findings) {
        std::string line = std::string(name_of(finding.level)) + "|" + finding.place.text() + "|" +
                           finding.message.id + "|" + finding.excerpt;
        for (const auto& [name, value] : finding.message.args) line += "|" + name + "=" + value;
        lines.push_back(line);
    }
    return lines;
}

TEST(Receive, KeepsTheDocumentAsItWasTakenIn) {
    SampleDesk sample;
    for (const char* name : {"notice.txt", "order.html", "plan.docx", "numbered.docx"}) {
        const Received received = sample.desk.manuscripts().receive(fixture(name), kNow);
        EXPECT_FALSE(received.known) << name;
        EXPECT_EQ(sample.desk.manuscripts().document(received.id), received.taken.document) << name;
    }
    const auto documents = sample.desk.manuscripts().all();
    ASSERT_EQ(documents.size(), 4u);
    EXPECT_EQ(documents.back().manuscript, "notice.txt");  // newest first
    EXPECT_EQ(documents.back().number, "云府办发〔2026〕16号");
    EXPECT_FALSE(documents.back().issue);
}

TEST(Receive, KeepsThePictures) {
    SampleDesk sample;
    const core::Document document =
        sample.desk.manuscripts().document(sample.receive(fixture("plan.docx")));
    ASSERT_EQ(document.media.size(), 1u);
    ASSERT_NE(document.media[0].bytes, nullptr);
    EXPECT_EQ(core::sha256_hex(*document.media[0].bytes), document.media[0].digest);
    EXPECT_EQ(document.media[0].type, "image/png");
}

TEST(Receive, KeepsTheFindings) {
    SampleDesk sample;
    const Received received =
        sample.desk.manuscripts().receive(fixture("tracked_changes.docx"), kNow);
    EXPECT_FALSE(received.taken.findings.empty());
    EXPECT_EQ(lines_of(sample.desk.manuscripts().findings(received.id)),
              lines_of(received.taken.findings));
    const auto errors =
        std::count_if(received.taken.findings.begin(), received.taken.findings.end(),
                      [](const auto& finding) { return finding.level == core::Level::Error; });
    EXPECT_GT(errors, 0);
    EXPECT_EQ(sample.desk.manuscripts().all().front().errors, errors);
}

TEST(Receive, KnowsTheSameBytesUnderAnotherName) {
    SampleDesk sample;
    const DocumentId first = sample.receive(notice(1));
    Manuscript renamed = notice(1);
    renamed.name = "copy.txt";
    const Received again = sample.desk.manuscripts().receive(renamed, kNow);
    EXPECT_TRUE(again.known);
    EXPECT_EQ(again.id, first);
    EXPECT_TRUE(remarks(again.taken.findings).empty());
    EXPECT_EQ(sample.desk.manuscripts().all().size(), 1u);
}

TEST(Receive, FindsANumberThatIsOnTheDeskHoweverItIsWritten) {
    SampleDesk sample;
    sample.receive(notice(1));
    Manuscript other = notice(1, "另有事项。");
    other.bytes.replace(other.bytes.find("〔2026〕"), std::string("〔2026〕").size(), "［2026］");
    const Received received = sample.desk.manuscripts().receive(other, kNow);
    EXPECT_FALSE(received.known);
    EXPECT_EQ(remarks(received.taken.findings),
              std::vector<std::string>{"warning desk.number_on_desk"});
    EXPECT_EQ(received.taken.findings.back().message.args.at("id"), "1");
    EXPECT_EQ(remarks(sample.desk.manuscripts().findings(received.id)),
              remarks(received.taken.findings));
}

TEST(Receive, FindsANumberThatWasPublished) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1))});
    ASSERT_EQ(sample.publish(8), "none");
    const Received received = sample.desk.manuscripts().receive(notice(1, "另有事项。"), kNow);
    EXPECT_EQ(remarks(received.taken.findings),
              std::vector<std::string>{"warning desk.number_in_archive"});
    EXPECT_EQ(received.taken.findings.back().message.args.at("record"), "2026-8-1");
}

TEST(Receive, SaysNothingOfDocumentsWithoutNumbers) {
    SampleDesk sample;
    const std::string chronicle = "2026年3月大事记\n\n3月1日　召开会议。\n";
    sample.receive({"a.txt", chronicle});
    const Received second =
        sample.desk.manuscripts().receive({"b.txt", chronicle + "3月2日　调研。\n"}, kNow);
    EXPECT_EQ(second.taken.document.meta.number, "");
    EXPECT_TRUE(remarks(second.taken.findings).empty());
}

TEST(Receive, KeepsNothingOfAFileThatCannotBeRead) {
    SampleDesk sample;
    EXPECT_EQ(refusal_of([&] { sample.receive(fixture("truncated.docx")); }),
              "invalid docx.truncated");
    EXPECT_EQ(refusal_of([&] { sample.receive({"empty.txt", ""}); }), "invalid intake.empty_file");
    EXPECT_EQ(refusal_of([&] { sample.receive({"blank.txt", " \n"}); }), "invalid intake.no_text");
    EXPECT_TRUE(sample.desk.manuscripts().all().empty());
}

TEST(Receive, NamesADocumentThatIsNotThere) {
    SampleDesk sample;
    EXPECT_EQ(refusal_of([&] { sample.desk.manuscripts().document(7); }),
              "not-found desk.document_unknown");
    EXPECT_EQ(refusal_of([&] { sample.desk.manuscripts().findings(7); }),
              "not-found desk.document_unknown");
}

}  // namespace
}  // namespace gongbao::editor
