// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/write_pdf.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "core/system/digest.hpp"
#include "core/system/parallel.hpp"
#include "typeset/pdf/destination.hpp"
#include "typeset/pdf/font_set.hpp"
#include "typeset/pdf/links.hpp"
#include "typeset/pdf/outline.hpp"
#include "typeset/pdf/page_content.hpp"
#include "typeset/pdf/page_labels.hpp"
#include "typeset/pdf/page_resources.hpp"
#include "typeset/pdf/page_tree.hpp"
#include "typeset/pdf/print_boxes.hpp"
#include "typeset/pdf/signature_field.hpp"
#include "typeset/pdf/structure.hpp"
#include "typeset/pdf/values.hpp"

namespace gongbao::typeset::pdf {
namespace {

struct SetPage {
    PageContent content;
    std::string packed;  ///< its operators, deflated
};

// The costly work, on all threads: fonts, which take longest, first. `marks`: operators for every
// page.
std::vector<SetPage> set_pages_and_fonts(const Layout& layout, FontSet& fonts,
                                         const std::string& marks) {
    const Languages languages(layout);
    std::vector<SetPage> pages(layout.pages.size());
    core::for_each_index(fonts.size() + pages.size(), core::thread_count(), [&](std::size_t i) {
        if (i < fonts.size()) return fonts.make_subset(i);
        const std::size_t at = i - fonts.size();
        SetPage& page = pages[at];
        page.content = write_content(layout.pages[at], layout, fonts, languages);
        page.packed = deflate(page.content.operators + marks);
        std::string().swap(page.content.operators);
    });
    return pages;
}

// What the pages bring to the rest of the file.
struct WrittenPages {
    std::vector<MarkedContent> contents;
    std::vector<LinkObject> links;
    std::optional<SignatureField> seal;
    PageTree tree;
    PageResources resources;
};

class PageWriter {
  public:
    PageWriter(const PageObjects& pages, const Finish& finish, const PrintBoxes& boxes,
               ObjectFile& file, core::Diagnostics& findings)
        : pages_(pages),
          finish_(finish),
          boxes_(boxes.entries()),
          file_(file),
          findings_(findings),
          written_{{}, {}, {}, {}, PageResources(file)} {}

    WrittenPages write(std::vector<SetPage> set) {
        for (std::size_t i = 0; i < set.size(); ++i) {
            note_contents(i, set[i].content);
            write_page(i, std::move(set[i]));
        }
        return std::move(written_);
    }

  private:
    void note_contents(std::size_t page, const PageContent& content) {
        std::uint32_t mcid = 0;
        for (const NodeId node : content.node_of_mcid)
            written_.contents.push_back({node, static_cast<std::uint32_t>(page), mcid++});
    }

    void write_page(std::size_t i, SetPage set) {
        Dictionary page;
        page.add("Type", name("Page"));
        page.add("Parent", ref(written_.tree.parent_of(i, file_)));
        page.add("Resources", ref(written_.resources.of(set.content, file_, findings_)));
        page.add("Contents",
                 ref(file_.add_stream("", std::move(set.packed), ObjectFile::Coding::Packed)));
        page.add("StructParents", integer(static_cast<std::int64_t>(i)));
        page.add("Tabs", name("S"));
        const std::vector<ObjectId> annotations = write_annotations(i);
        if (!annotations.empty()) page.add("Annots", references(annotations));
        page.add_written(boxes_);
        file_.put(pages_.ids[i], page.written());
    }

    // Their keys in the parent tree come behind those of the pages, the seal's behind the links'.
    std::vector<ObjectId> write_annotations(std::size_t i) {
        std::vector<ObjectId> ids;
        for (const LinkObject& link : write_links(i, next_key(), pages_, file_)) {
            ids.push_back(link.annotation);
            written_.links.push_back(link);
        }
        if (finish_.signature_field && i + 1 == pages_.ids.size()) {
            written_.seal = write_signature_field(pages_.layout, pages_.ids[i], next_key(), file_);
            ids.push_back(written_.seal->annotation);
        }
        return ids;
    }

    int next_key() const { return static_cast<int>(pages_.ids.size() + written_.links.size()); }

