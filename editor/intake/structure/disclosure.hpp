// SPDX-License-Identifier: Apache-2.0
// Marks that forbid a document to the public: secrecy, closed openness, 内部, a draft. All that
// came in is looked at, text, tables, notes, running heads, watermarks, fields of a page, the
// file's name, because review comes before publication (政府信息公开条例, art. 17; 保守国家秘密法).
// A finding of level Error bars publishing until a named person decides otherwise
// (editor/desk/press/disclosure_bar.hpp); what is doubtful is a warning. Called by intake, and by
// the desk before it publishes.
#pragma once

#include <string_view>

#include "core/document/document_fwd.hpp"
#include "core/report/diagnostic.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// Judges a manuscript just recognised. Reads: findings on hidden words. Writes: the metadata's
/// openness, the strictest that anything says, and findings.
void judge_disclosure(const RawDocument& raw, core::Document& document,
                      core::Diagnostics& findings);

/// Judges a document by itself, one taken in as canonical XML or kept by an older program. Places
/// are its paragraphs, counted.
core::Diagnostics disclosure_findings(const core::Document& document, std::string_view file_name);

/// Is it a finding of this file?
bool is_disclosure(const core::Diagnostic& finding);

}  // namespace gongbao::editor
