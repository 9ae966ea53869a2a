// SPDX-License-Identifier: Apache-2.0
#include "typeset/profile/profile.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/text/text.hpp"
#include "typeset/fonts/font_book.hpp"
#include "typeset/profile/profile_section.hpp"

namespace gongbao::typeset {
namespace {

using core::Error;
using core::ErrorKind;

constexpr std::array<const char*, kStyleCount> kStyleNames = {"title",
                                                              "subtitle",
                                                              "number",
                                                              "title_note",
                                                              "addressees",
                                                              "part",
                                                              "chapter",
                                                              "section",
                                                              "article",
                                                              "paragraph",
                                                              "item",
                                                              "sub_item",
                                                              "heading1",
                                                              "heading2",
                                                              "heading3",
                                                              "heading4",
                                                              "list_item",
                                                              "caption",
                                                              "table_head",
                                                              "table_cell",
                                                              "annex_note",
                                                              "annex_label",
                                                              "annex_title",
                                                              "signature",
                                                              "signer",
                                                              "date",
                                                              "note",
                                                              "footnote",
                                                              "running_head",
                                                              "folio",
                                                              "contents_title",
                                                              "contents_section",
                                                              "contents_entry",
                                                              "section_opener",
                                                              "cover_name",
                                                              "cover_number",
                                                              "cover_date",
                                                              "imprint",
                                                              "index_part",
                                                              "index_group",
                                                              "index_entry",
                                                              "source_note",
                                                              "red_head",
                                                              "red_head_number",
                                                              "red_head_secrecy",
                                                              "red_head_signer",
                                                              "colophon",
                                                              "line_number",
                                                              "proof_note",
                                                              "watermark"};

constexpr std::array<std::pair<const char*, TextAlign>, 4> kAligns = {
    {{"justify", TextAlign::Justify},
     {"left", TextAlign::Left},
     {"center", TextAlign::Center},
     {"right", TextAlign::Right}}};
constexpr std::array<std::pair<const char*, Color>, 4> kColors = {
    {{"black", Color::Black}, {"red", Color::Red}, {"grey", Color::Grey}, {"pale", Color::Pale}}};
constexpr std::array<std::pair<const char*, bool>, 2> kNumberings = {
    {{"page", true}, {"document", false}}};
constexpr std::array<std::pair<const char*, Prohibition>, 4> kProhibitions = {
    {{"basic", Prohibition::Basic},
     {"gb", Prohibition::Gb},
     {"strict", Prohibition::Strict},
     {"none", Prohibition::None}}};
constexpr std::array<std::pair<const char*, ItemStart>, 3> kStarts = {
    {{"run-on", ItemStart::RunOn}, {"page", ItemStart::Page}, {"recto", ItemStart::Recto}}};
constexpr std::array<std::pair<const char*, SignatureForm>, 2> kSignatures = {
    {{"over-date", SignatureForm::OverDate}, {"stepped", SignatureForm::Stepped}}};
constexpr std::array<std::pair<const char*, Opening>, 2> kOpenings = {
    {{"plain", Opening::Plain}, {"red-head", Opening::RedHead}}};

constexpr std::array<std::pair<const char*, IssuePart>, 4> kParts = {
    {{"cover", IssuePart::Cover},
     {"contents", IssuePart::Contents},
     {"body", IssuePart::Body},
     {"imprint", IssuePart::Imprint}}};
constexpr std::array<std::pair<const char*, bool>, 2> kFromPaper = {
    {{"text", false}, {"paper", true}}};
constexpr std::array<std::pair<const char*, RedHead::Title>, 2> kMarkTitles = {
    {{"below", RedHead::Title::Below}, {"mark", RedHead::Title::Mark}}};
constexpr std::array<std::pair<const char*, RedHead::Issuers>, 2> kMarkIssuers = {
    {{"all", RedHead::Issuers::All}, {"first", RedHead::Issuers::First}}};
constexpr std::array<std::pair<const char*, RedHead::Number>, 2> kNumberPlaces = {
    {{"below-mark", RedHead::Number::BelowMark}, {"below-rule", RedHead::Number::BelowRule}}};
constexpr std::array<std::pair<const char*, Colophon::Form>, 3> kColophons = {
    {{"none", Colophon::Form::None},
     {"plain", Colophon::Form::Plain},
     {"ruled", Colophon::Form::Ruled}}};

constexpr LengthRange kPaper{mm(20), mm(2000)};
constexpr LengthRange kMargin{0, mm(2000)};
constexpr LengthRange kSize{pt(1), pt(400)};
constexpr LengthRange kPitch{pt(1), pt(800)};
constexpr LengthRange kStylePitch{0, pt(800)};
constexpr LengthRange kShift{-mm(500), mm(500)};
constexpr LengthRange kSpace{0, mm(500)};
constexpr LengthRange kRule{0, mm(5)};

class Reader {
  public:
    Reader(const std::vector<ProfileFile>& files, const FontBook* fonts)
        : root_(files),
          page_(root_.table("page")),
          columns_(root_.table("columns")),
          fonts_(fonts) {}

