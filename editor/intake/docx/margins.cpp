// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/margins.hpp"

#include <set>

#include "core/doc_number.hpp"
#include "core/text.hpp"
#include "editor/intake/docx/xml_part.hpp"

namespace gongbao::editor::docx {
namespace {

bool holds_number(std::string_view line) {
    if (core::parse_doc_number(core::trim(line))) return true;
    for (std::size_t start = 0; start < line.size();) {
        const std::size_t stop = std::min(line.find_first_of(" \t", start), line.size());
        if (core::parse_doc_number(core::trim(line.substr(start, stop - start)))) return true;
        start = stop + 1;
    }
    return false;
}

// "第1页 共5页", "— 1 —": what every sheet has.
bool is_page_number(std::string_view line) {
    for (const char32_t c : core::to_utf32(line)) {
        const bool of_a_folio = core::is_space(c) || core::is_digit(c) ||
                                std::u32string_view(U"第页共-—－–·/").find(c) !=
                                    std::u32string_view::npos;
        if (!of_a_folio) return false;
    }
    return true;
}

void collect_lines(pugi::xml_node node, std::vector<std::string>& lines) {
    for (const pugi::xml_node child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        if (std::string_view(child.name()) == "w:p")
            lines.push_back(words_below(child));
        else
            collect_lines(child, lines);
    }
}

}  // namespace

void report_margins(const Reading& reading) {
    std::set<std::string> seen;
    for (const char* type : {"header", "footer"}) {
        for (const Relationship& relationship : reading.relationships.of_type(type)) {
            const auto bytes = reading.package.read(relationship.target);
            if (!bytes) continue;
            const pugi::xml_document tree = parse_part(*bytes, relationship.target);
            std::vector<std::string> lines;
            collect_lines(tree.document_element(), lines);
            for (const std::string& line : lines) {
                if (is_page_number(line) || !seen.insert(line).second) continue;
                const bool number = holds_number(line);
                const std::string place = *type == 'h' ? "页眉" : "页脚";
                reading.report(number ? core::Level::Warning : core::Level::Hint, place,
                               number ? "number_in_margin" : "words_in_margin", {}, line);
            }
        }
    }
}

}  // namespace gongbao::editor::docx
