// SPDX-License-Identifier: Apache-2.0
// A desk in a folder of its own, with a gazette of two sections, and manuscripts for it.
#pragma once

#include <string>
#include <vector>

#include "editor/desk/desk.hpp"
#include "tests/scratch_folder.hpp"

namespace gongbao::editor {

inline constexpr core::Instant kNow{1772000000};
inline constexpr core::Date kDay{2026, 3, 31};

/// Profiles and fonts of the repository.
typeset::Resources press();
core::IssueNumber issue_number(int number, std::optional<int> running = {});

/// A notice with the number 云府办发〔2026〕N号, as a text file.
Manuscript notice(int number, const std::string& words = "现将有关事项通知如下。");
/// A file of tests/data.
Manuscript fixture(const std::string& name);

struct SampleDesk {
    /// `more`: further lines of gazette.toml, as "folios = \"year\"\n".
    explicit SampleDesk(const std::string& more = {});

    tests::ScratchFolder folder;
    DataFolder data;
    Desk desk;

    DocumentId receive(const Manuscript& manuscript) {
        return desk.manuscripts().receive(manuscript, kNow).id;
    }
    /// Makes issue 2026-`number` of these documents, in the section 省政府文件.
    void make_issue(int number, const std::vector<DocumentId>& documents);
    /// "省政府文件 1", a line an item, in printed order.
    std::vector<std::string> items(int number) const;
    /// "forbidden desk.issue_not_draft"; "none" when it is published.
    std::string publish(int number, const typeset::Resources& resources = press());
};

}  // namespace gongbao::editor
