// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/recognise.hpp"

#include <utility>
#include "core/document/citations.hpp"

#include "core/document/decide_structure.hpp"
#include "editor/intake/raw/look_alikes.hpp"
#include "editor/intake/structure/assemble.hpp"
#include "editor/intake/structure/body.hpp"
#include "editor/intake/structure/contents.hpp"
#include "editor/intake/structure/disclosure.hpp"
#include "editor/intake/structure/layout_table.hpp"
#include "editor/intake/structure/line.hpp"
#include "editor/intake/structure/metadata.hpp"
#include "editor/intake/structure/own_headings.hpp"
#include "editor/intake/structure/part_lines.hpp"
#include "editor/intake/structure/parts.hpp"
#include "editor/intake/structure/second_document.hpp"

namespace gongbao::editor {
namespace {

void write_in_standard_forms(core::Runs& runs) {
    for (core::Inline& run : runs) run.text = in_standard_forms(run.text);
}

// Metadata are read off a copy in standard characters, where the text has look-alikes.
void fill_metadata_of(const RawDocument& raw, core::Document& document,
                      core::Diagnostics& findings) {
    bool odd = false;
    core::for_each_block(document, [&](const core::Block& block) {
        odd = odd || has_look_alikes(block.label + core::plain_text(block.runs));
    });
    if (!odd) return fill_metadata(raw, document, findings);
    core::Document copy = document;
    for (core::Blocks* blocks : {&copy.preface, &copy.body, &copy.conclusions})
        for (core::Block& block : *blocks) write_in_standard_forms(block.runs);
    for (core::Annex& annex : copy.annexes)
        for (core::Block& block : annex.blocks) write_in_standard_forms(block.runs);
    fill_metadata(raw, copy, findings);
    document.meta = std::move(copy.meta);
}

}  // namespace

core::Document recognise(const RawDocument& raw, core::Diagnostics& findings) {
    Lines lines = lines_of(raw);
    open_layout_tables(lines, findings);
    part_lines(lines);
    mark_printed_contents(lines);
    const std::vector<Part> parts = divide(lines, findings);
    report_second_documents(lines, parts, findings);
    for (const Part& part : parts) mark_body(lines, part.body, findings);
    mark_own_headings(lines, parts, findings);
    core::Document document = assemble(std::move(lines), parts);
    fill_metadata_of(raw, document, findings);
    document.media = raw.media;
    judge_disclosure(raw, document, findings);
    core::decide_structure(document);
    core::assign_ids(document);
    core::assign_citations(document);
    return document;
}

}  // namespace gongbao::editor
