// SPDX-License-Identifier: Apache-2.0
#include "typeset/profile.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"

namespace gongbao::typeset {
namespace {

using core::Error;
using core::ErrorKind;

constexpr std::array<const char*, kStyleCount> kStyleNames = {
    "title", "subtitle", "number", "title_note", "addressees",
    "part", "chapter", "section", "article", "paragraph", "item", "sub_item",
    "heading1", "heading2", "heading3", "heading4", "list_item",
    "caption", "table_head", "table_cell", "annex_note", "annex_label", "annex_title",
    "signature", "date", "note", "footnote",
    "running_head", "folio", "contents_title", "contents_section", "contents_entry",
    "section_opener", "cover_name", "cover_number", "cover_date", "imprint", "red_head",
    "red_head_number", "colophon"};

// What "em" and "line" mean where a length is read.
struct Units {
    Length em = 0;
    Length line = 0;
};

/// One table of the file: takes keys out one by one; what is left over at the end is an error.
class Section {
  public:
    Section(const toml::table* table, std::string name, std::string file)
        : table_(table), name_(std::move(name)), file_(std::move(file)) {}

    [[noreturn]] void refuse(const std::string& key, const char* id, std::size_t line) const {
        throw Error(ErrorKind::Invalid,
                    {id, {{"file", file_}, {"line", std::to_string(line)}, {"key", name_ + "." + key}}});
    }

    const toml::node* take(const std::string& key) {
        seen_.push_back(key);
        return table_ == nullptr ? nullptr : table_->get(key);
    }

    void read(const std::string& key, bool& value) {
        if (const auto* node = take(key)) {
            if (!node->is_boolean()) refuse(key, "typeset.profile_not_bool", line(*node));
            value = node->as_boolean()->get();
        }
    }

    void read(const std::string& key, std::string& value) {
        if (const auto* node = take(key)) {
            if (!node->is_string()) refuse(key, "typeset.profile_not_text", line(*node));
            value = node->as_string()->get();
        }
    }

    void read(const std::string& key, int& value, int low, int high) {
        if (const auto* node = take(key)) {
            const auto* number = node->as_integer();
            if (number == nullptr || number->get() < low || number->get() > high)
                refuse(key, "typeset.profile_not_number", line(*node));
            value = static_cast<int>(number->get());
        }
    }

    void read(const std::string& key, Length& value, const Units& units) {
        if (const auto* node = take(key)) {
            const auto* text = node->as_string();
            const auto length = text != nullptr ? parse_length(text->get(), units) : std::nullopt;
            if (!length) refuse(key, "typeset.profile_not_length", line(*node));
            value = *length;
        }
    }

    void read(const std::string& key, std::vector<std::string>& values) {
        if (const auto* node = take(key)) {
            const auto* list = node->as_array();
            if (list == nullptr || !list->is_homogeneous<std::string>())
                refuse(key, "typeset.profile_not_list", line(*node));
            values.clear();
            for (const auto& one : *list) values.push_back(one.as_string()->get());
        }
    }

    template <typename Enum, std::size_t N>
    void read(const std::string& key, Enum& value,
              const std::array<std::pair<const char*, Enum>, N>& names) {
        if (const auto* node = take(key)) {
            const auto* text = node->as_string();
            for (const auto& [name, candidate] : names)
                if (text != nullptr && text->get() == name) {
                    value = candidate;
                    return;
                }
            refuse(key, "typeset.profile_not_choice", line(*node));
        }
    }

    void finish() const {
        if (table_ == nullptr) return;
        for (const auto& [key, node] : *table_) {
            const std::string name(key.str());
            if (std::find(seen_.begin(), seen_.end(), name) == seen_.end())
                refuse(name, "typeset.profile_unknown_key", line(node));
        }
    }

    static std::size_t line(const toml::node& node) { return node.source().begin.line; }

  private:
    static std::optional<Length> parse_length(const std::string& text, const Units& units) {
        char* end = nullptr;
        const double number = std::strtod(text.c_str(), &end);
        const std::string unit(end);
        if (end == text.c_str() || !std::isfinite(number) || std::abs(number) > 10000) return {};
        if (unit == "mm") return mm(number);
        if (unit == "pt") return pt(number);
        if (unit == "em" && units.em > 0) return pt(number * units.em / 1000.0);
        if (unit == "line" && units.line > 0) return pt(number * units.line / 1000.0);
        if (text == "0") return 0;
        return {};
    }

