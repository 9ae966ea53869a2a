// SPDX-License-Identifier: Apache-2.0
#include "office/offices.hpp"

#include <sys/stat.h>

#include <utility>

#include "core/report/error.hpp"

namespace gongbao::office {
namespace {

/// Which file it is; "" for none.
std::string which_file(const std::filesystem::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) return {};
    return std::to_string(found.st_dev) + ":" + std::to_string(found.st_ino);
}

/// The same, and what was last written to it.
std::string which_version(const std::filesystem::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) return {};
    return which_file(file) + ":" + std::to_string(found.st_size) + ":" +
           std::to_string(found.st_mtim.tv_sec) + "." + std::to_string(found.st_mtim.tv_nsec);
}

}  // namespace

Offices::Offices(editor::DataFolder data, typeset::Resources resources)
    : data_(std::move(data)), resources_(std::move(resources)) {
    idle_.push_back(open());
    idle_files_ = files();
}

std::string Offices::files() const {
    return which_file(data_.desk()) + " " + which_file(data_.archive()) + " " +
           which_version(data_.gazette());
}

std::unique_ptr<editor::Office> Offices::open() const {
    return std::make_unique<editor::Office>(editor::Office::open(data_, resources_));
}

Offices::Lent Offices::borrow() {
    // A desk that is away must not be made anew, empty, by who asks for it.
    if (which_file(data_.desk()).empty() || which_file(data_.archive()).empty())
        throw core::Error(core::ErrorKind::Unavailable, {"office.files_gone", {}},
                          data_.path.string());
    std::string now = files();
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(mutex_);
        if (idle_files_ != now) {
            idle_.clear();
            ++generation_;
            idle_files_ = std::move(now);
        }
        generation = generation_;
        if (!idle_.empty()) {
            editor::Office* office = idle_.back().release();
            idle_.pop_back();
            return Lent(office, Return{this, generation});
        }
    }
    return Lent(open().release(), Return{this, generation});
}

void Offices::Return::operator()(editor::Office* office) const {
    std::unique_ptr<editor::Office> returned(office);
    const std::lock_guard lock(offices->mutex_);
    if (offices->generation_ == generation) offices->idle_.push_back(std::move(returned));
}

}  // namespace gongbao::office
