// SPDX-License-Identifier: Apache-2.0
// The fields of the page that a document came on: 发文字号, 成文日期, 有效期 … Used by metadata and
// dates.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "core/report/diagnostic.hpp"
#include "core/text/date.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// The value of the first field with one of `labels` that has one, or empty.
std::string field(const RawDocument& raw, std::initializer_list<const char*> labels);

/// The whole of such a value as a date, also with the time of day behind it (2019-02-15 17:30).
std::optional<core::Date> date_of_field(const std::string& value);
/// The date in the first field with one of `labels`. A value that is none, but for a dash or 无,
/// gives nothing. Writes: to `findings`, for such a value.
std::optional<core::Date> date_field(const RawDocument& raw,
                                     std::initializer_list<const char*> labels,
                                     core::Diagnostics& findings);

/// Says that nothing could be made of a field's value.
void report_field(const RawDocument& raw, std::initializer_list<const char*> labels,
                  core::Diagnostics& findings);

}  // namespace gongbao::editor
