// SPDX-License-Identifier: Apache-2.0
#include "typeset/lay_out.hpp"

#include <utility>

#include "typeset/flow/build_boxes.hpp"
#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/page/front_matter.hpp"
#include "typeset/page/furniture.hpp"

namespace gongbao::typeset {
namespace {

constexpr NodeId kDocumentNode = 1;

class Press {
  public:
    Press(const Job& job, const Profile& profile, const FontBook& fonts)
        : job_(job), profile_(profile), composer_(fonts, profile, out_.layout) {
        out_.layout.page_width = profile.width;
        out_.layout.page_height = profile.height;
    }

    LaidOut run() {
        const bool with_cover = profile_.cover && job_.frame.has_value();
        const bool with_contents = profile_.contents && job_.items.size() > 1;
        const NodeId cover = with_cover ? composer_.layout().add_node(Tag::Sect, kDocumentNode) : 0;
        const NodeId front = with_contents ? composer_.layout().add_node(Tag::Sect, kDocumentNode) : 0;
        const std::vector<ItemPages> pages = set_documents();
        number_pages();
        add_furniture(0, head_words(), pages, composer_);
        place_items(pages);
        if (with_cover || with_contents) set_front(cover, front, pages);
        if (profile_.imprint && job_.frame) set_imprint();
        return std::move(out_);
    }

  private:
    std::vector<ItemPages> set_documents() {
        Stack stack;
        std::string section;
        for (std::size_t i = 0; i < job_.items.size(); ++i) {
            const Item& item = job_.items[i];
            const std::size_t first = stack.boxes.size();
            const bool opens = !item.section.empty() && item.section != section;
            if (opens) add_section_opener(item.section, stack);
            const std::size_t text = stack.boxes.size();
            build_boxes(*item.document, static_cast<int>(i), kDocumentNode, composer_, stack);
            if (opens && stack.boxes.size() > text) hand_start_to_opener(stack, first, text);
            section = item.section;
        }
        return paginate(std::move(stack), job_.items.size(), composer_);
    }

    void add_section_opener(const std::string& section, Stack& stack) {
        const TextStyle& style = profile_.style(StyleName::SectionOpener);
        auto lines = composer_.set(composer_.segmenter().of("【" + section + "】", style),
                                   profile_.text_width(), 0, style.align, section);
        add_lines(std::move(lines), style, composer_.layout().add_node(Tag::P, kDocumentNode),
                  profile_, stack.boxes);
    }

    // The opener stands where its first document would have begun, and the document below it.
    static void hand_start_to_opener(Stack& stack, std::size_t opener, std::size_t text) {
        Box& head = stack.boxes[opener];
        Box& first = stack.boxes[text];
        head.heads_page = std::exchange(first.heads_page, false);
        head.heads_recto = std::exchange(first.heads_recto, false);
        head.before = opener == 0 ? 0 : std::max(head.before, first.before);
        first.may_break_before = false;
    }

    void number_pages() {
        int number = 0;
        for (Page& page : out_.layout.pages) {
            page.number = ++number;
            page.label = std::to_string(number);
        }
    }

    HeadWords head_words() const {
        HeadWords words;
        for (const Item& item : job_.items) {
            words.titles.push_back(item.document->meta.title);
            words.sections.push_back(item.section);
        }
        if (job_.frame) {
            words.gazette = job_.frame->gazette;
            words.issue = core::printed_number(job_.frame->number);
        } else {
            words.issue = "{title}";
            words.gazette = job_.title.empty() ? "{title}" : job_.title;
        }
        return words;
    }

    void place_items(const std::vector<ItemPages>& pages) {
        for (const ItemPages& item : pages)
            out_.items.push_back({static_cast<int>(item.first) + 1, static_cast<int>(item.last) + 1,
                                  static_cast<int>(item.first) + 1});
    }

    // The front pages are made last, when page numbers are known, and put first.
    void set_front(NodeId cover, NodeId front, const std::vector<ItemPages>& pages) {
        Layout& layout = out_.layout;
        std::vector<Page> body = std::exchange(layout.pages, {});
        Stack stack;
        if (cover != 0) add_cover(*job_.frame, cover, composer_, stack);
        std::vector<ContentsEntry> entries;
        NodeId toc = 0;
        if (front != 0) {
            for (std::size_t i = 0; i < job_.items.size(); ++i) {
                const core::Document& document = *job_.items[i].document;
                entries.push_back({job_.items[i].section, document.meta.title,
                                   core::carried_title(document), body[pages[i].first].label,
                                   static_cast<std::uint32_t>(layout.targets.size())});
                layout.targets.push_back({pages[i].first, profile_.top});
            }
            toc = add_contents(entries, front, composer_, stack);
        }
        const std::size_t all_targets = layout.targets.size();
        paginate(std::move(stack), 0, composer_);
        if (profile_.mirror && layout.pages.size() % 2 != 0) {
            layout.pages.emplace_back();
            layout.pages.back().recto = false;
        }
        if (toc != 0)
            add_contents_links(entries, toc, 0, layout.pages.size(), layout, profile_);
        const auto shift = static_cast<std::uint32_t>(layout.pages.size());
        for (std::size_t i = 0; i < all_targets; ++i) layout.targets[i].page += shift;
        for (PlacedItem& item : out_.items) item.pdf_page += static_cast<int>(shift);
        for (Page& page : body) layout.pages.push_back(std::move(page));
    }

    void set_imprint() {
        Stack stack;
        const NodeId node = composer_.layout().add_node(Tag::Sect, kDocumentNode);
        add_imprint(*job_.frame, node, composer_, stack);
        // The imprint is the back of the last leaf.
        if (out_.layout.pages.size() % 2 == 0 && !stack.boxes.empty()) {
            out_.layout.pages.emplace_back();
            out_.layout.pages.back().recto = true;
        }
        paginate(std::move(stack), 0, composer_);
    }

    const Job& job_;
    const Profile& profile_;
    LaidOut out_;
    Composer composer_;
};

}  // namespace

LaidOut lay_out(const Job& job, const Profile& profile, const FontBook& fonts) {
    return Press(job, profile, fonts).run();
}

}  // namespace gongbao::typeset
