// SPDX-License-Identifier: Apache-2.0
// What a site puts among the words of a document: buttons to share and print, lines that name the
// source, links to what is read next. Used by the HTML reader, which reports each as left out.
#pragma once

#include <gumbo.h>

#include <string_view>

namespace gongbao::editor::html {

/// An element that a site names as its own, and whose words are too few to be a document's.
bool is_chrome(const GumboNode& node);

/// A whole line of nothing but a site's own words: 打印本页 关闭窗口, 来源：…　发布时间：…,
/// 上一篇：…. Requires: a line at the very top or end of the page's text.
bool is_chrome_line(std::string_view line);

/// 相关链接, 相关阅读：: what stands below it, to the end of the page, are links to other texts.
bool heads_links(std::string_view line);

}  // namespace gongbao::editor::html
