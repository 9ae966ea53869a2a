// SPDX-License-Identifier: Apache-2.0
// The addresses (IRIs) in the canonical XML: of the work itself, and of what its words cite.
//
//   a work             /akn/cn/doc/2022-06-23/川办发-2022-38     AKN-NC 1.0, 4.4; nd without a date
//   a number cited     /akn/cn/doc/2022/川办发-2022-38           its year is all that is known
//   a title cited      urn:gongbao:title:云岭省城市供水办法      as printed inside the 《》
//   an article cited   #art_10                                   of the same text
#pragma once

#include <string>
#include <string_view>

#include "core/document/block.hpp"
#include "core/document/metadata.hpp"

namespace gongbao::core::akn {

/// A path segment of an IRI (RFC 3987, 2.2): Han and unreserved characters stay, others are
/// encoded.
std::string iri_segment(std::string_view text);

std::string work_iri(const Metadata& meta);

/// Of a title with a number behind it: the number's.
std::string citation_iri(const Citation& citation);
/// Requires: `number` is a normal form.
std::string number_iri(const std::string& number);

}  // namespace gongbao::core::akn
