// SPDX-License-Identifier: Apache-2.0
// The documents of a job set as galleys side by side, on several threads, and bound to the issue in
// their order (docs/decisions/0009).
#pragma once

#include <string>
#include <vector>

#include "typeset/flow/composer.hpp"
#include "typeset/page/paginate.hpp"
#include "typeset/press/galley.hpp"
#include "typeset/press/job.hpp"

namespace gongbao::typeset {

/// What a job is set with.
struct PressMeans {
    const Profile& profile;
    const FontBook& fonts;
    GalleyStore* kept = nullptr;  ///< galleys and paragraphs of the settings before, or nothing
    unsigned threads = 1;
};

/// Where the documents came to stand, one an item.
struct SetDocuments {
    std::vector<ItemPages> pages;
    std::vector<NodeId> nodes;  ///< the elements they became
};

/// Adds the pages of all documents to the composer's layout: at least one.
SetDocuments set_documents(const Job& job, const PressMeans& means, Composer& composer);

}  // namespace gongbao::typeset
