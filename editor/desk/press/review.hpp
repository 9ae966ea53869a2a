// SPDX-License-Identifier: Apache-2.0
// What a review of an issue says: of each document what stands against printing it. Made by
// PressRoom::review, and by publishing.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/document/document.hpp"
#include "core/report/diagnostic.hpp"
#include "editor/desk/store/entries.hpp"

namespace gongbao::editor {

/// What stands against one item of an issue.
struct ItemReview {
    DeskItem item;
    int errors = 0;                ///< findings of level Error that nobody can override
    core::Diagnostics disclosure;  ///< disclosure findings, errors first met first
    bool is_barred() const;        ///< by a disclosure finding of level Error
};

/// What was said of a text, and of what just it was said: the same manuscript and document are
/// judged the same.
struct Judged {
    std::string manuscript;  ///< SHA-256 of the file
    std::string name;        ///< of the file
    core::Document document;
    core::Diagnostics disclosure;
};
using JudgedBefore = std::map<DocumentId, Judged>;

struct PressDocument;

struct Review {
    core::Diagnostics findings;     ///< all that is to be told; places begin with "[ID]"
    std::vector<ItemReview> items;  ///< printed order
    std::string state;              ///< of the issue on the desk when it was judged (seals.hpp)
    std::shared_ptr<const std::vector<PressDocument>> documents;  ///< that were judged
};

}  // namespace gongbao::editor
