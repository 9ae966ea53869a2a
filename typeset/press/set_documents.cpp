// SPDX-License-Identifier: Apache-2.0
#include "typeset/press/set_documents.hpp"

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include "core/document/document.hpp"
#include "core/system/parallel.hpp"
#include "typeset/flow/source_note.hpp"
#include "typeset/press/merge.hpp"

namespace gongbao::typeset {
namespace {

std::shared_ptr<const Galley> galley_of(const GalleyInput& input, const CitedDocuments& cited,
                                        const PressMeans& means) {
    GalleyStore* kept = means.kept;
    if (kept == nullptr)
        return std::make_shared<const Galley>(
            set_galley(input, cited, means.profile, means.fonts, nullptr));
    if (auto galley = kept->find(input)) return galley;
    auto galley = std::make_shared<const Galley>(
        set_galley(input, cited, means.profile, means.fonts, &kept->paragraphs()));
    kept->keep(input, galley);
    return galley;
}

std::vector<const core::Document*> documents_of(const Job& job) {
    std::vector<const core::Document*> documents;
    for (const Item& item : job.items) documents.push_back(item.document);
    return documents;
}

// A little more than the documents have characters.
std::size_t expected_glyphs(const Job& job) {
    std::size_t bytes = 0;
    const auto count = [&](const core::Runs& runs) {
        for (const core::Inline& run : runs) bytes += run.text.size();
    };
    for (const Item& item : job.items)
        core::for_each_block(*item.document, [&](const core::Block& block) {
            count(block.runs);
            if (!block.table) return;
            for (const core::Row& row : block.table->rows)
                for (const core::Cell& cell : row.cells)
                    for (const core::Runs& runs : cell.paragraphs) count(runs);
        });
    return bytes / 3 + bytes / 20 + 2000;
}

std::vector<GalleyInput> galley_inputs(const Job& job, const Profile& profile) {
    std::vector<GalleyInput> inputs;
    std::string section;
    for (const Item& item : job.items) {
        const bool opens = !item.section.empty() && item.section != section;
        inputs.push_back({item.document, opens ? item.section : std::string(),
                          profile.columns_in(item.section),
                          job.citation.empty() ? std::string()
                                               : source_note(job.citation, *item.document, profile),
                          job.explain});
        section = item.section;
    }
    return inputs;
}

// The issue as far as it is bound: pages in the layout, or boxes where documents run on.
class Binder {
  public:
    Binder(const Profile& profile, Layout& layout) : profile_(profile), layout_(layout) {}

    void bind(const Galley& galley) {
        if (profile_.item_start == ItemStart::RunOn)
            add_boxes(galley);
        else
            add_pages(galley);
    }

    SetDocuments finish(Composer& composer) {
        if (profile_.item_start == ItemStart::RunOn)
            bound_.pages = paginate(std::move(stack_), bound_.nodes.size(), composer);
        if (layout_.pages.empty()) layout_.pages.emplace_back();
        return std::move(bound_);
    }

  private:
    void add_boxes(const Galley& galley) {
        const auto item = static_cast<int>(bound_.nodes.size());
        const std::size_t first = stack_.boxes.size();
        bound_.nodes.push_back(
            append(layout_, stack_, galley.layout, galley.stack).node(galley.sect));
        if (stack_.boxes.size() == first) return;
        Box& head = stack_.boxes[first];
        head.item = item;
        if (first > 0) head.before = std::max(head.before, 2 * profile_.line);
    }

    void add_pages(const Galley& galley) {
        if (profile_.item_start == ItemStart::Recto && layout_.pages.size() % 2 != 0) {
            layout_.pages.emplace_back();
            layout_.pages.back().recto = false;
        }
        const Added added = append(layout_, galley.layout, profile_);
        bound_.nodes.push_back(added.node(galley.sect));
        bound_.pages.push_back({static_cast<std::uint32_t>(added.first_page),
                                static_cast<std::uint32_t>(layout_.pages.size() - 1)});
    }

    const Profile& profile_;
    Layout& layout_;
    SetDocuments bound_;
    Stack stack_;
};

}  // namespace

// Each galley goes to its place as soon as those before it are there, so that few wait at a time.
SetDocuments set_documents(const Job& job, const PressMeans& means, Composer& composer) {
    const CitedDocuments cited(documents_of(job));
    const std::vector<GalleyInput> inputs = galley_inputs(job, means.profile);
    if (means.kept != nullptr) means.kept->begin_round(cited.names());
    composer.layout().glyphs.reserve(expected_glyphs(job));
    std::vector<std::shared_ptr<const Galley>> waiting(inputs.size());
    std::size_t next = 0;
    std::mutex guard;
    Binder binder(means.profile, composer.layout());
    core::for_each_index(inputs.size(), means.threads, [&](std::size_t i) {
        auto galley = galley_of(inputs[i], cited, means);
        const std::lock_guard lock(guard);
        waiting[i] = std::move(galley);
        for (; next < waiting.size() && waiting[next]; ++next) {
            binder.bind(*waiting[next]);
            waiting[next].reset();
        }
    });
    return binder.finish(composer);
}

}  // namespace gongbao::typeset
