// SPDX-License-Identifier: Apache-2.0
// One wrong bit anywhere in the archive's file: no reading ends the program, and whatever bit makes
// a difference to a reader is found by verify.
#include <gtest/gtest.h>

#include <random>

#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

void fill(const std::filesystem::path& file) {
    const auto opened_archive = open_archive_to_issue(file);
    auto& archive = *opened_archive;
    archive.put_edition(edition_of(
        2026, 1,
        {record_of(notice("关于粮食的通知", "云府发〔2026〕1号", {"保障粮食安全", "甲、乙"})),
         record_of(notice("关于林草的通知", "", {"保障林草"}))}));
    NewEdition second = edition_of(2026, 2, {record_of(notice("更正", "", {"另有事项"}))});
    second.records.front().offprint = "%PDF-1.7 offprint";
    archive.put_edition(second);
}

std::string words_of(const RecordSummary& record) {
    std::string words = record.id + record.title + record.number + record.kind + record.section +
                        record.carries + record.text_digest + record.offprint_digest;
    for (const std::string& issuer : record.issuers) words += issuer;
    for (const auto& date : {record.written, record.effective})
        if (date) words += core::iso(*date);
    return words + std::to_string(record.first_page) + std::to_string(record.pdf_page);
}

// All that a reader can be told, or the error's name where a part of it is refused.
std::string reading(const std::filesystem::path& file) {
    std::string all;
    const auto read = [&](auto part) {
        try {
            part();
        } catch (const core::Error& error) {
            all += std::string("[") + core::name_of(error.kind()) + "]";
        }
    };
    read([&] {
        const auto opened_archive = open_archive(file);
        const auto& archive = *opened_archive;
        read([&] { all += std::to_string(archive.revision()) + archive.head(); });
        read([&] {
            for (const EditionSummary& one : archive.editions())
                all += one.gazette + core::slug(one.number) + core::iso(one.date) + one.made_by +
                       core::rfc3339(one.issued_at) + archive.pdf(one.number, 0, one.pdf_size);
        });
        read([&] {
            for (const RecordSummary& one : archive.recent(10)) all += words_of(one);
        });
        for (const char* id : {"2026-1-1", "2026-1-2", "2026-2-1"})
            read([&] { all += core::plain_text(archive.document(id)); });
        read([&] { all += archive.offprint("2026-2-1", 0, 100); });
        for (const char* query : {"粮", "粮食", "云府发[2026]1号", "关于林草的通知", "事项"})
            read([&] {
                SearchRequest request;
                request.text = query;
                const SearchAnswer answer = archive.search(request);
                all += std::to_string(answer.total);
                for (const SearchHit& hit : answer.hits)
                    all += words_of(hit.record) + hit.title.text + hit.snippet.text;
            });
        read([&] {
            for (const std::string& name : archive.issuers()) all += name;
            for (const std::string& name : archive.sections()) all += name;
        });
    });
    return all;
}

// Whether verify names anything; what cannot even be opened is named by the opening.
bool is_named(const std::filesystem::path& file) {
    try {
        return !open_archive(file)->verify().empty();
    } catch (const core::Error&) {
        return true;
    }
}

TEST(WrongBit, IsFoundWhereverItMakesADifference) {
    const tests::ScratchFolder folder;
    fill(folder / "sound.db");
    const std::string sound = core::read_file(folder / "sound.db");
    const std::string words = reading(folder / "sound.db");
    ASSERT_FALSE(is_named(folder / "sound.db"));
    std::mt19937 random(20260430);
    int named = 0;
    for (int seed = 0; seed < 600; ++seed) {
        std::string damaged = sound;
        std::size_t at = random() % damaged.size();
        while (damaged[at] == 0) at = random() % damaged.size();  // most of the file is empty room
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
        core::write_file(folder / "a.db", damaged);
        const bool found = is_named(folder / "a.db");
        named += found;
        const std::string read = reading(folder / "a.db");  // nothing ends the program
        if (!found) {
            EXPECT_EQ(read, words) << "byte " << at;
        }
    }
    EXPECT_GT(named, 400);
}

}  // namespace
}  // namespace gongbao::archive
