// SPDX-License-Identifier: Apache-2.0
// Why a page ends where it does, and its lines with their reasons. Made only when a job asks for it
// (Job::explain); written out by explain.hpp.
#pragma once

#include <memory>
#include <vector>

#include "core/report/message.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/profile/profile.hpp"
#include "typeset/text/line_reason.hpp"

namespace gongbao::typeset {

struct PageReason {
    std::vector<std::shared_ptr<const LineReason>> lines;  ///< in printed order
    std::vector<core::Message> end;
};

/// Why the page before box `next` ends there. `left`: white space at its foot, notes taken off;
/// `notes`: their height.
std::vector<core::Message> explain_page_end(const std::vector<Box>& boxes, std::size_t next,
                                            Length left, Length notes, const Profile& profile);

}  // namespace gongbao::typeset
