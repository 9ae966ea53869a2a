// SPDX-License-Identifier: Apache-2.0
// Names of authorities and signers: whether a line is one, and which agencies a signature, a title
// or a field of a page names. Used by recognition.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongbao::editor {

/// A name that ends like an authority's: 人民政府, 办公厅, 委员会, 局 …; 甲/乙 when both do.
bool is_agency(std::string_view name);
/// 省长　某某, 局长 某 某: a post and a person's name.
bool is_signer(std::string_view line);

/// （代章）, （公章） … alone on a line.
bool is_seal_note(std::string_view line);

/// A line of nothing but names of authorities, letter-spaced or parted by spaces and 、.
bool names_only_agencies(std::string_view line);

/// The agencies that the lines of a signature name, in printed order, letter-spacing undone; a name
/// broken over two lines is one name.
std::vector<std::string> agencies_of(const std::vector<std::string>& lines);
/// The agencies in front of 关于, 印发, 转发 … in a title; none when the title names none.
std::vector<std::string> agencies_of_title(std::string_view title);

}  // namespace gongbao::editor
