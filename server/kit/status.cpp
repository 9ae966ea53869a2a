// SPDX-License-Identifier: Apache-2.0
#include "server/kit/status.hpp"

namespace gongbao::server {

int status_of(core::ErrorKind kind) {
    switch (kind) {
        case core::ErrorKind::NotFound: return 404;
        case core::ErrorKind::Invalid: return 400;
        case core::ErrorKind::Conflict: return 409;
        case core::ErrorKind::Forbidden: return 403;
        case core::ErrorKind::TooLarge: return 413;
        case core::ErrorKind::Corrupt: return 500;
        case core::ErrorKind::Unavailable: return 503;
    }
    return 500;
}

}  // namespace gongbao::server
