// SPDX-License-Identifier: Apache-2.0
// What a desk has open, for all its rooms: the gazette, the desk's own file and the archive. Owned
// by Desk.
#pragma once

#include <memory>

#include "archive/archive.hpp"
#include "core/gazette/gazette.hpp"
#include "core/storage/database.hpp"
#include "editor/desk/store/issue_book.hpp"
#include "editor/desk/store/manuscript_box.hpp"

namespace gongbao::editor {

struct Holdings {
    core::Gazette gazette;
    core::Database database;
    std::unique_ptr<archive::WritableArchive> archive_file;
    archive::WritableArchive& archive = *archive_file;
    ManuscriptBox box{database};
    IssueBook book{database};
};

}  // namespace gongbao::editor
