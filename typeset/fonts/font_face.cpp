// SPDX-License-Identifier: Apache-2.0
#include "typeset/fonts/font_face.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <mutex>
#include <utility>

#include "core/report/error.hpp"

namespace gongbao::typeset {
namespace {

constexpr std::size_t kMostRemembered = 20000;
constexpr std::size_t kLongestRemembered = 40;

bool is_barred(const void* barred, hb_codepoint_t c) {
    const auto& all = *static_cast<const BarredRanges*>(barred);
    const auto after =
        std::upper_bound(all.begin(), all.end(), static_cast<char32_t>(c),
                         [](char32_t one, const BarredRange& range) { return one < range.first; });
    return after != all.begin() && c <= std::prev(after)->last;
}

hb_bool_t nominal_glyph(hb_font_t* font, void* barred, hb_codepoint_t c, hb_codepoint_t* glyph,
                        void*) {
    return !is_barred(barred, c) && hb_font_get_nominal_glyph(hb_font_get_parent(font), c, glyph);
}

hb_bool_t variation_glyph(hb_font_t* font, void* barred, hb_codepoint_t c, hb_codepoint_t selector,
                          hb_codepoint_t* glyph, void*) {
    return !is_barred(barred, c) &&
           hb_font_get_variation_glyph(hb_font_get_parent(font), c, selector, glyph);
}

// The font without the barred characters, for every question anybody may ask it.
hb_font_t* without(BarredRanges& barred, hb_font_t* font) {
    static hb_font_funcs_t* const kFunctions = [] {
        hb_font_funcs_t* functions = hb_font_funcs_create();
        hb_font_funcs_set_nominal_glyph_func(functions, nominal_glyph, nullptr, nullptr);
        hb_font_funcs_set_variation_glyph_func(functions, variation_glyph, nullptr, nullptr);
        hb_font_funcs_make_immutable(functions);
        return functions;
    }();
    hb_font_t* rest = hb_font_create_sub_font(font);
    hb_font_set_funcs(rest, kFunctions, &barred, nullptr);
    hb_font_destroy(font);
    return rest;
}

}  // namespace

FontFace::FontFace(std::string id, const std::filesystem::path& file, unsigned index,
                   BarredRanges barred)
    : id_(std::move(id)), barred_(std::move(barred)) {
    hb_blob_t* blob = hb_blob_create_from_file_or_fail(file.c_str());
    if (blob == nullptr)
        throw core::Error(core::ErrorKind::Unavailable, {"typeset.font_missing", {{"font", id_}}},
                          file.string());
    face_ = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    if (hb_face_get_glyph_count(face_) == 0) {
        hb_face_destroy(face_);
        throw core::Error(core::ErrorKind::Unavailable,
                          {"typeset.font_unreadable", {{"font", id_}}}, file.string());
    }
    units_ = static_cast<int>(hb_face_get_upem(face_));
    font_ = hb_font_create(face_);
    hb_font_set_scale(font_, 1000, 1000);
    if (!barred_.empty()) font_ = without(barred_, font_);
    hb_font_make_immutable(font_);
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font_, &extents);
    ascent_ = extents.ascender;
    // FandolSong-Regular states its descent with the wrong sign.
    descent_ = extents.descender > 0 ? -extents.descender : extents.descender;
}

FontFace::~FontFace() {
    for (const auto& block : blocks_) delete block.load();
    hb_font_destroy(font_);
    hb_face_destroy(outlines_);
    hb_face_destroy(face_);
}

const FontFace::Block& FontFace::block(std::size_t number) const {
    auto& slot = blocks_[number];
    const Block* block = slot.load(std::memory_order_acquire);
    if (block != nullptr) return *block;
    auto made = std::make_unique<Block>();
    for (std::size_t i = 0; i < made->size(); ++i) {
        hb_codepoint_t glyph = 0;
        const auto c = static_cast<hb_codepoint_t>(number * 256 + i);
        if (hb_font_get_nominal_glyph(font_, c, &glyph) && glyph != 0 && glyph <= 0xFFFF)
            (*made)[i] = {static_cast<std::uint16_t>(glyph),
                          static_cast<std::uint16_t>(hb_font_get_glyph_h_advance(font_, glyph))};
    }
    // Two threads may make the same block; they make it alike, and one of them is kept.
    if (slot.compare_exchange_strong(block, made.get(), std::memory_order_acq_rel))
        return *made.release();
    return *block;
}

