// SPDX-License-Identifier: Apache-2.0
// The vocabulary of the canonical XML, shared by the writer and the reader so that they cannot
// drift apart: namespaces, the element of each role, the element of each mark.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/document/metadata.hpp"
#include "core/document/role.hpp"
#include "core/document/table.hpp"

namespace gongbao::core::akn {

inline constexpr std::string_view kNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
inline constexpr std::string_view kOwnNamespace = "urn:gongbao:ns:1";
inline constexpr std::string_view kMediaFolder = "media/";

/// Deepest nesting of elements a reader follows; the writer stays far below it.
inline constexpr int kDeepest = 64;

struct RoleElement {
    Role role;
    std::string_view element;
};

/// Roles that have an element of their own in the hierarchy. 一、（一）1.（1） are a `level`, every
/// other role is a `paragraph`, told apart by the attribute class.
inline constexpr std::array<RoleElement, 7> kRoleElements = {{
    {Role::Part, "part"},
    {Role::Chapter, "chapter"},
    {Role::Section, "section"},
    {Role::Article, "article"},
    {Role::Paragraph, "paragraph"},
    {Role::Item, "point"},
    {Role::SubItem, "indent"},
}};

inline std::string_view element_of(Role role) {
    for (const auto& [known, element] : kRoleElements)
        if (known == role) return element;
    return is_level(role) ? "level" : "paragraph";
}

/// The role an element has when it bears no class; nothing for an element that needs one.
inline std::optional<Role> role_of(std::string_view element) {
    for (const auto& [role, known] : kRoleElements)
        if (known == element) return role;
    return {};
}

struct MarkElement {
    Mark mark;
    std::string_view element;
    std::string_view name;  ///< attribute name of `inline`, or empty
};

/// Outermost first.
inline constexpr std::array<MarkElement, 8> kMarkElements = {{
    {Mark::Locator, "inline", "locator"},
    {Mark::Lead, "inline", "lead"},
    {Mark::Bold, "b", ""},
    {Mark::Italic, "i", ""},
    {Mark::Underline, "u", ""},
    {Mark::Emphasis, "inline", "emphasis"},
    {Mark::Superscript, "sup", ""},
    {Mark::Subscript, "sub", ""},
}};

/// Elements inside `signature` for the marks that stand in a Signature only.
inline constexpr std::array<MarkElement, 2> kSignerElements = {{
    {Mark::Post, "role", ""},
    {Mark::PersonName, "person", ""},
}};

/// eId in the list of references of the post and the person of the Signature `block`.
inline std::string signer_reference(const MarkElement& part, const std::string& block) {
    return (part.mark == Mark::Post ? "post_" : "person_") + block;
}

/// A citation's element, and its class where the citation goes on with words of the next run.
inline constexpr std::string_view kReference = "ref";
inline constexpr std::string_view kContinued = "continued";

/// Names of `inline`: Akoma Ntoso has no element for a reading over its characters. A kRuby holds a
/// kRubyBase and a kRubyText, each with nothing but characters.
inline constexpr std::string_view kRuby = "ruby";
inline constexpr std::string_view kRubyBase = "rb";
inline constexpr std::string_view kRubyText = "rt";

struct NamedAlign {
    Align align;
    std::string_view name;
};

inline constexpr std::array<NamedAlign, 4> kAligns = {{
    {Align::Left, "left"},
    {Align::Center, "center"},
    {Align::Right, "right"},
    {Align::Justify, "justify"},
}};

/// Elements that say what the words of a paragraph are and change nothing about them.
inline constexpr std::array<RoleElement, 4> kMeaningElements = {{
    {Role::Title, "docTitle"},
    {Role::Number, "docNumber"},
    {Role::Date, "docDate"},
    {Role::Signature, "signature"},
}};

struct NamedDate {
    std::optional<Date> Metadata::*date;
    std::string_view name;
};

/// Dates kept as FRBRdate of the work; `published` is the element publication.
inline constexpr std::array<NamedDate, 5> kDates = {{
    {&Metadata::written, "written"},
    {&Metadata::adopted, "adopted"},
    {&Metadata::promulgated, "promulgated"},
    {&Metadata::effective, "effective"},
    {&Metadata::expires, "expires"},
}};

inline constexpr std::string_view kNoDate = "0001-01-01";

}  // namespace gongbao::core::akn
