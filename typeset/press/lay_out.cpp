// SPDX-License-Identifier: Apache-2.0
#include "typeset/press/lay_out.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "core/system/parallel.hpp"
#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/front_matter.hpp"
#include "typeset/flow/source_note.hpp"
#include "typeset/page/change_marks.hpp"
#include "typeset/page/cross_links.hpp"
#include "typeset/page/furniture.hpp"
#include "typeset/page/paginate.hpp"
#include "typeset/page/printed_text.hpp"
#include "typeset/page/proof_marks.hpp"
#include "typeset/press/merge.hpp"

namespace gongbao::typeset {
namespace {

constexpr NodeId kDocumentNode = 1;

class Assembler {
  public:
    Assembler(const Job& job, const Profile& profile, const FontBook& fonts, GalleyStore* kept,
              unsigned threads)
        : job_(job),
          profile_(profile),
          fonts_(fonts),
          kept_(kept),
          threads_(threads == 0 ? core::thread_count() : threads),
          composer_(fonts, profile, out_.layout, kept == nullptr ? nullptr : &kept->paragraphs()) {
        if (job.explain) {
            kept_ = nullptr;  // what was kept says nothing
            composer_.explain();
        }
        out_.layout.page_width = profile.width;
        out_.layout.page_height = profile.height;
    }

    LaidOut run() {
        add_front_nodes();
        const std::vector<ItemPages> pages = set_documents();
        number_pages();
        add_furniture(0, head_words(), pages, composer_);
        place_items(pages);
        set_front();
        link_references(documents_, out_.layout);
        set_back();
        return std::move(out_);
    }

  private:
    // Sets the documents on all threads. Each goes to its place as soon as those before it are
    // there, so that few galleys wait at a time.
    std::vector<ItemPages> set_documents() {
        const std::vector<std::string> numbers = numbers_of_documents();
        const CitedNumbers cited(numbers);
        const std::vector<GalleyInput> inputs = galley_inputs();
        if (kept_ != nullptr) kept_->begin_round(numbers);
        out_.layout.glyphs.reserve(expected_glyphs());
        std::vector<std::shared_ptr<const Galley>> waiting(inputs.size());
        std::size_t next = 0;
        std::mutex guard;
        Bound bound;
        core::for_each_index(inputs.size(), threads_, [&](std::size_t i) {
            auto galley = galley_of(inputs[i], cited);
            const std::lock_guard lock(guard);
            waiting[i] = std::move(galley);
            for (; next < waiting.size() && waiting[next]; ++next) {
                bind(*waiting[next], static_cast<int>(next), bound);
                waiting[next].reset();
            }
        });
        if (profile_.item_start == ItemStart::RunOn)
            bound.items = paginate(std::move(bound.stack), job_.items.size(), composer_);
        if (out_.layout.pages.empty()) out_.layout.pages.emplace_back();
        return std::move(bound.items);
    }

    std::shared_ptr<const Galley> galley_of(const GalleyInput& input, const CitedNumbers& cited) {
        if (kept_ == nullptr)
            return std::make_shared<const Galley>(
                set_galley(input, cited, profile_, fonts_, nullptr));
        if (auto galley = kept_->find(input)) return galley;
        auto galley = std::make_shared<const Galley>(
            set_galley(input, cited, profile_, fonts_, &kept_->paragraphs()));
        kept_->keep(input, galley);
        return galley;
    }

    // A little more than the documents have characters.
    std::size_t expected_glyphs() const {
        std::size_t bytes = 0;
        const auto count = [&](const core::Runs& runs) {
            for (const core::Inline& run : runs) bytes += run.text.size();
        };
        for (const Item& item : job_.items)
            core::for_each_block(*item.document, [&](const core::Block& block) {
                count(block.runs);
                if (!block.table) return;
                for (const core::Row& row : block.table->rows)
                    for (const core::Cell& cell : row.cells)
                        for (const core::Runs& runs : cell.paragraphs) count(runs);
            });
        return bytes / 3 + bytes / 20 + 2000;
    }

    std::vector<std::string> numbers_of_documents() const {
        std::vector<std::string> numbers;
        for (const Item& item : job_.items) {
            const auto number = core::parse_doc_number(item.document->meta.number);
            numbers.push_back(number ? core::normal_form(*number) : std::string());
        }
        return numbers;
    }

