// SPDX-License-Identifier: Apache-2.0
// What a 题注 or the sentence of an order tells of the making of a text: 2020年11月20日…通过,
// …令第4号公布, 根据…修正. Used by dates.
#pragma once

#include <string_view>
#include <vector>

#include "core/text/date.hpp"

namespace gongbao::editor {

struct Deed {
    enum class Kind {
        Adopted,      ///< 通过
        Approved,     ///< 批准
        Promulgated,  ///< 公布, 发布
        Revised,      ///< 修订 as a whole; 修订通过 is both
        Amended,      ///< 修正, or 修订 根据…的决定
    };
    Kind kind;
    core::Date date;
    friend bool operator==(const Deed&, const Deed&) = default;
};

/// The deeds that `text` dates, in order. Those of another norm (…通过的《…》) are left out, and
/// those whose date does not stand right before them in their clause.
std::vector<Deed> deeds_of(std::string_view text);

}  // namespace gongbao::editor
