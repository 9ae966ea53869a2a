// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/embedded_font.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "typeset/fonts/cff.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/pdf/font_subset.hpp"
#include "typeset/pdf/operators.hpp"
#include "typeset/pdf/values.hpp"
#include "typeset/text/char_class.hpp"

namespace gongbao::typeset::pdf {
namespace {

std::string postscript_name(hb_face_t* face) {
    char name[128] = {};
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    std::string clean;
    for (const char c : std::string(name))
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-')
            clean += c;
    return clean.empty() ? "Font" : clean;
}

bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c < kTextPool);
}

// FontBBox from the head table, in thousandths of an em.
std::string bounding_box(hb_face_t* face, int units) {
    const FontTable table(face, HB_TAG('h', 'e', 'a', 'd'));
    const std::string_view head = table.bytes();
    std::vector<std::string> box;
    for (std::size_t i = 0; i < 4; ++i) {
        int value = 0;
        if (head.size() >= 44)
            value = static_cast<std::int16_t>(static_cast<std::uint8_t>(head[36 + 2 * i]) << 8 |
                                              static_cast<std::uint8_t>(head[37 + 2 * i]));
        box.push_back(integer(value * 1000 / std::max(1, units)));
    }
    return array(box);
}

}  // namespace

EmbeddedFont::EmbeddedFont(const FontFace& face, std::string name, ObjectId id,
                           const std::vector<std::u32string>& texts)
    : face_(face), name_(std::move(name)), id_(id), texts_(texts), slot_(0x10000) {
    is_cff_ = face.cff().has_value();
    cid_keyed_ = is_cff_ && face.cff()->cid_keyed;
}

std::u32string EmbeddedFont::text_of(char32_t text) const {
    if (text == 0) return {};
    return text >= kTextPool ? texts_[text - kTextPool] : std::u32string{text};
}

void EmbeddedFont::count(std::uint32_t glyph, char32_t text) {
    std::uint16_t& slot = slot_[glyph];
    if (slot == 0) {
        used_.push_back({glyph, 0, 0, 0, static_cast<std::int16_t>(face_.advance_of(glyph))});
        slot = static_cast<std::uint16_t>(used_.size());
    }
    Used& used = used_[slot - 1u];
    if (used.text == 0 && tells(text)) used.text = text;
    ++used.count;
}

// Not private use, which needs ActualText (PDF/A-3, 6.2.11.7.3), and nothing unseen that only
// happens to be kept with this character.
bool EmbeddedFont::tells(char32_t text) const {
    const auto fits = [](char32_t c) { return c != 0 && !is_private_use(c) && !is_invisible(c); };
    if (text < kTextPool) return fits(text);
    const std::u32string& all = texts_[text - kTextPool];
    return std::all_of(all.begin(), all.end(), fits);
}

// Codes whose bytes would need an escape in a string are left out.
void EmbeddedFont::choose_codes() {
    std::vector<std::uint32_t> order(used_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
        const Used& x = used_[a];
        const Used& y = used_[b];
        return x.count != y.count ? x.count > y.count : x.glyph < y.glyph;
    });
    const auto plain = [](unsigned byte) {
        return byte != '(' && byte != ')' && byte != '\\' && byte != '\r';
    };
    unsigned code = 0;
    for (const std::uint32_t i : order) {
        do ++code;
        while (!plain(code >> 8) || !plain(code & 0xFF));
        used_[i].code = static_cast<std::uint16_t>(is_cff_ && !cid_keyed_ ? used_[i].glyph : code);
    }
}

bool EmbeddedFont::agrees(std::uint32_t glyph, char32_t text) const {
    const Used& used = used_[slot_[glyph] - 1u];
    return text != 0 && used.text != 0 &&
           (used.text == text || text_of(used.text) == text_of(text));
}

