// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/reading.hpp"

#include <utility>

#include "core/text/text.hpp"

namespace gongbao::editor::docx {

void Reading::report(core::Level level, const core::Place& place, const std::string& id,
                     std::map<std::string, std::string> args, std::string_view words) const {
    findings.push_back(
        {level, place, {"docx." + id, std::move(args)}, core::excerpt(core::trim(words))});
}

}  // namespace gongbao::editor::docx
