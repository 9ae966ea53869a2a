// SPDX-License-Identifier: Apache-2.0
#include "typeset/pictures/png.hpp"

#include <csetjmp>
#include <cstring>
#include <vector>

#include <png.h>

#include <algorithm>

namespace gongbao::typeset {
namespace {

constexpr std::size_t kMostInterlaced = 40'000'000;

struct Source {
    std::string_view bytes;
    std::size_t at = 0;
};

void read_bytes(png_structp png, png_bytep out, png_size_t count) {
    auto& source = *static_cast<Source*>(png_get_io_ptr(png));
    if (count > source.bytes.size() - source.at) png_error(png, "ends too early");
    std::memcpy(out, source.bytes.data() + source.at, count);
    source.at += count;
}

[[noreturn]] void fail(png_structp png, png_const_charp) {
    png_longjmp(png, 1);
}

void be_silent(png_structp, png_const_charp) {}

// libpng leaves a function that fails by longjmp; what it leaves behind belongs to this.
struct Decoder {
    Source source;
    png_structp png = nullptr;
    png_infop info = nullptr;
    std::vector<std::uint8_t> pixels;  ///< a row, or all of an interlaced picture
    std::vector<png_bytep> rows;
    std::vector<std::uint8_t> paper;
    std::optional<RowShrinker> shrinker;
    ~Decoder() { png_destroy_read_struct(&png, &info, nullptr); }
};

// Grey or RGB, 8 bits, alpha kept: it is laid on white row by row.
void ask_for_plain_pixels(png_structp png, png_infop info) {
    png_set_expand(png);
    png_set_scale_16(png);
    const auto type = png_get_color_type(png, info);
    if (type == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
    if (png_get_valid(png, info, PNG_INFO_tRNS) != 0) png_set_tRNS_to_alpha(png);
}

const std::uint8_t* on_paper(Decoder& decoder, const std::uint8_t* row, std::size_t width,
                             std::size_t channels) {
    if (channels != 2 && channels != 4) return row;
    const std::size_t colors = channels - 1;
    std::uint8_t* out = decoder.paper.data();
    for (std::size_t x = 0; x < width; ++x, row += channels)
        for (std::size_t c = 0; c < colors; ++c) {
            const unsigned alpha = row[colors];
            *out++ = static_cast<std::uint8_t>((row[c] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    return decoder.paper.data();
}

bool decode(Decoder& decoder, int to_width, int to_height) {
    decoder.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, be_silent);
    if (decoder.png == nullptr) return false;
    decoder.info = png_create_info_struct(decoder.png);
    if (decoder.info == nullptr || setjmp(png_jmpbuf(decoder.png)) != 0) return false;
    png_structp png = decoder.png;
    png_set_read_fn(png, &decoder.source, read_bytes);
    png_set_user_limits(png, 40'000, 40'000);
    png_read_info(png, decoder.info);
    ask_for_plain_pixels(png, decoder.info);
    const int passes = png_set_interlace_handling(png);
    png_read_update_info(png, decoder.info);
    const std::size_t width = png_get_image_width(png, decoder.info);
    const std::size_t height = png_get_image_height(png, decoder.info);
    const std::size_t channels = png_get_channels(png, decoder.info);
    if (passes > 1 && width * height > kMostInterlaced) return false;
    const std::size_t stride = width * channels;
    decoder.pixels.resize(passes > 1 ? stride * height : stride);
    decoder.paper.resize(width * 3);
    decoder.shrinker.emplace(static_cast<int>(width), static_cast<int>(height),
                             channels > 2 ? 3 : 1, std::min(static_cast<int>(width), to_width),
                             std::min(static_cast<int>(height), to_height));
    if (passes > 1) {
        for (std::size_t y = 0; y < height; ++y)
            decoder.rows.push_back(decoder.pixels.data() + y * stride);
        png_read_image(png, decoder.rows.data());
        for (std::size_t y = 0; y < height; ++y)
            decoder.shrinker->add(on_paper(decoder, decoder.rows[y], width, channels));
    } else {
        for (std::size_t y = 0; y < height; ++y) {
            png_read_row(png, decoder.pixels.data(), nullptr);
            decoder.shrinker->add(on_paper(decoder, decoder.pixels.data(), width, channels));
        }
    }
    png_read_end(png, nullptr);
    return true;
}

}  // namespace

std::optional<Pixels> read_png(std::string_view bytes, int width, int height) {
    Decoder decoder;
    decoder.source.bytes = bytes;
    if (!decode(decoder, width, height)) return {};
    return decoder.shrinker->finish();
}

std::string write_png(const Pixels& pixels) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = pixels.channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    png_alloc_size_t size = 0;
    if (png_image_write_get_memory_size(image, size, 0, pixels.bytes.data(), 0, nullptr) == 0)
        return {};
    std::string bytes(size, '\0');
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.bytes.data(), 0,
                                  nullptr) == 0)
        return {};
    bytes.resize(size);
    return bytes;
}

}  // namespace gongbao::typeset
