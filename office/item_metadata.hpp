// SPDX-License-Identifier: Apache-2.0
// What is known of a text, as rows of a table: those that a gazette prints are there even when
// nothing was recognised, so that a gap is seen.
#pragma once

#include "core/document/metadata.hpp"
#include "office/work.hpp"

namespace gongbao::office {

server::View metadata_view(const Work& work, const core::Metadata& meta);

}  // namespace gongbao::office
