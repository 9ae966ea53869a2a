// SPDX-License-Identifier: Apache-2.0
// Places as an editor reads them, in Chinese, for tests that name them: "表2第3行第1格".
#pragma once

#include <string>

#include "core/report/messages.hpp"

namespace gongbao::tests {

inline std::string worded(const core::Place& place) {
    static const core::Messages kWords = core::Messages::load(
        std::filesystem::path(GONGBAO_SOURCE_DIR) / "templates/messages/zh-CN");
    return kWords.say(place);
}

}  // namespace gongbao::tests
