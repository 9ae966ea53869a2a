// SPDX-License-Identifier: Apache-2.0
#include "server/site/readers.hpp"

#include <sys/stat.h>

#include <chrono>

#include "core/report/error.hpp"
#include "core/system/digest.hpp"

namespace gongbao::server {
namespace {

/// File systems stamp writes by a clock that ticks every few milliseconds: two writes within a tick
/// look like one. A file untouched for this long has no such second write.
constexpr std::int64_t kSettled = 1'000'000'000;

std::int64_t nanoseconds_now() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

/// The first 15 digits of the SHA-256.
std::int64_t number_of(const std::string& identity) {
    return std::stoll(core::sha256_hex(identity).substr(0, 15), nullptr, 16);
}

}  // namespace

Readers::Readers(std::filesystem::path file) : file_(std::move(file)) {
    const std::uint64_t inode = file_state().inode;
    idle_.push_back(open());
    idle_file_ = inode;
}

std::unique_ptr<archive::Archive> Readers::open() const {
    return archive::open_archive(file_);
}

Readers::Lent Readers::borrow() {
    const std::uint64_t inode = file_state().inode;
    // A file that is away is the site's trouble, not the reader's wrong address.
    if (inode == 0)
        throw core::Error(core::ErrorKind::Unavailable, {"server.archive_gone", {}},
                          file_.string());
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(mutex_);
        if (idle_file_ != inode) give_up_idle();
        idle_file_ = inode;
        generation = generation_;
        if (!idle_.empty()) {
            archive::Archive* archive = idle_.back().release();
            idle_.pop_back();
            return Lent(archive, Return{this, generation});
        }
    }
    return Lent(open().release(), Return{this, generation});
}

void Readers::give_up_idle() {
    idle_.clear();
    ++generation_;
}

void Readers::Return::operator()(archive::Archive* archive) const {
    std::unique_ptr<archive::Archive> returned(archive);
    const std::lock_guard lock(readers->mutex_);
    if (readers->generation_ == generation) readers->idle_.push_back(std::move(returned));
}

std::int64_t Readers::state() {
    // The file is looked at before the archive: a write in between makes the next call ask again.
    const FileState file = file_state();
    const std::int64_t age = nanoseconds_now() - file.written;
    {
        const std::lock_guard lock(mutex_);
        if (file == known_ && age > kSettled) return known_state_;
        if (file != seen_) give_up_idle();
        seen_ = file;
    }
    const std::int64_t state = number_of(borrow()->identity() + " " + std::to_string(file.inode));
    const std::lock_guard lock(mutex_);
    known_ = file;
    known_state_ = state;
    return state;
}

Readers::FileState Readers::file_state() const {
    struct stat found {};
    if (::stat(file_.c_str(), &found) != 0) return {};
    return {static_cast<std::uint64_t>(found.st_ino), static_cast<std::int64_t>(found.st_size),
            std::int64_t{found.st_mtim.tv_sec} * 1'000'000'000 + found.st_mtim.tv_nsec};
}

}  // namespace gongbao::server
