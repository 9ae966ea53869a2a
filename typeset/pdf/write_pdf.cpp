// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/write_pdf.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "core/system/digest.hpp"
#include "core/system/parallel.hpp"
#include "typeset/pdf/images.hpp"
#include "typeset/pdf/page_content.hpp"
#include "typeset/pdf/podofo_values.hpp"
#include "typeset/pdf/print_boxes.hpp"
#include "typeset/pdf/signature_field.hpp"
#include "typeset/pdf/structure.hpp"

namespace gongbao::typeset::pdf {
namespace {

constexpr std::size_t kPagesANode = 50;

class PdfWriter {
  public:
    PdfWriter(const Layout& layout, const FontBook& fonts, const Description& description,
              core::Diagnostics& findings, const Finish& finish)
        : layout_(layout),
          description_(description),
          findings_(findings),
          finish_(finish),
          boxes_(layout, finish.bleed),
          font_set_(fonts, layout, file_),
          languages_(layout) {}

    std::string write() {
        for (std::size_t i = 0; i < layout_.pages.size(); ++i) page_ids_.push_back(file_.reserve());
        resources_ = file_.reserve();
        std::vector<SetPage> pages = set_pages_and_fonts();
        for (std::size_t i = 0; i < layout_.pages.size(); ++i) write_page(i, pages[i]);
        font_set_.write(file_);
        write_resources();
        files_ = write_attachments(finish_.attachments, description_.date, file_);
        if (seal_) extras_.form = *seal_;
        extras_.files = associate(layout_, files_);
        const ObjectId structure =
            write_structure(layout_, contents_, links_, page_ids_, extras_, file_);
        return finish(write_catalog(structure));
    }

  private:
    struct SetPage {
        PageContent content;
        std::string packed;  ///< its operators, deflated
    };

    // The costly work, on all threads: fonts, which take longest, first.
    std::vector<SetPage> set_pages_and_fonts() {
        std::vector<SetPage> pages(layout_.pages.size());
        const std::size_t fonts = font_set_.size();
        core::for_each_index(fonts + pages.size(), core::thread_count(), [&](std::size_t i) {
            if (i < fonts) return font_set_.make_subset(i);
            SetPage& page = pages[i - fonts];
            page.content = write_content(layout_.pages[i - fonts], layout_, font_set_, languages_);
            page.packed = deflate(page.content.operators + boxes_.marks());
            std::string().swap(page.content.operators);
        });
        return pages;
    }

    Array destination(std::uint32_t target) const {
        const Target& to = layout_.targets[target];
        Array array;
        array.push_back(ref(page_ids_[to.page]));
        array.push_back(name("XYZ"));
        array.push_back(integer(0));
        array.push_back(points(layout_.page_height - to.y + pt(6)));
        array.push_back(integer(0));
        return array;
    }

    // Pages hang from nodes of fifty, made when the first of them is written.
    ObjectId parent_of(std::size_t page) {
        if (page % kPagesANode == 0) page_nodes_.push_back(file_.reserve());
        return page_nodes_.back();
    }

    void write_page(std::size_t i, SetPage& set) {
        const Page& page = layout_.pages[i];
        const PageContent& content = set.content;
        for (std::size_t mcid = 0; mcid < content.node_of_mcid.size(); ++mcid)
            contents_.push_back({content.node_of_mcid[mcid], static_cast<std::uint32_t>(i),
                                 static_cast<std::uint32_t>(mcid)});
        Dictionary dictionary;
        dictionary.AddKey("Type", name("Page"));
        dictionary.AddKey("Parent", ref(parent_of(i)));
        dictionary.AddKey("Resources", ref(resources_of(content)));
        dictionary.AddKey("Contents", ref(file_.add_stream("", std::move(set.packed),
                                                           ObjectFile::Coding::Packed)));
        dictionary.AddKey("StructParents", integer(static_cast<std::int64_t>(i)));
        dictionary.AddKey("Tabs", name("S"));
        std::vector<ObjectId> annotations = write_links(page, i);
        if (finish_.signature_field && i + 1 == layout_.pages.size())
            annotations.push_back(write_seal(page_ids_[i]));
        if (!annotations.empty()) dictionary.AddKey("Annots", references(annotations));
        std::string value = serialise(dictionary);
        value.insert(value.rfind(">>"), boxes_.entries());
        file_.put(page_ids_[i], value);
    }