std::string EmbeddedFont::to_unicode() const {
    std::map<std::uint16_t, std::u32string> by_code;
    // A mark drawn over the glyph before has no text of its own, but every code needs one.
    for (const Used& used : used_)
        by_code[used.code] = used.text != 0 ? text_of(used.text) : U"\u200B";
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    std::size_t left = by_code.size();
    std::size_t in_block = 0;
    for (const auto& [code, text] : by_code) {
        if (in_block == 0) {
            in_block = std::min<std::size_t>(100, left);
            map += std::to_string(in_block) + " beginbfchar\n";
        }
        map += "<" + utf16_hex(std::u32string{code}) + "> <" + utf16_hex(text) + ">\n";
        --left;
        if (--in_block == 0) map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

// Glyphs a full em wide are the default width; the others follow, neighbours in one array.
std::string EmbeddedFont::widths() const {
    std::map<std::uint16_t, int> by_code;
    for (const Used& used : used_)
        if (used.advance != 1000) by_code[used.code] = used.advance;
    std::string array = "[";
    int expected = -1;
    for (const auto& [code, advance] : by_code) {
        if (code != expected)
            array += (expected < 0 ? "" : "]") + std::to_string(code) + "[";
        else
            array += ' ';
        array += std::to_string(advance);
        expected = code + 1;
    }
    return array + (expected < 0 ? "]" : "]]");
}

// For a glyf font: which glyph of the subset has each code (ISO 32000-1, 9.7.4.2).
std::string EmbeddedFont::glyph_map(const std::vector<std::uint16_t>& codes) {
    const std::uint16_t last = codes.empty() ? 0 : *std::max_element(codes.begin(), codes.end());
    std::string map((std::size_t{last} + 1) * 2, '\0');
    for (std::size_t id = 0; id < codes.size(); ++id) {
        map[codes[id] * 2u] = static_cast<char>(id >> 8);
        map[codes[id] * 2u + 1] = static_cast<char>(id & 0xFF);
    }
    map[0] = map[1] = '\0';
    return map;
}

// The code of every glyph of the subset. One that only other glyphs are made of has no code of its
// own: it gets one behind all others.
std::vector<std::uint16_t> EmbeddedFont::codes_of(const std::vector<std::uint32_t>& glyphs) const {
    std::vector<std::uint16_t> codes;
    std::uint16_t unused = 0xFFFE;
    for (const std::uint32_t glyph : glyphs) {
        const std::uint16_t slot = slot_[glyph];
        codes.push_back(codes.empty() ? std::uint16_t{0}
                        : slot != 0   ? used_[slot - 1u].code
                                      : unused--);
    }
    return codes;
}

void EmbeddedFont::make_subset() {
    std::vector<std::uint32_t> glyphs;
    for (const Used& used : used_) glyphs.push_back(used.glyph);
    FontSubset subset = subset_font(face_.outlines(), glyphs, is_cff_ && !cid_keyed_);
    const std::vector<std::uint16_t> codes = codes_of(subset.glyphs);
    std::string program = std::move(subset.program);
    if (cid_keyed_) {
        auto renumbered = with_cids(std::move(program), {codes.begin() + 1, codes.end()});
        if (!renumbered)
            throw core::Error(core::ErrorKind::Unavailable, {"typeset.font_subset_failed", {}});
        program = std::move(*renumbered);
    }
    if (!is_cff_) glyph_map_ = glyph_map(codes);
    // Six letters from the subset's digest (ISO 32000-1, 9.6.4).
    std::string tag;
    for (const char byte : core::sha256_bytes(program).substr(0, 6))
        tag += static_cast<char>('A' + static_cast<unsigned char>(byte) % 26);
    base_name_ = tag + "+" + postscript_name(face_.handle());
    program_size_ = program.size();
    program_ = deflate(program);
}

void EmbeddedFont::write(ObjectFile& file) const {
    const ObjectId program_id = file.add_stream(
        is_cff_ ? "/Subtype/CIDFontType0C" : "/Length1 " + std::to_string(program_size_), program_,
        ObjectFile::Coding::Packed);
    Dictionary descriptor;
    descriptor.add("Type", name("FontDescriptor"));
    descriptor.add("FontName", name(base_name_));
    descriptor.add("Flags", integer(4));
    descriptor.add("FontBBox", bounding_box(face_.handle(), face_.units_per_em()));
    descriptor.add("ItalicAngle", integer(0));
    descriptor.add("Ascent", integer(face_.ascent()));
    descriptor.add("Descent", integer(face_.descent()));
    descriptor.add("CapHeight", integer(700));
    descriptor.add("StemV", integer(80));
    descriptor.add(is_cff_ ? "FontFile3" : "FontFile2", ref(program_id));
    const ObjectId descriptor_id = file.add(descriptor.written());

    Dictionary system;
    system.add("Registry", ascii("Adobe"));
    system.add("Ordering", ascii("Identity"));
    system.add("Supplement", integer(0));
    Dictionary cid_font;
    cid_font.add("Type", name("Font"));
    cid_font.add("Subtype", name(is_cff_ ? "CIDFontType0" : "CIDFontType2"));
    cid_font.add("BaseFont", name(base_name_));
    cid_font.add("CIDSystemInfo", system.written());
    cid_font.add("FontDescriptor", ref(descriptor_id));
    cid_font.add("DW", integer(1000));
    cid_font.add("W", ref(file.add(widths())));
    if (!is_cff_) cid_font.add("CIDToGIDMap", ref(file.add_stream("", glyph_map_)));
    const ObjectId cid_font_id = file.add(cid_font.written());

    Dictionary font;
    font.add("Type", name("Font"));
    font.add("Subtype", name("Type0"));
    font.add("BaseFont", name(is_cff_ ? base_name_ + "-Identity-H" : base_name_));
    font.add("Encoding", name("Identity-H"));
    font.add("DescendantFonts", references({cid_font_id}));
    font.add("ToUnicode", ref(file.add_stream("", to_unicode())));
    file.put(id_, font.written());
}

}  // namespace gongbao::typeset::pdf
