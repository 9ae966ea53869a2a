// SPDX-License-Identifier: Apache-2.0
// The parts of a <ruby>: which reading stands over which characters (HTML Living Standard, 4.5.10).
// Used by the HTML reader.
#pragma once

#include <gumbo.h>

#include <vector>

namespace gongbao::editor::html {

/// A stretch of a <ruby>: nodes of the base, and the <rt> over them.
struct RubyPart {
    std::vector<const GumboNode*> base;  ///< empty where a reading has nothing to stand over
    const GumboNode* reading = nullptr;  ///< null where the base has none
};

/// The parts of `ruby` in printed order: 漢 hàn 字 zì, whether each base is followed by its reading
/// or all bases by all readings. One reading for several bases stands over all of them. Where they
/// do not pair up, the bases come first, then the readings alone. <rp> is left out.
std::vector<RubyPart> ruby_parts(const GumboNode& ruby);

}  // namespace gongbao::editor::html
