// SPDX-License-Identifier: Apache-2.0
#include "typeset/fonts/font_book.hpp"

#include <algorithm>
#include <set>

#include "core/report/error.hpp"
#include "typeset/fonts/barred.hpp"
#include "typeset/fonts/catalogue_file.hpp"

namespace gongbao::typeset {

using core::Error;
using core::ErrorKind;

namespace {

// Of the table [[face]]: its id, file, index, package.
template <typename Entry>
Entry entry_of(const toml::node& node, const std::filesystem::path& folder) {
    const auto* table = node.as_table();
    if (table == nullptr) refuse(node, "face");
    Entry entry;
    entry.id = text_of(*table, "id");
    const std::filesystem::path file = text_of(*table, "file");
    entry.file = file.is_absolute() ? file : folder / "installed" / file;
    entry.index = static_cast<unsigned>(table->get("index") ? table->get("index")->value_or(0) : 0);
    entry.package = text_of(*table, "package");
    return entry;
}

}  // namespace

FontBook::FontBook(const std::filesystem::path& folder) {
    const toml::table root = read_catalogue_file(folder / "fonts.toml");
    const auto* faces = root.get_as<toml::array>("face");
    if (faces == nullptr) refuse(root, "face");
    std::map<std::string, FaceId> ids;
    std::set<std::string> names;
    for (const auto& node : *faces) {
        auto entry = entry_of<Entry>(node, folder);
        ids[entry.id] = static_cast<FaceId>(faces_.size());
        names.insert(entry.id);
        faces_.push_back(std::move(entry));
    }
    if (root.get("barred") != nullptr)
        for (auto& [name, ranges] : read_barred(folder / text_of(root, "barred"), names))
            faces_[ids.at(name)].barred = std::move(ranges);
    const auto* roles = root.get_as<toml::table>("role");
    if (roles == nullptr) refuse(root, "role");
    const auto face_named = [&](const toml::node& node) {
        const auto* text = node.as_string();
        const auto found = text == nullptr ? ids.end() : ids.find(text->get());
        if (found == ids.end()) refuse(node, text == nullptr ? "face" : text->get());
        return found->second;
    };
    std::vector<FaceId> fallback;
    if (const auto* last = root.get_as<toml::array>("fallback"))
        for (const auto& face : *last) fallback.push_back(face_named(face));
    for (const auto& [key, node] : *roles) {
        const auto* table = node.as_table();
        const auto* chain = table == nullptr ? nullptr : table->get_as<toml::array>("chain");
        if (chain == nullptr || chain->empty()) refuse(node, std::string(key.str()));
        Role role;
        role.name = std::string(key.str());
        for (const auto& face : *chain) role.chain.push_back(face_named(face));
        if (const auto* latin = table->get("latin")) role.latin = face_named(*latin);
        role.chain.insert(role.chain.end(), fallback.begin(), fallback.end());
        roles_.push_back(std::move(role));
    }
}

RoleId FontBook::role(const std::string& name) const {
    for (std::size_t i = 0; i < roles_.size(); ++i)
        if (roles_[i].name == name) return static_cast<RoleId>(i);
    throw Error(ErrorKind::Invalid, {"typeset.font_role_unknown", {{"role", name}}});
}

std::vector<std::string> FontBook::role_names() const {
    std::vector<std::string> names;
    for (const Role& role : roles_) names.push_back(role.name);
    return names;
}

std::optional<FontBook::Missing> FontBook::missing(RoleId role) const {
    std::vector<FaceId> faces = roles_[role].chain;
    if (roles_[role].latin) faces.push_back(*roles_[role].latin);
    for (const FaceId id : faces)
        if (!std::filesystem::exists(faces_[id].file))
            return Missing{faces_[id].id, faces_[id].package};
    return {};
}

std::optional<FontBook::Choice> FontBook::pick(RoleId role, char32_t c) const {
    const auto& chain = roles_[role].chain;
    for (const FaceId id : chain) {
        const Glyph glyph = face(id).glyph(c);
        if (glyph.id != 0) return Choice{id, glyph, id != chain.front()};
    }
    return {};
}

std::optional<FontBook::Choice> FontBook::pick_latin(RoleId role, char32_t c) const {
    if (const auto latin = roles_[role].latin) {
        const Glyph glyph = face(*latin).glyph(c);
        if (glyph.id != 0) return Choice{*latin, glyph, false};
    }
    return pick(role, c);
}

std::optional<FontBook::Choice> FontBook::pick_all(RoleId role, std::u32string_view cluster,
                                                   bool latin) const {
    const auto has_all = [&](FaceId id) {
        const FontFace& one = face(id);
        return std::all_of(cluster.begin(), cluster.end(), [&](char32_t c) { return one.has(c); });
    };
    if (cluster.empty()) return {};
    const Role& faces = roles_[role];
    if (latin && faces.latin && has_all(*faces.latin))
        return Choice{*faces.latin, face(*faces.latin).glyph(cluster.front()), false};
    for (const FaceId id : faces.chain)
        if (has_all(id))
            return Choice{id, face(id).glyph(cluster.front()), id != faces.chain.front()};
    return {};
}

const FontFace& FontBook::face(FaceId id) const {
    const Entry& entry = faces_[id];
    Opened& opened = *entry.opened;
    if (opened.done.load(std::memory_order_acquire)) return *opened.face;
    std::call_once(opened.once, [&] {
        if (!std::filesystem::exists(entry.file))
            throw Error(
                ErrorKind::Unavailable,
                {"typeset.font_not_installed", {{"font", entry.id}, {"package", entry.package}}},
                entry.file.string());
        opened.face = std::make_unique<FontFace>(entry.id, entry.file, entry.index, entry.barred);
        opened.done.store(true, std::memory_order_release);
    });
    return *opened.face;
}

std::vector<std::string> FontBook::opened() const {
    std::vector<std::string> names;
    for (const Entry& entry : faces_)
        if (entry.opened->done) names.push_back(entry.id);
    return names;
}

}  // namespace gongbao::typeset
