// SPDX-License-Identifier: Apache-2.0
#include "typeset/pictures/pixels.hpp"

#include <utility>

namespace gongbao::typeset {

RowShrinker::RowShrinker(int width, int height, int channels, int to_width, int to_height)
    : width_(width), height_(height) {
    out_.width = to_width;
    out_.height = to_height;
    out_.channels = channels;
    const auto pixels = static_cast<std::size_t>(to_width) * static_cast<std::size_t>(to_height);
    out_.bytes.assign(pixels * static_cast<std::size_t>(channels), '\xFF');
    for (int x = 0; x <= to_width; ++x)
        left_.push_back(static_cast<std::uint32_t>(std::int64_t{x} * width / to_width));
    sums_.assign(static_cast<std::size_t>(to_width) * static_cast<std::size_t>(channels), 0);
}

void RowShrinker::add(const std::uint8_t* row) {
    if (out_row_ >= out_.height) return;
    const auto channels = static_cast<std::size_t>(out_.channels);
    for (std::size_t x = 0; x + 1 < left_.size(); ++x)
        for (std::size_t from = left_[x]; from < left_[x + 1]; ++from)
            for (std::size_t c = 0; c < channels; ++c)
                sums_[x * channels + c] += row[from * channels + c];
    ++row_;
    ++summed_rows_;
    if (row_ == std::int64_t{out_row_ + 1} * height_ / out_.height) close_row();
}

void RowShrinker::close_row() {
    const auto channels = static_cast<std::size_t>(out_.channels);
    char* out = out_.bytes.data() + static_cast<std::size_t>(out_row_) * sums_.size();
    for (std::size_t x = 0; x + 1 < left_.size(); ++x) {
        const std::uint64_t count =
            std::uint64_t{left_[x + 1] - left_[x]} * static_cast<unsigned>(summed_rows_);
        for (std::size_t c = 0; c < channels; ++c) {
            std::uint64_t& sum = sums_[x * channels + c];
            *out++ = static_cast<char>((sum + count / 2) / count);
            sum = 0;
        }
    }
    summed_rows_ = 0;
    ++out_row_;
}

Pixels RowShrinker::finish() {
    return std::move(out_);
}

Pixels oriented(Pixels pixels, int orientation) {
    if (orientation < 2 || orientation > 8) return pixels;
    const bool sideways = orientation >= 5;
    Pixels out = pixels;
    if (sideways) std::swap(out.width, out.height);
    const auto channels = static_cast<std::size_t>(pixels.channels);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            // Where the pixel seen at (x, y) is stored: u across, v down.
            int u = sideways ? y : x;
            int v = sideways ? x : y;
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
                u = pixels.width - 1 - u;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
                v = pixels.height - 1 - v;
            const auto from = static_cast<std::size_t>(v) * static_cast<std::size_t>(pixels.width) +
                              static_cast<std::size_t>(u);
            const auto to = static_cast<std::size_t>(y) * static_cast<std::size_t>(out.width) +
                            static_cast<std::size_t>(x);
            for (std::size_t c = 0; c < channels; ++c)
                out.bytes[to * channels + c] = pixels.bytes[from * channels + c];
        }
    return out;
}

}  // namespace gongbao::typeset
