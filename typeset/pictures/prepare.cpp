// SPDX-License-Identifier: Apache-2.0
#include "typeset/pictures/prepare.hpp"

#include <algorithm>
#include <utility>

#include "core/document/figure.hpp"
#include "core/system/digest.hpp"
#include "typeset/pictures/image.hpp"
#include "typeset/pictures/jpeg.hpp"
#include "typeset/pictures/png.hpp"

namespace gongbao::typeset {
namespace {

constexpr int kMostPixels = 20000;

int dots(Length length) {
    return std::max(1, static_cast<int>(Extent{length} * kPrintDots / pt(72)));
}

bool has_too_many(int pixels, Length length) {
    return Extent{pixels} * 2 > Extent{dots(length)} * 3;
}

std::shared_ptr<const core::Media> media_of(std::string bytes, const char* type) {
    core::Media media;
    media.digest = core::sha256_hex(bytes);
    media.type = type;
    media.bytes = std::make_shared<const std::string>(std::move(bytes));
    return std::make_shared<const core::Media>(std::move(media));
}

std::optional<PreparedPicture> prepare_jpeg(const core::Media& media, Length width, Length height) {
    const auto header = read_jpeg_header(*media.bytes);
    if (!header) return {};
    if (header->orientation >= 5) std::swap(width, height);
    const bool smaller = has_too_many(header->width, width) || has_too_many(header->height, height);
    const bool as_it_is = !smaller && header->orientation == 1 && header->channels != 4;
    if (as_it_is) {
        // Read once in small, to see that it is whole.
        if (!read_jpeg(*media.bytes, 1, 1)) return {};
        return PreparedPicture{media_of(without_notes(*media.bytes), "image/jpeg"), false};
    }
    auto pixels = smaller ? read_jpeg(*media.bytes, dots(width), dots(height))
                          : read_jpeg(*media.bytes, kMostPixels, kMostPixels);
    if (!pixels) return {};
    return PreparedPicture{
        media_of(write_jpeg(oriented(std::move(*pixels), header->orientation)), "image/jpeg"),
        smaller};
}

std::optional<PreparedPicture> prepare_png(const core::Media& media, Length width, Length height) {
    const auto size = image_size(*media.bytes, media.type);
    if (!size) return {};
    const bool smaller = has_too_many(size->width, width) || has_too_many(size->height, height);
    auto pixels =
        smaller ? read_png(*media.bytes, dots(width), dots(height)) : read_png(*media.bytes, 1, 1);
    if (!pixels) return {};
    if (!smaller) return PreparedPicture{std::make_shared<const core::Media>(media), false};
    return PreparedPicture{media_of(write_png(*pixels), "image/png"), true};
}

}  // namespace

std::optional<PictureSize> picture_size(const core::Media& media) {
    if (media.type == "image/png") {
        const auto size = image_size(*media.bytes, media.type);
        return size ? std::optional(PictureSize{size->width, size->height}) : std::nullopt;
    }
    if (media.type != "image/jpeg") return {};
    const auto header = read_jpeg_header(*media.bytes);
    if (!header || header->width < 1 || header->height < 1 || header->width > kMostPixels ||
        header->height > kMostPixels)
        return {};
    if (header->orientation >= 5) return PictureSize{header->height, header->width};
    return PictureSize{header->width, header->height};
}

std::optional<PreparedPicture> prepare_picture(const core::Media& media, Length width,
                                               Length height) {
    if (media.type == "image/jpeg") return prepare_jpeg(media, width, height);
    if (media.type == "image/png") return prepare_png(media, width, height);
    return {};
}

}  // namespace gongbao::typeset
