// SPDX-License-Identifier: Apache-2.0
// The Word reader: a .docx (ECMA-376, WordprocessingML, transitional or strict; also as WPS writes
// it) becomes raw paragraphs, tables and figures.
//
//   open the package → parse its parts → styles, numbering, notes → walk the body once
//
// What is read, what is left out and how each is reported: docs/formats.md, "what is read of a
// docx". Called by editor/intake/intake.cpp.
#pragma once

#include "core/report/diagnostic.hpp"
#include "editor/intake/raw/manuscript.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// The words of `manuscript` as Word would print them, automatic numbers and notes included, with
/// tracked insertions and without tracked deletions.
/// Writes: to `findings`; each unresolved change is an error there.
/// Throws: Error(Invalid) when it is no docx, is damaged, encrypted or without any words,
/// (TooLarge) beyond `limits`.
RawDocument read_docx(const Manuscript& manuscript, const IntakeLimits& limits,
                      core::Diagnostics& findings);

}  // namespace gongbao::editor
