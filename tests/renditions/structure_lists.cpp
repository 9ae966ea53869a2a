// SPDX-License-Identifier: Apache-2.0
#include "tests/renditions/structure_lists.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/text.hpp"
#include "tests/renditions/markup.hpp"

namespace gongbao::tests {
namespace {

using typeset::NodeId;
using typeset::Tag;

void put(std::vector<std::string>& list, const std::string& words) {
    const std::string bare = core::without_spaces(words);
    if (!bare.empty()) list.push_back(bare);
}

void put_heading(StructureLists& lists, int level, const std::string& words) {
    lists.headings.push_back(std::to_string(level) + " " + core::without_spaces(words));
}

void put_signer(StructureLists& lists, const std::string& post, const std::string& name) {
    lists.signers.push_back(core::without_spaces(post) + " " + core::without_spaces(name));
}

// `article`: the id of the article that the words lead to; empty for another document.
void put_citation(StructureLists& lists, const std::string& words, const std::string& article) {
    const std::string bare = core::without_spaces(words);
    if (article.empty())
        lists.documents.push_back(bare);
    else
        lists.articles.push_back(bare + " " + article);
}

// The levels of headings follow from the roles alone.
class XmlLists {
  public:
    StructureLists read(const Markup& doc) {
        for (const Markup& part : doc.children) {
            if (part.name == "preface" || part.name == "conclusions")
                for (const Markup& block : part.children) read_flat(block);
            if (part.name == "mainBody") read_blocks(part, false);
            if (part.name == "attachments")
                for (const Markup& attachment : part.children) read_attachment(attachment);
        }
        for (const auto& [address, cited] : references_)
            put_citation(lists_, cited, address.starts_with('#') ? address.substr(1) : "");
        return std::move(lists_);
    }

  private:
    void read_attachment(const Markup& attachment) {
        const Markup* doc = attachment.child("doc");
        if (doc == nullptr) return;
        below_ = 1;
        open_.clear();
        read_blocks(*doc->child("mainBody"), true);
    }

    std::string words(const Markup& element) {
        std::string text = element.text;
        for (const Markup& child : element.children) {
            if (child.name == "authorialNote") {
                put(lists_.footnotes, words(child));
                continue;
            }
            if (child.attribute("name") == "rt") continue;
            const std::string own = words(child);
            if (child.name == "role") post_ = own;
            if (child.name == "person") put_signer(lists_, post_, own);
            if (child.name == "ref") read_reference(child, own);
            text += own;
        }
        return text;
    }

    void read_reference(const Markup& reference, const std::string& own) {
        if (reference.has_class("continued"))
            references_.back().second += own;
        else
            references_.emplace_back(reference.attribute("href"), own);
    }

    void read_flat(const Markup& block) {
        const std::string own = words(block);
        if (block.attribute("class") == "title") read_title(own, false);
    }

    void read_title(const std::string& own, bool annex) {
        below_ = annex || titled_ ? 2 : 1;
        titled_ = true;
        open_.clear();
        put_heading(lists_, below_, own);
    }

    void read_blocks(const Markup& parent, bool annex) {
        for (const Markup& element : parent.children) {
            if (element.name.empty() || element.name == "num" || element.name == "heading" ||
                element.name == "intro" || element.name == "content")
                continue;
            read_block(element, annex);
            read_blocks(element, annex);
        }
    }

    void read_block(const Markup& element, bool annex) {
        const std::string given = element.attribute("class");
        const std::string role = given.empty() ? element.name : given;
        const Markup* heading = element.child("heading");
        const Markup* num = element.child("num");
        std::string own = num == nullptr ? std::string() : words(*num);
        if (heading != nullptr) own += words(*heading);
        const auto rank = std::find(kRanks.begin(), kRanks.end(), role);
        const bool division = rank - kRanks.begin() < 3;
        if (division || (heading != nullptr && heading->attribute("class") != "lead"))
            read_heading(static_cast<int>(rank - kRanks.begin()), own);
        for (const char* name : {"intro", "content"})
            if (const Markup* text = element.child(name)) own += words(*text);
        if (role == "title") read_title(own, annex);
        if (role == "table-note") put(lists_.table_notes, own);
        if (role == "point" || role == "indent" || role == "list-item" ||
            (element.name == "level" && heading == nullptr))
            put(lists_.items, own);
    }

    void read_heading(int rank, const std::string& own) {
        while (!open_.empty() && open_.back() >= rank) open_.pop_back();
        open_.push_back(rank);
        put_heading(lists_, std::min(below_ + static_cast<int>(open_.size()), 6), own);
    }

    static constexpr std::array<std::string_view, 7> kRanks = {
        "part", "chapter", "section", "heading1", "heading2", "heading3", "heading4"};