    std::vector<GalleyInput> galley_inputs() const {
        std::vector<GalleyInput> inputs;
        std::string section;
        for (const Item& item : job_.items) {
            const bool opens = !item.section.empty() && item.section != section;
            inputs.push_back({item.document, opens ? item.section : std::string(),
                              profile_.columns_in(item.section),
                              job_.citation.empty()
                                  ? std::string()
                                  : source_note(job_.citation, *item.document, profile_),
                              job_.explain});
            section = item.section;
        }
        return inputs;
    }

    // What is bound so far: pages in the layout, or boxes where documents run on.
    struct Bound {
        std::vector<ItemPages> items;
        Stack stack;
    };

    void bind(const Galley& galley, int item, Bound& bound) {
        Layout& layout = out_.layout;
        if (profile_.item_start == ItemStart::RunOn) {
            const std::size_t first = bound.stack.boxes.size();
            append(layout, bound.stack, galley.layout, galley.stack);
            if (bound.stack.boxes.size() == first) return;
            Box& head = bound.stack.boxes[first];
            head.item = item;
            if (first > 0) head.before = std::max(head.before, 2 * profile_.line);
            return;
        }
        if (profile_.item_start == ItemStart::Recto && layout.pages.size() % 2 != 0) {
            layout.pages.emplace_back();
            layout.pages.back().recto = false;
        }
        const std::size_t first = append(layout, galley.layout, profile_);
        bound.items.push_back({static_cast<std::uint32_t>(first),
                               static_cast<std::uint32_t>(layout.pages.size() - 1)});
    }

    void number_pages() {
        int number = job_.frame ? job_.frame->first_folio - 1 : 0;
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
        if (!job_.citation.empty()) {
            words.gazette = words.issue =
                core::replace_all(profile_.offprint_head, "{citation}", job_.citation);
        } else if (job_.frame) {
            words.gazette = job_.frame->gazette;
            words.issue = core::printed_number(job_.frame->number);
        } else {
            words.issue = "{title}";
            words.gazette = job_.title.empty() ? "{title}" : job_.title;
        }
        return words;
    }

    void place_items(const std::vector<ItemPages>& pages) {
        Layout& layout = out_.layout;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const ItemPages& item = pages[i];
            out_.items.push_back({layout.pages[item.first].number, layout.pages[item.last].number,
                                  static_cast<int>(item.first) + 1});
            item_labels_.push_back(layout.pages[item.first].label);
            item_targets_.push_back(static_cast<std::uint32_t>(layout.targets.size()));
            layout.targets.push_back({item.first, profile_.top});
            const auto number = core::parse_doc_number(job_.items[i].document->meta.number);
            if (number) documents_.emplace(core::normal_form(*number), item_targets_.back());
        }
    }

    // A part bound before or after the body.
    struct BoundPart {
        Part part;
        NodeId node;
    };

    bool is_there(Part part) const {
        if (part == Part::Contents) return job_.items.size() > 1;
        if (part == Part::Imprint) return job_.frame.has_value() && !job_.frame->imprint.empty();
        return part != Part::Body && job_.frame.has_value();
    }

    std::vector<Part>::const_iterator body_part() const {
        return std::find(profile_.parts.begin(), profile_.parts.end(), Part::Body);
    }

    void add_front_nodes() {
        for (auto part = profile_.parts.begin(); part != body_part(); ++part)
            if (is_there(*part))
                front_.push_back({*part, out_.layout.add_node(Tag::Sect, kDocumentNode)});
    }

    std::vector<ContentsEntry> contents_entries() const {
        std::vector<ContentsEntry> entries;
        for (std::size_t i = 0; i < job_.items.size(); ++i) {
            const core::Document& document = *job_.items[i].document;
            entries.push_back({job_.items[i].section, document.meta.title,
                               core::carried_title(document), item_labels_[i], item_targets_[i]});
        }
        return entries;
    }

