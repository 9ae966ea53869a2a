// SPDX-License-Identifier: Apache-2.0
// The fonts of fonts/fonts.toml by role (body, kai, hei, song, title): which face sets a code
// point. A face has none of the characters that are barred of it (fonts/barred.toml). Files are
// opened when first needed. One book serves many threads. Form of the catalogue: fonts/README.md.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "typeset/fonts/font_face.hpp"

namespace gongbao::typeset {

using FaceId = std::uint16_t;
using RoleId = std::uint16_t;

class FontBook {
  public:
    /// Reads `folder`/fonts.toml and the list of barred characters it names; opens no font yet.
    /// Throws: Error(Unavailable) when it is missing, (Invalid) naming file and line.
    explicit FontBook(const std::filesystem::path& folder);

    /// Throws: Error(Invalid) for a role the catalogue does not know.
    RoleId role(const std::string& name) const;
    std::vector<std::string> role_names() const;

    struct Missing {
        std::string font;
        std::string package;
    };
    /// The first face of the role whose file is not installed; nothing when all are. Opens none.
    std::optional<Missing> missing(RoleId role) const;

    struct Choice {
        FaceId face = 0;
        Glyph glyph;
        bool substituted = false;  ///< not from the first face of the chain
    };
    /// The first face of the role's chain that has `c`; nothing when none has it.
    /// Throws: Error(Unavailable) naming the font and how to install it, when a file is missing.
    std::optional<Choice> pick(RoleId role, char32_t c) const;
    /// The same for a Latin letter or digit: the role's Latin face first.
    std::optional<Choice> pick_latin(RoleId role, char32_t c) const;

    /// The first face that has every character of `cluster` (a letter and its marks), the Latin
    /// face before the others when `latin`; nothing when none has them all. The glyph is that of
    /// the first.
    std::optional<Choice> pick_all(RoleId role, std::u32string_view cluster, bool latin) const;
    /// The role's faces and, after them, the catalogue's last resorts.
    const std::vector<FaceId>& chain(RoleId role) const { return roles_[role].chain; }

    const FontFace& face(FaceId id) const;
    /// "FandolFang-Regular 0.3" …: the opened faces, for the record of how a file was made.
    std::vector<std::string> opened() const;
    const std::string& role_name(RoleId role) const { return roles_[role].name; }

  private:
    // A face and the guard of its opening: whichever thread needs it first opens it.
    struct Opened {
        std::once_flag once;
        std::unique_ptr<FontFace> face;
        std::atomic<bool> done{false};
    };
    struct Entry {
        std::string id;
        std::filesystem::path file;
        unsigned index = 0;
        std::string package;
        BarredRanges barred;
        std::unique_ptr<Opened> opened = std::make_unique<Opened>();
    };
    struct Role {
        std::string name;
        std::vector<FaceId> chain;
        std::optional<FaceId> latin;
    };
    std::vector<Entry> faces_;
    std::vector<Role> roles_;
};

}  // namespace gongbao::typeset