    StructureLists lists_;
    std::vector<std::pair<std::string, std::string>> references_;  ///< address and words
    std::string post_;
    int below_ = 1;
    bool titled_ = false;
    std::vector<int> open_;
};

std::string html_words(const Markup& element) {
    if (element.name == "rt" || element.name == "rp" || element.has_class("note-mark")) return {};
    std::string text = element.text;
    for (const Markup& child : element.children) text += html_words(child);
    return text;
}

void read_html(const Markup& element, std::string& post, StructureLists& lists) {
    const std::string& name = element.name;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
        put_heading(lists, name[1] - '0', html_words(element));
    if (element.attribute("role") == "listitem") put(lists.items, html_words(*element.child("p")));
    if (element.has_class("table-note")) put(lists.table_notes, html_words(element));
    if (name == "a" && element.attribute("role").empty()) {
        const std::string address = element.attribute("href");
        const std::size_t article = address.find('#');
        put_citation(lists, html_words(element),
                     article == std::string::npos ? "" : address.substr(article + 1));
    }
    if (element.has_class("post")) post = html_words(element);
    if (element.has_class("person")) put_signer(lists, post, html_words(element));
    if (element.has_class("footnote")) {
        // Its mark comes first.
        const std::string words = html_words(element);
        put(lists.footnotes, words.substr(std::min(words.find(' '), words.size())));
    }
    for (const Markup& child : element.children) read_html(child, post, lists);
}

class TagLists {
  public:
    explicit TagLists(const typeset::Layout& layout)
        : layout_(layout), kids_(layout.nodes.size()), words_(layout.nodes.size()) {
        for (NodeId node = 2; node < layout.nodes.size(); ++node)
            kids_[layout.nodes[node].parent].push_back(node);
        for (const typeset::Page& page : layout.pages)
            for (const typeset::PlacedLine& line : page.lines) add(line);
    }

    StructureLists read() {
        walk(1);
        for (const typeset::CrossReference& reference : layout_.references)
            if (!words_[reference.node].empty() &&
                !(reference.block.empty() && reference.document.empty()))  // a footnote's
                put_citation(lists_, words_[reference.node], reference.block);
        return std::move(lists_);
    }

  private:
    Tag tag(NodeId node) const { return layout_.nodes[node].tag; }

    // The words of a line count for its block and for the Span in it, but those of readings and of
    // notes' marks.
    void add(const typeset::PlacedLine& line) {
        if (line.node == typeset::kArtifact) return;
        const NodeId block = layout_.block_of(line.node);
        for (NodeId node = line.node; node > 1 && node != block; node = parent(node)) {
            const bool mark = tag(node) == Tag::Lbl && tag(parent(node)) == Tag::Note;
            if (mark || tag(node) == Tag::RT || tag(node) == Tag::Reference) return;
            if (tag(node) == Tag::Span || tag(node) == Tag::Link)
                words_[node] += layout_.words_of(line);
            if (tag(node) == Tag::LI) break;
        }
        words_[block] += layout_.words_of(line);
    }

    NodeId parent(NodeId node) const { return layout_.nodes[node].parent; }

    std::vector<NodeId> kids(NodeId node, Tag wanted) const {
        std::vector<NodeId> found;
        for (const NodeId kid : kids_[node])
            if (tag(kid) == wanted) found.push_back(kid);
        return found;
    }

    void walk(NodeId node) {
        const Tag kind = tag(node);
        if (kind >= Tag::H1 && kind <= Tag::H6)
            put_heading(lists_, static_cast<int>(kind) - static_cast<int>(Tag::H1) + 1,
                        words_[node]);
        if (kind == Tag::LI)
            for (const NodeId body : kids(node, Tag::LBody))
                put(lists_.items, words_[kids(body, Tag::P).front()]);
        if (kind == Tag::Note)
            put(kids(node, Tag::Lbl).empty() ? lists_.table_notes : lists_.footnotes, words_[node]);
        if (const auto spans = kids(node, Tag::Span); kind == Tag::P && spans.size() == 2)
            put_signer(lists_, words_[spans[0]], words_[spans[1]]);
        for (const NodeId kid : kids_[node]) walk(kid);
    }

    const typeset::Layout& layout_;
    std::vector<std::vector<NodeId>> kids_;
    std::vector<std::string> words_;  ///< of blocks, labels included, and of Spans
    StructureLists lists_;
};

}  // namespace

std::string to_text(const StructureLists& lists) {
    std::string text;
    const auto add = [&](const char* name, const std::vector<std::string>& list) {
        for (const std::string& entry : list) text += std::string(name) + ": " + entry + "\n";
    };
    add("heading", lists.headings);
    add("item", lists.items);
    add("signer", lists.signers);
    add("footnote", lists.footnotes);
    add("table note", lists.table_notes);
    add("article", lists.articles);
    add("document", lists.documents);
    return text;
}

StructureLists lists_of_xml(std::string_view canonical_xml) {
    const Markup root = read_markup(canonical_xml);
    return XmlLists().read(*root.child("akomaNtoso")->child("doc"));
}

StructureLists lists_of_html(std::string_view title, std::string_view text) {
    StructureLists lists;
    if (!title.empty()) put_heading(lists, 1, html_words(read_markup(title)));
    std::string post;
    read_html(read_markup(text), post, lists);
    return lists;
}

StructureLists lists_of_tags(const typeset::Layout& layout) {
    return TagLists(layout).read();
}

}  // namespace gongbao::tests