    Profile read() {
        read_page();
        read_text(root_.table("text"));
        read_columns();
        read_table(root_.table("table"));
        read_item(root_.table("item"));
        read_head(root_.table("head"));
        read_folio(root_.table("folio"));
        read_parts(root_.table("parts"));
        read_words(root_.table("words"));
        read_offprint(root_.table("offprint"));
        read_styles(root_.table("style"));
        read_red_head(root_.table("red_head"));
        read_colophon(root_.table("colophon"));
        read_proof(root_.table("proof"));
        root_.finish();
        return std::move(profile_);
    }

  private:
    void read_page() {
        for (const char* key : {"width", "height", "top", "bottom", "inner", "outer", "line"})
            if (!page_.has(key)) page_.refuse(key, "typeset.profile_missing_key");
        page_.read("width", profile_.width, {}, kPaper);
        page_.read("height", profile_.height, {}, kPaper);
        page_.read("top", profile_.top, {}, kMargin);
        page_.read("bottom", profile_.bottom, {}, kMargin);
        page_.read("inner", profile_.inner, {}, kMargin);
        page_.read("outer", profile_.outer, {}, kMargin);
        page_.read("line", profile_.line, {}, kPitch);
        page_.read("mirror", profile_.mirror);
        page_.read("register", profile_.in_register);
        page_.finish();
    }

    void read_text(ProfileSection section) {
        section.read("grid", profile_.text.grid);
        section.read("compress", profile_.text.compress);
        section.read("trim_line_end", profile_.text.trim_line_end);
        section.read("trim_line_start", profile_.text.trim_line_start);
        section.read("prohibition", profile_.text.prohibition, kProhibitions);
        section.read("gap", profile_.text.gap, 0, 500);
        section.read("gap_min", profile_.text.gap_min, 0, 500);
        section.read("gap_max", profile_.text.gap_max, 0, 1000);
        section.finish();
    }

    void read_columns() {
        columns_.read("count", profile_.columns, 1, 4);
        columns_.read("gap", profile_.column_gap, {}, kSpace);
        columns_.read("sections", profile_.column_sections);
        columns_.finish();
    }

    void read_table(ProfileSection section) {
        TableLook& look = profile_.table;
        section.read("frame", look.frame, {}, kRule);
        section.read("rule", look.rule, {}, kRule);
        section.read("side", look.side, {}, kRule);
        section.read("above", look.above, {}, kRule);
        section.read("smallest", look.smallest, {}, kSize);
        section.read("turn", look.turn);
        section.finish();
    }

    void read_item(ProfileSection section) {
        section.read("start", profile_.item_start, kStarts);
        section.read("annex_start", profile_.annex_start, kStarts);
        section.read("attached_start", profile_.attached_start, kStarts);
        section.read("opening", profile_.opening, kOpenings);
        section.read("show_note", profile_.show_note);
        section.read("date_right", profile_.date_right, 0, 12);
        section.read("signature_right", profile_.signature_right, 0, 12);
        section.read("signature", profile_.signature, kSignatures);
        section.read("signatures_in_row", profile_.signatures_in_row, 1, 6);
        section.read("signer_right", profile_.signer_right, 0, 12);
        section.read("signer_gap", profile_.signer_gap, 1, 6);
        section.finish();
    }

