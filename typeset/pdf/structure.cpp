// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/structure.hpp"

#include <map>

#include "typeset/pdf/structure_plan.hpp"
#include "typeset/pdf/values.hpp"

namespace gongbao::typeset::pdf {
namespace {

// Parts of a paragraph, a note or a caption, which stand among its words.
bool is_among_words(Tag tag) {
    return tag == Tag::Reference || tag == Tag::Lbl || tag == Tag::Link || tag == Tag::Span ||
           tag == Tag::Ruby || tag == Tag::RB || tag == Tag::RT;
}

const char* scope_name(Scope scope) {
    return scope == Scope::Row ? "/Scope/Row" : "/Scope/Column";
}

// Tens of thousands of elements: written straight out, not through a tree of objects.
class StructureWriter {
  public:
    StructureWriter(const Layout& layout, const std::vector<MarkedContent>& contents,
                    const std::vector<LinkObject>& links, const std::vector<ObjectId>& pages,
                    const StructureExtras& extras, ObjectFile& file)
        : layout_(layout),
          contents_(contents),
          links_(links),
          pages_(pages),
          extras_(extras),
          file_(file) {
        std::vector<bool> has_content(layout.nodes.size());
        for (const MarkedContent& content : contents) has_content[content.node] = true;
        for (auto node = static_cast<NodeId>(layout.nodes.size()); node-- > 1;)
            if (has_content[node] && is_among_words(layout.nodes[node].tag))
                has_content[layout.nodes[node].parent] = true;
        plan_ = plan_structure(layout, has_content);
        if (extras_.form) form_ = plan_.add(Tag::Form, kDocument);
        for (const AssociatedFile& associated : extras_.files)
            files_[associated.node] = associated.specification;
        ids_.resize(plan_.tags.size());
        kids_.resize(plan_.tags.size());
        adopted_.resize(plan_.tags.size());
        first_page_.assign(plan_.tags.size(), kNoPage);
    }

    ObjectId write() {
        root_ = file_.reserve();
        find_used();
        gather_contents();
        for (auto node = static_cast<NodeId>(ids_.size()); node-- > 1;)
            if (ids_[node] != 0) put(node);
        put_root();
        return root_;
    }

  private:
    static constexpr std::uint32_t kNoPage = 0xFFFFFFFF;

    bool always_kept(Tag tag) const {
        return tag == Tag::TD || tag == Tag::TH || tag == Tag::TR || tag == Tag::Table;
    }

    void find_used() {
        std::vector<char> used(ids_.size());
        used[1] = 1;
        for (const MarkedContent& content : contents_) used[content.node] = 1;
        for (const LinkObject& link : links_) used[link.node] = 1;
        if (form_ != 0) used[form_] = 1;
        for (auto node = static_cast<NodeId>(layout_.nodes.size()); node-- > 1;) {
            if (always_kept(plan_.tags[node]) && !plan_.empty[node]) used[node] = 1;
            for (NodeId up = plan_.parents[node]; used[node] != 0 && used[up] == 0;
                 up = plan_.parents[up])
                used[up] = 1;
        }
        for (NodeId node = 1; node < ids_.size(); ++node)
            if (used[node] != 0) ids_[node] = file_.reserve();
    }

    void gather_contents() {
        // A paragraph's links, labels, readings and notes stand among its words; containers keep
        // their nodes' order.
        has_words_.resize(ids_.size());
        for (const MarkedContent& content : contents_) has_words_[content.node] = true;
        for (const MarkedContent& content : contents_) {
            std::string& kids = kids_[content.node];
            if (content.node > 1 && is_below_words(content.node)) adopt(content.node);
            if (first_page_[content.node] == kNoPage) first_page_[content.node] = content.page;
            if (first_page_[content.node] == content.page)
                kids += (kids.empty() ? "" : " ") + std::to_string(content.mcid);
            else
                kids += "<</Type/MCR/Pg " + reference(pages_[content.page]) + "/MCID " +
                        std::to_string(content.mcid) + ">>";
        }
        for (const LinkObject& link : links_)
            kids_[link.node] += object_kid(link.page, link.annotation);
        for (NodeId node = 2; node < layout_.nodes.size(); ++node)
            if (ids_[node] != 0) adopt(node);
        if (form_ == 0) return;
        adopt(form_);
        kids_[form_] = object_kid(extras_.form->page, extras_.form->annotation);
    }

    std::string object_kid(std::uint32_t page, ObjectId annotation) const {
        return "<</Type/OBJR/Pg " + reference(pages_[page]) + "/Obj " + reference(annotation) +
               ">>";
    }

    // Does a node above `node` have words of its own, with nothing but parts of them between?
    bool is_below_words(NodeId node) const {
        for (NodeId up = plan_.parents[node]; up > 0; up = plan_.parents[up]) {
            if (has_words_[up]) return true;
            if (!is_among_words(plan_.tags[up])) return false;
        }
        return false;
    }

