// SPDX-License-Identifier: Apache-2.0
#include "server/http/content.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/report/check.hpp"
#include "core/report/error.hpp"

namespace gongbao::server {
namespace {

constexpr std::int64_t kWindow = 256 * 1024;  ///< bytes looked through at once

[[noreturn]] void fail(const char* what) {
    throw core::Error(core::ErrorKind::Unavailable, {"server.no_room_for_content", {}},
                      std::string(what) + ": " + std::strerror(errno));
}

std::filesystem::path folder_of(const SpoolSettings& settings) {
    if (!settings.folder.empty()) return settings.folder;
    std::error_code failed;  // a wrong TMPDIR shows when the file is opened
    auto folder = std::filesystem::temp_directory_path(failed);
    return failed ? std::filesystem::path("/tmp") : folder;
}

// O_TMPFILE makes a file that never has a name; file systems without it get one for an instant.
int open_nameless(const std::filesystem::path& folder) {
    const int nameless =
        ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, S_IRUSR | S_IWUSR);
    if (nameless >= 0) return nameless;
    std::string name = (folder / "gongbao-XXXXXX").string();
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named < 0) fail("spool file");
    ::unlink(name.c_str());
    return named;
}

}  // namespace

class Content::Store {
  public:
    Store() = default;
    explicit Store(std::string bytes) : bytes_(std::move(bytes)) {}
    ~Store() {
        if (file_ < 0) return;
        ::close(file_);
        room_->give_back(written_);
    }
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    void append(std::string_view bytes, const std::shared_ptr<SpoolRoom>& room) {
        const auto held = static_cast<std::int64_t>(bytes_.size() + bytes.size());
        if (file_ < 0 && held <= room->settings().in_memory) {
            bytes_ += bytes;
            return;
        }
        if (file_ < 0) {
            file_ = open_nameless(folder_of(room->settings()));
            room_ = room;
            write(bytes_);
            bytes_ = {};
        }
        write(bytes);
    }

    std::string read(std::int64_t offset, std::int64_t length) const {
        if (file_ < 0)
            return bytes_.substr(static_cast<std::size_t>(offset),
                                 static_cast<std::size_t>(length));
        std::string bytes(static_cast<std::size_t>(length), '\0');
        for (std::int64_t done = 0; done < length;) {
            const auto count = ::pread(file_, bytes.data() + done,
                                       static_cast<std::size_t>(length - done), offset + done);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) fail("read of a spool file");
            done += count;
        }
        return bytes;
    }

  private:
    void write(std::string_view bytes) {
        const auto size = static_cast<std::int64_t>(bytes.size());
        if (!room_->take(size)) {
            errno = EDQUOT;
            fail("all spool files together");
        }
        written_ += size;
        while (!bytes.empty()) {
            const auto count = ::write(file_, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) fail("write of a spool file");
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }

    std::string bytes_;
    int file_ = -1;
    std::int64_t written_ = 0;
    std::shared_ptr<SpoolRoom> room_;
};

Content::Content(std::string bytes) {
    size_ = static_cast<std::int64_t>(bytes.size());
    store_ = std::make_shared<const Store>(std::move(bytes));
}

std::string Content::read(std::int64_t offset, std::int64_t length) const {
    GONGBAO_CHECK(offset >= 0 && length >= 0 && offset + length <= size_);
    return length == 0 ? std::string() : store_->read(begin_ + offset, length);
}

Content Content::part(std::int64_t offset, std::int64_t length) const {
    GONGBAO_CHECK(offset >= 0 && length >= 0 && offset + length <= size_);
    Content part = *this;
    part.begin_ += offset;
    part.size_ = length;
    return part;
}

std::int64_t Content::find(std::string_view bytes, std::int64_t from) const {
    const auto wanted = static_cast<std::int64_t>(bytes.size());
    while (from + wanted <= size_) {
        const std::string window = read(from, std::min(kWindow + wanted, size_ - from));
        const std::size_t at = window.find(bytes);
        if (at != std::string::npos) return from + static_cast<std::int64_t>(at);
        from += static_cast<std::int64_t>(window.size()) - wanted + 1;
    }
    return -1;
}

bool SpoolRoom::take(std::int64_t bytes) {
    if (on_disk_.fetch_add(bytes) + bytes <= settings_.on_disk) return true;
    on_disk_ -= bytes;
    return false;
}

Spool::Spool(std::shared_ptr<SpoolRoom> room)
    : room_(std::move(room)), store_(std::make_shared<Content::Store>()) {}

void Spool::append(std::string_view bytes) {
    store_->append(bytes, room_);
    size_ += static_cast<std::int64_t>(bytes.size());
}

Content Spool::finish() {
    Content content;
    content.store_ = std::move(store_);
    content.size_ = size_;
    return content;
}

}  // namespace gongbao::server
