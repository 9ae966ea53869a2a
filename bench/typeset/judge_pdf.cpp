// SPDX-License-Identifier: Apache-2.0
#include "bench/typeset/judge_pdf.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "bench/typeset/judge_layout.hpp"
#include "core/text/text.hpp"

namespace gongbao::bench {
namespace {

std::string output_of(const std::string& command) {
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    std::string output;
    char block[1 << 16];
    for (std::size_t n = 0; (n = std::fread(block, 1, sizeof block, pipe)) > 0;)
        output.append(block, n);
    if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
    return output;
}

std::string without_white(std::string_view text) {
    std::string kept = core::without_spaces(text);
    std::erase(kept, '\f');
    return kept;
}

// The place where two texts part, for people.
std::string first_difference(std::string_view found, std::string_view expected) {
    std::size_t at = 0;
    while (at < found.size() && at < expected.size() && found[at] == expected[at]) ++at;
    while (at > 0 && at < found.size() && (static_cast<unsigned char>(found[at]) & 0xC0) == 0x80)
        --at;
    const auto from = [at](std::string_view text) {
        return at < text.size() ? core::excerpt(text.substr(at), 24) : std::string("(end)");
    };
    return "'" + from(found) + "' for '" + from(expected) + "'";
}

}  // namespace

PdfJudge::PdfJudge(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
    const std::string command =
        "/usr/bin/python3 bench/typeset/read_tags.py >'" + (folder_ / "findings").string() + "'";
    tags_ = popen(command.c_str(), "w");
    if (tags_ == nullptr) throw std::runtime_error("cannot run " + command);
}

PdfJudge::~PdfJudge() {
    if (tags_ != nullptr) pclose(tags_);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void PdfJudge::judge(const std::string& pdf, const typeset::Layout& layout,
                     const std::vector<std::string>& blocks, const std::string& name,
                     Quality& quality) {
    const std::string file = (folder_ / (std::to_string(++count_) + ".pdf")).string();
    std::ofstream(file, std::ios::binary) << pdf;
    ++quality.pdfs;
    std::string pages;
    for (const typeset::Page& page : layout.pages)
        for (const auto* lines : {&page.lines, &page.readings})
            for (const typeset::PlacedLine& line : *lines)
                pages += core::without_spaces(core::to_utf8(words_of(layout, line)));
    const std::string text = without_white(output_of("pdftotext -raw -enc UTF-8 '" + file + "' -"));
    if (text != pages) quality.mark(Fault::PdfText, name + ": " + first_difference(text, pages));
    std::ofstream canonical(file + ".txt", std::ios::binary);
    for (const std::string& block : blocks) canonical << block << '\n';
    canonical.close();
    std::fprintf(tags_, "%s\t%s.txt\t%s\n", file.c_str(), file.c_str(), name.c_str());
    std::fflush(tags_);
}

std::vector<std::string> PdfJudge::finish() {
    if (pclose(std::exchange(tags_, nullptr)) != 0) throw std::runtime_error("read_tags.py failed");
    std::ifstream file(folder_ / "findings");
    std::vector<std::string> findings;
    for (std::string line; std::getline(file, line);) findings.push_back(line);
    return findings;
}

}  // namespace gongbao::bench
