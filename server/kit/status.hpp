// SPDX-License-Identifier: Apache-2.0
// The HTTP status of each kind of error.
#pragma once

#include "core/report/error.hpp"

namespace gongbao::server {

int status_of(core::ErrorKind kind);

}  // namespace gongbao::server
