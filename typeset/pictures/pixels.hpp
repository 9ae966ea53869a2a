// SPDX-License-Identifier: Apache-2.0
// Pixels of a picture, and how they are made fewer row by row. Used by the readers beside this
// file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace gongbao::typeset {

/// Rows top to bottom, 8 bits a channel.
struct Pixels {
    int width = 0;
    int height = 0;
    int channels = 0;  ///< 1 grey, 3 RGB
    std::string bytes;
};

/// Makes a picture smaller while it is read: each pixel is the mean of those it stands for. Holds
/// one row of sums, whatever the size of the picture.
class RowShrinker {
  public:
    /// Requires: 1 ≤ to_width ≤ width, the same for heights.
    RowShrinker(int width, int height, int channels, int to_width, int to_height);
    /// The next row, width × channels bytes.
    void add(const std::uint8_t* row);
    /// Rows that never came are white.
    Pixels finish();

  private:
    void close_row();

    int width_;
    int height_;
    Pixels out_;
    std::vector<std::uint32_t>
        left_;  ///< first source column of each column, and one past the last
    std::vector<std::uint64_t> sums_;
    int row_ = 0;  ///< of the source
    int out_row_ = 0;
    int summed_rows_ = 0;
};

/// `pixels` turned as EXIF's orientation 1–8 says they are to be seen.
Pixels oriented(Pixels pixels, int orientation);

}  // namespace gongbao::typeset
