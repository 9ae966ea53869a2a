// SPDX-License-Identifier: Apache-2.0
// The page of what has come in, with what became of the files just handed in. Shared by
// inbox_page.cpp and hand_in.cpp.
#pragma once

#include "office/work.hpp"

namespace gongbao::office {

server::Response inbox(const Work& work, const server::View& outcomes, int status);

}  // namespace gongbao::office
