// SPDX-License-Identifier: Apache-2.0
#include "core/akn/iri.hpp"

#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"

namespace gongbao::core::akn {
namespace {

constexpr std::string_view kWorks = "/akn/cn/doc/";
constexpr std::string_view kTitles = "urn:gongbao:title:";

// The number as AKN-NC 1.0, 4.4 wants it in an address: 川办发-2022-38, 四川省人民政府令-350.
std::string number_segment(const DocNumber& number) {
    const std::string year = number.year == 0 ? "" : "-" + std::to_string(number.year);
    return iri_segment(number.prefix + year + "-" + std::to_string(number.seq));
}

std::string number_segment(const Metadata& meta) {
    if (const auto number = parse_doc_number(meta.number)) return number_segment(*number);
    return meta.number.empty() ? "nn" : iri_segment(meta.number);
}

}  // namespace

std::string iri_segment(std::string_view text) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string segment;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        const auto bytes = text.substr(start, at - start);
        if (is_han(c) || is_ascii_letter(c) || is_ascii_digit(c) || c == '-') {
            segment += bytes;
            continue;
        }
        for (const char byte : bytes) {
            const auto value = static_cast<unsigned char>(byte);
            segment += {'%', kDigits[value >> 4], kDigits[value & 15]};
        }
    }
    return segment;
}

std::string work_iri(const Metadata& meta) {
    return std::string(kWorks) + (meta.written ? iso(*meta.written) : "nd") + "/" +
           number_segment(meta);
}

std::string number_iri(const std::string& number) {
    const auto parsed = parse_doc_number(number);
    if (!parsed) return std::string(kWorks) + "nd/" + iri_segment(number);
    const std::string year = parsed->year == 0 ? "nd" : std::to_string(parsed->year);
    return std::string(kWorks) + year + "/" + number_segment(*parsed);
}

std::string citation_iri(const Citation& citation) {
    switch (citation.kind) {
        case Citation::Kind::Article: return "#" + citation.target;
        case Citation::Kind::Number: return number_iri(citation.target);
        case Citation::Kind::Title: break;
    }
    return citation.number.empty() ? std::string(kTitles) + iri_segment(citation.target)
                                   : number_iri(citation.number);
}

}  // namespace gongbao::core::akn
