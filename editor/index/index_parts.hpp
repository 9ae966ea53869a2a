// SPDX-License-Identifier: Apache-2.0
// The parts of an annual index: the year's texts in groups with a heading, each text a line. Pure
// functions; used by annual_index.
#pragma once

#include <string>
#include <vector>

#include "editor/index/annual_index.hpp"

namespace gongbao::editor {

/// A text with every place where it stands, and where it is corrected.
struct IndexItem {
    IndexedText text;     ///< as it stands first
    std::string locator;  ///< 第1期第3页、第4期第51页（更正）
};

struct IndexLine {
    std::string words;
    std::string locator;
};

struct IndexGroup {
    std::string heading;
    std::vector<IndexLine> lines;
};

/// One item for each number, or for each title of those without a number, in printed order.
std::vector<IndexItem> merged(const std::vector<IndexedText>& texts);

std::vector<IndexGroup> by_section(const std::vector<IndexItem>& items,
                                   const std::vector<std::string>& sections);
/// By 机关代字, in the order of the sections they first stand in; inside by year and number.
std::vector<IndexGroup> by_number(const std::vector<IndexItem>& items,
                                  const std::vector<std::string>& sections);
/// Texts that bear a theme or a number; those without a theme last.
std::vector<IndexGroup> by_theme(const std::vector<IndexItem>& items);
/// A group a month of 成文日期; texts without a date are left out.
std::vector<IndexGroup> by_date(const std::vector<IndexItem>& items);

}  // namespace gongbao::editor