    // Its key in the parent tree comes behind those of the links.
    ObjectId write_seal(ObjectId page) {
        const auto key = static_cast<int>(layout_.pages.size() + links_.size());
        seal_ = write_signature_field(layout_, page, key, file_);
        return seal_->annotation;
    }

    // Pages with pictures have resources of their own, beside the common fonts.
    ObjectId resources_of(const PageContent& content) {
        if (content.pictures.empty()) return resources_;
        std::string names;
        for (std::size_t k = 0; k < content.pictures.size(); ++k)
            names +=
                "/I" + std::to_string(k) + " " + reference(image_of(*content.pictures[k]->media));
        const ObjectId id = file_.reserve();
        pages_with_pictures_.push_back({id, names});
        return id;
    }

    ObjectId image_of(const core::Media& media) {
        const auto found = images_.find(media.digest);
        if (found != images_.end()) return found->second;
        std::optional<ObjectId> image = add_image(media, file_);
        if (!image) {
            findings_.push_back({core::Level::Error,
                                 media.digest.substr(0, 12),
                                 {"typeset.picture_unreadable", {}},
                                 {}});
            image = file_.add_stream(
                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
                "/ColorSpace/DeviceGray",
                "\xCC");
        }
        images_[media.digest] = *image;
        return *image;
    }

    void write_resources() {
        const std::string fonts = "/Font<<" + font_set_.resources() + ">>";
        file_.put(resources_, "<<" + fonts + ">>");
        for (const auto& [id, names] : pages_with_pictures_)
            file_.put(id, "<<" + fonts + "/XObject<<" + names + ">>>>");
    }

    std::vector<ObjectId> write_links(const Page& page, std::size_t i) {
        std::vector<ObjectId> ids;
        for (const PlacedLink& link : page.links) {
            const int key = static_cast<int>(layout_.pages.size() + links_.size());
            Dictionary annotation;
            annotation.AddKey("Type", name("Annot"));
            annotation.AddKey("Subtype", name("Link"));
            annotation.AddKey(
                "Rect",
                rectangle(link.rect.x, layout_.page_height - link.rect.y - link.rect.height,
                          link.rect.x + link.rect.width, layout_.page_height - link.rect.y));
            annotation.AddKey("Dest", destination(link.target));
            annotation.AddKey("F", integer(4));
            annotation.AddKey("StructParent", integer(key));
            annotation.AddKey("Contents", text(link.contents));
            Array border;
            for (int k = 0; k < 3; ++k) border.push_back(integer(0));
            annotation.AddKey("Border", border);
            ids.push_back(file_.add(serialise(annotation)));
            links_.push_back({link.node, static_cast<std::uint32_t>(i), ids.back(), key});
        }
        return ids;
    }

    ObjectId write_page_tree() {
        const ObjectId root = file_.reserve();
        for (std::size_t k = 0; k < page_nodes_.size(); ++k) {
            const auto begin = page_ids_.begin() + static_cast<std::ptrdiff_t>(k * kPagesANode);
            const std::size_t count = std::min(kPagesANode, page_ids_.size() - k * kPagesANode);
            Dictionary node;
            node.AddKey("Type", name("Pages"));
            node.AddKey("Parent", ref(root));
            node.AddKey("Count", integer(static_cast<std::int64_t>(count)));
            node.AddKey("Kids", references({begin, begin + static_cast<std::ptrdiff_t>(count)}));
            file_.put(page_nodes_[k], serialise(node));
        }
        Dictionary tree;
        tree.AddKey("Type", name("Pages"));
        tree.AddKey("Count", integer(static_cast<std::int64_t>(page_ids_.size())));
        tree.AddKey("Kids", references(page_nodes_));
        file_.put(root, serialise(tree));
        return root;
    }

