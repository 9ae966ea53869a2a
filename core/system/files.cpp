// SPDX-License-Identifier: Apache-2.0
#include "core/system/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "core/report/error.hpp"

namespace gongbao::core {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }
    int release() { return std::exchange(fd_, -1); }

  private:
    int fd_;
};

Error failure(ErrorKind kind, const char* id, const std::filesystem::path& path, int code) {
    return Error(kind, {id, {{"file", path.filename().string()}, {"what", std::strerror(code)}}},
                 path.string() + ": " + std::strerror(code));
}

Error cannot_read(const std::filesystem::path& path, int code) {
    const ErrorKind kind = code == ENOENT ? ErrorKind::NotFound : ErrorKind::Unavailable;
    return failure(kind, "core.cannot_read", path, code);
}

Error cannot_write(const std::filesystem::path& path, int code) {
    return failure(ErrorKind::Unavailable, "core.cannot_write", path, code);
}

void write_all(int fd, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) throw cannot_write(path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::size_t limit) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) throw cannot_read(path, errno);
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) throw cannot_read(path, errno);
    if (S_ISDIR(info.st_mode)) throw cannot_read(path, EISDIR);
    std::string bytes;
    const auto expected = static_cast<std::size_t>(info.st_size);
    const auto too_large = [&] {
        return Error(ErrorKind::TooLarge, {"core.file_too_large",
                                           {{"file", path.filename().string()},
                                            {"limit", std::to_string(limit >> 20)}}});
    };
    if (expected > limit) throw too_large();
    bytes.reserve(expected);
    char buffer[1 << 16];
    for (;;) {
        const ssize_t n = ::read(file.get(), buffer, sizeof buffer);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) throw cannot_read(path, errno);
        if (n == 0) return bytes;
        bytes.append(buffer, static_cast<std::size_t>(n));
        if (bytes.size() > limit) throw too_large();
    }
}

namespace {

// A device or a pipe, such as /dev/stdout, is written into, never replaced by a file.
void write_into(const std::filesystem::path& path, std::string_view bytes) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.get() < 0) throw cannot_write(path, errno);
    try {
        write_all(file.get(), bytes, path);
        if (::close(file.release()) != 0) throw cannot_write(path, errno);
    } catch (const Error& error) {  // part of it may have gone out
        throw Error(error.kind(), {"core.cannot_send", error.for_people().args}, error.what());
    }
}

// A new file beside `path`, under a name that nobody has; `name` becomes it.
int open_beside(const std::filesystem::path& path, ::mode_t mode, std::string& name) {
    const std::string stem = path.string() + "." + std::to_string(::getpid()) + ".";
    constexpr int kMostNames = 1000;
    for (int n = 0; n < kMostNames; ++n) {
        name = stem + std::to_string(n);
        const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
}

// A name stands in its folder for good once that is synced.
void sync_folder_of(const std::filesystem::path& path) {
    const auto parent = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const Descriptor folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0) ::fsync(folder.get());
}

void replace_file(const std::filesystem::path& path, std::string_view bytes) {
    constexpr ::mode_t kPermissions = 0777, kUsual = 0666;
    struct stat former {};
    const bool there = ::stat(path.c_str(), &former) == 0;
    const ::mode_t mode = there ? former.st_mode & kPermissions : kUsual;
    std::string name;
    Descriptor file(open_beside(path, mode, name));
    if (file.get() < 0) throw cannot_write(path, errno);
    try {
        if (there && ::fchmod(file.get(), mode) != 0) throw cannot_write(path, errno);
        write_all(file.get(), bytes, path);
        if (::fsync(file.get()) != 0) throw cannot_write(path, errno);
        if (::close(file.release()) != 0) throw cannot_write(path, errno);
        if (::rename(name.c_str(), path.c_str()) != 0) throw cannot_write(path, errno);
    } catch (...) {
        ::unlink(name.c_str());
        throw;
    }
    sync_folder_of(path);
}

}  // namespace

void put_in_place(const std::filesystem::path& from, const std::filesystem::path& to) {
    try {
        Descriptor file(::open(from.c_str(), O_RDWR | O_CLOEXEC));
        if (file.get() < 0 || ::fsync(file.get()) != 0) throw cannot_write(to, errno);
        if (::rename(from.c_str(), to.c_str()) != 0) throw cannot_write(to, errno);
    } catch (...) {
        ::unlink(from.c_str());
        throw;
    }
    sync_folder_of(to);
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::error_code none;
    const std::filesystem::file_status status = std::filesystem::status(path, none);
    if (std::filesystem::exists(status) && std::filesystem::is_other(status))
        return write_into(path, bytes);
    // A link stays one: the file it names is replaced.
    const bool link = std::filesystem::is_symlink(path, none);
    const std::filesystem::path named = link ? std::filesystem::canonical(path, none) : path;
    replace_file(named.empty() ? path : named, bytes);
}

void make_private_folder(const std::filesystem::path& path) {
    std::error_code failed;
    // "var/" names the folder "var".
    const std::filesystem::path folder = path.has_filename() ? path : path.parent_path();
    if (folder.has_parent_path()) std::filesystem::create_directories(folder.parent_path(), failed);
    if (!failed && ::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        failed.assign(errno, std::generic_category());
    if (!failed && !std::filesystem::is_directory(folder, failed) && !failed)
        failed = std::make_error_code(std::errc::not_a_directory);
    if (failed) throw cannot_write(path, failed.value());
}

void make_private_file(const std::filesystem::path& path) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.get() < 0 && errno != EEXIST) throw cannot_write(path, errno);
}

}  // namespace gongbao::core
