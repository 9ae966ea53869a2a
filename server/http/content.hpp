// SPDX-License-Identifier: Apache-2.0
// The content of a request: bytes in memory while they are few, in a file without a name when they
// are many.
//
// A Spool takes the bytes as they come (content_reader.cpp) and gives a Content, which is never
// changed and may be copied: copies and parts share the bytes, which go with the last of them. The
// file is unlinked before the first byte is written, so that none is left behind, however the
// program ends.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace gongbao::server {

class Content {
  public:
    Content() = default;
    explicit Content(std::string bytes);

    std::int64_t size() const { return size_; }
    /// Some of the bytes. Requires: they are there.
    /// Throws: Error(Unavailable) when the file cannot be read.
    std::string read(std::int64_t offset, std::int64_t length) const;
    std::string whole() const { return read(0, size_); }
    /// These bytes of this content, which stay where they are.
    Content part(std::int64_t offset, std::int64_t length) const;
    /// Where `bytes` begin at or after `from`; -1 when they are not there.
    std::int64_t find(std::string_view bytes, std::int64_t from) const;

    class Store;  ///< what holds the bytes

  private:
    friend class Spool;
    std::shared_ptr<const Store> store_;
    std::int64_t begin_ = 0;  ///< in the store
    std::int64_t size_ = 0;
};

struct SpoolSettings {
    std::filesystem::path folder;        ///< empty: the system's for such files
    std::int64_t in_memory = 64 * 1024;  ///< bytes of one content
    std::int64_t on_disk = std::int64_t{2} * 1024 * 1024 * 1024;  ///< bytes of all together
};

/// What all spools of a listener share. Threads: any.
class SpoolRoom {
  public:
    explicit SpoolRoom(SpoolSettings settings) : settings_(std::move(settings)) {}
    const SpoolSettings& settings() const { return settings_; }
    std::int64_t on_disk() const { return on_disk_; }  ///< bytes, now
    bool take(std::int64_t bytes);                     ///< false: no more room
    void give_back(std::int64_t bytes) { on_disk_ -= bytes; }

  private:
    const SpoolSettings settings_;
    std::atomic<std::int64_t> on_disk_ = 0;
};

/// Takes one content.
class Spool {
  public:
    explicit Spool(std::shared_ptr<SpoolRoom> room);
    /// Throws: Error(Unavailable) when there is no room on the disk.
    void append(std::string_view bytes);
    std::int64_t size() const { return size_; }
    Content finish();

  private:
    std::shared_ptr<SpoolRoom> room_;
    std::shared_ptr<Content::Store> store_;
    std::int64_t size_ = 0;
};

}  // namespace gongbao::server
