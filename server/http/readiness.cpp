// SPDX-License-Identifier: Apache-2.0
#include "server/http/readiness.hpp"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstring>

#include "core/report/error.hpp"

namespace gongbao::server {

Readiness::Readiness() : epoll_(epoll_create1(EPOLL_CLOEXEC)), bell_(eventfd(0, EFD_CLOEXEC)) {
    if (epoll_ < 0 || bell_ < 0)
        throw core::Error(core::ErrorKind::Unavailable, {"server.no_descriptors", {}},
                          std::strerror(errno));
    add(bell_, Repeat::Always);
}

Readiness::~Readiness() {
    ::close(epoll_);
    ::close(bell_);
}

void Readiness::add(int descriptor, Repeat repeat) {
    epoll_event event{};
    event.events = EPOLLIN | (repeat == Repeat::Once ? EPOLLONESHOT | EPOLLRDHUP : 0U);
    event.data.fd = descriptor;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event);
}

void Readiness::again(int descriptor, For what) {
    epoll_event event{};
    event.events = (what == For::Reading ? EPOLLIN | EPOLLRDHUP : EPOLLOUT) | EPOLLONESHOT;
    event.data.fd = descriptor;
    epoll_ctl(epoll_, EPOLL_CTL_MOD, descriptor, &event);
}

std::vector<int> Readiness::wait(std::chrono::milliseconds limit) {
    std::array<epoll_event, 256> events;
    const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()),
                                 static_cast<int>(limit.count()));
    std::vector<int> ready;
    for (int i = 0; i < count; ++i) {
        const int descriptor = events[static_cast<std::size_t>(i)].data.fd;
        if (descriptor != bell_) ready.push_back(descriptor);
    }
    return ready;
}

void Readiness::wake() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(bell_, &one, sizeof one);
}

}  // namespace gongbao::server
