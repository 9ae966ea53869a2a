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

std::string paragraphs_text(const Json& row) {
    std::string text;
    for (const Json& paragraph : row["paras"]) text += paragraph["text"].get<std::string>() + "\n";
    return text;
}

editor::Manuscript manuscript_of(const Json& row) {
    if (row.contains("html")) return {"page.html", row["html"]};
    if (row.contains("body")) return {"text.txt", law_text(row)};
    if (row.contains("paras")) return {"text.txt", paragraphs_text(row)};
    return {"text.txt", row["title"].get<std::string>() + "\n" + row["content"].get<std::string>()};
}

}  // namespace

std::vector<editor::Manuscript> read_manuscripts(const std::string& file, std::size_t step) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file);
    std::vector<editor::Manuscript> manuscripts;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && number++ % step == 0)
            manuscripts.push_back(manuscript_of(Json::parse(line)));
    return manuscripts;
}

}  // namespace gongbao::bench
