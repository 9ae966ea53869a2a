// SPDX-License-Identifier: Apache-2.0
#include "typeset/pictures/image.hpp"

#include <cstdint>

namespace gongbao::typeset {
namespace {

constexpr int kMaxPixels = 20000;

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

std::optional<ImageSize> checked(ImageSize size) {
    const bool good = size.width > 0 && size.height > 0 && size.width <= kMaxPixels &&
                      size.height <= kMaxPixels && size.channels > 0;
    return good ? std::optional(size) : std::nullopt;
}

std::optional<ImageSize> png_size(std::string_view bytes) {
    if (bytes.size() < 33 || bytes.substr(0, 8) != "\x89PNG\r\n\x1a\n" ||
        bytes.substr(12, 4) != "IHDR")
        return {};
    static constexpr int kChannels[] = {1, 0, 3, 1, 2, 0, 4};
    const auto type = static_cast<std::uint8_t>(bytes[25]);
    if (type > 6) return {};
    ImageSize size;
    size.width = static_cast<int>(big_endian(bytes, 16, 4) & 0x7FFFFFFF);
    size.height = static_cast<int>(big_endian(bytes, 20, 4) & 0x7FFFFFFF);
    size.bits = static_cast<std::uint8_t>(bytes[24]);
    size.channels = kChannels[type];
    size.indexed = type == 3;
    size.interlaced = bytes[28] != 0;
    return checked(size);
}

std::optional<ImageSize> jpeg_size(std::string_view bytes) {
    if (bytes.size() < 4 || bytes.substr(0, 2) != "\xFF\xD8") return {};
    for (std::size_t at = 2; at + 9 < bytes.size();) {
        if (static_cast<std::uint8_t>(bytes[at]) != 0xFF) return {};
        const auto marker = static_cast<std::uint8_t>(bytes[at + 1]);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const bool frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame)
            return checked({static_cast<int>(big_endian(bytes, at + 7, 2)),
                            static_cast<int>(big_endian(bytes, at + 5, 2)),
                            static_cast<std::uint8_t>(bytes[at + 9]),
                            static_cast<std::uint8_t>(bytes[at + 4]), false, false});
        at += 2 + big_endian(bytes, at + 2, 2);
    }
    return {};
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes, std::string_view type) {
    if (type == "image/png") return png_size(bytes);
    if (type == "image/jpeg") return jpeg_size(bytes);
    return {};
}

}  // namespace gongbao::typeset
