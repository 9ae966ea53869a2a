// SPDX-License-Identifier: Apache-2.0
#include "core/system/random.hpp"

#include <openssl/rand.h>

#include "core/report/error.hpp"

namespace gongbao::core {

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
        throw Error(ErrorKind::Unavailable, {"core.no_randomness", {}}, "RAND_bytes");
    return bytes;
}

}  // namespace gongbao::core