    void read_head(ProfileSection section) {
        section.read("odd", profile_.head_odd);
        section.read("even", profile_.head_even);
        section.read("rule", profile_.head_rule);
        section.read("distance", profile_.head_distance, {}, kShift);
        section.finish();
    }

    void read_folio(ProfileSection section) {
        section.read("text", profile_.folio);
        section.read("distance", profile_.folio_distance, {}, kShift);
        section.read("align", profile_.folio_align, kAligns);
        section.read("indent", profile_.folio_indent, {}, kShift);
        section.read("first_page", profile_.folio_first);
        section.finish();
    }

    // The body is always there, and nothing comes twice.
    void read_parts(ProfileSection section) {
        std::vector<std::string> names;
        if (section.has("order")) profile_.parts.clear();
        section.read("order", names);
        for (const std::string& name : names) {
            const auto* found = std::find_if(kParts.begin(), kParts.end(),
                                             [&](const auto& part) { return name == part.first; });
            if (found == kParts.end() || profile_.has(found->second))
                section.refuse("order", "typeset.profile_bad_parts", {{"name", name}});
            profile_.parts.push_back(found->second);
        }
        if (!profile_.has(IssuePart::Body))
            section.refuse("order", "typeset.profile_bad_parts", {{"name", "body"}});
        section.finish();
    }

    void read_offprint(ProfileSection section) {
        section.read("head", profile_.offprint_head);
        section.read("note", profile_.offprint_note);
        section.finish();
    }

    void read_words(ProfileSection section) {
        Words& words = profile_.words;
        section.read("contents", words.contents);
        section.read("section", words.section);
        section.read("continued", words.continued);
        section.read("published", words.published);
        section.read("running", words.running);
        section.read("mark", words.mark);
        section.read("untitled", words.untitled);
        section.read("to_note", words.to_note);
        section.read("to_mark", words.to_mark);
        section.finish();
    }

    void read_red_head(ProfileSection section) {
        RedHead& head = profile_.red_head;
        const Units units{profile_.style(StyleName::Paragraph).size, profile_.line};
        section.read("top", head.top, units, kMargin);
        section.read("top_from", head.from_paper, kFromPaper);
        section.read("title", head.title, kMarkTitles);
        section.read("issuers", head.issuers, kMarkIssuers);
        section.read("number", head.number, kNumberPlaces);
        section.read("number_gap", head.number_gap, units, kSpace);
        section.read("rule_gap", head.rule_gap, units, kSpace);
        section.read("rule", head.rule, {}, kRule);
        section.read("second_rule", head.second_rule, {}, kRule);
        section.read("rule_space", head.rule_space, {}, kRule);
        section.read("rule_length", head.rule_length, {}, kMargin);
        section.read("foot", head.foot, {}, kMargin);
        section.read("text_gap", head.text_gap, units, kSpace);
        section.read("color", head.color, kColors);
        section.finish();
    }

    void read_proof(ProfileSection section) {
        ProofMarks& proof = profile_.proof;
        section.read("number_every", proof.number_every, 0, 100);
        section.read("number_by", proof.number_by_page, kNumberings);
        section.read("number_distance", proof.number_distance, {}, kSpace);
        section.read("changes", proof.changes);
        section.read("bar_distance", proof.bar_distance, {}, kSpace);
        section.read("bar_width", proof.bar_width, {}, kRule);
        section.read("watermark", proof.watermark);
        section.read("note", proof.note);
        section.read("note_against", proof.note_against);
        section.read("note_distance", proof.note_distance, {}, kShift);
        section.finish();
    }

    void read_colophon(ProfileSection section) {
        section.read("form", profile_.colophon.form, kColophons);
        section.read("thick", profile_.colophon.thick, {}, kRule);
        section.read("thin", profile_.colophon.thin, {}, kRule);
        section.finish();
    }

