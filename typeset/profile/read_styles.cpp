// SPDX-License-Identifier: Apache-2.0
#include "typeset/profile/read_styles.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/text/text.hpp"
#include "typeset/fonts/font_book.hpp"
#include "typeset/profile/choices.hpp"

namespace gongbao::typeset {
namespace {

void read_style(ProfileSection& section, Length pitch, TextStyle& style) {
    section.read("font", style.font);
    section.read("label_font", style.label_font);
    section.read("lead_font", style.lead_font);
    section.read("size", style.size, {}, kSize);
    const Units units{style.size, pitch};
    section.read("line", style.line, units, kStylePitch);
    section.read("indent", style.indent, units, kShift);
    section.read("left", style.left, units, kSpace);
    section.read("right", style.right, units, kSpace);
    section.read("before", style.before, units, kSpace);
    section.read("after", style.after, units, kSpace);
    section.read("align", style.align, kAligns);
    section.read("color", style.color, kColors);
    section.read("bold", style.bold);
    section.read("keep_next", style.keep_next);
    section.read("spread_short", style.spread_short);
    section.finish();
}

// Takes the styles and asks of each font once.
class StyleReader {
  public:
    explicit StyleReader(const FontBook* fonts) : fonts_(fonts) {}

    void read(ProfileSection section, Profile& profile) {
        TextStyle base;
        ProfileSection base_section = section.table("base");
        read_style(base_section, profile.line, base);
        check_fonts(base_section, base);
        for (std::size_t i = 0; i < kStyleCount; ++i) {
            TextStyle& style = profile.styles[i];
            style = base;
            ProfileSection own = section.table(name_of(static_cast<StyleName>(i)));
            read_style(own, profile.line, style);
            check_fonts(own, style);
        }
        section.finish();
    }

  private:
    void check_fonts(const ProfileSection& section, const TextStyle& style) {
        if (fonts_ == nullptr) return;
        for (const auto& [key, role] :
             {std::pair{"font", &style.font}, std::pair{"label_font", &style.label_font},
              std::pair{"lead_font", &style.lead_font}}) {
            if (role->empty() || !checked_roles_.insert(*role).second) continue;
            const std::vector<std::string> known = fonts_->role_names();
            if (std::find(known.begin(), known.end(), *role) == known.end())
                section.refuse(key, "typeset.profile_font_unknown",
                               {{"role", *role}, {"known", core::join(known, ", ")}});
            if (const auto missing = fonts_->missing(fonts_->role(*role)))
                section.refuse(
                    key, "typeset.profile_font_missing",
                    {{"role", *role}, {"font", missing->font}, {"package", missing->package}},
                    core::ErrorKind::Unavailable);
        }
    }

    const FontBook* fonts_;
    std::set<std::string> checked_roles_;
};

}  // namespace

void read_styles(ProfileSection section, const FontBook* fonts, Profile& profile) {
    StyleReader(fonts).read(std::move(section), profile);
}

}  // namespace gongbao::typeset
