// SPDX-License-Identifier: Apache-2.0
// Days of effect in the wording of a document: 自2022年5月1日起施行, 自公布之日起施行, 有效期至…, 有效期5年,
// 2020年11月20日…通过, …公布. Shapes of reference: 规章制定程序条例 art. 30 and practice. Used by metadata.
#pragma once

#include <optional>
#include <string_view>

#include "core/date.hpp"

namespace gongbao::editor {

/// A day that a text fixes: a date, or the day of its own publication.
struct Term {
    std::optional<core::Date> date;
    bool from_publication = false;  ///< 自公布之日起, 自印发之日起
};

/// When the text says that it (not another document it cites) takes effect.
std::optional<Term> effective_term(std::string_view text);

/// Until when it says it is valid: a date, or years from the day of effect.
struct Validity {
    std::optional<core::Date> until;
    int years = 0;
};
std::optional<Validity> validity_of(std::string_view text);

/// The date before `verb` (通过, 公布, 发布) in a 题注 or an order; the last such date.
std::optional<core::Date> date_before(std::string_view text, std::string_view verb);

}  // namespace gongbao::editor
