// SPDX-License-Identifier: Apache-2.0
// A temporary archive file and invented documents to put in it, shared by the archive's tests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "archive/archive.hpp"
#include "tests/scratch_folder.hpp"

namespace gongbao::archive {

inline core::Block block(core::Role role, std::string text, std::string label = {}) {
    core::Block block;
    block.role = role;
    block.label = std::move(label);
    if (!text.empty()) block.runs.push_back(core::text_run(std::move(text)));
    return block;
}

/// A document with a title, a number, an issuer and one paragraph for each of `lines`.
inline core::Document notice(const std::string& title, const std::string& number,
                             const std::vector<std::string>& lines,
                             const std::string& issuer = "云岭省人民政府办公厅") {
    core::Document document;
    document.meta.title = title;
    document.meta.number = number;
    document.meta.kind = "通知";
    document.meta.issuers = {issuer};
    document.meta.written = core::Date{2026, 1, 8};
    document.preface.push_back(block(core::Role::Title, title));
    if (!number.empty()) document.preface.push_back(block(core::Role::Number, number));
    for (const std::string& line : lines)
        document.body.push_back(block(core::Role::Paragraph, line));
    document.conclusions.push_back(block(core::Role::Signature, issuer));
    core::assign_ids(document);
    return document;
}

inline NewRecord record_of(core::Document document, const std::string& section = "省政府文件",
                           int page = 1) {
    return {std::move(document), section, page, page + 1, page + 4};
}

/// Issue `number` of `year`, issued at noon of `date`, with a PDF that is told apart by its number.
inline NewEdition edition_of(int year, int number, std::vector<NewRecord> records,
                             core::Date date = {}) {
    if (date.year == 0) date = {year, 1 + (number - 1) % 12, 15};
    NewEdition edition;
    edition.gazette = "云岭省人民政府公报";
    edition.number = {year, core::IssueKind::Regular, number, {}};
    edition.date = date;
    edition.issued_at = {core::start_of(date).seconds + 12 * 3600};
    edition.pdf = "%PDF-1.7 " + std::to_string(year) + "-" + std::to_string(number);
    edition.pages = 48;
    edition.made_by = "gongbao test";
    edition.records = std::move(records);
    return edition;
}

/// An empty archive in a folder of its own.
struct SampleArchive {
    tests::ScratchFolder folder;
    std::filesystem::path file = folder / "archive.db";
    std::unique_ptr<WritableArchive> opened = open_archive_to_issue(file);
    WritableArchive& archive = *opened;
};

}  // namespace gongbao::archive
