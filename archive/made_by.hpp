// SPDX-License-Identifier: Apache-2.0
// What an edition's line `made_by` says: the program that set it, who decided that a document
// is published although marks on it bar that, and who accepted what else preflight found. The
// manifest covers the line, so that no such decision can be taken back or added later. Written by
// the desk, read by the command line; the public pages show the program only.
//
//   made_by  = program *( "; disclosed " record " by " quoted " because " quoted *finding )
//              *( "; accepted " id " of " record " by " quoted " because " quoted )
//   finding  = " despite " id " at " quoted " reading " quoted
//   quoted   = '"' *( any character but " and \ | '\"' | '\\' ) '"'
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report/place.hpp"

namespace gongbao::archive {

/// A finding that was overridden.
struct Overridden {
    std::string id;  ///< of the finding: "disclosure.secret"
    core::Place place;
    std::string excerpt;  ///< the words concerned
    friend bool operator==(const Overridden&, const Overridden&) = default;
};

/// A person's decision on one record.
struct Disclosed {
    std::string record;  ///< "2026-8-3"
    std::string by;      ///< name of the person
    std::string reason;
    std::vector<Overridden> findings;
    friend bool operator==(const Disclosed&, const Disclosed&) = default;
};

/// A finding that somebody accepted.
struct Accepted {
    std::string id;      ///< of the finding: "typeset.glyph_missing"
    std::string record;  ///< "2026-8-3", or "2026-8" where it is about the whole edition
    std::string by;      ///< name of the person
    std::string reason;
    friend bool operator==(const Accepted&, const Accepted&) = default;
};

struct MadeBy {
    std::string program;
    std::vector<Disclosed> disclosed;
    std::vector<Accepted> accepted = {};
};

/// The line of `made`. Line ends in its words become spaces.
std::string made_by_line(const MadeBy& made);
/// The other way; what does not follow the grammar stays in `program`.
MadeBy read_made_by(std::string_view line);

}  // namespace gongbao::archive