    // Adds the boxes of a part, which begins a page. Returns the TOC of the contents, 0 for another
    // part.
    NodeId add_part(const BoundPart& bound, const std::vector<ContentsEntry>& entries,
                    Stack& stack) {
        const std::size_t first = stack.boxes.size();
        NodeId toc = 0;
        if (bound.part == Part::Cover) add_cover(*job_.frame, bound.node, composer_, stack);
        if (bound.part == Part::Contents) toc = add_contents(entries, bound.node, composer_, stack);
        if (bound.part == Part::Imprint) add_imprint(*job_.frame, bound.node, composer_, stack);
        if (stack.boxes.size() > first) stack.boxes[first].heads_page = true;
        return toc;
    }

    // The front pages are made last, when page numbers are known, and put first.
    void set_front() {
        if (front_.empty()) return;
        Layout& layout = out_.layout;
        const std::vector<ContentsEntry> entries = contents_entries();
        std::vector<Page> body = std::exchange(layout.pages, {});
        Stack stack;
        NodeId toc = 0;
        for (const BoundPart& bound : front_) toc = std::max(toc, add_part(bound, entries, stack));
        const std::size_t all_targets = layout.targets.size();
        paginate(std::move(stack), 0, composer_);
        if (profile_.mirror && layout.pages.size() % 2 != 0) {
            layout.pages.emplace_back();
            layout.pages.back().recto = false;
        }
        if (toc != 0) add_contents_links(entries, toc, 0, layout.pages.size(), layout, profile_);
        const auto shift = static_cast<std::uint32_t>(layout.pages.size());
        for (std::size_t i = 0; i < all_targets; ++i) layout.targets[i].page += shift;
        for (PlacedItem& item : out_.items) item.pdf_page += static_cast<int>(shift);
        for (Page& page : body) layout.pages.push_back(std::move(page));
    }

    void set_back() {
        Layout& layout = out_.layout;
        for (auto part = body_part() + 1; part < profile_.parts.end(); ++part) {
            if (!is_there(*part)) continue;
            const BoundPart bound{*part, layout.add_node(Tag::Sect, kDocumentNode)};
            const std::vector<ContentsEntry> entries = contents_entries();
            Stack stack;
            const NodeId toc = add_part(bound, entries, stack);
            // The imprint is the back of the last leaf.
            if (*part == Part::Imprint && layout.pages.size() % 2 == 0) {
                layout.pages.emplace_back();
                layout.pages.back().recto = true;
            }
            const std::size_t first = layout.pages.size();
            paginate(std::move(stack), 0, composer_);
            if (toc != 0)
                add_contents_links(entries, toc, first, layout.pages.size(), layout, profile_);
        }
    }

    const Job& job_;
    const Profile& profile_;
    const FontBook& fonts_;
    GalleyStore* kept_;
    unsigned threads_;
    LaidOut out_;
    Composer composer_;
    std::vector<BoundPart> front_;
    std::vector<std::string> item_labels_;  // printed page number
    std::vector<std::uint32_t> item_targets_;
    std::map<std::string, std::uint32_t> documents_;  // target by number
};

bool has_earlier_version(const Job& job) {
    return std::any_of(job.items.begin(), job.items.end(),
                       [](const Item& item) { return item.against != nullptr; });
}

// The job as it was: each document in its earlier version, where there is one.
Job earlier_version(const Job& job) {
    Job before = job;
    for (Item& item : before.items)
        if (item.against != nullptr) item.document = std::exchange(item.against, nullptr);
    return before;
}

}  // namespace

LaidOut lay_out(const Job& job, const Profile& profile, const FontBook& fonts, GalleyStore* kept,
                unsigned threads) {
    LaidOut out = Assembler(job, profile, fonts, kept, threads).run();
    if (!profile.proof.changes && has_earlier_version(job))
        out.layout.findings.push_back(
            {core::Level::Warning, {}, {"typeset.against_not_shown", {}}, {}});
    if (profile.proof.changes && has_earlier_version(job)) {
        const Job before = earlier_version(job);
        const LaidOut old = Assembler(before, profile, fonts, nullptr, threads).run();
        mark_changes(PrintedText(old.layout), profile, out.layout);
    }
    if (profile.proof.any()) add_proof_marks(job, profile, fonts, out.layout);
    return out;
}

}  // namespace gongbao::typeset
