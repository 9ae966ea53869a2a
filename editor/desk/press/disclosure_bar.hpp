// SPDX-License-Identifier: Apache-2.0
// The review before publication: what the documents of an issue say against being public, judged
// anew from the manuscripts the desk keeps, so that a desk filled by an older program is reviewed
// too; and who decided that one of them is published all the same. Used by PressRoom.
#pragma once

#include <vector>

#include "archive/made_by.hpp"
#include "core/report/diagnostic.hpp"
#include "editor/desk/press/press_issue.hpp"
#include "editor/desk/press/press_room.hpp"
#include "editor/desk/press/review.hpp"
#include "editor/desk/store/manuscript_box.hpp"

namespace gongbao::editor {

/// Every item of `issue` in printed order; `documents` are theirs. An annual index is made of what
/// is published: nothing stands against it. On as many threads as the machine has. What `before`
/// knows of just these manuscripts and documents is taken from there; it holds those of this issue
/// afterwards. Null: all is judged.
std::vector<ItemReview> review_items(const DeskIssue& issue,
                                     const std::vector<PressDocument>& documents,
                                     const ManuscriptBox& box, JudgedBefore* before = nullptr);

/// All that was found, for people; places name the document: "[3] 第2段".
core::Diagnostics findings_of(const std::vector<ItemReview>& reviews);

/// Throws: Error(Invalid) for a decision without a name or a reason, or one taken twice, (NotFound)
/// for one about a document that is not in the issue, (Conflict) where nothing has to be decided,
/// (Forbidden) naming every document that is still barred.
void require_publishable(const DeskIssue& issue, const std::vector<ItemReview>& reviews,
                         const std::vector<Disclosure>& decisions);

/// The decisions as they stand in the edition for ever. Requires: require_publishable.
std::vector<archive::Disclosed> record_of(const DeskIssue& issue,
                                          const std::vector<ItemReview>& reviews,
                                          const std::vector<Disclosure>& decisions);

}  // namespace gongbao::editor
