// SPDX-License-Identifier: Apache-2.0
// What is bound before and behind the documents: cover, contents, imprint, in the profile's order.
#pragma once

#include <vector>

#include "typeset/flow/composer.hpp"
#include "typeset/flow/front_matter.hpp"
#include "typeset/press/job.hpp"

namespace gongbao::typeset {

struct BoundPart {
    IssuePart part = IssuePart::Body;
    NodeId node = kArtifact;
};

/// The parts of `job` before the documents, each with its element, which comes before theirs.
std::vector<BoundPart> front_parts(const Job& job, const Profile& profile, Layout& layout);

/// Sets `parts` and puts their pages before those there; the layout's targets move with these.
/// `entries`: of the contents. Returns how many pages were put there.
std::size_t set_front(const std::vector<BoundPart>& parts, const Job& job,
                      const std::vector<ContentsEntry>& entries, Composer& composer);

/// Sets the parts behind the documents.
void set_back(const Job& job, const std::vector<ContentsEntry>& entries, Composer& composer);

}  // namespace gongbao::typeset
