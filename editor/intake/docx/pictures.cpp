// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/pictures.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

#include "core/system/digest.hpp"
#include "core/text/text.hpp"
#include "editor/intake/docx/xml_part.hpp"

namespace gongbao::editor::docx {
namespace {

using core::Level;

constexpr long long kEmuPerMicrometre = 36;  // 914,400 EMU an inch, 25,400 µm an inch
constexpr std::size_t kMostAlt = 200;        // characters of it in a finding
constexpr int kWidest = 10'000'000;          // ten metres; beyond it the number is nonsense

int micrometres(long long emu) {
    return static_cast<int>(std::clamp<long long>(emu / kEmuPerMicrometre, 0, kWidest));
}

// A length of a VML style: "width:120.5pt;height:2in".
int length_in_style(std::string_view style, std::string_view name) {
    for (const std::string_view part : core::split(style, ';')) {
        const std::string_view rule = core::trim(part);
        if (!rule.starts_with(name) || rule.size() <= name.size() || rule[name.size()] != ':')
            continue;
        const std::string_view value = core::trim(rule.substr(name.size() + 1));
        double number = 0;
        const auto [stop, error] =
            std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc{} || number < 0 || number > 10000) return 0;
        const std::string_view unit = value.substr(static_cast<std::size_t>(stop - value.data()));
        const double scale = unit == "in"   ? 25400
                             : unit == "cm" ? 10000
                             : unit == "mm" ? 1000
                             : unit == "px" ? 25400.0 / 96
                                            : 25400.0 / 72;
        return static_cast<int>(std::lround(std::min<double>(kWidest, number * scale)));
    }
    return 0;
}

pugi::xml_node ancestor(pugi::xml_node node, std::string_view first, std::string_view second) {
    while (node && first != node.name() && second != node.name()) node = node.parent();
    return node;
}

// Size and alternative text where the drawing states them.
core::Figure frame_of(pugi::xml_node picture) {
    core::Figure figure;
    if (const auto placed = ancestor(picture, "wp:inline", "wp:anchor")) {
        const pugi::xml_node extent = placed.child("wp:extent");
        figure.width_um = micrometres(extent.attribute("cx").as_llong());
        figure.height_um = micrometres(extent.attribute("cy").as_llong());
        const pugi::xml_node about = placed.child("wp:docPr");
        figure.alt = about.attribute("descr").value();
        if (figure.alt.empty()) figure.alt = about.attribute("title").value();
    } else if (const pugi::xml_node shape = picture.parent()) {
        const std::string_view style = shape.attribute("style").value();
        figure.width_um = length_in_style(style, "width");
        figure.height_um = length_in_style(style, "height");
        figure.alt = shape.attribute("alt").value();
    }
    return figure;
}

std::string extension(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return core::excerpt(dot == std::string_view::npos ? name : name.substr(dot + 1), 20);
}

// The picture in `part`, read once however often it is shown; without bytes when it is not there,
// without type when it cannot be printed.
const core::Media& open_picture(const std::string& part, Reading& reading) {
    const auto [found, fresh] = reading.pictures.try_emplace(part);
    core::Media& media = found->second;
    if (!fresh) return media;
    auto bytes = reading.package.read(part);
    if (!bytes) return media;
    media.type = picture_type(*bytes);
    media.digest = core::sha256_hex(*bytes);
    if (media.type.empty()) bytes->clear();
    media.bytes = std::make_shared<const std::string>(std::move(*bytes));
    const bool known =
        std::find(reading.media.begin(), reading.media.end(), media) != reading.media.end();
    if (!media.type.empty() && !known) reading.media.push_back(media);
    return media;
}

// The words that stand for a picture are all that is left of it.
void report_without_data(const char* id, const std::string& alt, const Reading& reading,
                         const core::Place& place) {
    reading.report(Level::Error, place, id, {}, alt);
    if (!core::trim(alt).empty())
        reading.report(Level::Warning, place, "picture_words",
                       {{"words", core::excerpt(alt, kMostAlt)}}, alt);
}

std::optional<core::Figure> read_picture(pugi::xml_node picture, const char* link, Reading& reading,
                                         const core::Place& place) {
    const auto target = reading.relationships.find(picture.attribute(link).value());
    if (!target || target->external) {
        const bool linked = target || picture.attribute("r:link");
        report_without_data(linked ? "picture_linked" : "picture_missing", frame_of(picture).alt,
                            reading, place);
        return std::nullopt;
    }
    const core::Media& media = open_picture(target->target, reading);
    core::Figure figure = frame_of(picture);
    if (!media.bytes) {
        report_without_data("picture_missing", figure.alt, reading, place);
        return std::nullopt;
    }
    if (media.type.empty()) {
        reading.report(Level::Error, place, "picture_type", {{"type", extension(target->target)}},
                       figure.alt);
        return std::nullopt;
    }
    figure.type = media.type;
    figure.digest = media.digest;
    return figure;
}

void look(pugi::xml_node node, Reading& reading, const core::Place& place,
          std::vector<core::Figure>& figures) {
    const std::string_view name = node.name();
    if (name == "w:txbxContent") return;  // read as text, pictures in it included
    if (name == "mc:AlternateContent") return look(chosen_branch(node), reading, place, figures);
    std::optional<core::Figure> figure;
    if (name == "a:blip") figure = read_picture(node, "r:embed", reading, place);
    if (name == "v:imagedata") figure = read_picture(node, "r:id", reading, place);
    if (figure) figures.push_back(std::move(*figure));
    if (name == "c:chart") reading.report(Level::Error, place, "chart");
    if (name == "dgm:relIds") reading.report(Level::Error, place, "diagram");
    if (name == "o:OLEObject")
        reading.report(Level::Error, place, "object",
                       {{"program", node.attribute("ProgID").value()}});
    for (const pugi::xml_node child : node.children())
        if (child.type() == pugi::node_element) look(child, reading, place, figures);
}

}  // namespace

std::string picture_type(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
    if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
    return {};
}

std::vector<core::Figure> read_pictures(pugi::xml_node drawing, Reading& reading,
                                        const core::Place& place) {
    std::vector<core::Figure> figures;
    look(drawing, reading, place, figures);
    return figures;
}

}  // namespace gongbao::editor::docx
