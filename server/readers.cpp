// SPDX-License-Identifier: Apache-2.0
#include "server/readers.hpp"

namespace gongbao::server {

Readers::Readers(std::filesystem::path file) : file_(std::move(file)) { borrow(); }

Readers::Lent Readers::borrow() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            archive::Archive* archive = idle_.back().release();
            idle_.pop_back();
            return Lent(archive, Return{this});
        }
    }
    auto opened = std::make_unique<archive::Archive>(
        archive::Archive::open(file_, archive::Archive::Mode::ReadOnly));
    return Lent(opened.release(), Return{this});
}

void Readers::Return::operator()(archive::Archive* archive) const {
    std::unique_ptr<archive::Archive> returned(archive);
    const std::lock_guard lock(readers->mutex_);
    readers->idle_.push_back(std::move(returned));
}

}  // namespace gongbao::server