Glyph FontFace::glyph(char32_t c) const {
    return c < 0x110000 ? block(c >> 8)[c & 0xFF] : Glyph{};
}

int FontFace::advance_of(std::uint32_t glyph) const {
    return hb_font_get_glyph_h_advance(font_, glyph);
}

GlyphInk FontFace::ink_of(std::uint32_t glyph) const {
    hb_glyph_extents_t extents{};
    if (!hb_font_get_glyph_extents(font_, glyph, &extents)) return {};
    return {extents.y_bearing, extents.y_bearing + extents.height, extents.x_bearing,
            extents.x_bearing + extents.width};
}

std::uint32_t FontFace::variant(char32_t c, char32_t selector) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_variation_glyph(font_, c, selector, &glyph) ? glyph : 0;
}

std::vector<ShapedGlyph> FontFace::shape(std::u32string_view run, bool right_to_left) const {
    if (right_to_left || run.size() > kLongestRemembered) return shape_anew(run, right_to_left);
    {
        const std::shared_lock lock(runs_guard_);
        const auto found = runs_.find(run);
        if (found != runs_.end()) return found->second;
    }
    std::vector<ShapedGlyph> shaped = shape_anew(run, false);
    const std::unique_lock lock(runs_guard_);
    if (runs_.size() < kMostRemembered) runs_.emplace(run, shaped);
    return shaped;
}

std::vector<ShapedGlyph> FontFace::shape_anew(std::u32string_view run, bool right_to_left) const {
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf32(buffer, reinterpret_cast<const std::uint32_t*>(run.data()),
                        static_cast<int>(run.size()), 0, static_cast<int>(run.size()));
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, HB_LANGUAGE_INVALID);  // not the one of whoever runs the program
    const hb_feature_t features[] = {{HB_TAG('l', 'i', 'g', 'a'), 0, 0, HB_FEATURE_GLOBAL_END},
                                     {HB_TAG('c', 'l', 'i', 'g'), 0, 0, HB_FEATURE_GLOBAL_END}};
    hb_shape(font_, buffer, features, 2);
    unsigned count = 0;
    const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* position = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<ShapedGlyph> shaped(count);
    for (unsigned i = 0; i < count; ++i)
        shaped[right_to_left ? count - 1 - i : i] = {info[i].codepoint, info[i].cluster,
                                                     position[i].x_advance, position[i].x_offset,
                                                     position[i].y_offset};
    hb_buffer_destroy(buffer);
    return shaped;
}

const std::optional<CffInfo>& FontFace::cff() const {
    std::call_once(cff_read_, [this] {
        hb_blob_t* table = hb_face_reference_table(face_, HB_TAG('C', 'F', 'F', ' '));
        unsigned size = 0;
        const char* bytes = hb_blob_get_data(table, &size);
        if (bytes != nullptr) cff_ = read_cff({bytes, size});
        hb_blob_destroy(table);
    });
    return cff_;
}

hb_face_t* FontFace::outlines() const {
    std::call_once(outlines_made_, [this] {
        outlines_ = hb_face_builder_create();
        for (const char* tag : {"CFF ", "glyf", "loca", "head", "hhea", "hmtx", "maxp"}) {
            const hb_tag_t name = hb_tag_from_string(tag, -1);
            hb_blob_t* table = hb_face_reference_table(face_, name);
            if (hb_blob_get_length(table) > 0) hb_face_builder_add_table(outlines_, name, table);
            hb_blob_destroy(table);
        }
        hb_face_make_immutable(outlines_);
    });
    return outlines_;
}

}  // namespace gongbao::typeset
