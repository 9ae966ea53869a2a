// SPDX-License-Identifier: Apache-2.0
#include "core/gazette/addresses.hpp"

#include "core/text/text.hpp"

namespace gongbao::core {

std::string year_path(int year) {
    return std::string(kYearsPath) + "/" + std::to_string(year);
}

std::string sitemap_path(int year) {
    return "/sitemap-" + std::to_string(year) + ".xml";
}

std::string edition_path(const IssueNumber& number) {
    return "/editions/" + slug(number);
}

std::string edition_pdf_path(const IssueNumber& number) {
    return edition_path(number) + ".pdf";
}

std::string document_path(std::string_view record) {
    return "/documents/" + std::string(record);
}

std::string document_xml_path(std::string_view record) {
    return document_path(record) + ".xml";
}

std::string offprint_path(std::string_view record) {
    return document_path(record) + ".pdf";
}

std::string name_for_file(std::string_view words, std::size_t longest) {
    constexpr std::string_view kRefused = "/\\:*?\"<>|";
    std::string name;
    for (const char c : excerpt(words, longest))
        if (static_cast<unsigned char>(c) >= 0x20 && kRefused.find(c) == std::string_view::npos)
            name += c;
    return name;
}

}  // namespace gongbao::core
