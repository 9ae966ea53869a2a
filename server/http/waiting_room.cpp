// SPDX-License-Identifier: Apache-2.0
#include "server/http/waiting_room.hpp"

namespace gongbao::server {

void WaitingRoom::open(int listening) {
    readiness_.add(listening, Readiness::Repeat::Always);
    const std::lock_guard lock(mutex_);
    open_ = true;
}

void WaitingRoom::shut() {
    {
        const std::lock_guard lock(mutex_);
        open_ = false;
    }
    work_came_.notify_all();
    readiness_.wake();
}

void WaitingRoom::clear() {
    const std::lock_guard lock(mutex_);
    for (auto& [descriptor, guest] : guests_) guest->connection.close();
    guests_.clear();
    queue_.clear();
}

void WaitingRoom::enter(Entrant guest) {
    const int descriptor = guest->connection.descriptor();
    const std::lock_guard lock(mutex_);
    guests_[descriptor] = std::move(guest);
    readiness_.add(descriptor, Readiness::Repeat::Once);
}

WaitingRoom::Entrant WaitingRoom::call_up(int descriptor) {
    const std::lock_guard lock(mutex_);
    const auto found = guests_.find(descriptor);
    if (found == guests_.end()) return nullptr;
    Entrant guest = found->second;
    if (queue_.size() >= max_queued_) {
        guests_.erase(found);
        return guest;
    }
    guest->waits = false;
    queue_.push_back(std::move(guest));
    work_came_.notify_one();
    return nullptr;
}

WaitingRoom::Entrant WaitingRoom::next() {
    std::unique_lock lock(mutex_);
    work_came_.wait(lock, [this] { return !queue_.empty() || !open_; });
    if (!open_) return nullptr;
    Entrant guest = queue_.front();
    queue_.pop_front();
    return guest;
}

bool WaitingRoom::somebody_waits() const {
    const std::lock_guard lock(mutex_);
    return !queue_.empty() || !open_;
}

void WaitingRoom::wait_again(Guest& guest, Clock::time_point leaves) {
    const std::lock_guard lock(mutex_);
    guest.leaves = leaves;
    guest.waits = true;
    readiness_.again(guest.connection.descriptor(), guest.connection.is_sending()
                                                        ? Readiness::For::Writing
                                                        : Readiness::For::Reading);
}

void WaitingRoom::leave(Guest& guest) {
    const std::lock_guard lock(mutex_);
    guests_.erase(guest.connection.descriptor());
    guest.connection.close();
}

WaitingRoom::Entrant WaitingRoom::take_idle(const std::string& key) {
    const std::lock_guard lock(mutex_);
    Entrant first;
    for (const auto& [descriptor, guest] : guests_) {
        const bool idle = guest->waits && !guest->pending &&
                          !guest->connection.has_partial_head() && !guest->connection.is_sending();
        if (idle && guest->seat.key() == key && (!first || guest->leaves < first->leaves))
            first = guest;
    }
    if (first) guests_.erase(first->connection.descriptor());
    return first;
}

std::vector<WaitingRoom::Entrant> WaitingRoom::take_late(Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    std::vector<Entrant> late;
    for (const auto& [descriptor, guest] : guests_)
        if (guest->waits && guest->leaves < now) late.push_back(guest);
    for (const Entrant& guest : late) guests_.erase(guest->connection.descriptor());
    return late;
}

int WaitingRoom::count() const {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(guests_.size());
}

}  // namespace gongbao::server
