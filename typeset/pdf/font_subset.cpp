// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/font_subset.hpp"

#include <hb-subset.h>

#include <memory>

#include "core/report/error.hpp"

namespace gongbao::typeset::pdf {
namespace {

using Input = std::unique_ptr<hb_subset_input_t, decltype(&hb_subset_input_destroy)>;
using Plan = std::unique_ptr<hb_subset_plan_t, decltype(&hb_subset_plan_destroy)>;
using Face = std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)>;

template <typename Pointer>
Pointer checked(Pointer pointer) {
    if (pointer == nullptr)
        throw core::Error(core::ErrorKind::Unavailable, {"typeset.font_subset_failed", {}});
    return pointer;
}

Input input_of(const std::vector<std::uint32_t>& used, bool keep_ids) {
    Input input(checked(hb_subset_input_create_or_fail()), &hb_subset_input_destroy);
    for (const std::uint32_t glyph : used)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    // Subroutines written out deflate as well as called ones, and need not be sorted out.
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
                     HB_SUBSET_FLAGS_DESUBROUTINIZE;
    if (keep_ids) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    hb_subset_input_set_flags(input.get(), flags);
    return input;
}

std::string whole_file(hb_face_t* face) {
    hb_blob_t* blob = hb_face_reference_blob(face);
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob, &size);
    std::string bytes(data, size);
    hb_blob_destroy(blob);
    return bytes;
}

}  // namespace

FontSubset subset_font(hb_face_t* outlines, const std::vector<std::uint32_t>& used, bool keep_ids) {
    const Input input = input_of(used, keep_ids);
    const Plan plan(checked(hb_subset_plan_create_or_fail(outlines, input.get())),
                    &hb_subset_plan_destroy);
    const Face result(checked(hb_subset_plan_execute_or_fail(plan.get())), &hb_face_destroy);
    FontSubset subset;
    subset.program = FontTable(result.get(), HB_TAG('C', 'F', 'F', ' ')).bytes();
    if (subset.program.empty()) subset.program = whole_file(result.get());
    const hb_map_t* old_glyphs = hb_subset_plan_new_to_old_glyph_mapping(plan.get());
    for (hb_codepoint_t id = 0; id < hb_face_get_glyph_count(result.get()); ++id)
        subset.glyphs.push_back(hb_map_has(old_glyphs, id) ? hb_map_get(old_glyphs, id) : 0);
    return subset;
}

}  // namespace gongbao::typeset::pdf
