// SPDX-License-Identifier: Apache-2.0
// What is published between editions, each as a revision of its own: relations that become known
// (an event), and further forms of what was issued (a rendition).
#pragma once

#include <cstdint>

#include "archive/issuing.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

/// Both return the new revision, with a warning when the disk failed and it stands all the same.
/// Throws: as Issuing::put_event and Issuing::put_rendition.
std::int64_t publish_event(core::Database& database, const NewEvent& event,
                           core::Diagnostics& warnings);
std::int64_t publish_rendition(core::Database& database, const NewRendition& rendition,
                               core::Diagnostics& warnings);

}  // namespace gongbao::archive
