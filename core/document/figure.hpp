// SPDX-License-Identifier: Apache-2.0
// A picture printed in a document, and its bytes.
#pragma once

#include <memory>
#include <string>

namespace gongbao::core {

struct Figure {
    std::string digest;  ///< SHA-256 of the picture's bytes; see Document::media
    std::string type;    ///< "image/png", "image/jpeg"
    int width_um = 0;    ///< printed width in micrometres, 0: natural
    int height_um = 0;
    std::string alt;  ///< alternative text
    friend bool operator==(const Figure&, const Figure&) = default;
};

/// A picture's bytes, shared by copies of the document.
struct Media {
    std::string digest;
    std::string type;
    std::shared_ptr<const std::string> bytes;
    friend bool operator==(const Media& a, const Media& b) { return a.digest == b.digest; }
};

}  // namespace gongbao::core
