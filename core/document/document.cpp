// SPDX-License-Identifier: Apache-2.0
#include "core/document/document.hpp"

#include <array>
#include <utility>

#include "core/system/digest.hpp"
#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

constexpr std::array<std::pair<Role, const char*>, 37> kRoles = {{
    {Role::CopyNumber, "copy-number"},
    {Role::Secrecy, "secrecy"},
    {Role::Urgency, "urgency"},
    {Role::IssuerMark, "issuer-mark"},
    {Role::Signer, "signer"},
    {Role::Title, "title"},
    {Role::Subtitle, "subtitle"},
    {Role::Number, "number"},
    {Role::TitleNote, "title-note"},
    {Role::Addressees, "addressees"},
    {Role::Contents, "contents"},
    {Role::Part, "part"},
    {Role::Chapter, "chapter"},
    {Role::Section, "section"},
    {Role::Article, "article"},
    {Role::Paragraph, "paragraph"},
    {Role::DatedEntry, "dated-entry"},
    {Role::DatedOpening, "dated-opening"},
    {Role::Item, "item"},
    {Role::SubItem, "sub-item"},
    {Role::Heading1, "heading1"},
    {Role::Heading2, "heading2"},
    {Role::Heading3, "heading3"},
    {Role::Heading4, "heading4"},
    {Role::ListItem, "list-item"},
    {Role::Caption, "caption"},
    {Role::TableUnit, "table-unit"},
    {Role::Table, "table"},
    {Role::TableNote, "table-note"},
    {Role::Figure, "figure"},
    {Role::AnnexNote, "annex-note"},
    {Role::Signature, "signature"},
    {Role::Date, "date"},
    {Role::Note, "note"},
    {Role::CopyTo, "copy-to"},
    {Role::Imprint, "imprint"},
    {Role::AnnexLabel, "annex-label"},
}};

// A printed line under construction, and the footnotes that follow it.
struct Lines {
    std::string text;
    std::string notes;

    void add(const Runs& runs) {
        for (const Inline& run : runs) {
            if (holds_words(run)) text += run.text;
            if (run.kind != Inline::Kind::Note) continue;
            notes += "\n" + run.text + " " + plain_text(run.note);
        }
    }
    std::string take() { return std::exchange(text, {}) + std::exchange(notes, {}); }
};

std::string row_text(const Row& row) {
    Lines line;
    for (const Cell& cell : row.cells) {
        if (&cell != &row.cells.front()) line.text += '\t';
        for (const Runs& paragraph : cell.paragraphs) {
            if (&paragraph != &cell.paragraphs.front()) line.text += ' ';
            line.add(paragraph);
        }
    }
    return line.take();
}

}  // namespace

Inline text_run(std::string text, Marks marks) {
    return {Inline::Kind::Text, std::move(text), marks};
}

Inline line_break() {
    return {Inline::Kind::LineBreak, {}, {}};
}

Inline ruby(std::string base, std::string reading, Marks marks) {
    return {Inline::Kind::Ruby, std::move(base), marks, {}, std::move(reading)};
}

const char* name_of(Role role) {
    for (const auto& [value, name] : kRoles)
        if (value == role) return name;
    return "unknown";
}

std::optional<Role> role_named(std::string_view name) {
    for (const auto& [value, known] : kRoles)
        if (name == known) return value;
    return {};
}

bool is_division(Role role) {
    return role == Role::Part || role == Role::Chapter || role == Role::Section;
}

bool is_level(Role role) {
    return role == Role::Heading1 || role == Role::Heading2 || role == Role::Heading3 ||
           role == Role::Heading4;
}

bool is_of_head(Role role) {
    return role == Role::CopyNumber || role == Role::Secrecy || role == Role::Urgency ||
           role == Role::IssuerMark || role == Role::Signer;
}

bool is_of_imprint(Role role) {
    return role == Role::CopyTo || role == Role::Imprint;
}

const char* name_of(Force force) {
    switch (force) {
        case Force::Other: return "other";
        case Force::Rule: return "rule";
        case Force::Normative: return "normative";
    }
    return "unknown";
}

const char* name_of(Openness openness) {
    switch (openness) {
        case Openness::Public: return "public";
        case Openness::OnRequest: return "on-request";
        case Openness::Closed: return "closed";
    }
    return "unknown";
}

std::optional<Force> force_named(std::string_view name) {
    for (const auto force : {Force::Other, Force::Rule, Force::Normative})
        if (name == name_of(force)) return force;
    return {};
}

std::optional<Openness> openness_named(std::string_view name) {
    for (const auto openness : {Openness::Public, Openness::OnRequest, Openness::Closed})
        if (name == name_of(openness)) return openness;
    return {};
}

std::string plain_text(const Runs& runs) {
    Lines line;
    line.add(runs);
    return std::move(line.text);
}

std::string plain_text(const Block& block) {
    Lines line;
    line.add(block.runs);
    if (!line.text.empty()) line.text.insert(0, label_gap(block));
    line.text.insert(0, block.label);
    if (block.figure) line.text += block.figure->alt;
    if (!block.table) return line.take();

    std::string text = line.take();
    for (const Row& row : block.table->rows) {
        if (!text.empty() || &row != &block.table->rows.front()) text += '\n';
        text += row_text(row);
    }
    return text;
}

std::string plain_text(const Document& document) {
    std::string text;
    for_each_block(document, [&](const Block& block) { text += plain_text(block) + "\n"; });
    return text;
}

std::string carried_title(const Document& document) {
    for (const Annex& annex : document.annexes) {
        if (annex.kind != Annex::Kind::Attached) continue;
        for (const Block& block : annex.blocks)
            if (block.role == Role::Title) {
                const std::string title = plain_text(block);
                const bool named = document.meta.title.find(title) != std::string::npos;
                return named ? std::string() : title;
            }
    }
    return {};
}

std::string text_digest(const Document& document) {
    return sha256_hex(plain_text(document));
}

std::string_view label_gap(const Block& block) {
    if (!block.label.starts_with("第")) return {};
    for (const char* division : {"编", "章", "节", "条", "目"})
        if (block.label.ends_with(division)) return "\u3000";
    return block.role == Role::Article ? "\u3000" : "";  // 第十条之一
}

std::optional<int> depth_of(Role role) {
    switch (role) {
        case Role::Part:
        case Role::Heading1: return 0;
        case Role::Chapter:
        case Role::Heading2: return 1;
        case Role::Section:
        case Role::Heading3: return 2;
        case Role::Article:
        case Role::Heading4: return 3;
        default: return {};
    }
}

}  // namespace gongbao::core
