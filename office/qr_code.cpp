// SPDX-License-Identifier: Apache-2.0
#include "office/qr_code.hpp"

#include <qrencode.h>

#include <memory>

#include "core/xml/escape.hpp"

namespace gongbao::office {
namespace {

constexpr int kQuiet = 4;  ///< modules of white around it, as the standard asks

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

/// The dark modules, a run of a row at a time.
std::string path_of(const QRcode& code) {
    std::string path;
    for (int y = 0; y < code.width; ++y) {
        for (int x = 0; x < code.width;) {
            const auto dark = [&](int at) { return (code.data[y * code.width + at] & 1) != 0; };
            int end = x;
            while (end < code.width && dark(end)) ++end;
            if (end > x)
                path += "M" + std::to_string(x + kQuiet) + " " + std::to_string(y + kQuiet) + "h" +
                        std::to_string(end - x) + "v1H" + std::to_string(x + kQuiet) + "z";
            x = end > x ? end : x + 1;
        }
    }
    return path;
}

}  // namespace

std::string qr_code_svg(const std::string& text, const std::string& name) {
    const std::unique_ptr<QRcode, Free> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M));
    if (!code) return {};
    const std::string size = std::to_string(code->width + 2 * kQuiet);
    return "<svg class=\"qr\" role=\"img\" aria-label=\"" + core::escape_html(name) +
           "\" viewBox=\"0 0 " + size + " " + size + "\" width=\"200\" height=\"200\">" +
           "<path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/><path fill=\"#000\" d=\"" +
           path_of(*code) + "\"/></svg>";
}

}  // namespace gongbao::office
