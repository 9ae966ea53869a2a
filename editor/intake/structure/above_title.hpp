// SPDX-License-Identifier: Apache-2.0
// Words of a site that stand above a document: menus and 当前位置：首页 > 文件, which old pages
// keep in the same tables as the text. Only where a whole title follows; they are never part of it.
#pragma once

#include <cstddef>
#include <string_view>

#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// 首页 | 政务公开, 当前位置：…
bool is_navigation(std::string_view words);
/// 版权所有：…, below the document.
bool is_site_foot(std::string_view words);
/// How many lines at the head of `range` are such words. 0 when a line among them might be the
/// document's.
std::size_t lines_above_title(const Lines& lines, Range range);

}  // namespace gongbao::editor
