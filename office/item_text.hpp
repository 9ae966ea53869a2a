// SPDX-License-Identifier: Apache-2.0
// The text of a version as readers will see it, each finding beside the line it concerns; what is
// found of the whole, or of words that stand on no line, above it.
#pragma once

#include <string>

#include "core/document/document.hpp"
#include "core/report/diagnostic.hpp"
#include "office/work.hpp"

namespace gongbao::office {

struct ItemText {
    std::string title_html;
    std::string text_html;
    server::View findings;  ///< that stand beside no line
};

/// `media`: what stands before a picture's digest in its address.
ItemText item_text(const Work& work, const core::Document& document,
                   const core::Diagnostics& findings, const std::string& media);

}  // namespace gongbao::office
