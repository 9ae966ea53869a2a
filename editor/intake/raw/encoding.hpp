// SPDX-License-Identifier: Apache-2.0
// The bytes of a text or HTML file as UTF-8. Called by the text and HTML readers and for canonical
// XML.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::editor {

struct DecodedText {
    std::string text;      ///< valid UTF-8 without byte order mark
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"
};

/// The text of `bytes`: by byte order mark, else as UTF-8 when it is valid, else by `declared` (the
/// charset an HTML page names, may be empty), else as GB18030 when the bytes really are.
/// Conversion is strict: one byte sequence without a character refuses the encoding.
/// Throws: Error(Invalid) when no encoding fits.
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

/// The charset that an HTML page declares in its first bytes, or empty.
std::string declared_charset(std::string_view html);

}  // namespace gongbao::editor
