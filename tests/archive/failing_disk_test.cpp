// SPDX-License-Identifier: Apache-2.0
// Issuing on a disk that fails at every step there is: what is said is what one who opens the file
// afterwards reads.
#include "tests/failing_disk.hpp"

#include <gtest/gtest.h>

#include "core/report/error.hpp"
#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

using tests::FailingDisk;

struct Sweep {
    FailingDisk::Operation operation;
    FailingDisk::Patience patience;
};

NewEdition second_issue() {
    std::vector<NewRecord> records;
    for (int i = 0; i < 6; ++i)
        records.push_back(record_of(notice("件" + std::to_string(i), "", {"一段文字", "另一段"})));
    NewEdition edition = edition_of(2026, 2, std::move(records));
    edition.pdf.assign(40000, 'p');
    return edition;
}

// "issued", with the warning's id when there is one, or the id of the error.
std::string issue_on(WritableArchive& archive) {
    try {
        archive.put_edition(second_issue());
    } catch (const core::Error& error) {
        return error.for_people().id;
    }
    const core::Diagnostics& warnings = archive.after_issuing();
    return warnings.empty() ? "issued" : "issued " + warnings.front().message.id;
}

class IssuingOnABadDisk : public testing::TestWithParam<Sweep> {
  protected:
    IssuingOnABadDisk() {
        const auto opened_archive = open_archive_to_issue(folder_ / "sound.db");
        auto& archive = *opened_archive;
        archive.put_edition(edition_of(2026, 1, {record_of(notice("通知一", "", {"甲"}))}));
    }

    // What is said of the step that fails as the nth, and what is there. False when none failed.
    bool step(int nth) {
        FailingDisk disk;
        const std::filesystem::path file = folder_ / "a.db";
        std::filesystem::remove(folder_ / "a.db-journal");
        std::filesystem::copy_file(folder_ / "sound.db", file,
                                   std::filesystem::copy_options::overwrite_existing);
        {
            const auto opened_archive = open_archive_to_issue(file);
            auto& archive = *opened_archive;
            disk.fail(GetParam().operation, nth, GetParam().patience);
            said_ = issue_on(archive);
            if (!disk.has_failed()) return false;
        }
        const auto opened_fresh = open_archive(file);
        const auto& fresh = *opened_fresh;
        issued_ = fresh.edition({2026, core::IssueKind::Regular, 2, {}}).has_value();
        whole_ = fresh.verify().empty();
        return true;
    }

    tests::ScratchFolder folder_;
    std::string said_;
    bool issued_ = false;
    bool whole_ = false;
};

TEST_P(IssuingOnABadDisk, SaysWhatOneReadsWhoOpensTheFileAnew) {
    int steps = 0;
    int in_doubt = 0;
    for (int nth = 1; step(nth); ++nth, ++steps) {
        EXPECT_TRUE(whole_) << nth << " " << said_;
        if (said_ == "archive.issuing_in_doubt") {
            ++in_doubt;  // says that it does not know; true of either
        } else {
            EXPECT_EQ(said_.starts_with("issued"), issued_) << nth << " " << said_;
        }
    }
    EXPECT_GT(steps, 0);
    if (GetParam().patience == FailingDisk::Once) {
        EXPECT_EQ(in_doubt, 0);
    }
}

INSTANTIATE_TEST_SUITE_P(Steps, IssuingOnABadDisk,
                         testing::Values(Sweep{FailingDisk::Write, FailingDisk::Once},
                                         Sweep{FailingDisk::Write, FailingDisk::FromThenOn},
                                         Sweep{FailingDisk::Sync, FailingDisk::Once},
                                         Sweep{FailingDisk::Sync, FailingDisk::FromThenOn},
                                         Sweep{FailingDisk::DeleteBefore, FailingDisk::Once},
                                         Sweep{FailingDisk::DeleteBefore, FailingDisk::FromThenOn},
                                         Sweep{FailingDisk::DeleteAfter, FailingDisk::Once},
                                         Sweep{FailingDisk::DeleteAfter, FailingDisk::FromThenOn},
                                         Sweep{FailingDisk::Open, FailingDisk::Once},
                                         Sweep{FailingDisk::Open, FailingDisk::FromThenOn}));

}  // namespace
}  // namespace gongbao::archive