    // Makes `node` the next kid of its parent; a group of the plan, or a part of the words, comes
    // with its first member.
    void adopt(NodeId node) {
        if (adopted_[node]) return;
        adopted_[node] = true;
        const NodeId parent = plan_.parents[node];
        const bool is_group = parent >= layout_.nodes.size() && parent != form_;
        if (is_group || is_among_words(plan_.tags[parent])) adopt(parent);
        std::string& kids = kids_[parent];
        kids += (kids.empty() ? "" : " ") + reference(ids_[node]);
    }

    std::string list_attributes(NodeId id) const {
        const auto found = plan_.numberings.find(id);
        if (found == plan_.numberings.end()) return {};
        const bool disc = found->second == Numbering::Disc;
        return std::string("/A<</O/List/ListNumbering/") + (disc ? "Disc" : "Decimal") + ">>";
    }

    std::string attributes(NodeId id) const {
        const Tag tag = plan_.tags[id];
        if (tag == Tag::L) return list_attributes(id);
        if (tag == Tag::Ruby) return "/A<</O/Layout/RubyAlign/Center>>";
        if (tag != Tag::TH && tag != Tag::TD) return {};
        const Node& node = layout_.nodes[id];
        std::string entries;
        if (node.column_span > 1) entries += "/ColSpan " + std::to_string(node.column_span);
        if (node.row_span > 1) entries += "/RowSpan " + std::to_string(node.row_span);
        if (tag == Tag::TH) entries += scope_name(plan_.scopes[id]);
        return entries.empty() ? entries : "/A<</O/Table" + entries + ">>";
    }

    void put(NodeId id) {
        std::string element = std::string("<</Type/StructElem/S/") + name_of(plan_.tags[id]) +
                              "/P " + reference(id == 1 ? root_ : ids_[plan_.parents[id]]);
        if (first_page_[id] != kNoPage) element += "/Pg " + reference(pages_[first_page_[id]]);
        element += attributes(id);
        if (id < layout_.nodes.size()) element += words_of(layout_.nodes[id]);
        if (const auto file = files_.find(id); file != files_.end())
            element += "/AF[" + reference(file->second) + "]";
        if (plan_.tags[id] == Tag::Note) element += "/ID(note" + std::to_string(id) + ")";
        if (!kids_[id].empty()) element += "/K[" + kids_[id] + "]";
        file_.put(ids_[id], element + ">>");
        std::string().swap(kids_[id]);
    }

    static std::string words_of(const Node& node) {
        std::string entries;
        if (!node.alt.empty()) entries += "/Alt" + text(node.alt);
        if (!node.title.empty()) entries += "/T" + text(node.title);
        return entries;
    }

    void put_root() {
        // Page keys come first in the number tree, then the links'.
        std::map<std::uint32_t, std::string> by_page;
        for (const MarkedContent& content : contents_)
            by_page[content.page] += reference(ids_[content.node]) + " ";
        std::string numbers;
        for (const auto& [page, elements] : by_page)
            numbers +=
                std::to_string(page) + " " + reference(file_.add("[" + elements + "]")) + " ";
        for (const LinkObject& link : links_)
            numbers += std::to_string(link.parent_key) + " " + reference(ids_[link.node]) + " ";
        if (form_ != 0)
            numbers +=
                std::to_string(extras_.form->parent_key) + " " + reference(ids_[form_]) + " ";
        const auto next = pages_.size() + links_.size() + (form_ != 0 ? 1 : 0);
        file_.put(root_, "<</Type/StructTreeRoot/K " + reference(ids_[1]) + "/ParentTree " +
                             reference(file_.add("<</Nums[" + numbers + "]>>")) +
                             "/ParentTreeNextKey " + std::to_string(next) + note_ids() + ">>");
    }

    // ISO 14289-1, 7.9: notes are found by their ID.
    std::string note_ids() {
        std::map<std::string, ObjectId> notes;
        for (NodeId node = 1; node < layout_.nodes.size(); ++node)
            if (ids_[node] != 0 && layout_.nodes[node].tag == Tag::Note)
                notes["note" + std::to_string(node)] = ids_[node];
        if (notes.empty()) return {};
        std::string names;
        for (const auto& [name, id] : notes) names += "(" + name + ")" + reference(id) + " ";
        return "/IDTree " + reference(file_.add("<</Names[" + names + "]>>"));
    }

    const Layout& layout_;
    const std::vector<MarkedContent>& contents_;
    const std::vector<LinkObject>& links_;
    const std::vector<ObjectId>& pages_;
    const StructureExtras& extras_;
    ObjectFile& file_;
    NodeId form_ = 0;                   ///< the Form element, 0 without one
    std::map<NodeId, ObjectId> files_;  ///< associated files by element
    StructurePlan plan_;
    ObjectId root_ = 0;
    std::vector<ObjectId> ids_;
    std::vector<std::string> kids_;
    std::vector<std::uint32_t> first_page_;
    std::vector<bool> has_words_;
    std::vector<bool> adopted_;
};

}  // namespace

ObjectId write_structure(const Layout& layout, const std::vector<MarkedContent>& contents,
                         const std::vector<LinkObject>& links, const std::vector<ObjectId>& pages,
                         const StructureExtras& extras, ObjectFile& file) {
    return StructureWriter(layout, contents, links, pages, extras, file).write();
}

}  // namespace gongbao::typeset::pdf