    const PageObjects& pages_;
    const Finish& finish_;
    std::string boxes_;
    ObjectFile& file_;
    core::Diagnostics& findings_;
    WrittenPages written_;
};

std::string output_intent(ObjectFile& file) {
    Dictionary intent;
    intent.add("Type", name("OutputIntent"));
    intent.add("S", name("GTS_PDFA1"));
    intent.add("OutputConditionIdentifier", ascii("sRGB IEC61966-2.1"));
    intent.add("Info", ascii("sRGB IEC61966-2.1"));
    intent.add("DestOutputProfile", ref(file.add_stream("/N 3", srgb_profile())));
    return intent.written();
}

// The catalog's entries for the seal and for the files attached.
std::string form_and_files(const std::optional<SignatureField>& seal,
                           const std::vector<Attachment>& attachments,
                           const std::vector<ObjectId>& specifications, ObjectFile& file) {
    std::string entries;
    if (seal) entries += "/AcroForm" + interactive_form(*seal);
    std::string files;
    for (const ObjectId id : specifications)
        if (id != 0) files += reference(id) + " ";
    if (!files.empty())
        entries += "/AF[" + files + "]/Names<</EmbeddedFiles " +
                   reference(file.add(name_tree(attachments, specifications))) + ">>";
    return entries;
}

// The catalog but for what form_and_files adds.
Dictionary catalog_of(const PageObjects& pages, const PageTree& tree, ObjectId structure,
                      const Description& description, ObjectFile& file) {
    Dictionary catalog;
    catalog.add("Type", name("Catalog"));
    catalog.add("Pages", ref(tree.write(pages.ids, file)));
    catalog.add("Lang", ascii("zh-CN"));
    Dictionary mark_info;
    mark_info.add("Marked", truth(true));
    catalog.add("MarkInfo", mark_info.written());
    catalog.add("StructTreeRoot", ref(structure));
    Dictionary preferences;
    preferences.add("DisplayDocTitle", truth(true));
    catalog.add("ViewerPreferences", preferences.written());
    catalog.add("PageLabels", ref(file.add(page_labels(pages.layout))));
    catalog.add("Metadata",
                ref(file.add_stream("/Type/Metadata/Subtype/XML", xmp_packet(description),
                                    ObjectFile::Coding::Plain)));
    catalog.add("OutputIntents", array({output_intent(file)}));
    if (const auto outlines = write_outline(pages, file)) {
        catalog.add("Outlines", ref(*outlines));
        catalog.add("PageMode", name("UseOutlines"));
    }
    return catalog;
}

ObjectId write_info(const Description& description, ObjectFile& file) {
    Dictionary info;
    info.add("Title", text(description.title));
    if (!description.author.empty()) info.add("Author", text(description.author));
    info.add("Creator", text(description.producer));
    info.add("Producer", text(description.producer));
    info.add("CreationDate", ascii(pdf_date(description.date)));
    info.add("ModDate", ascii(pdf_date(description.date)));
    return file.add(info.written());
}

// ISO 32000-1, 14.4: the same words, title and date make the same file.
std::string file_id(const Layout& layout, const Description& description) {
    constexpr std::size_t kStretch = 1 << 16;
    std::string digests = description.title + core::iso(description.date);
    std::string words;
    for (const PlacedGlyph& glyph : layout.glyphs) {
        words.append(reinterpret_cast<const char*>(&glyph.text), sizeof glyph.text);
        if (words.size() < kStretch) continue;
        digests += core::sha256_bytes(words);
        words.clear();
    }
    return core::sha256_hex(digests + words).substr(0, 32);
}

std::vector<ObjectId> reserve_pages(std::size_t count, ObjectFile& file) {
    std::vector<ObjectId> ids(count);
    for (ObjectId& id : ids) id = file.reserve();
    return ids;
}

}  // namespace

std::string write_pdf(const Layout& layout, const FontBook& fonts, const Description& description,
                      core::Diagnostics& findings, const Finish& finish) {
    ObjectFile file;
    FontSet font_set(fonts, layout, file);
    const PrintBoxes boxes(layout, finish.bleed);
    const PageObjects pages{layout, reserve_pages(layout.pages.size(), file)};
    PageWriter writer(pages, finish, boxes, file, findings);
    const WrittenPages written = writer.write(set_pages_and_fonts(layout, font_set, boxes.marks()));
    font_set.write(file);
    written.resources.write(font_set, file);
    const std::vector<ObjectId> attached =
        write_attachments(finish.attachments, description.date, file);
    const StructureExtras extras{written.seal, associate(finish.attachments, attached)};
    const ObjectId structure =
        write_structure(layout, written.contents, written.links, pages.ids, extras, file);
    Dictionary catalog = catalog_of(pages, written.tree, structure, description, file);
    catalog.add_written(form_and_files(written.seal, finish.attachments, attached, file));
    const ObjectId root = file.add(catalog.written());
    const ObjectId info = write_info(description, file);
    const std::string id = file_id(layout, description);
    return file.finish("/Root " + reference(root) + "/Info " + reference(info) + "/ID[<" + id +
                       "><" + id + ">]");
}

}  // namespace gongbao::typeset::pdf
