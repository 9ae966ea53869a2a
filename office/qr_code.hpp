// SPDX-License-Identifier: Apache-2.0
// A QR code (ISO/IEC 18004) as a picture that stands in a page. The door to libqrencode.
#pragma once

#include <string>

namespace gongbao::office {

/// An <svg> of `text` with a name for who does not see it, both escaped; "" when it is too long for
/// a QR code.
std::string qr_code_svg(const std::string& text, const std::string& name);

}  // namespace gongbao::office
