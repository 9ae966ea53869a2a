// SPDX-License-Identifier: Apache-2.0
// The files of a profile and their tables. A profile may inherit from another: its files are a
// chain, nearest first, and a key is taken from the nearest file that has it. Every refusal names
// the file, the line and the key. Used by profile.cpp alone.
#pragma once

#include <toml++/toml.h>

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/report/error.hpp"
#include "typeset/layout/geometry.hpp"

namespace gongbao::typeset {

/// One file of the chain.
struct ProfileFile {
    std::string name;  ///< file name without folder, for messages
    toml::table root;
};

/// The files of profile `name` (a name in `folder`, or a path ending in .toml), nearest first.
/// Throws: Error(NotFound) for an unknown name, listing those there are; (Invalid) for a file that
/// is no TOML, an `inherits` that leads nowhere or in a circle.
std::vector<ProfileFile> read_profile_files(const std::string& name,
                                            const std::filesystem::path& folder);

/// What "em" and "line" mean where a length is read; 0: the unit is not allowed.
struct Units {
    Length em = 0;
    Length line = 0;
};

/// The smallest and largest length a key may have.
struct LengthRange {
    Length low = 0;
    Length high = 0;
};

/// "12.5mm", for messages.
std::string in_millimetres(Length length);

/// One table, through all files of the chain. Keys are taken one by one; what is left over at the
/// end is an unknown key.
class ProfileSection {
  public:
    /// The whole files.
    explicit ProfileSection(const std::vector<ProfileFile>& files);

    /// The table `key` of this one; empty when no file has it.
    ProfileSection table(const std::string& key);

    void read(const std::string& key, bool& value);
    void read(const std::string& key, std::string& value);
    void read(const std::string& key, std::vector<std::string>& value);
    void read(const std::string& key, int& value, int low, int high);
    void read(const std::string& key, Length& value, const Units& units, const LengthRange& range);

    template <typename Enum, std::size_t N>
    void read(const std::string& key, Enum& value,
              const std::array<std::pair<const char*, Enum>, N>& names) {
        const toml::node* node = take(key);
        if (node == nullptr) return;
        const auto* text = node->as_string();
        std::string allowed;
        for (const auto& [name, candidate] : names) {
            allowed += std::string(allowed.empty() ? "" : ", ") + name;
            if (text != nullptr && text->get() == name) {
                value = candidate;
                return;
            }
        }
        refuse(key, "typeset.profile_not_choice", {{"allowed", allowed}});
    }

    /// True when some file has the key.
    bool has(const std::string& key) const { return find(key).node != nullptr; }
    /// How near the file that has the key stands: 0 the profile itself; -1: no file has it.
    int nearness(const std::string& key) const { return find(key).file; }
    /// Throws Error(`kind`) with `id` and file, line and key of `key`.
    [[noreturn]] void refuse(const std::string& key, const char* id,
                             std::map<std::string, std::string> more = {},
                             core::ErrorKind kind = core::ErrorKind::Invalid) const;
    /// Throws when a file has a key that was not asked for.
    void finish() const;

  private:
    struct Source {
        const toml::table* table;
        std::string file;
        std::size_t line;
    };
    struct Found {
        const toml::node* node = nullptr;
        int file = -1;
    };

    ProfileSection(std::vector<Source> sources, std::string name)
        : sources_(std::move(sources)), name_(std::move(name)) {}
    Found find(const std::string& key) const;
    const toml::node* take(const std::string& key);

    std::vector<Source> sources_;
    std::string name_;
    std::vector<std::string> taken_;
};

}  // namespace gongbao::typeset
