// SPDX-License-Identifier: Apache-2.0
// 抽印本: every published document alone, with its citation.
#include <gtest/gtest.h>

#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/ask.hpp"
#include "tests/editor/desk/sample_desk.hpp"

namespace gongbao::editor {
namespace {

using tests::ask;

class Offprints : public testing::Test {
  protected:
    Offprints() {
        sample_.make_issue(8, {sample_.receive(notice(1)), sample_.receive(notice(2)),
                               sample_.receive(fixture("plan.docx"))});
        sample_.desk.press().publish({issue_number(8), "gongbao", kNow});
    }
    std::string offprint(int place) {
        const std::string id = "2026-8-" + std::to_string(place);
        return sample_.desk.archive().offprint(id, 0,
                                               sample_.desk.archive().record(id)->offprint_size);
    }
    std::string words(int place) {
        core::write_file(sample_.folder / "one.pdf", offprint(place));
        return core::without_spaces(
            ask("pdftotext -enc UTF-8 -raw " + (sample_.folder / "one.pdf").string() + " -").text);
    }
    SampleDesk sample_;
};

TEST_F(Offprints, HoldEveryWordOfTheirDocumentOnceInOrder) {
    for (int place = 1; place <= 3; ++place) {
        const core::Document document =
            sample_.desk.archive().document("2026-8-" + std::to_string(place));
        const std::string all = words(place);
        std::size_t at = 0;
        core::for_each_block(document, [&](const core::Block& block) {
            if (block.table) return;
            const std::string text = core::without_spaces(core::plain_text(block.runs));
            for (std::size_t i = 0; i < text.size();) {  // heads and folios may stand between lines
                const std::size_t begin = i;
                core::next_code_point(text, i);
                at = all.find(text.substr(begin, i - begin), at);
                ASSERT_NE(at, std::string::npos) << text;
            }
        });
    }
}

TEST_F(Offprints, SayWhereTheyStandInTheGazetteAndWhatTheirTextIs) {
    const std::string all = words(2);
    EXPECT_NE(all.find("原载《云岭省人民政府公报》2026年第8期第2页"), std::string::npos) << all;
    EXPECT_NE(all.find(sample_.desk.archive().record("2026-8-2")->text_digest), std::string::npos)
        << all;
    EXPECT_EQ(all.find("第1类事项"), std::string::npos) << "only its own document";
}

TEST_F(Offprints, AreTheSameBytesEachTime) {
    SampleDesk again;
    again.make_issue(8, {again.receive(notice(1)), again.receive(notice(2)),
                         again.receive(fixture("plan.docx"))});
    again.desk.press().publish({issue_number(8), "gongbao", kNow});
    for (int place = 1; place <= 3; ++place) {
        const std::string id = "2026-8-" + std::to_string(place);
        EXPECT_EQ(again.desk.archive().record(id)->offprint_digest,
                  sample_.desk.archive().record(id)->offprint_digest);
    }
}

}  // namespace
}  // namespace gongbao::editor
