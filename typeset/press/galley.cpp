// SPDX-License-Identifier: Apache-2.0
#include "typeset/press/galley.hpp"

#include <algorithm>
#include <utility>

#include "core/document/document.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/build_boxes.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/flow/source_note.hpp"
#include "typeset/page/paginate.hpp"

namespace gongbao::typeset {
namespace {

void add_opener(const std::string& section, Composer& composer, Stack& stack) {
    const Profile& profile = composer.profile();
    const TextStyle& style = profile.style(StyleName::SectionOpener);
    auto lines = composer.set(
        composer.segmenter().of(core::replace_all(profile.words.section, "{section}", section),
                                style),
        profile.text_width(), 0, style.align, core::Place(core::PlaceKind::Section, section));
    add_lines(std::move(lines), style, composer.layout().add_node(Tag::P, kDocument), profile,
              stack.boxes);
}

// The opener stands where the document would have begun, and the document below it.
void hand_start_to_opener(Stack& stack, std::size_t text) {
    Box& opener = stack.boxes.front();
    Box& first = stack.boxes[text];
    opener.item = std::exchange(first.item, -1);
    first.heads_page = first.heads_recto = first.may_break_before = false;
}

// Links inside the document know their anchors by place from now on.
void connect_references(Layout& layout) {
    for (CrossReference& reference : layout.references)
        for (std::size_t i = 0; i < layout.anchors.size() && !reference.block.empty(); ++i)
            if (layout.anchors[i].block == reference.block) reference.anchor = static_cast<int>(i);
}

// The first page of an official document shows some of its text (GB/T 9704-2012, 7.3.3). `body`:
// its first node.
void check_first_page(const core::Document& document, NodeId body, Layout& layout) {
    const auto shows_text = [body](const Page& page) {
        return std::any_of(page.lines.begin(), page.lines.end(),
                           [body](const PlacedLine& line) { return line.node >= body; });
    };
    const auto first = std::find_if(layout.pages.begin(), layout.pages.end(), shows_text);
    if (first == layout.pages.begin() || first == layout.pages.end()) return;
    layout.findings.push_back(
        {core::Level::Warning,
         core::Place(core::PlaceKind::Title, core::excerpt(document.meta.title, 16)),
         {"typeset.first_page_without_text", {}},
         {}});
}

}  // namespace

Galley set_galley(const GalleyInput& input, const CitedDocuments& together, const Profile& profile,
                  const FontBook& fonts, ParagraphStore* kept) {
    Galley galley;
    Composer composer(fonts, profile, galley.layout, kept, input.explain);
    Stack stack;
    if (!input.opener.empty()) add_opener(input.opener, composer, stack);
    const std::size_t text = stack.boxes.size();
    galley.sect =
        build_boxes(*input.document, {input.columns, together}, kDocument, composer, stack);
    if (text > 0 && stack.boxes.size() > text) hand_start_to_opener(stack, text);
    if (!input.source_note.empty()) add_source_note(input.source_note, kDocument, composer, stack);
    connect_references(galley.layout);
    const NodeId body = stack.body;
    if (profile.item_start == ItemStart::RunOn)
        galley.stack = std::move(stack);
    else
        paginate(std::move(stack), 1, composer);
    if (profile.opening == Opening::RedHead) check_first_page(*input.document, body, galley.layout);
    // A document without a printed word is an empty page: it has its place all the same.
    if (profile.item_start != ItemStart::RunOn && galley.layout.pages.empty())
        galley.layout.pages.emplace_back();
    return galley;
}

void GalleyStore::begin_round(const std::vector<std::string>& names) {
    if (names != names_) kept_.clear();
    names_ = names;
    kept_.erase(
        std::remove_if(kept_.begin(), kept_.end(), [](const auto& kept) { return !kept->used; }),
        kept_.end());
    for (const auto& kept : kept_) kept->used = false;
    reused_ = 0;
    paragraphs_.begin_round();
}

std::shared_ptr<const Galley> GalleyStore::find(const GalleyInput& input) {
    const std::lock_guard lock(guard_);
    for (const auto& kept : kept_)
        if (kept->columns == input.columns && kept->opener == input.opener &&
            kept->source_note == input.source_note && kept->document == *input.document) {
            kept->used = true;
            ++reused_;
            return kept->galley;
        }
    return nullptr;
}

void GalleyStore::keep(const GalleyInput& input, std::shared_ptr<const Galley> galley) {
    auto kept = std::make_unique<Kept>(Kept{*input.document, input.opener, input.columns,
                                            input.source_note, std::move(galley), true});
    const std::lock_guard lock(guard_);
    kept_.push_back(std::move(kept));
}

}  // namespace gongbao::typeset
