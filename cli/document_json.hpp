// SPDX-License-Identifier: Apache-2.0
// A document and its findings as JSON, for `--json`. Form: docs/commands.md, "JSON".
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/document/document_fwd.hpp"
#include "core/report/diagnostic.hpp"
#include "core/report/messages.hpp"

namespace gongbao::cli {

using Json = nlohmann::ordered_json;

/// {title, number, issuers, dates, addressees, signature, …, blocks: [{role, text, id, label?}],
/// annexes}. `blocks` holds every line of the document once, in printed order, annexes included.
Json document_json(const core::Document& document);
/// [{id, level, place, message, excerpt?}]
Json findings_json(const core::Diagnostics& findings, const core::Messages& words);

/// On standard output: on one line, or indented for reading.
void print_json(const Json& json, bool one_line = false);

}  // namespace gongbao::cli
