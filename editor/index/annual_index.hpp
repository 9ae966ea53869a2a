// SPDX-License-Identifier: Apache-2.0
// 年度总目录: what the gazette printed in a year, by section, by document number, by theme, by
// date, each text with issue and page. Made from the archive; it is a Document like any other, so
// that page, web and search say the same words.
//
//   entry = title [ "　" title of the text it carries ] [ "（" number "）" ] "　" locator
//           the title of an order that its number repeats is left out where it carries a text
//   locator = place { "、" place }        place = [ 专刊 | 增刊 ] "第N期第P页" [ "（更正）" ]
//
// Called by the desk, when an issue holds an annual index, and by `gongbao index`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/archive.hpp"
#include "core/document/document.hpp"
#include "editor/index/corrections.hpp"

namespace gongbao::editor {

/// A text where it stands in print.
struct IndexedText {
    archive::RecordSummary record;
    std::vector<std::string> themes;      ///< "综合政务/政务公开"
    std::vector<CorrectedText> corrects;  ///< of a 更正
    bool is_index = false;                ///< an annual index itself, which is not listed
};

/// The document as the index lists it, its record without pages yet. What a 更正 corrects is what
/// the archive stores of it, else what its words are found to mean.
IndexedText indexed_text(const core::Document& document, archive::RecordSummary record,
                         const archive::Archive& archive);

/// Every text of the year's editions, oldest edition first, in printed order; only of those issued
/// before `until` when it is issued itself.
std::vector<IndexedText> indexed_texts(const archive::Archive& archive, int year,
                                       const std::optional<core::IssueNumber>& until = {});

/// The index of `texts`, ids assigned. Sections come in the order of `sections`, others after
/// those; themes in the State Council's order.
core::Document annual_index(int year, const std::string& gazette,
                            const std::vector<std::string>& sections,
                            const std::vector<IndexedText>& texts);

/// True for a document made by annual_index.
bool is_annual_index(const core::Document& document);

}  // namespace gongbao::editor
