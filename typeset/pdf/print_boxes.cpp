// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/print_boxes.hpp"

#include <algorithm>

#include "typeset/pdf/values.hpp"

namespace gongbao::typeset::pdf {
namespace {

constexpr Length kMark = mm(5);      ///< length of a mark
constexpr Length kFromTrim = mm(3);  ///< a mark never comes nearer to the trimmed edge
constexpr Length kToSheet = mm(2);   ///< white space behind it
constexpr Length kStroke = pt(0.25);

std::string number(Length length) {
    return points(length);
}

std::string line(Length x1, Length y1, Length x2, Length y2) {
    return number(x1) + " " + number(y1) + " m " + number(x2) + " " + number(y2) + " l\n";
}

}  // namespace

Length PrintBoxes::margin() const {
    return std::max(bleed_, kFromTrim) + kMark + kToSheet;
}

std::string PrintBoxes::entries() const {
    const auto box = [&](const char* name, Length outwards) {
        return std::string("/") + name +
               rectangle(-outwards, -outwards, width_ + outwards, height_ + outwards);
    };
    if (bleed_ < 0) return box("MediaBox", 0);
    return box("MediaBox", margin()) + box("CropBox", margin()) + box("BleedBox", bleed_) +
           box("TrimBox", 0);
}

std::string PrintBoxes::marks() const {
    if (bleed_ < 0) return {};
    const Length from = std::max(bleed_, kFromTrim);
    const Length to = from + kMark;
    std::string marks = "/Artifact BMC\nq 0 G " + number(kStroke) + " w\n";
    for (const Length x : {0, width_}) {
        marks += line(x, -from, x, -to);
        marks += line(x, height_ + from, x, height_ + to);
    }
    for (const Length y : {0, height_}) {
        marks += line(-from, y, -to, y);
        marks += line(width_ + from, y, width_ + to, y);
    }
    // Centre marks, by which front and back are laid upon each other.
    const Length half = kMark / 4;
    for (const Length y : {-from - kMark / 2, height_ + from + kMark / 2}) {
        marks += line(width_ / 2, y - kMark / 2, width_ / 2, y + kMark / 2);
        marks += line(width_ / 2 - half, y, width_ / 2 + half, y);
    }
    for (const Length x : {-from - kMark / 2, width_ + from + kMark / 2}) {
        marks += line(x - kMark / 2, height_ / 2, x + kMark / 2, height_ / 2);
        marks += line(x, height_ / 2 - half, x, height_ / 2 + half);
    }
    return marks + "S Q\nEMC\n";
}

}  // namespace gongbao::typeset::pdf
