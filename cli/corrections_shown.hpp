// SPDX-License-Identifier: Apache-2.0
// That a published text is corrected, on the terminal. Used by search, show and extract.
#pragma once

#include <iosfwd>

#include "archive/reader.hpp"
#include "cli/context.hpp"

namespace gongbao::cli {

/// A line for each correction of the text, and for each text it corrects.
void show_corrections(std::ostream& out, const archive::RecordSummary& record,
                      const Context& context);

}  // namespace gongbao::cli