    // Bookmarks at `level` and deeper from `next` on, below `parent`. Returns first and last.
    struct Siblings {
        ObjectId first = 0;
        ObjectId last = 0;
        std::int64_t count = 0;
    };
    Siblings write_bookmarks(std::size_t& next, int level, ObjectId parent) {
        Siblings siblings;
        std::optional<std::pair<ObjectId, Dictionary>> open;
        const auto close = [&](ObjectId following) {
            if (!open) return;
            if (following != 0) open->second.AddKey("Next", ref(following));
            file_.put(open->first, serialise(open->second));
        };
        while (next < layout_.bookmarks.size() && layout_.bookmarks[next].level >= level) {
            const Bookmark& bookmark = layout_.bookmarks[next];
            const int own_level = bookmark.level;
            const ObjectId id = file_.reserve();
            close(id);
            Dictionary item;
            item.AddKey("Title", text(bookmark.title));
            item.AddKey("Parent", ref(parent));
            item.AddKey("Dest", destination(bookmark.target));
            if (siblings.last != 0) item.AddKey("Prev", ref(siblings.last));
            ++next;
            const Siblings kids = write_bookmarks(next, own_level + 1, id);
            if (kids.count > 0) {
                item.AddKey("First", ref(kids.first));
                item.AddKey("Last", ref(kids.last));
                item.AddKey("Count", integer(-kids.count));
            }
            open.emplace(id, item);
            if (siblings.first == 0) siblings.first = id;
            siblings.last = id;
            ++siblings.count;
        }
        close(0);
        return siblings;
    }

    // Front pages i, ii …, then the printed numbers; what follows the last of them is 版权页.
    std::string page_labels() const {
        std::string numbers;
        std::optional<int> before;
        bool numbered = false;
        for (std::size_t i = 0; i < layout_.pages.size(); ++i) {
            const int number = layout_.pages[i].number;
            const bool follows = before && (number == 0 ? *before == 0 : number == *before + 1);
            before = number;
            if (follows && (number == 0 || numbered)) continue;
            numbers += std::to_string(i);
            if (number != 0)
                numbers += "<</S/D/St " + std::to_string(number) + ">>";
            else
                numbers += numbered ? "<</P" + serialise(text("版权页")) + ">>" : "<</S/r>>";
            numbered = numbered || number != 0;
        }
        return "<</Nums[" + numbers + "]>>";
    }

    Dictionary output_intent() {
        Dictionary intent;
        intent.AddKey("Type", name("OutputIntent"));
        intent.AddKey("S", name("GTS_PDFA1"));
        intent.AddKey("OutputConditionIdentifier", PoDoFo::PdfString("sRGB IEC61966-2.1"));
        intent.AddKey("Info", PoDoFo::PdfString("sRGB IEC61966-2.1"));
        intent.AddKey("DestOutputProfile", ref(file_.add_stream("/N 3", srgb_profile())));
        return intent;
    }

