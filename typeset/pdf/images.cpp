// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/images.hpp"

#include <png.h>

#include "core/document/figure.hpp"
#include "typeset/pictures/image.hpp"

namespace gongbao::typeset::pdf {
namespace {

constexpr std::size_t kMostPixels = 60u << 20;

std::string entries(const ImageSize& size, const char* space) {
    return "/Type/XObject/Subtype/Image/Width " + std::to_string(size.width) + "/Height " +
           std::to_string(size.height) + "/BitsPerComponent 8/ColorSpace/" + space;
}

std::optional<ObjectId> add_png(std::string_view bytes, ObjectFile& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return {};
    const bool color = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
    image.format = color ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    if (std::size_t{image.width} * image.height > kMostPixels) {
        png_image_free(&image);
        return {};
    }
    std::string pixels(PNG_IMAGE_SIZE(image), '\0');
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image, &white, pixels.data(), 0, nullptr) == 0) return {};
    const ImageSize size{
        static_cast<int>(image.width), static_cast<int>(image.height), 0, 8, false, false};
    return file.add_stream(entries(size, color ? "DeviceRGB" : "DeviceGray"), pixels);
}

}  // namespace

std::optional<ObjectId> add_image(const core::Media& media, ObjectFile& file) {
    const auto size = image_size(*media.bytes, media.type);
    if (!size) return {};
    if (media.type == "image/png") return add_png(*media.bytes, file);
    const char* space = size->channels == 1   ? "DeviceGray"
                        : size->channels == 3 ? "DeviceRGB"
                                              : nullptr;
    // A CMYK picture would need an output intent of its own.
    if (space == nullptr || size->bits != 8) return {};
    return file.add_stream(entries(*size, space) + "/Filter/DCTDecode", *media.bytes,
                           ObjectFile::Coding::Plain);
}

}  // namespace gongbao::typeset::pdf
