// SPDX-License-Identifier: Apache-2.0
#include "server/kit/page_cache.hpp"

namespace gongbao::server {

std::shared_ptr<const Prepared> PageCache::find(std::int64_t revision, const std::string& address) {
    const std::lock_guard lock(mutex_);
    move_to(revision);
    const auto found = by_address_.find(address);
    if (found == by_address_.end()) {
        const auto large = large_.find(address);
        return large == large_.end() ? nullptr : large->second.lock();
    }
    pages_.splice(pages_.begin(), pages_, found->second);
    return found->second->page;
}

void PageCache::keep(std::int64_t revision, const std::string& address,
                     std::shared_ptr<const Prepared> page) {
    const std::lock_guard lock(mutex_);
    if (page->size() > capacity_ / 4) {
        std::erase_if(large_, [](const auto& one) { return one.second.expired(); });
        if (revision == revision_) large_[address] = page;
        return;
    }
    if (revision != revision_ || by_address_.contains(address)) return;
    bytes_ += page->size() + address.size();
    pages_.push_front({address, std::move(page)});
    by_address_[address] = pages_.begin();
    make_room();
}

std::size_t PageCache::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

void PageCache::move_to(std::int64_t revision) {
    if (revision == revision_) return;
    revision_ = revision;
    by_address_.clear();
    large_.clear();
    pages_.clear();
    bytes_ = 0;
}

void PageCache::make_room() {
    while (bytes_ > capacity_ && !pages_.empty()) {
        const Kept& oldest = pages_.back();
        bytes_ -= oldest.page->size() + oldest.address.size();
        by_address_.erase(oldest.address);
        pages_.pop_back();
    }
}

}  // namespace gongbao::server
