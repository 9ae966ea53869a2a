// SPDX-License-Identifier: Apache-2.0
#include "core/akn/read_akn.hpp"

#include <algorithm>
#include <array>

#include "core/akn/names.hpp"
#include "core/akn/read_citations.hpp"
#include "core/akn/read_meta.hpp"
#include "core/akn/read_text.hpp"
#include "core/xml/xml_source.hpp"

namespace gongbao::core {
namespace akn {
namespace {

class Reader {
  public:
    explicit Reader(const XmlSource& source) : source_(source) {}

    Document document() {
        const auto root = source_.root();
        source_.expect(root, "akomaNtoso");
        if (root.attribute("xmlns").value() != kNamespace) source_.refuse(root, "akn.not_akn");
        const auto docs = source_.elements(root);
        if (docs.size() != 1) source_.refuse(root);
        source_.expect(docs.front(), "doc");
        Document document;
        for (const auto part : source_.elements(docs.front())) read_part(part, document);
        return document;
    }

  private:
    void read_part(pugi::xml_node part, Document& document) {
        switch (place_of(part)) {
            case 0: return read_meta(source_, part, document);
            case 1: return flat(part, document.preface);
            case 2: return body(part, document.body);
            case 3: return flat(part, document.conclusions);
            case 4: return annexes(part, document.annexes);
        }
    }

    // The place of a part among the parts. Each comes once, in the order of print.
    std::size_t place_of(pugi::xml_node part) {
        const auto found = std::find(kParts.begin(), kParts.end(), std::string_view(part.name()));
        const auto place = static_cast<std::size_t>(found - kParts.begin());
        if (found == kParts.end() || place < next_part_) source_.refuse(part);
        next_part_ = place + 1;
        return place;
    }

    Role role(pugi::xml_node node) {
        const auto name = class_of(node);
        const auto named = name.empty() ? role_of(node.name()) : role_named(name);
        if (!named) source_.refuse(node);
        return *named;
    }

    Block block(pugi::xml_node node) {
        Block block;
        block.id = node.attribute("eId").value();
        block.role = role(node);
        block.align = read_align(source_, node);
        return block;
    }

    void flat(pugi::xml_node part, Blocks& blocks) {
        for (const auto node : source_.elements(part)) {
            blocks.push_back(block(node));
            read_matter(source_, node, blocks.back());
            settle_citations(source_, node, blocks.back());
        }
    }

    void body(pugi::xml_node part, Blocks& blocks) {
        for (const auto node : source_.elements(part))
            if (class_of(node) != "none" || node.first_child()) hierarchy(node, blocks, 0);
    }

    void hierarchy(pugi::xml_node node, Blocks& blocks, int depth) {
        if (depth > kDeepest) source_.refuse(node, "akn.too_deep");
        const std::size_t index = blocks.size();
        blocks.push_back(block(node));
        if (element_of(blocks[index].role) != node.name()) source_.refuse(node);
        bool opening = blocks[index].role == Role::Article;
        for (const auto child : source_.elements(node)) {
            if (own_words(child, blocks, index)) continue;
            if (opening)
                first_paragraph(child, blocks, index, depth);
            else
                hierarchy(child, blocks, depth + 1);
            opening = false;
        }
        settle_citations(source_, node, blocks[index]);
    }

    // The first 款 of an article is the article's own block, and its points follow it.
    void first_paragraph(pugi::xml_node node, Blocks& blocks, std::size_t article, int depth) {
        source_.expect(node, "paragraph");
        for (const auto child : source_.elements(node))
            if (!own_words(child, blocks, article)) hierarchy(child, blocks, depth + 1);
    }

    // True when `node` held words of the block itself. They stand before everything below it:
    // behind that, they would change their place among the words.
    bool own_words(pugi::xml_node node, Blocks& blocks, std::size_t index) {
        const std::string_view name = node.name();
        Block& block = blocks[index];
        const bool own = name == "num" || name == "heading" || name == "intro" || name == "content";
        if (own && (index + 1 != blocks.size() || block.table)) source_.refuse(node);
        if (name == "num") {
            if (!block.label.empty() || !block.runs.empty()) source_.refuse(node);
            block.label = source_.words(node);
        } else if (name == "heading") {
            const bool lead = class_of(node) == "lead";
            block.heading = !lead && is_level(block.role);
            read_heading(source_, node, lead ? Marks{}.add(Mark::Lead) : Marks{}, block);
        } else if (own) {
            const auto matter = source_.elements(node);
            if (matter.size() != 1) source_.refuse(node);
            read_matter(source_, matter.front(), block);
        }
        return own;
    }

    void annexes(pugi::xml_node part, std::vector<Annex>& annexes) {
        for (const auto attachment : source_.elements(part)) {
            source_.expect(attachment, "attachment");
            const auto docs = source_.elements(attachment);
            if (docs.size() != 1) source_.refuse(attachment);
            annexes.push_back(annex(docs.front()));
        }
    }

    Annex annex(pugi::xml_node doc) {
        source_.expect(doc, "doc");
        Annex annex;
        const std::string_view kind = doc.attribute("name").value();
        if (kind != "annex" && kind != "attached") source_.refuse(doc, "akn.bad_value");
        annex.kind = kind == "annex" ? Annex::Kind::Annex : Annex::Kind::Attached;
        for (const auto part : source_.elements(doc)) {
            if (std::string_view(part.name()) == "mainBody")
                body(part, annex.blocks);
            else
                source_.expect(part, "meta");
        }
        return annex;
    }

    static constexpr std::array<std::string_view, 5> kParts = {"meta", "preface", "mainBody",
                                                               "conclusions", "attachments"};
    const XmlSource& source_;
    std::size_t next_part_ = 0;
};

}  // namespace
}  // namespace akn

Document read_akn(std::string_view xml) {
    const XmlSource source(xml);
    return akn::Reader(source).document();
}

}  // namespace gongbao::core
