// SPDX-License-Identifier: Apache-2.0
#include "bench/typeset/corpus_rows.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>

#include "core/text/text.hpp"

namespace gongbao::bench {
namespace {

using Json = nlohmann::json;

std::string law_text(const Json& row) {
    std::string text = row["title"].get<std::string>() + "\n";
    std::string note;
    for (const Json& line : row["notes"])
        note += (note.empty() ? "" : "　") + line.get<std::string>();
    if (!note.empty()) text += "（" + note + "）\n";
    const std::string body = row["body"];
    for (std::string_view line : core::split(body, '\n')) {
        while (core::starts_with(line, "#")) line.remove_prefix(1);
        text += std::string(core::trim(line)) + "\n";
    }
    return text;
}

std::string text_of(const Json& row) {
    if (row.contains("body")) return law_text(row);
    return row["title"].get<std::string>() + "\n" + row["content"].get<std::string>();
}

}  // namespace

std::vector<editor::Manuscript> read_manuscripts(const std::string& file, std::size_t step) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file);
    std::vector<editor::Manuscript> manuscripts;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && number++ % step == 0)
            manuscripts.push_back({"text.txt", text_of(Json::parse(line))});
    return manuscripts;
}

}  // namespace gongbao::bench
