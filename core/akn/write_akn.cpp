// SPDX-License-Identifier: Apache-2.0
#include "core/akn/write_akn.hpp"

#include "core/akn/names.hpp"
#include "core/akn/write_meta.hpp"
#include "core/akn/write_text.hpp"
#include "core/document/document.hpp"
#include "core/document/outline.hpp"
#include "core/document/structure.hpp"
#include "core/report/check.hpp"
#include "core/xml/xml_writer.hpp"

namespace gongbao::core {
namespace akn {
namespace {

// How many runs stand in the element heading; the rest is content.
std::size_t heading_length(const Block& block) {
    if (block.heading || is_division(block.role)) return block.runs.size();
    if (!leads(block) || block.table || block.figure) return 0;
    std::size_t count = 0;
    while (count < block.runs.size() && block.runs[count].marks.has(Mark::Lead)) ++count;
    return count;
}

void write_heading(XmlWriter& xml, const Block& block, std::size_t count) {
    if (count == 0 && !block.heading) return;
    const bool lead = !block.heading && leads(block);
    const Marks implied = lead ? Marks{}.add(Mark::Lead) : Marks{};
    xml.open_mixed("heading");
    if (lead) xml.attribute("class", "lead");
    write_runs(xml, block, 0, count, implied);
    xml.close();
}

// Elements that are nothing but their text always hold it, be it empty.
bool always_has_content(Role role) {
    return !is_level(role) && !is_division(role) && role != Role::Article;
}

class Writer {
  public:
    explicit Writer(XmlWriter& xml) : xml_(xml) {}

    void body(const Blocks& blocks) {
        xml_.open("mainBody");
        if (blocks.empty()) xml_.open("p").attribute("class", "none").close();
        for (const Branch& branch : outline(blocks)) hierarchy(blocks, branch);
        xml_.close();
    }

    void flat(std::string_view element, const Blocks& blocks) {
        if (blocks.empty()) return;
        xml_.open(element);
        for (const Block& block : blocks) write_flat(xml_, block);
        xml_.close();
    }

  private:
    void hierarchy(const Blocks& blocks, const Branch& branch) {
        const Block& block = blocks[branch.block];
        GONGBAO_CHECK(!block.id.empty());
        if (branch.opening) {
            xml_.open("paragraph").attribute("eId", block.id + "__para_1");
            content(block, 0, branch.branches.empty());
        } else {
            open_element(block);
            if (block.role != Role::Article) own_words(block, branch.branches.empty());
        }
        for (const Branch& below : branch.branches) hierarchy(blocks, below);
        xml_.close();
    }

    void open_element(const Block& block) {
        const auto element = element_of(block.role);
        xml_.open(element).attribute("eId", block.id);
        if (role_of(element) != block.role) xml_.attribute("class", name_of(block.role));
        write_align(xml_, block.align);
        if (!block.label.empty()) xml_.open_mixed("num").text(block.label).close();
    }

    void own_words(const Block& block, bool alone) {
        const std::size_t count = heading_length(block);
        write_heading(xml_, block, count);
        const bool more = count < block.runs.size() || block.table || block.figure;
        if (more || always_has_content(block.role)) content(block, count, alone);
    }

    void content(const Block& block, std::size_t from, bool alone) {
        xml_.open(alone ? "content" : "intro");
        write_matter(xml_, block, from);
        xml_.close();
    }

    XmlWriter& xml_;
};

void write_annexes(XmlWriter& xml, const Document& document) {
    if (document.annexes.empty()) return;
    xml.open("attachments");
    int count = 0;
    for (const Annex& annex : document.annexes) {
        const std::string id = "att_" + std::to_string(++count);
        const char* kind = annex.kind == Annex::Kind::Annex ? "annex" : "attached";
        xml.open("attachment").attribute("eId", id);
        xml.open("doc").attribute("name", kind);
        write_annex_meta(xml, document.meta, id);
        Writer(xml).body(annex.blocks);
        xml.close().close();
    }
    xml.close();
}

}  // namespace
}  // namespace akn

std::string write_akn(const Document& document) {
    XmlWriter xml;
    xml.open("akomaNtoso").attribute("xmlns", akn::kNamespace);
    xml.attribute("xmlns:gb", akn::kOwnNamespace);
    xml.open("doc").attribute("name", "document");
    akn::write_meta(xml, document);
    akn::Writer writer(xml);
    writer.flat("preface", document.preface);
    writer.body(document.body);
    writer.flat("conclusions", document.conclusions);
    akn::write_annexes(xml, document);
    xml.close().close();
    return xml.take();
}

}  // namespace gongbao::core
