// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/operators.hpp"

#include <cstddef>

namespace gongbao::typeset::pdf {

void append_points(std::string& out, Extent length) {
    if (length < 0) out += '-';
    const auto magnitude = static_cast<std::uint64_t>(length < 0 ? -length : length);
    out += std::to_string(magnitude / 1000);
    if (const auto rest = static_cast<unsigned>(magnitude % 1000); rest != 0) {
        const char digits[3] = {static_cast<char>('0' + rest / 100),
                                static_cast<char>('0' + rest / 10 % 10),
                                static_cast<char>('0' + rest % 10)};
        std::size_t count = 3;
        while (digits[count - 1] == '0') --count;
        out += '.';
        out.append(digits, count);
    }
}

void append_code(std::string& string, std::uint16_t code) {
    for (const auto byte : {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)}) {
        switch (byte) {
            case '(':
            case ')':
            case '\\':
                string += '\\';
                string += byte;
                break;
            case '\r': string += "\\r"; break;
            default: string += byte;
        }
    }
}

const char* fill_of(Color color) {
    switch (color) {
        case Color::Black: return "0 g\n";
        case Color::Red: return "0.8 0.06 0.08 rg\n";
        case Color::Grey: return "0.45 g\n";
        case Color::Pale: return "0.9 g\n";
    }
    return "0 g\n";
}

const char* stroke_of(Color color) {
    switch (color) {
        case Color::Black: return "0 G ";
        case Color::Red: return "0.8 0.06 0.08 RG ";
        case Color::Grey: return "0.45 G ";
        case Color::Pale: return "0.9 G ";
    }
    return "0 G ";
}

std::string utf16_hex(std::u32string_view text) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string hex;
    const auto put = [&](unsigned unit) {
        for (int shift = 12; shift >= 0; shift -= 4) hex += kDigits[unit >> shift & 15];
    };
    for (const char32_t c : text) {
        if (c > 0xFFFF) {
            put(static_cast<unsigned>(0xD7C0 + (c >> 10)));
            put(static_cast<unsigned>(0xDC00 + (c & 0x3FF)));
        } else {
            put(static_cast<unsigned>(c));
        }
    }
    return hex;
}

}  // namespace gongbao::typeset::pdf
