// SPDX-License-Identifier: Apache-2.0
// The little of a CFF table (Adobe Technical Note 5176) that embedding needs: is the font CID-keyed, in which
// collection, and which CID has each glyph.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::typeset {

struct CffInfo {
    bool cid_keyed = false;
    std::string registry;   ///< "Adobe"
    std::string ordering;   ///< "GB1", "Identity"
    int supplement = 0;
    std::vector<std::uint16_t> cid_of_glyph;  ///< CID-keyed fonts only
};

/// Nothing when the bytes are no CFF table.
std::optional<CffInfo> read_cff(std::string_view table);

}  // namespace gongbao::typeset
