// SPDX-License-Identifier: Apache-2.0
#include "typeset/profile/read_sections.hpp"

#include <algorithm>

#include "typeset/profile/choices.hpp"

namespace gongbao::typeset {

void read_page(ProfileSection& section, Profile& profile) {
    for (const char* key : {"width", "height", "top", "bottom", "inner", "outer", "line"})
        if (!section.has(key)) section.refuse(key, "typeset.profile_missing_key");
    section.read("width", profile.width, {}, kPaper);
    section.read("height", profile.height, {}, kPaper);
    section.read("top", profile.top, {}, kMargin);
    section.read("bottom", profile.bottom, {}, kMargin);
    section.read("inner", profile.inner, {}, kMargin);
    section.read("outer", profile.outer, {}, kMargin);
    section.read("line", profile.line, {}, kPitch);
    section.read("mirror", profile.mirror);
    section.read("register", profile.in_register);
    section.finish();
}

void read_text(ProfileSection section, Profile& profile) {
    section.read("grid", profile.text.grid);
    section.read("compress", profile.text.compress);
    section.read("trim_line_end", profile.text.trim_line_end);
    section.read("trim_line_start", profile.text.trim_line_start);
    section.read("prohibition", profile.text.prohibition, kProhibitions);
    section.read("gap", profile.text.gap, 0, 500);
    section.read("gap_min", profile.text.gap_min, 0, 500);
    section.read("gap_max", profile.text.gap_max, 0, 1000);
    section.finish();
}

void read_columns(ProfileSection& section, Profile& profile) {
    section.read("count", profile.columns, 1, 4);
    section.read("gap", profile.column_gap, {}, kSpace);
    section.read("sections", profile.column_sections);
    section.finish();
}

void read_table(ProfileSection section, Profile& profile) {
    TableLook& look = profile.table;
    section.read("frame", look.frame, {}, kRule);
    section.read("rule", look.rule, {}, kRule);
    section.read("side", look.side, {}, kRule);
    section.read("above", look.above, {}, kRule);
    section.read("smallest", look.smallest, {}, kSize);
    section.read("turn", look.turn);
    section.finish();
}

void read_item(ProfileSection section, Profile& profile) {
    section.read("start", profile.item_start, kStarts);
    section.read("annex_start", profile.annex_start, kStarts);
    section.read("attached_start", profile.attached_start, kStarts);
    section.read("opening", profile.opening, kOpenings);
    section.read("show_note", profile.show_note);
    section.read("date_right", profile.date_right, 0, 12);
    section.read("signature_right", profile.signature_right, 0, 12);
    section.read("signature", profile.signature, kSignatures);
    section.read("signatures_in_row", profile.signatures_in_row, 1, 6);
    section.read("signer_right", profile.signer_right, 0, 12);
    section.read("signer_gap", profile.signer_gap, 1, 6);
    section.finish();
}

void read_head(ProfileSection section, Profile& profile) {
    section.read("odd", profile.head_odd);
    section.read("even", profile.head_even);
    section.read("rule", profile.head_rule);
    section.read("distance", profile.head_distance, {}, kShift);
    section.finish();
}

void read_folio(ProfileSection section, Profile& profile) {
    section.read("text", profile.folio);
    section.read("distance", profile.folio_distance, {}, kShift);
    section.read("align", profile.folio_align, kAligns);
    section.read("indent", profile.folio_indent, {}, kShift);
    section.read("first_page", profile.folio_first);
    section.finish();
}

// The body is always there, and nothing comes twice.
void read_parts(ProfileSection section, Profile& profile) {
    std::vector<std::string> names;
    if (section.has("order")) profile.parts.clear();
    section.read("order", names);
    for (const std::string& name : names) {
        const auto* found = std::find_if(kParts.begin(), kParts.end(),
                                         [&](const auto& part) { return name == part.first; });
        if (found == kParts.end() || profile.has(found->second))
            section.refuse("order", "typeset.profile_bad_parts", {{"name", name}});
        profile.parts.push_back(found->second);
    }
    if (!profile.has(IssuePart::Body))
        section.refuse("order", "typeset.profile_bad_parts", {{"name", "body"}});
    section.finish();
}

void read_offprint(ProfileSection section, Profile& profile) {
    section.read("head", profile.offprint_head);
    section.read("note", profile.offprint_note);
    section.finish();
}

void read_words(ProfileSection section, Profile& profile) {
    Words& words = profile.words;
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

void read_red_head(ProfileSection section, Profile& profile) {
    RedHead& head = profile.red_head;
    const Units units{profile.style(StyleName::Paragraph).size, profile.line};
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

void read_proof(ProfileSection section, Profile& profile) {
    ProofMarks& proof = profile.proof;
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

void read_colophon(ProfileSection section, Profile& profile) {
    section.read("form", profile.colophon.form, kColophons);
    section.read("thick", profile.colophon.thick, {}, kRule);
    section.read("thin", profile.colophon.thin, {}, kRule);
    section.finish();
}

}  // namespace gongbao::typeset
