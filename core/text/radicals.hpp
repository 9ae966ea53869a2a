// SPDX-License-Identifier: Apache-2.0
// Radicals of dictionaries that look like characters: ⽇ (U+2F47) is not 日. They come out of PDF
// files and are found by nobody who types the character. Called by intake, which reports them, and
// by search.
#pragma once

namespace gongbao::core {

/// The unified ideograph that looks like a radical of U+2E80–2EF3 or U+2F00–2FD5; any other
/// character is itself. Source: Unicode 15, EquivalentUnifiedIdeograph. For comparing, never for
/// stored text.
char32_t unified_radical(char32_t c);

}  // namespace gongbao::core
