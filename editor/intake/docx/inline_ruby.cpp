// SPDX-License-Identifier: Apache-2.0
// The part of Inlines that reads phonetic guides (w:ruby; ECMA-376 part 1, 17.3.3.25).
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/docx/inlines.hpp"

namespace gongbao::editor::docx {
namespace {

using core::Inline;

// The characters of `part` and the marks they share; nothing unless it is characters alone.
std::optional<Inline> only_characters(const ParagraphContent& part) {
    if (part.pieces.size() != 1 || !part.anchored.empty()) return {};
    const core::Runs& runs = part.pieces.front().runs;
    if (is_blank(runs)) return {};
    Inline all = core::text_run({}, runs.front().marks);
    for (const Inline& run : runs) {
        if (run.kind != Inline::Kind::Text) return {};
        all.text += run.text;
        all.marks = all.marks.common(run.marks);
    }
    return all;
}

}  // namespace

void Inlines::read_ruby(pugi::xml_node ruby) {
    ParagraphContent base = read_apart(ruby.child("w:rubyBase"));
    const auto sizes = sizes_;
    ParagraphContent reading = read_apart(ruby.child("w:rt"));
    sizes_ = sizes;  // a reading's type size is not that of the text
    const auto characters = only_characters(base);
    const auto sound = only_characters(reading);
    if (characters && sound) {
        content_.words += base.words;
        content_.pieces.back().runs.push_back(
            core::ruby(characters->text, sound->text, characters->marks));
        return;
    }
    core::Runs& words = reading.pieces.front().runs;
    if (is_blank(words))
        std::erase_if(words, [](const Inline& run) { return run.kind == Inline::Kind::Text; });
    else
        report(core::Level::Warning, "ruby_apart", {{"reading", core::plain_text(words)}},
               core::plain_text(base.pieces.front().runs));
    take_in(std::move(base));
    take_in(std::move(reading));
}

// What stands below `part`, kept out of the paragraph.
ParagraphContent Inlines::read_apart(pugi::xml_node part) {
    const RunProperties outer = run_;
    ParagraphContent paragraph = std::exchange(content_, {});
    walk(part);
    run_ = outer;
    return std::exchange(content_, std::move(paragraph));
}

// Adds to the paragraph what was read apart from it.
void Inlines::take_in(ParagraphContent part) {
    for (Inline& run : part.pieces.front().runs)
        append(content_.pieces.back().runs, std::move(run));
    std::move(part.pieces.begin() + 1, part.pieces.end(), std::back_inserter(content_.pieces));
    for (Anchored& anchored : part.anchored) {
        anchored.words_before += content_.words;
        content_.anchored.push_back(std::move(anchored));
    }
    content_.words += part.words;
}

void Inlines::add_ruby(std::string base, std::string reading, core::Marks marks) {
    note_words(base + reading);
    content_.words += core::trim(base).size();
    content_.pieces.back().runs.push_back(core::ruby(std::move(base), std::move(reading), marks));
}

}  // namespace gongbao::editor::docx
