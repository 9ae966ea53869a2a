// SPDX-License-Identifier: Apache-2.0
// Characters of symbol fonts (Symbol, Wingdings, Wingdings 2) as Unicode. These fonts keep their
// signs in the private use area, where another font shows nothing. Called for w:sym and bullets.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongbao::editor::docx {

/// The Unicode character that looks the same; a code outside of the private use area is itself.
/// Nothing when the sign is not known.
std::optional<char32_t> symbol_in_unicode(std::string_view font, char32_t code);

/// The text of a bullet (w:lvlText of a w:numFmt "bullet"); "•" for a sign that is not known.
std::string bullet_text(std::string_view font, std::string_view text);

}  // namespace gongbao::editor::docx
