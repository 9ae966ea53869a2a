// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/raw/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "core/report/error.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

using std::string_view_literals::operator""sv;

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// Nothing when a byte sequence has no character in the encoding.
std::optional<std::string> convert(std::string_view bytes, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding, &status));
    if (U_FAILURE(status)) return {};
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    std::u16string units(bytes.size() + 1, u'\0');
    const auto count =
        ucnv_toUChars(converter.get(), units.data(), static_cast<int32_t>(units.size()),
                      bytes.data(), static_cast<int32_t>(bytes.size()), &status);
    if (U_FAILURE(status)) return {};
    std::string text;
    icu::UnicodeString(false, units.data(), count).toUTF8String(text);
    return text;
}

std::optional<DecodedText> by_byte_order_mark(std::string_view bytes) {
    struct Mark {
        std::string_view bytes;
        const char* encoding;
    };
    constexpr std::array kMarks = {Mark{"\xEF\xBB\xBF"sv, "UTF-8"},
                                   // Before UTF-16LE, whose mark opens this one.
                                   Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                   Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                   Mark{"\xFF\xFE"sv, "UTF-16LE"}, Mark{"\xFE\xFF"sv, "UTF-16BE"},
                                   Mark{"\x84\x31\x95\x33"sv, "GB18030"}};
    for (const Mark& mark : kMarks) {
        if (!bytes.starts_with(mark.bytes)) continue;
        if (auto text = convert(bytes.substr(mark.bytes.size()), mark.encoding))
            return DecodedText{std::move(*text), mark.encoding};
    }
    return {};
}

// Han, ASCII and the marks of both: what nearly all of a Chinese text is.
bool is_usual(char32_t c) {
    return (c >= 0x20 && c < 0x7F) || (c >= 0x09 && c <= 0x0D) || (c >= 0x2010 && c <= 0x203B) ||
           (c >= 0x2460 && c <= 0x25FF) || (c >= 0x3000 && c <= 0x303F) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
           (c >= 0xA0 && c <= 0x3FF) || c == 0xFEFF;
}

bool looks_usual(std::string_view text) {
    std::size_t characters = 0;
    std::size_t usual = 0;
    for (std::size_t at = 0; at < text.size(); ++characters)
        usual += is_usual(core::next_code_point(text, at));
    return usual * 20 >= characters * 19;
}

// UTF-16 without a mark: line ends, spaces and digits have a NUL on one side and never on the
// other. A stray NUL in text of another encoding makes no usual text.
std::optional<DecodedText> by_nul_bytes(std::string_view bytes) {
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < bytes.size(); ++i) nuls[i % 2] += bytes[i] == '\0';
    if ((nuls[0] + nuls[1]) * 8 < bytes.size() && core::is_valid_utf8(bytes)) {
        // What stood there is lost, which odd_characters reports; browsers show the same.
        return DecodedText{core::replace_all(std::string(bytes), "\0"sv, "\uFFFD"), "UTF-8"};
    }
    if (bytes.size() % 2 != 0 || (nuls[0] > 0) == (nuls[1] > 0)) return {};
    const char* encoding = nuls[1] > 0 ? "UTF-16LE" : "UTF-16BE";
    if (auto text = convert(bytes, encoding); text && looks_usual(*text))
        return DecodedText{std::move(*text), encoding};
    return {};
}

// The first line that is not UTF-8, as an editor counts.
std::size_t first_odd_line(std::string_view bytes) {
    std::size_t number = 1;
    for (const std::string_view line : core::split(bytes, '\n')) {
        if (!core::is_valid_utf8(line) || line.find('\0') != std::string_view::npos) break;
        ++number;
    }
    return number;
}

// Any Big5 or binary file may happen to be valid GB18030. Real Chinese text is mostly of the first
// level of GB 2312 (rows 16–55: lead bytes B0–D7) and its marks (lead bytes A1–A3).
bool looks_like_gb18030(std::string_view bytes) {
    std::size_t pairs = 0;
    std::size_t common = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80) continue;
        const auto trail = static_cast<unsigned char>(bytes[++i]);
        ++pairs;
        common +=
            trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3));
    }
    return pairs > 0 && common * 4 >= pairs * 3;
}

std::string guessed_encoding(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    const auto sample = static_cast<int32_t>(std::min<std::size_t>(bytes.size(), 1u << 16));
    ucsdet_setText(detector.get(), bytes.data(), sample, &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr) return {};
    const char* name = ucsdet_getName(match, &status);
    return U_SUCCESS(status) && name != nullptr ? name : "";
}

const char* supported(std::string_view declared) {
    const std::string name = core::lower_case(declared);
    for (const char* gb : {"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936"})
        if (name == gb) return "GB18030";
    return name == "big5" || name == "big5-hkscs" ? "Big5" : nullptr;
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
    if (auto decoded = by_byte_order_mark(bytes)) return *decoded;
    if (const bool binary = bytes.find('\0') != std::string_view::npos; binary) {
        if (auto decoded = by_nul_bytes(bytes)) return *decoded;
    } else if (core::is_valid_utf8(bytes)) {
        return {std::string(bytes), "UTF-8"};
    } else if (const char* encoding = supported(declared)) {
        if (auto text = convert(bytes, encoding)) return {std::move(*text), encoding};
    } else if (looks_like_gb18030(bytes) || guessed_encoding(bytes) == "GB18030") {
        if (auto text = convert(bytes, "GB18030")) return {std::move(*text), "GB18030"};
    }
    throw core::Error(
        core::ErrorKind::Invalid,
        {"intake.unknown_encoding", {{"line", std::to_string(first_odd_line(bytes))}}});
}

std::string declared_charset(std::string_view html) {
    const std::string_view head = html.substr(0, 4096);
    for (std::size_t at = head.find("charset"); at != std::string_view::npos;
         at = head.find("charset", at + 1)) {
        std::size_t start = at + 7;
        while (start < head.size() && (head[start] == '=' || head[start] == ' ' ||
                                       head[start] == '"' || head[start] == '\''))
            ++start;
        const std::size_t stop = head.find_first_of(" \"'/>;\r\n", start);
        if (stop != std::string_view::npos && stop > start)
            return std::string(head.substr(start, stop - start));
    }
    return {};
}

}  // namespace gongbao::editor
