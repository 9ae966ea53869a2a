// SPDX-License-Identifier: Apache-2.0
#include "typeset/profile/profile.hpp"

#include <algorithm>

#include "typeset/profile/check_room.hpp"
#include "typeset/profile/read_sections.hpp"
#include "typeset/profile/read_styles.hpp"

namespace gongbao::typeset {
namespace {

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

Profile read(const std::vector<ProfileFile>& files, const FontBook* fonts) {
    Profile profile;
    ProfileSection root(files);
    ProfileSection page = root.table("page");
    ProfileSection columns = root.table("columns");
    read_page(page, profile);
    read_text(root.table("text"), profile);
    read_columns(columns, profile);
    read_table(root.table("table"), profile);
    read_item(root.table("item"), profile);
    read_head(root.table("head"), profile);
    read_folio(root.table("folio"), profile);
    read_parts(root.table("parts"), profile);
    read_words(root.table("words"), profile);
    read_offprint(root.table("offprint"), profile);
    ProfileSection styles = root.table("style");
    read_styles(styles, fonts, profile);
    check_room(page, columns, profile);
    for (std::size_t i = 0; i < kStyleCount; ++i)
        check_column(styles.table(kStyleNames[i]), profile.styles[i], profile.text_width());
    read_red_head(root.table("red_head"), profile);
    read_colophon(root.table("colophon"), profile);
    read_proof(root.table("proof"), profile);
    root.finish();
    return profile;
}

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
    Profile profile = read(files, fonts);
    profile.name = std::filesystem::path(files.front().name).stem().string();
    return profile;
}

}  // namespace gongbao::typeset
