// SPDX-License-Identifier: Apache-2.0
// The content of feed entries: a document's whole text, and an edition's contents, as plain HTML
// that every feed reader shows: paragraphs, headings, tables, pictures, lists.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "archive/reader.hpp"

namespace gongbao::archive {

/// Every word of the document, in printed order. `base_url` stands before the addresses of
/// pictures.
std::string document_content(const core::Document& document, const std::string& base_url);

/// Sections with linked titles. `address` gives a record's absolute address, `notes` HTML that
/// stands behind it.
std::string edition_content(const std::vector<RecordSummary>& records,
                            const std::function<std::string(const RecordSummary&)>& address,
                            const std::function<std::string(const RecordSummary&)>& notes);

}  // namespace gongbao::archive
