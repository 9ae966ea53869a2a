// SPDX-License-Identifier: Apache-2.0
#include "bench/typeset/judge_pdf.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string_view>

#include "bench/typeset/judge_layout.hpp"
#include "core/text.hpp"

namespace gongbao::bench {
namespace {

std::string output_of(const std::string& command) {
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    std::string output;
    char block[1 << 16];
    for (std::size_t n = 0; (n = std::fread(block, 1, sizeof block, pipe)) > 0;) output.append(block, n);
    if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
    return output;
}

std::string without_white(std::string_view text) {
    std::string kept = core::without_spaces(text);
    std::erase(kept, '\f');
    return kept;
}

// Line by line: `  "text"` of marked content; an element's name and title are not (and may not be UTF-8).
std::string text_of_tags(const std::string& listing) {
    std::string text;
    for (std::string_view line : core::split(listing, '\n')) {
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (line.size() >= 2 && line.front() == '"' && line.back() == '"')
            text += line.substr(1, line.size() - 2);
    }
    return text;
}

// The place where two texts part, for people.
std::string first_difference(std::string_view found, std::string_view expected) {
    std::size_t at = 0;
    while (at < found.size() && at < expected.size() && found[at] == expected[at]) ++at;
    while (at > 0 && at < found.size() && (static_cast<unsigned char>(found[at]) & 0xC0) == 0x80) --at;
    const auto from = [at](std::string_view text) {
        return at < text.size() ? core::excerpt(text.substr(at), 24) : std::string("(end)");
    };
    return "'" + from(found) + "' for '" + from(expected) + "'";
}

}  // namespace

void judge_pdf(const std::string& pdf, const typeset::Layout& layout,
               const std::vector<std::string>& blocks, const std::filesystem::path& scratch,
               const std::string& name, Quality& quality) {
    std::ofstream(scratch, std::ios::binary) << pdf;
    ++quality.pdfs;
    std::string pages;
    for (const typeset::Page& page : layout.pages)
        for (const typeset::PlacedLine& line : page.lines)
            pages += core::without_spaces(core::to_utf8(words_of(layout, line)));
    const std::string text = without_white(output_of("pdftotext -raw -enc UTF-8 '" + scratch.string() + "' -"));
    if (text != pages) quality.mark(Fault::PdfText, name + ": " + first_difference(text, pages));
    std::string canonical;
    for (const std::string& block : blocks) canonical += core::without_spaces(block);
    const std::string tags = without_white(
        text_of_tags(output_of("pdfinfo -struct-text -enc UTF-8 '" + scratch.string() + "' 2>/dev/null")));
    if (tags != canonical) quality.mark(Fault::PdfTags, name + ": " + first_difference(tags, canonical));
}

}  // namespace gongbao::bench