    ObjectId write_catalog(ObjectId structure) {
        Dictionary catalog;
        catalog.AddKey("Type", name("Catalog"));
        catalog.AddKey("Pages", ref(write_page_tree()));
        catalog.AddKey("Lang", PoDoFo::PdfString("zh-CN"));
        Dictionary mark_info;
        mark_info.AddKey("Marked", PoDoFo::PdfVariant(true));
        catalog.AddKey("MarkInfo", mark_info);
        catalog.AddKey("StructTreeRoot", ref(structure));
        Dictionary preferences;
        preferences.AddKey("DisplayDocTitle", PoDoFo::PdfVariant(true));
        catalog.AddKey("ViewerPreferences", preferences);
        catalog.AddKey("PageLabels", ref(file_.add(page_labels())));
        catalog.AddKey("Metadata",
                       ref(file_.add_stream("/Type/Metadata/Subtype/XML", xmp_packet(description_),
                                            ObjectFile::Coding::Plain)));
        Array intents;
        intents.push_back(output_intent());
        catalog.AddKey("OutputIntents", intents);
        if (!layout_.bookmarks.empty()) {
            const ObjectId outlines = file_.reserve();
            std::size_t next = 0;
            const Siblings top = write_bookmarks(next, 0, outlines);
            Dictionary root;
            root.AddKey("Type", name("Outlines"));
            root.AddKey("First", ref(top.first));
            root.AddKey("Last", ref(top.last));
            root.AddKey("Count", integer(top.count));
            file_.put(outlines, serialise(root));
            catalog.AddKey("Outlines", ref(outlines));
            catalog.AddKey("PageMode", name("UseOutlines"));
        }
        std::string value = serialise(catalog);
        value.insert(value.rfind(">>"), form_and_files());
        return file_.add(value);
    }

    std::string form_and_files() {
        std::string entries;
        if (seal_) entries += "/AcroForm" + interactive_form(*seal_);
        std::string files;
        for (const ObjectId id : files_)
            if (id != 0) files += reference(id) + " ";
        if (!files.empty())
            entries += "/AF[" + files + "]/Names<</EmbeddedFiles " +
                       reference(file_.add(name_tree(finish_.attachments, files_))) + ">>";
        return entries;
    }

    // ISO 32000-1, 14.4: the same words, title and date make the same file.
    std::string file_id() const {
        constexpr std::size_t kStretch = 1 << 16;
        std::string digests = description_.title + core::iso(description_.date);
        std::string words;
        for (const PlacedGlyph& glyph : layout_.glyphs) {
            words.append(reinterpret_cast<const char*>(&glyph.text), sizeof glyph.text);
            if (words.size() < kStretch) continue;
            digests += core::sha256_bytes(words);
            words.clear();
        }
        return core::sha256_hex(digests + words).substr(0, 32);
    }

    std::string finish(ObjectId catalog) {
        Dictionary info;
        info.AddKey("Title", text(description_.title));
        if (!description_.author.empty()) info.AddKey("Author", text(description_.author));
        info.AddKey("Creator", text(description_.producer));
        info.AddKey("Producer", text(description_.producer));
        info.AddKey("CreationDate", PoDoFo::PdfString(pdf_date(description_.date)));
        info.AddKey("ModDate", PoDoFo::PdfString(pdf_date(description_.date)));
        const ObjectId info_id = file_.add(serialise(info));
        const std::string id = file_id();
        return file_.finish("/Root " + reference(catalog) + "/Info " + reference(info_id) +
                            "/ID[<" + id + "><" + id + ">]");
    }

    const Layout& layout_;
    const Description& description_;
    core::Diagnostics& findings_;
    const Finish& finish_;
    PrintBoxes boxes_;
    std::optional<SignatureField> seal_;
    std::vector<ObjectId> files_;
    StructureExtras extras_;
    ObjectFile file_;
    FontSet font_set_;
    Languages languages_;
    ObjectId resources_ = 0;
    std::vector<ObjectId> page_ids_;
    std::vector<ObjectId> page_nodes_;
    std::vector<MarkedContent> contents_;
    std::vector<LinkObject> links_;
    std::map<std::string, ObjectId> images_;
    std::vector<std::pair<ObjectId, std::string>> pages_with_pictures_;
};

}  // namespace

std::string library_version() {
    return std::string("PoDoFo ") + PODOFO_VERSION_STRING;
}

std::string write_pdf(const Layout& layout, const FontBook& fonts, const Description& description,
                      core::Diagnostics& findings, const Finish& finish) {
    return PdfWriter(layout, fonts, description, findings, finish).write();
}

}  // namespace gongbao::typeset::pdf
