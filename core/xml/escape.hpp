// SPDX-License-Identifier: Apache-2.0
// Words inside XML and HTML: the one place that says what stands for & and <, and what becomes of
// a character that XML cannot hold. Called by whatever writes either.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::core {

/// `text` for element content and for attributes in double quotes: & < > " as entities, characters
/// that XML cannot hold (XML 1.0, 2.2) left out, so that one odd title never makes a whole file
/// unreadable.
std::string escape_xml(std::string_view text);

/// `text` so that a parser gives back every character: white space other than the space as
/// references (XML 1.0, 2.11 and 3.3.3). Quotes are written as they are outside of attributes.
/// Throws: Error(Invalid) for a character XML cannot hold.
std::string escape_xml_exactly(std::string_view text, bool in_attribute);

/// & < > " ' as entities: safe in text and in quoted attributes.
std::string escape_html(std::string_view text);

}  // namespace gongbao::core