    const toml::table* table_;
    std::string name_;
    std::string file_;
    std::vector<std::string> seen_;
};

constexpr std::array<std::pair<const char*, TextAlign>, 4> kAligns = {{
    {"justify", TextAlign::Justify}, {"left", TextAlign::Left},
    {"center", TextAlign::Center}, {"right", TextAlign::Right}}};
constexpr std::array<std::pair<const char*, Color>, 3> kColors = {
    {{"black", Color::Black}, {"red", Color::Red}, {"grey", Color::Grey}}};
constexpr std::array<std::pair<const char*, Prohibition>, 4> kProhibitions = {{
    {"basic", Prohibition::Basic}, {"gb", Prohibition::Gb},
    {"strict", Prohibition::Strict}, {"none", Prohibition::None}}};
constexpr std::array<std::pair<const char*, ItemStart>, 3> kStarts = {
    {{"run-on", ItemStart::RunOn}, {"page", ItemStart::Page}, {"recto", ItemStart::Recto}}};
constexpr std::array<std::pair<const char*, Opening>, 2> kOpenings = {
    {{"plain", Opening::Plain}, {"red-head", Opening::RedHead}}};

void read_style(Section& section, TextStyle& style, Length page_line) {
    section.read("font", style.font);
    section.read("label_font", style.label_font);
    section.read("lead_font", style.lead_font);
    section.read("size", style.size, {});
    const Units units{style.size, page_line};
    section.read("line", style.line, units);
    section.read("indent", style.indent, units);
    section.read("left", style.left, units);
    section.read("right", style.right, units);
    section.read("before", style.before, units);
    section.read("after", style.after, units);
    section.read("align", style.align, kAligns);
    section.read("color", style.color, kColors);
    section.read("bold", style.bold);
    section.read("keep_next", style.keep_next);
    section.read("spread_short", style.spread_short);
}

void read_page(Section section, Profile& profile) {
    section.read("width", profile.width, {});
    section.read("height", profile.height, {});
    section.read("top", profile.top, {});
    section.read("bottom", profile.bottom, {});
    section.read("inner", profile.inner, {});
    section.read("outer", profile.outer, {});
    section.read("line", profile.line, {});
    section.read("mirror", profile.mirror);
    section.read("register", profile.in_register);
    section.finish();
}

void read_text(Section section, Profile& profile) {
    section.read("grid", profile.grid);
    section.read("compress", profile.compress);
    section.read("trim_line_end", profile.trim_line_end);
    section.read("trim_line_start", profile.trim_line_start);
    section.read("prohibition", profile.prohibition, kProhibitions);
    section.read("gap", profile.gap, 0, 500);
    section.read("gap_min", profile.gap_min, 0, 500);
    section.read("gap_max", profile.gap_max, 0, 1000);
    section.finish();
}

void read_columns(Section section, Profile& profile) {
    section.read("count", profile.columns, 1, 4);
    section.read("gap", profile.column_gap, {});
    section.read("sections", profile.column_sections);
    section.finish();
}

void read_item(Section section, Profile& profile) {
    section.read("start", profile.item_start, kStarts);
    section.read("annex_start", profile.annex_start, kStarts);
    section.read("attached_start", profile.attached_start, kStarts);
    section.read("opening", profile.opening, kOpenings);
    section.read("colophon", profile.colophon);
    section.read("show_note", profile.show_note);
    section.read("date_right", profile.date_right, 0, 12);
    section.read("signature_right", profile.signature_right, 0, 12);
    section.finish();
}

void read_head(Section section, Profile& profile) {
    section.read("odd", profile.head_odd);
    section.read("even", profile.head_even);
    section.read("rule", profile.head_rule);
    section.read("distance", profile.head_distance, {});
    section.finish();
}

void read_folio(Section section, Profile& profile) {
    section.read("text", profile.folio);
    section.read("distance", profile.folio_distance, {});
    section.read("align", profile.folio_align, kAligns);
    section.read("indent", profile.folio_indent, {});
    section.finish();
}

void read_parts(Section section, Profile& profile) {
    section.read("contents", profile.contents);
    section.read("cover", profile.cover);
    section.read("imprint", profile.imprint);
    section.finish();
}

void read_styles(const toml::table* styles, const std::string& file, Profile& profile) {
    const auto table_of = [&](const char* name) -> const toml::table* {
        const auto* node = styles == nullptr ? nullptr : styles->get(name);
        return node == nullptr ? nullptr : node->as_table();
    };
    TextStyle base;
    Section section(table_of("base"), "style.base", file);
    read_style(section, base, profile.line);
    section.finish();
    for (std::size_t i = 0; i < kStyleCount; ++i) {
        profile.styles[i] = base;
        Section own(table_of(kStyleNames[i]), std::string("style.") + kStyleNames[i], file);
        read_style(own, profile.styles[i], profile.line);
        own.finish();
    }
    if (styles == nullptr) return;
    for (const auto& [key, node] : *styles) {
        const std::string name(key.str());
        const bool known = name == "base" || std::find(kStyleNames.begin(), kStyleNames.end(),
                                                       name) != kStyleNames.end();
        if (!known || !node.is_table())
            Section(nullptr, "style", file)
                .refuse(name, "typeset.profile_unknown_key", Section::line(node));
    }
}

// Room for at least ten characters and three lines; less is a mistake in the profile.
void check_room(const Profile& profile, const std::string& file) {
    const Length size = profile.style(StyleName::Paragraph).size;
    const bool sizes_positive = [&] {
        for (const TextStyle& style : profile.styles)
            if (style.size < pt(1) || style.size > pt(400) || style.line < 0) return false;
        return profile.line >= pt(1);
    }();
    if (!sizes_positive || profile.width <= 0 || profile.height <= 0 || profile.top < 0 ||
        profile.bottom < 0 || profile.inner < 0 || profile.outer < 0 ||
        profile.text_width() < 10 * size || profile.text_height() < 3 * profile.line)
        throw Error(ErrorKind::Invalid, {"typeset.profile_no_room", {{"file", file}}});
}

std::string known_profiles(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return core::join(names, ", ");
}

}  // namespace

int Profile::columns_in(const std::string& section) const {
    const auto& names = column_sections;
    return std::find(names.begin(), names.end(), section) != names.end() ? columns : 1;
}

const char* name_of(StyleName name) { return kStyleNames[static_cast<std::size_t>(name)]; }

Profile read_profile(const std::string& name, const std::filesystem::path& folder) {
    const bool is_path = core::ends_with(name, ".toml");
    const std::filesystem::path path = is_path ? std::filesystem::path(name) : folder / (name + ".toml");
    if ((!is_path && name.find('/') != std::string::npos) || !std::filesystem::exists(path))
        throw Error(ErrorKind::NotFound, {"typeset.profile_unknown",
                                          {{"name", name}, {"known", known_profiles(folder)}}});
    const std::string file = path.filename().string();
    toml::table root;
    try {
        root = toml::parse_file(path.string());
    } catch (const toml::parse_error& e) {
        throw Error(ErrorKind::Invalid, {"core.bad_toml",
                                         {{"file", file},
                                          {"line", std::to_string(e.source().begin.line)},
                                          {"what", std::string(e.description())}}});
    }
    Profile profile;
    profile.name = path.stem().string();
    Section top(&root, "", file);
    const auto table = [&](const char* key) {
        const auto* node = top.take(key);
        return Section(node == nullptr ? nullptr : node->as_table(), key, file);
    };
    read_page(table("page"), profile);
    read_text(table("text"), profile);
    read_columns(table("columns"), profile);
    read_item(table("item"), profile);
    read_head(table("head"), profile);
    read_folio(table("folio"), profile);
    read_parts(table("parts"), profile);
    const auto* styles = top.take("style");
    read_styles(styles == nullptr ? nullptr : styles->as_table(), file, profile);
    top.finish();
    check_room(profile, file);
    return profile;
}

}  // namespace gongbao::typeset
