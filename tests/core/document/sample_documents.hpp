// SPDX-License-Identifier: Apache-2.0
// Two documents of the invented 云岭省 with every kind of block, for tests of what is made of them.
#pragma once

#include <string>

#include "core/document/document.hpp"

namespace gongbao::tests {

/// A notice with headings, a table, a footnote, a figure, an annex and its own note.
core::Document sample_notice(const std::string& title, const std::string& number);
/// Rules in chapters and articles, promulgated by an order.
core::Document sample_rules(const std::string& title, const std::string& number);

}  // namespace gongbao::tests
