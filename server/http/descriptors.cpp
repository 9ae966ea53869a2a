// SPDX-License-Identifier: Apache-2.0
#include "server/http/descriptors.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace gongbao::server {
namespace {

constexpr rlim_t kMost = 1'000'000;  ///< an unlimited hard limit is no reason to ask for all

int open_reserve() {
    return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

}  // namespace

int raise_descriptor_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1'024;
    const rlimit raised{std::max(limit.rlim_cur, std::min(limit.rlim_max, kMost)), limit.rlim_max};
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
    return static_cast<int>(std::min(limit.rlim_cur, kMost));
}

ReserveDescriptor::ReserveDescriptor() : descriptor_(open_reserve()) {}
ReserveDescriptor::~ReserveDescriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

bool ReserveDescriptor::turn_one_away(int listening) {
    if (descriptor_ >= 0) ::close(descriptor_);
    const int accepted = ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (accepted >= 0) ::close(accepted);
    descriptor_ = open_reserve();
    return accepted >= 0;
}

}  // namespace gongbao::server
