// SPDX-License-Identifier: Apache-2.0
// Reads the canonical XML that write_akn wrote. The pictures' bytes are not in the XML: `media`
// comes back with digests and types, and the caller fills in the bytes by digest.
#pragma once

#include <string_view>

#include "core/document/document.hpp"

namespace gongbao::core {

/// Throws: Error(Invalid) naming line and element for XML that is not well-formed, declares a
/// DTD, or is not of write_akn's form; never loses words silently.
Document read_akn(std::string_view xml);

}  // namespace gongbao::core
