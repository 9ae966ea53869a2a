// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/signature.hpp"

#include "core/document/structure.hpp"
#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

bool is_han(const PlacedGlyph& glyph) {
    return glyph.text < kTextPool && core::is_han(glyph.text);
}

bool all_han(const SetLine& line, std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i)
        if (!is_han(line.glyphs[i])) return false;
    return first < end;
}

// 省长 → 省　长
Length widen_pair(SetLine& line, std::size_t first, std::size_t end, Length em) {
    if (end - first != 2 || !all_han(line, first, end)) return 0;
    move_from(line, first + 1, em);
    return em;
}

}  // namespace

SignerSpans mark_signer(const core::Block& block, NodeId node, std::vector<Segment>& segments,
                        Layout& layout, std::vector<NodeId>& spans) {
    SignerSpans parts;
    if (!core::signer_of(block) || segments.size() != block.runs.size()) return parts;
    const auto put = [&](std::int16_t& part, Segment& segment) {
        if (part < 0) {
            part = static_cast<std::int16_t>(spans.size());
            spans.push_back(layout.add_node(Tag::Span, node));
        }
        segment.span = part;
    };
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (block.runs[i].marks.has(core::Mark::Post)) put(parts.post, segments[i]);
        if (block.runs[i].marks.has(core::Mark::PersonName)) put(parts.name, segments[i]);
    }
    return parts;
}

Signer signer_in(const SetLine& line, const SignerSpans& parts) {
    Signer signer;
    for (const SpanRun& run : line.spans) {
        if (run.span == parts.post) signer.post_end = run.first + run.count;
        if (run.span == parts.name && signer.name_begin == 0) signer.name_begin = run.first;
    }
    return signer;
}

void move_from(SetLine& line, std::size_t first, Length by) {
    for (std::size_t i = first; i < line.glyphs.size(); ++i) line.glyphs[i].x += by;
    line.width += by;
}

void spread_agency(SetLine& line, const TextStyle& style) {
    const std::size_t count = line.glyphs.size();
    if (!style.spread_short || count < 2 || count > 4 || !all_han(line, 0, count)) return;
    for (std::size_t i = 1; i < count; ++i) move_from(line, i, style.size / 2);
}

Length spread_signer(SetLine& line, const Signer& signer, const TextStyle& style, Length gap) {
    const auto left_of = [&](std::size_t i) { return line.glyphs[i].x; };
    const Length white = left_of(signer.name_begin) - left_of(signer.post_end - 1) - style.size;
    if (white < gap) move_from(line, signer.name_begin, gap - white);
    if (style.spread_short) {
        widen_pair(line, signer.name_begin, line.glyphs.size(), style.size);
        widen_pair(line, 0, signer.post_end, style.size);
    }
    return left_of(signer.name_begin);
}

}  // namespace gongbao::typeset
