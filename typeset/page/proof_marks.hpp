// SPDX-License-Identifier: Apache-2.0
// What makes a page a proof: line numbers, 校样 across the page beneath the text, a line that tells
// date and version. All artifacts, from [proof] of the profile.
#pragma once

#include <string>

#include "core/text/date.hpp"
#include "typeset/fonts/font_book.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

/// Which version a proof shows: names of versions are the first digits of their words' digest.
struct ProofVersion {
    core::Date date;        ///< of the proof
    std::string version;    ///< the name of what is shown
    std::string against;    ///< of the version before; without one, as `version`
    bool compared = false;  ///< there is a version before
};

/// Adds them to the pages of `layout`. Blank pages stay blank.
void add_proof_marks(const ProofVersion& shown, const Profile& profile, const FontBook& fonts,
                     Layout& layout);

}  // namespace gongbao::typeset
