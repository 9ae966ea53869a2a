// SPDX-License-Identifier: Apache-2.0
#include "tests/typeset/ruler.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <sstream>

#include "tests/ask.hpp"

namespace gongbao::typeset::tests {
namespace {

constexpr double kMm = 25.4 / 72.0;
constexpr double kSameLine = 0.2;  // millimetres
constexpr int kSteps = 32;         // of a curve

std::string output_of(const std::string& command) {
    gongbao::tests::Answer answer = gongbao::tests::ask(command);
    EXPECT_EQ(answer.status, 0) << command;
    return std::move(answer.text);
}

struct Bounds {
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    void take(double x, double y) {
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
    bool any() const { return right >= left; }
};

// The drawn extent of an outline: curves walked along, not their control points.
Bounds bounds_of(const std::string& path) {
    Bounds bounds;
    std::istringstream in(path);
    double x = 0, y = 0;
    for (std::string step; in >> step;) {
        if (step == "M" || step == "L") {
            in >> x >> y;
            if (step == "L") bounds.take(x, y);
            if (step == "M") continue;
        } else if (step == "C") {
            double p[6];
            for (double& one : p) in >> one;
            for (int i = 0; i <= kSteps; ++i) {
                const double t = static_cast<double>(i) / kSteps, s = 1 - t;
                bounds.take(
                    s * s * s * x + 3 * s * s * t * p[0] + 3 * s * t * t * p[2] + t * t * t * p[4],
                    s * s * s * y + 3 * s * s * t * p[1] + 3 * s * t * t * p[3] + t * t * t * p[5]);
            }
            x = p[4];
            y = p[5];
        }
    }
    return bounds;
}

double number(const std::string& text) {
    return std::stod(text);
}

}  // namespace

MeasuredPage::MeasuredPage(const std::filesystem::path& pdf, int number) {
    const std::string page = " -f " + std::to_string(number) + " -l " + std::to_string(number) +
                             " '" + pdf.string() + "' -";
    read_words(output_of("pdftotext -enc UTF-8 -bbox" + page));
    // Neither shrunk nor centred: cairo would fit the page to whole points.
    read_drawing(output_of("pdftocairo -svg -noshrink -nocenter" + page));
    for (Measured& word : words_) find_ink(word);
}

void MeasuredPage::read_words(const std::string& html) {
    static const std::regex kWord(
        "<word xMin=\"([^\"]+)\" yMin=\"([^\"]+)\" xMax=\"([^\"]+)\" "
        "yMax=\"([^\"]+)\">([^<]*)</word>");
    for (std::sregex_iterator it(html.begin(), html.end(), kWord), end; it != end; ++it) {
        Measured word;
        word.left = number((*it)[1]) * kMm;
        word.top = number((*it)[2]) * kMm;
        word.right = number((*it)[3]) * kMm;
        word.bottom = number((*it)[4]) * kMm;
        word.words = (*it)[5];
        words_.push_back(std::move(word));
    }
}

void MeasuredPage::read_drawing(const std::string& svg) {
    static const std::regex kUse("<use xlink:href=\"#([^\"]+)\" x=\"([^\"]+)\" y=\"([^\"]+)\"");
    std::map<std::string, Bounds> outlines;
    std::string symbol;
    std::istringstream in(svg);
    for (std::string line; std::getline(in, line);) {
        const auto quoted = [&](const char* key) {
            const std::size_t at = line.find(key);
            if (at == std::string::npos) return std::string();
            const std::size_t begin = line.find('"', at) + 1;
            return line.substr(begin, line.find('"', begin) - begin);
        };
        std::smatch use;
        if (line.find("<symbol") != std::string::npos) {
            symbol = quoted(" id=");
        } else if (line.find("</symbol") != std::string::npos) {
            symbol.clear();
        } else if (!symbol.empty() && line.find("<path") != std::string::npos) {
            outlines[symbol] = bounds_of(quoted(" d="));
        } else if (line.find("<path") != std::string::npos &&
                   line.find("fill:rgb") != std::string::npos) {
            const Bounds bounds = bounds_of(quoted(" d="));
            const bool red = line.find("fill:rgb(0%") == std::string::npos;
            if (bounds.any())
                rules_.push_back({bounds.left * kMm, bounds.right * kMm, bounds.top * kMm,
                                  bounds.bottom * kMm, red});
        } else if (std::regex_search(line, use, kUse)) {
            const double x = number(use[2]), y = number(use[3]);
            const Bounds& ink = outlines[use[1]];
            if (ink.any())
                glyphs_.push_back({x * kMm, y * kMm, (y + ink.top) * kMm, (y + ink.bottom) * kMm});
        }
    }
}

void MeasuredPage::find_ink(Measured& word) const {
    word.ink_top = 1e9;
    word.ink_bottom = -1e9;
    for (const Glyph& glyph : glyphs_) {
        const bool inside = glyph.x >= word.left - 0.1 && glyph.x < word.right - 0.1 &&
                            glyph.y > word.top && glyph.y <= word.bottom;
        if (!inside) continue;
        word.base = glyph.y;
        word.ink_top = std::min(word.ink_top, glyph.top);
        word.ink_bottom = std::max(word.ink_bottom, glyph.bottom);
    }
}

Measured MeasuredPage::word(std::string_view part) const {
    for (const Measured& word : words_)
        if (word.words == part) return word;
    for (const Measured& word : words_)
        if (word.words.find(part) != std::string::npos) return word;
    ADD_FAILURE() << "no word has " << part;
    return {};
}

Measured MeasuredPage::line(std::string_view part) const {
    return line_of(word(part));
}

Measured MeasuredPage::line_of(Measured line) const {
    line.words.clear();
    const double base = line.base;
    for (const Measured& word : words_) {
        if (std::abs(word.base - base) > kSameLine) continue;
        line.left = std::min(line.left, word.left);
        line.right = std::max(line.right, word.right);
        line.ink_top = std::min(line.ink_top, word.ink_top);
        line.ink_bottom = std::max(line.ink_bottom, word.ink_bottom);
        line.words += word.words;
    }
    return line;
}

std::vector<Measured> MeasuredPage::lines() const {
    std::vector<Measured> lines;
    for (const Measured& word : words_) {
        const bool seen = std::any_of(lines.begin(), lines.end(), [&](const Measured& one) {
            return std::abs(one.base - word.base) < kSameLine;
        });
        if (!seen) lines.push_back(line_of(word));
    }
    std::sort(lines.begin(), lines.end(),
              [](const Measured& a, const Measured& b) { return a.base < b.base; });
    return lines;
}

}  // namespace gongbao::typeset::tests
