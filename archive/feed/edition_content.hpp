// SPDX-License-Identifier: Apache-2.0
// The content of an edition's entry in a feed: its contents, as HTML that every feed reader shows.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "archive/reader.hpp"

namespace gongbao::archive {

/// Sections with linked titles. `address` gives a record's absolute address, `notes` HTML that
/// stands behind it.
std::string edition_content(const std::vector<RecordSummary>& records,
                            const std::function<std::string(const RecordSummary&)>& address,
                            const std::function<std::string(const RecordSummary&)>& notes);

}  // namespace gongbao::archive
