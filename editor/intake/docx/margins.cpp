// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/margins.hpp"

#include <set>
#include <utility>

#include "core/report/error.hpp"
#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"
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
        const bool of_a_folio =
            core::is_space(c) || core::is_digit(c) ||
            std::u32string_view(U"第页共-—－–·/").find(c) != std::u32string_view::npos;
        if (!of_a_folio) return false;
    }
    return true;
}

// WordArt in VML, of which watermarks are made, has its words in an attribute.
void collect_word_art(pugi::xml_node node, std::vector<std::string>& lines) {
    for (const pugi::xml_node child : node.children()) {
        if (std::string_view(child.name()) == "v:textpath")
            lines.emplace_back(child.attribute("string").value());
        collect_word_art(child, lines);
    }
}

// A watermark may be a picture, which nobody can read here.
bool shows_watermark_picture(pugi::xml_node node) {
    const std::string_view name = node.name();
    const std::string id =
        std::string(node.attribute("id").value()) + node.attribute("name").value();
    const bool marked =
        id.find("WaterMark") != std::string::npos || id.find("Watermark") != std::string::npos;
    if (marked && name == "v:shape") return !node.child("v:imagedata").empty();
    if (marked && name == "wp:docPr")
        return !node.parent().child("a:graphic").child("a:graphicData").child("pic:pic").empty();
    for (const pugi::xml_node child : node.children())
        if (shows_watermark_picture(child)) return true;
    return false;
}

// The text is whole without them: a damaged one is no reason to refuse the file.
pugi::xml_document open_properties(const Reading& reading, const char* part) {
    try {
        const auto bytes = reading.package.read(part);
        return bytes ? parse_part(*bytes, part) : pugi::xml_document{};
    } catch (const core::Error&) {
        return {};
    }
}

// 密级, category, keywords, status: what the file says of itself.
void add_properties(const Reading& reading, std::vector<RawAside>& asides) {
    for (const char* part : {"docProps/core.xml", "docProps/custom.xml"}) {
        const pugi::xml_document tree = open_properties(reading, part);
        for (const pugi::xml_node property : tree.document_element().children()) {
            const std::string name = property.attribute("name").value();
            std::string words = text_of(property);
            for (const pugi::xml_node child : property.children()) words += text_of(child);
            if (words.empty()) continue;
            if (!name.empty()) words = name + "：" + words;
            asides.push_back({std::move(words), core::Place(core::PlaceKind::Properties),
                              RawAside::Kind::Property});
        }
    }
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

std::vector<RawAside> read_margins(const Reading& reading) {
    std::vector<RawAside> asides;
    std::set<std::string> seen;
    for (const char* type : {"header", "footer"}) {
        const core::Place place(*type == 'h' ? core::PlaceKind::Header : core::PlaceKind::Footer);
        for (const Relationship& relationship : reading.relationships.of_type(type)) {
            const auto bytes = reading.package.read(relationship.target);
            if (!bytes) continue;
            const pugi::xml_document tree = parse_part(*bytes, relationship.target);
            std::vector<std::string> lines;
            collect_word_art(tree.document_element(), lines);
            for (std::string& line : std::exchange(lines, {}))
                asides.push_back({std::move(line), core::Place(core::PlaceKind::Watermark),
                                  RawAside::Kind::Sheet});
            if (shows_watermark_picture(tree.document_element()))
                reading.report(core::Level::Warning, place, "watermark_picture");
            collect_lines(tree.document_element(), lines);
            for (const std::string& line : lines) {
                if (is_page_number(line) || !seen.insert(line).second) continue;
                asides.push_back({line, place, RawAside::Kind::Sheet});
                const bool number = holds_number(line);
                reading.report(number ? core::Level::Warning : core::Level::Hint, place,
                               number ? "number_in_margin" : "words_in_margin", {}, line);
            }
        }
    }
    add_properties(reading, asides);
    return asides;
}

}  // namespace gongbao::editor::docx
