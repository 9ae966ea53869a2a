// SPDX-License-Identifier: Apache-2.0
// Random bytes that nobody can guess, from OpenSSL's generator: for tokens and salts.
#pragma once

#include <cstddef>
#include <string>

namespace gongbao::core {

/// Throws: Error(Unavailable) where the machine gives none.
std::string random_bytes(std::size_t count);

}  // namespace gongbao::core