    void read_styles(ProfileSection section) {
        TextStyle base;
        ProfileSection base_section = section.table("base");
        read_style(base_section, base);
        check_fonts(base_section, base);
        for (std::size_t i = 0; i < kStyleCount; ++i) {
            TextStyle& style = profile_.styles[i];
            style = base;
            ProfileSection own = section.table(kStyleNames[i]);
            read_style(own, style);
            check_fonts(own, style);
        }
        section.finish();
        check_room(profile_.style(StyleName::Paragraph).size);
        for (std::size_t i = 0; i < kStyleCount; ++i)
            check_column(section.table(kStyleNames[i]), profile_.styles[i]);
    }

    void read_style(ProfileSection& section, TextStyle& style) const {
        section.read("font", style.font);
        section.read("label_font", style.label_font);
        section.read("lead_font", style.lead_font);
        section.read("size", style.size, {}, kSize);
        const Units units{style.size, profile_.line};
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

    // Room for at least ten characters, five in a column, and three lines; less is a mistake in the
    // profile. The key to name is the one the nearest file changes, of several the largest.
    void check_room(Length size) const {
        refuse_narrow(profile_.text_width(), 10 * size,
                      {{"inner", profile_.inner}, {"outer", profile_.outer}, {"width", 0}});
        refuse_narrow(profile_.text_height(), 3 * profile_.line,
                      {{"top", profile_.top},
                       {"bottom", profile_.bottom},
                       {"line", profile_.line},
                       {"height", 0}});
        const Length column = profile_.column_width(profile_.columns);
        if (profile_.columns > 1 && column < 5 * size)
            columns_.refuse(
                columns_.has("gap") ? "gap" : "count", "typeset.profile_no_room",
                {{"room", in_millimetres(column)}, {"needed", in_millimetres(5 * size)}});
    }

    void refuse_narrow(Length room, Length needed,
                       const std::vector<std::pair<const char*, Length>>& keys) const {
        if (room >= needed) return;
        const auto worse = [&](const auto& a, const auto& b) {
            const int near_a = page_.nearness(a.first);
            const int near_b = page_.nearness(b.first);
            return near_a != near_b ? near_a < near_b : a.second > b.second;
        };
        const auto first = std::min_element(keys.begin(), keys.end(), worse);
        page_.refuse(first->first, "typeset.profile_no_room",
                     {{"room", in_millimetres(room)}, {"needed", in_millimetres(needed)}});
    }

    // A style's own indents leave room for four characters.
    void check_column(const ProfileSection& section, const TextStyle& style) const {
        const Length room =
            profile_.text_width() - style.left - style.right - std::max(0, style.indent);
        const Length needed = std::min(4 * style.size, profile_.text_width());
        if (room >= needed) return;
        const char* key = style.left >= style.right ? "left" : "right";
        if (style.indent > std::max(style.left, style.right)) key = "indent";
        if (!section.has(key)) key = "size";
        section.refuse(key, "typeset.profile_no_room",
                       {{"room", in_millimetres(room)}, {"needed", in_millimetres(needed)}});
    }

    ProfileSection root_;
    ProfileSection page_;
    ProfileSection columns_;
    const FontBook* fonts_;
    std::set<std::string> checked_roles_;
    Profile profile_;
};

}  // namespace

int Profile::columns_in(const std::string& section) const {
    const auto& names = column_sections;
    return std::find(names.begin(), names.end(), section) != names.end() ? columns : 1;
}

const char* name_of(StyleName name) {
    return kStyleNames[static_cast<std::size_t>(name)];
}

Profile read_profile(const std::string& name, const std::filesystem::path& folder,
                     const FontBook* fonts) {
    const std::vector<ProfileFile> files = read_profile_files(name, folder);
    Profile profile = Reader(files, fonts).read();
    profile.name = std::filesystem::path(files.front().name).stem().string();
    return profile;
}

}  // namespace gongbao::typeset
