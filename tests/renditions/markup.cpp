// SPDX-License-Identifier: Apache-2.0
#include "tests/renditions/markup.hpp"

#include <gtest/gtest.h>

#include "core/text/text.hpp"

namespace gongbao::tests {
namespace {

bool is_void(std::string_view name) {
    return name == "br" || name == "img";
}

std::string decoded(std::string text) {
    for (const auto& [entity, character] :
         {std::pair("&lt;", "<"), std::pair("&gt;", ">"), std::pair("&quot;", "\""),
          std::pair("&#39;", "'"), std::pair("&#9;", "\t"), std::pair("&#10;", "\n"),
          std::pair("&#13;", "\r"), std::pair("&amp;", "&")})
        text = core::replace_all(std::move(text), entity, character);
    return text;
}

class Reader {
  public:
    explicit Reader(std::string_view source) : source_(source) {}

    void read(Markup& parent) {
        while (at_ < source_.size()) {
            if (source_[at_] != '<') {
                const std::size_t end = std::min(source_.find('<', at_), source_.size());
                parent.children.push_back(
                    {{}, {}, decoded(std::string(source_.substr(at_, end - at_))), {}});
                at_ = end;
            } else if (source_.substr(at_).starts_with("</")) {
                const std::string_view name = tag();
                EXPECT_EQ(name.substr(1), parent.name);
                return;
            } else {
                read_element(parent);
            }
        }
    }

  private:
    // What stands between the brackets at the place.
    std::string_view tag() {
        const std::size_t end = source_.find('>', at_);
        const std::string_view inside = source_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return inside;
    }

    void read_element(Markup& parent) {
        std::string_view inside = tag();
        if (inside.starts_with("?")) return;
        const bool empty = inside.ends_with("/");
        if (empty) inside.remove_suffix(1);
        Markup& element = parent.children.emplace_back();
        const std::size_t end = std::min(inside.find_first_of(" \n"), inside.size());
        element.name = inside.substr(0, end);
        read_attributes(inside.substr(end), element);
        if (!empty && !is_void(element.name)) read(element);
    }

    static void read_attributes(std::string_view text, Markup& element) {
        for (std::size_t equals = text.find("=\""); equals != std::string_view::npos;
             equals = text.find("=\"")) {
            const std::size_t end = text.find('"', equals + 2);
            element.attributes[std::string(core::trim(text.substr(0, equals)))] =
                decoded(std::string(text.substr(equals + 2, end - equals - 2)));
            text.remove_prefix(end + 1);
        }
    }

    std::string_view source_;
    std::size_t at_ = 0;
};

}  // namespace

bool Markup::has_class(std::string_view wanted) const {
    const std::string classes = attribute("class");
    for (const std::string_view one : core::split(classes, ' '))
        if (one == wanted) return true;
    return false;
}

std::string Markup::attribute(const std::string& wanted) const {
    const auto found = attributes.find(wanted);
    return found == attributes.end() ? std::string() : found->second;
}

const Markup* Markup::child(std::string_view wanted) const {
    for (const Markup& one : children)
        if (one.name == wanted) return &one;
    return nullptr;
}

Markup read_markup(std::string_view source) {
    Markup root;
    Reader(source).read(root);
    return root;
}

}  // namespace gongbao::tests
