// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/bound_text.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/report/error.hpp"
#include "core/text/date.hpp"
#include "core/text/text.hpp"
#include "editor/intake/docx/xml_part.hpp"

namespace gongbao::editor::docx {
namespace {

constexpr std::size_t kShown = 60;  // characters of either text in a finding

std::string_view local_name(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

std::string small_letters(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

// The parts that controls may be bound to, opened when one asks.
class Stores {
  public:
    explicit Stores(const Package& package) : package_(package) {
        parts_["{6c3c8bc8-f283-45ae-878a-bab7291924a1}"] = "docProps/core.xml";
        parts_["{6668398d-a668-4e3e-a5eb-62b293d839f1}"] = "docProps/app.xml";
        for (const std::string& part : package.parts("customXml/", ".xml")) add(part);
    }

    pugi::xml_node root(std::string_view id) {
        const auto part = parts_.find(small_letters(id));
        return part == parts_.end() ? pugi::xml_node{} : open(part->second).document_element();
    }

  private:
    // The id of an item stands in a part of its own, to which it is related.
    void add(const std::string& part) {
        try {
            for (const Relationship& about :
                 Relationships(package_, part).of_type("customXmlProps"))
                for (const pugi::xml_attribute own :
                     open(about.target).document_element().attributes())
                    if (local_name(own.name()) == "itemID")
                        parts_.emplace(small_letters(own.value()), part);
        } catch (const core::Error&) {  // the text is whole without it
        }
    }

    const pugi::xml_document& open(const std::string& part) {
        const auto [found, fresh] = open_.try_emplace(part);
        if (!fresh) return found->second;
        try {
            if (const auto bytes = package_.read(part)) found->second = parse_part(*bytes, part);
        } catch (const core::Error&) {  // nor can Word bind anything to a damaged part
        }
        return found->second;
    }

    const Package& package_;
    std::map<std::string, std::string> parts_;  // by id in small letters
    std::map<std::string, pugi::xml_document> open_;
};

// ns0:title[2] → title, 2. False for any other step.
bool read_step(std::string_view step, std::string_view& name, int& number) {
    number = 1;
    const std::size_t bracket = std::min(step.find('['), step.size());
    name = local_name(step.substr(0, bracket));
    if (bracket == step.size()) return !name.empty();
    const std::string_view digits = step.substr(bracket + 1, step.size() - bracket - 2);
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return step.ends_with(']') && error == std::errc{} && stop == digits.data() + digits.size() &&
           !name.empty();
}

pugi::xml_node child_of(pugi::xml_node parent, std::string_view name, int number) {
    for (const pugi::xml_node child : parent.children())
        if (local_name(child.name()) == name && --number == 0) return child;
    return {};
}

// What the path of a binding names: /ns0:root[1]/ns0:matter[1], /root/@title. Nothing for what is
// not there, for what holds elements and for paths of another form.
std::optional<std::string> value_at(pugi::xml_node root, std::string_view path) {
    if (!path.starts_with('/') || path.starts_with("//") || !root) return {};
    pugi::xml_node node = root.parent();
    for (const std::string_view step : core::split(path.substr(1), '/')) {
        if (step.starts_with('@')) {
            for (const pugi::xml_attribute own : node.attributes())
                if (local_name(own.name()) == local_name(step.substr(1))) return own.value();
            return {};
        }
        std::string_view name;
        int number = 0;
        if (!read_step(step, name, number)) return {};
        node = child_of(node, name, number);
        if (!node) return {};
    }
    for (const pugi::xml_node child : node.children())
        if (child.type() == pugi::node_element) return {};
    return text_of(node);
}

// What a control shows for `value`: the entry of its list that has the value.
std::string shown_for(pugi::xml_node properties, const std::string& value) {
    for (const char* kind : {"w:dropDownList", "w:comboBox"})
        for (const pugi::xml_node item : properties.child(kind).children("w:listItem")) {
            const std::string_view words = item.attribute("w:displayText").value();
            if (value == item.attribute("w:value").value() && !words.empty())
                return std::string(words);
        }
    return value;
}

// 2026-03-05T00:00:00 and 2026年3月5日 are one date.
bool is_same_date(std::string_view value, std::string_view words) {
    const auto date = core::parse_date(value.substr(0, value.find('T')));
    const auto shown = core::parse_date(words);
    return !date || !shown || *date == *shown;
}

bool says_the_same(pugi::xml_node properties, const std::string& value, const std::string& words) {
    for (const char* kind : {"w14:checkbox", "w:picture", "w:docPartList"})
        if (properties.child(kind)) return true;
    if (properties.child("w:date") && !value.empty() && !words.empty())
        return is_same_date(value, words);
    if (core::trim(value).starts_with("<")) return true;  // a document of its own
    return core::without_spaces(shown_for(properties, value)) == core::without_spaces(words);
}

void look(pugi::xml_node node, Stores& stores, const Reading& reading) {
    for (const pugi::xml_node child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        const pugi::xml_node properties = child.child("w:sdtPr");
        if (const pugi::xml_node binding = properties.child("w:dataBinding")) {
            const auto value = value_at(stores.root(binding.attribute("w:storeItemID").value()),
                                        binding.attribute("w:xpath").value());
            const bool prompts = static_cast<bool>(properties.child("w:showingPlcHdr"));
            const std::string words =
                prompts ? std::string() : words_below(child.child("w:sdtContent"));
            if (value && !says_the_same(properties, *value, words))
                reading.report(core::Level::Warning, {}, "bound_text",
                               {{"bound", core::excerpt(*value, kShown)},
                                {"stored", core::excerpt(words, kShown)}},
                               words);
        }
        look(child, stores, reading);
    }
}

}  // namespace

void report_bound_texts(pugi::xml_node root, const Reading& reading) {
    Stores stores(reading.package);
    look(root, stores, reading);
}

}  // namespace gongbao::editor::docx
