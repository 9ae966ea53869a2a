// SPDX-License-Identifier: Apache-2.0
#include "typeset/fonts/barred.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/text/text.hpp"
#include "typeset/fonts/catalogue_file.hpp"

namespace gongbao::typeset {
namespace {

constexpr std::string_view kKeys[] = {"faces", "characters", "drawn", "ranges", "reason"};
constexpr char32_t kLastCharacter = 0x10FFFF;

std::string named(char32_t c) {
    return core::to_utf8({&c, 1});
}

// The characters of a group, one by one; refuses a `drawn` that cannot be what a face draws for
// them.
BarredRanges read_characters(const toml::table& group) {
    const std::u32string characters = core::to_utf32(text_of(group, "characters"));
    if (characters.empty()) refuse(*group.get("characters"), "characters");
    BarredRanges barred;
    for (const char32_t c : characters) barred.push_back({c, c});
    const auto* node = group.get("drawn");
    if (node == nullptr) return barred;
    const std::u32string drawn = core::to_utf32(text_of(group, "drawn"));
    if (drawn.size() != characters.size()) refuse(*node, "drawn");
    for (std::size_t i = 0; i < drawn.size(); ++i)
        if (drawn[i] == characters[i]) refuse(*node, "drawn = " + named(drawn[i]));
    return barred;
}

// The number in "U+3400".
std::optional<char32_t> number_of(std::string_view text) {
    if (text.size() < 6 || text.size() > 8 || text.substr(0, 2) != "U+") return {};
    char32_t number = 0;
    for (const char c : text.substr(2)) {
        const std::string_view digits = "0123456789ABCDEF";
        const std::size_t digit = digits.find(c);
        if (digit == std::string_view::npos) return {};
        number = number * 16 + static_cast<char32_t>(digit);
    }
    return number <= kLastCharacter ? std::optional(number) : std::nullopt;
}

// "U+0000-U+33FF".
BarredRange read_range(const toml::node& node) {
    const auto* text = node.as_string();
    if (text == nullptr) refuse(node, "ranges");
    const auto parts = core::split(text->get(), '-');
    if (parts.size() != 2) refuse(node, text->get());
    const auto first = number_of(parts[0]);
    const auto last = number_of(parts[1]);
    if (!first || !last || *first > *last) refuse(node, text->get());
    return {*first, *last};
}

BarredRanges read_ranges(const toml::table& group) {
    const auto* ranges = group.get_as<toml::array>("ranges");
    if (ranges == nullptr || ranges->empty()) refuse(group, "ranges");
    BarredRanges barred;
    for (const auto& node : *ranges) barred.push_back(read_range(node));
    return barred;
}

void add(const toml::table& group, const std::set<std::string>& known,
         std::map<std::string, BarredRanges>& barred) {
    for (const auto& [key, node] : group)
        if (std::find(std::begin(kKeys), std::end(kKeys), key.str()) == std::end(kKeys))
            refuse(node, std::string(key.str()));
    if (text_of(group, "reason").empty()) refuse(*group.get("reason"), "reason");
    const bool by_range = group.get("ranges") != nullptr;
    if (by_range && group.get("characters") != nullptr) refuse(group, "ranges");
    const BarredRanges own = by_range ? read_ranges(group) : read_characters(group);
    const auto* faces = group.get_as<toml::array>("faces");
    if (faces == nullptr || faces->empty()) refuse(group, "faces");
    for (const auto& node : *faces) {
        const auto* name = node.as_string();
        if (name == nullptr || !known.contains(name->get()))
            refuse(node, name == nullptr ? "faces" : name->get());
        BarredRanges& all = barred[name->get()];
        all.insert(all.end(), own.begin(), own.end());
        std::sort(all.begin(), all.end(),
                  [](const BarredRange& a, const BarredRange& b) { return a.first < b.first; });
        const auto twice = std::adjacent_find(
            all.begin(), all.end(),
            [](const BarredRange& a, const BarredRange& b) { return b.first <= a.last; });
        if (twice != all.end())
            refuse(group, name->get() + ": " + named(std::next(twice)->first) + " × 2");
    }
}

}  // namespace

std::map<std::string, BarredRanges> read_barred(const std::filesystem::path& file,
                                                const std::set<std::string>& faces) {
    const toml::table root = read_catalogue_file(file);
    const auto* groups = root.get_as<toml::array>("barred");
    if (groups == nullptr) refuse(root, "barred");
    std::map<std::string, BarredRanges> barred;
    for (const auto& node : *groups) {
        const auto* group = node.as_table();
        if (group == nullptr) refuse(node, "barred");
        add(*group, faces, barred);
    }
    return barred;
}

}  // namespace gongbao::typeset
