// SPDX-License-Identifier: Apache-2.0
#include "typeset/pictures/jpeg.hpp"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <jerror.h>
#include <jpeglib.h>

#include <algorithm>

namespace gongbao::typeset {
namespace {

constexpr int kQuality = 92;

// libjpeg leaves a function that fails by longjmp: none of those below holds an object with a
// destructor that was made after the jump was set.
struct Failure {
    jpeg_error_mgr manager;
    std::jmp_buf jump;
    bool ends_early = false;
};

void fail(j_common_ptr jpeg) {
    std::longjmp(reinterpret_cast<Failure*>(jpeg->err)->jump, 1);
}

void note_warning(j_common_ptr jpeg, int level) {
    if (level >= 0) return;
    if (jpeg->err->msg_code == JWRN_JPEG_EOF || jpeg->err->msg_code == JWRN_HIT_MARKER)
        reinterpret_cast<Failure*>(jpeg->err)->ends_early = true;
}

void be_silent(j_common_ptr) {}

void prepare(Failure& failure) {
    jpeg_std_error(&failure.manager);
    failure.manager.error_exit = fail;
    failure.manager.emit_message = note_warning;
    failure.manager.output_message = be_silent;
}

void open(jpeg_decompress_struct& jpeg, std::string_view bytes) {
    jpeg_create_decompress(&jpeg);
    jpeg.mem->max_memory_to_use = 256L << 20;
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()),
                 static_cast<unsigned long>(bytes.size()));
    jpeg_save_markers(&jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(&jpeg, TRUE);
}

unsigned number_at(const unsigned char* data, unsigned at, unsigned count, bool little) {
    unsigned value = 0;
    for (unsigned i = 0; i < count; ++i)
        value = value << 8 | data[little ? at + count - 1 - i : at + i];
    return value;
}

// The orientation an EXIF block names (TIFF tag 0x0112 of its first directory), or 1.
int orientation_in(const unsigned char* data, unsigned size) {
    constexpr unsigned kTiff = 6;
    if (size < kTiff + 8 || std::string_view(reinterpret_cast<const char*>(data), 4) != "Exif")
        return 1;
    const bool little = data[kTiff] == 'I';
    const unsigned directory = kTiff + number_at(data, kTiff + 4, 4, little);
    if (directory < kTiff || directory > size - 2) return 1;
    const unsigned count = number_at(data, directory, 2, little);
    for (unsigned i = 0; i < count; ++i) {
        const unsigned entry = directory + 2 + 12 * i;
        if (entry + 12 > size) return 1;
        if (number_at(data, entry, 2, little) != 0x0112) continue;
        const unsigned value = number_at(data, entry + 8, 2, little);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

int orientation_of(const jpeg_decompress_struct& jpeg) {
    for (const jpeg_marker_struct* marker = jpeg.marker_list; marker != nullptr;
         marker = marker->next)
        if (marker->marker == JPEG_APP0 + 1)
            if (const int found = orientation_in(marker->data, marker->data_length); found != 1)
                return found;
    return 1;
}

// Ink to light: Adobe's files store ink upside down.
void row_from_cmyk(const std::uint8_t* in, std::uint8_t* out, int width, bool inverted) {
    for (int x = 0; x < width; ++x, in += 4, out += 3)
        for (int c = 0; c < 3; ++c) {
            const int light = inverted ? in[c] : 255 - in[c];
            const int key = inverted ? in[3] : 255 - in[3];
            out[c] = static_cast<std::uint8_t>((light * key + 127) / 255);
        }
}

struct Decoder {
    jpeg_decompress_struct jpeg{};
    Failure failure;
    std::vector<std::uint8_t> row;
    std::vector<std::uint8_t> light;
    std::optional<RowShrinker> shrinker;
    ~Decoder() { jpeg_destroy_decompress(&jpeg); }
};

// Reads into decoder.shrinker. What the jump leaves behind belongs to `decoder`.
bool decode(Decoder& decoder, std::string_view bytes, int width, int height) {
    jpeg_decompress_struct& jpeg = decoder.jpeg;
    prepare(decoder.failure);
    jpeg.err = &decoder.failure.manager;
    if (setjmp(decoder.failure.jump) != 0) return false;
    open(jpeg, bytes);
    const bool cmyk = jpeg.num_components == 4;
    if (cmyk)
        jpeg.out_color_space = JCS_CMYK;
    else if (jpeg.num_components == 1)
        jpeg.out_color_space = JCS_GRAYSCALE;
    else
        jpeg.out_color_space = JCS_RGB;
    jpeg.scale_num = 1;
    jpeg.dct_method = JDCT_ISLOW;
    while (jpeg.scale_denom < 8 &&
           jpeg.image_width / (jpeg.scale_denom * 2) >= static_cast<unsigned>(width) &&
           jpeg.image_height / (jpeg.scale_denom * 2) >= static_cast<unsigned>(height))
        jpeg.scale_denom *= 2;
    jpeg_start_decompress(&jpeg);
    const int wide = static_cast<int>(jpeg.output_width);
    const int high = static_cast<int>(jpeg.output_height);
    const int channels = cmyk ? 3 : jpeg.output_components;
    decoder.shrinker.emplace(wide, high, channels, std::min(wide, width), std::min(high, height));
    decoder.row.resize(static_cast<std::size_t>(wide) *
                       static_cast<std::size_t>(jpeg.output_components));
    decoder.light.resize(static_cast<std::size_t>(wide) * 3);
    while (jpeg.output_scanline < jpeg.output_height && !decoder.failure.ends_early) {
        JSAMPROW row = decoder.row.data();
        jpeg_read_scanlines(&jpeg, &row, 1);
        if (cmyk)
            row_from_cmyk(decoder.row.data(), decoder.light.data(), wide,
                          jpeg.saw_Adobe_marker != FALSE);
        decoder.shrinker->add(cmyk ? decoder.light.data() : decoder.row.data());
    }
    return !decoder.failure.ends_early;
}

}  // namespace

std::optional<JpegHeader> read_jpeg_header(std::string_view bytes) {
    Decoder decoder;
    prepare(decoder.failure);
    decoder.jpeg.err = &decoder.failure.manager;
    if (setjmp(decoder.failure.jump) != 0) return {};
    open(decoder.jpeg, bytes);
    return JpegHeader{static_cast<int>(decoder.jpeg.image_width),
                      static_cast<int>(decoder.jpeg.image_height), decoder.jpeg.num_components,
                      orientation_of(decoder.jpeg)};
}

std::optional<Pixels> read_jpeg(std::string_view bytes, int width, int height) {
    Decoder decoder;
    if (!decode(decoder, bytes, width, height)) return {};
    return decoder.shrinker->finish();
}

std::string write_jpeg(const Pixels& pixels) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* out = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &out, &size);
    jpeg.image_width = static_cast<JDIMENSION>(pixels.width);
    jpeg.image_height = static_cast<JDIMENSION>(pixels.height);
    jpeg.input_components = pixels.channels;
    jpeg.in_color_space = pixels.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, kQuality, TRUE);
    jpeg.optimize_coding = TRUE;
    jpeg.dct_method = JDCT_ISLOW;
    jpeg_start_compress(&jpeg, TRUE);
    const auto stride =
        static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.channels);
    while (jpeg.next_scanline < jpeg.image_height) {
        auto* row = reinterpret_cast<JSAMPROW>(
            const_cast<char*>(pixels.bytes.data() + jpeg.next_scanline * stride));
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string bytes(reinterpret_cast<const char*>(out), size);
    jpeg_destroy_compress(&jpeg);
    std::free(out);
    return bytes;
}

std::string without_notes(std::string_view bytes) {
    std::string kept(bytes.substr(0, 2));
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        const auto marker = static_cast<std::uint8_t>(bytes[at + 1]);
        const std::size_t length =
            2u + (std::size_t{static_cast<std::uint8_t>(bytes[at + 2])} << 8 |
                  std::size_t{static_cast<std::uint8_t>(bytes[at + 3])});
        // From the first scan on, and where something is odd, everything as it is.
        if (static_cast<std::uint8_t>(bytes[at]) != 0xFF || marker == 0xFF || marker == 0xDA ||
            at + length > bytes.size())
            return kept.append(bytes.substr(at));
        const bool note = (marker >= 0xE1 && marker <= 0xEF && marker != 0xEE) || marker == 0xFE;
        if (!note) kept.append(bytes.substr(at, length));
        at += length;
    }
    return kept;
}

}  // namespace gongbao::typeset
