// SPDX-License-Identifier: Apache-2.0
// 更正: what a correction says it corrects, and where that stands in print.
//
//   本刊 [year 年] [专刊|增刊] 第N期 … 《title》 [（number）] … [第P页]    one such phrase a corrected text
//
// Called by the desk, which tells the editor the printed page, and by the annual index, which lists
// a correction beside the text it corrects.
#pragma once

#include <string>
#include <vector>

#include "archive/archive.hpp"
#include "core/document.hpp"

namespace gongbao::editor {

struct CorrectedText {
    core::IssueNumber issue;
    std::string title;   ///< as quoted, the inner 〈 〉 as 《 》 again
    std::string number;  ///< 发文字号 as written, or empty
    int page = 0;        ///< the printed page the words name, 0 for none
};

/// True for an item whose title is 更正 or 更正启事.
bool is_correction(const core::Document& document);

/// What `document` corrects, in its order. `year` is meant where the words name none.
std::vector<CorrectedText> corrected_texts(const core::Document& document, int year);

/// True when `record` is the text meant: of that issue, and with that number or else that title.
bool is_meant(const CorrectedText& text, const archive::RecordSummary& record);

}  // namespace gongbao::editor
