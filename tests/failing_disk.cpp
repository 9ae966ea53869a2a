// SPDX-License-Identifier: Apache-2.0
#include "tests/failing_disk.hpp"

#include <signal.h>
#include <unistd.h>

#include <mutex>
#include <utility>

namespace gongbao::tests {
namespace {

// One for the process, as SQLite has one default VFS.
struct State {
    std::mutex mutex;
    FailingDisk::Operation operation = FailingDisk::Write;
    FailingDisk::Patience patience = FailingDisk::Once;
    int left = 0;  // 0: nothing is to fail
    int counted = 0;
    bool failed = false;
};
State state;
sqlite3_vfs* usual = nullptr;

bool fails(FailingDisk::Operation operation) {
    const std::lock_guard lock(state.mutex);
    if (state.failed) return state.patience == FailingDisk::FromThenOn;
    if (state.left == 0 || operation != state.operation) return false;
    ++state.counted;
    if (--state.left > 0) return false;
    if (state.patience == FailingDisk::Kill) ::kill(::getpid(), SIGKILL);
    return state.failed = true;
}

struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
File* file_of(sqlite3_file* file) {
    return reinterpret_cast<File*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
    return file_of(file)->real();
}
const sqlite3_io_methods* methods(sqlite3_file* file) {
    return real(file)->pMethods;
}

int write_bytes(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    return fails(FailingDisk::Write) ? SQLITE_FULL
                                     : methods(file)->xWrite(real(file), bytes, size, at);
}
int sync_file(sqlite3_file* file, int flags) {
    return fails(FailingDisk::Sync) ? SQLITE_IOERR_FSYNC : methods(file)->xSync(real(file), flags);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    return fails(FailingDisk::Truncate) ? SQLITE_IOERR_TRUNCATE
                                        : methods(file)->xTruncate(real(file), size);
}
int close_file(sqlite3_file* file) {
    return methods(file)->xClose(real(file));
}
int read_bytes(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
    return methods(file)->xRead(real(file), bytes, size, at);
}
int size_of(sqlite3_file* file, sqlite3_int64* size) {
    return methods(file)->xFileSize(real(file), size);
}
int lock_file(sqlite3_file* file, int level) {
    return methods(file)->xLock(real(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
    return methods(file)->xUnlock(real(file), level);
}
int is_reserved(sqlite3_file* file, int* out) {
    return methods(file)->xCheckReservedLock(real(file), out);
}
int control(sqlite3_file* file, int operation, void* argument) {
    return methods(file)->xFileControl(real(file), operation, argument);
}
int sector_size(sqlite3_file* file) {
    return methods(file)->xSectorSize(real(file));
}
int traits(sqlite3_file* file) {
    return methods(file)->xDeviceCharacteristics(real(file));
}

const sqlite3_io_methods kMethods{1,         close_file,  read_bytes, write_bytes, truncate_file,
                                  sync_file, size_of,     lock_file,  unlock_file, is_reserved,
                                  control,   sector_size, traits,     nullptr,     nullptr,
                                  nullptr,   nullptr,     nullptr,    nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    file->pMethods = nullptr;
    if (fails(FailingDisk::Open)) return SQLITE_CANTOPEN;
    const int code = usual->xOpen(usual, name, real(file), flags, out_flags);
    if (real(file)->pMethods != nullptr) file->pMethods = &kMethods;
    return code;
}
int delete_file(sqlite3_vfs*, const char* name, int sync_folder) {
    if (fails(FailingDisk::DeleteBefore)) return SQLITE_IOERR_DELETE;
    const int code = usual->xDelete(usual, name, sync_folder);
    return fails(FailingDisk::DeleteAfter) ? SQLITE_IOERR_DIR_FSYNC : code;
}

sqlite3_vfs& shim() {
    static sqlite3_vfs vfs{};
    return vfs;
}

}  // namespace

FailingDisk::FailingDisk() {
    sqlite3_initialize();
    usual = sqlite3_vfs_find(nullptr);
    shim() = *usual;
    shim().zName = "failing";
    shim().szOsFile = static_cast<int>(sizeof(File)) + usual->szOsFile;
    shim().pNext = nullptr;
    shim().xOpen = open_file;
    shim().xDelete = delete_file;
    sqlite3_vfs_register(&shim(), 1);
    has_failed();
}

FailingDisk::~FailingDisk() {
    sqlite3_vfs_unregister(&shim());
    sqlite3_vfs_register(usual, 1);
}

void FailingDisk::fail(Operation operation, int nth, Patience patience) {
    const std::lock_guard lock(state.mutex);
    state.operation = operation;
    state.patience = patience;
    state.left = nth;
    state.counted = 0;
    state.failed = false;
}

int FailingDisk::counted() const {
    const std::lock_guard lock(state.mutex);
    return state.counted;
}

bool FailingDisk::has_failed() {
    const std::lock_guard lock(state.mutex);
    state.left = 0;
    return std::exchange(state.failed, false);
}

}  // namespace gongbao::tests
