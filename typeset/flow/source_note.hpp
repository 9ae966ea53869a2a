// SPDX-License-Identifier: Apache-2.0
// The foot of an offprint's last page: where the document stands in the gazette, and the digest of
// its text. The words are the profile's ([offprint] note). Called by lay_out and galley.
#pragma once

#include <string>

#include "core/document/document_fwd.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// The profile's words with citation and digest put in; lines are parted by "|".
std::string source_note(const std::string& citation, const core::Document& document,
                        const Profile& profile);

/// Adds the note in a Sect of its own below `parent`.
void add_source_note(const std::string& words, NodeId parent, Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
