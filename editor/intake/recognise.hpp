// SPDX-License-Identifier: Apache-2.0
// Turns raw paragraphs into the elements of an official document: title, number, addressees,
// levels, articles, annexes, signature, date. Decides by wording and layout together; what stays
// uncertain is decided conservatively (as a plain paragraph) and reported.
#pragma once

#include "core/document/document.hpp"
#include "core/report/diagnostic.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// The Document of `raw`, ids assigned, with every word of `raw` in its place and order.
/// Writes: to `findings`.
core::Document recognise(const RawDocument& raw, core::Diagnostics& findings);

}  // namespace gongbao::editor
