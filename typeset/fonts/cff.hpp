// SPDX-License-Identifier: Apache-2.0
// The little of a CFF table (Adobe Technical Note 5176) that embedding needs: is the font
// CID-keyed, in which collection, which CID has each glyph; and giving the glyphs other CIDs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::typeset {

struct CffInfo {
    bool cid_keyed = false;
    std::string registry;  ///< "Adobe"
    std::string ordering;  ///< "GB1", "Identity"
    int supplement = 0;
    std::vector<std::uint16_t> cid_of_glyph;  ///< CID-keyed fonts only
};

/// Nothing when the bytes are no CFF table.
std::optional<CffInfo> read_cff(std::string_view table);

/// The CID-keyed font `table` with a charset of `cids`, one for each glyph but .notdef, in glyph
/// order. Requires: a table whose Top DICT writes the charset's offset in five bytes, as HarfBuzz
/// does; nothing otherwise.
std::optional<std::string> with_cids(std::string table, const std::vector<std::uint16_t>& cids);

}  // namespace gongbao::typeset
