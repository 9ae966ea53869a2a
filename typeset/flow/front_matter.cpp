// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/front_matter.hpp"

#include "core/text/text.hpp"
#include "typeset/flow/leader.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

constexpr Length kCoverRule = pt(1.2);

void add_words(std::string_view words, StyleName name, Tag tag, NodeId parent, Composer& composer,
               Stack& stack) {
    const TextStyle& style = composer.profile().style(name);
    auto lines =
        composer.set(composer.segmenter().of(words, style),
                     composer.profile().text_width() - style.left - style.right, style.indent,
                     style.align, core::Place(core::PlaceKind::Style, name_of(name)));
    add_lines(std::move(lines), style, composer.layout().add_node(tag, parent), composer.profile(),
              stack.boxes);
}

void add_entry(const ContentsEntry& entry, NodeId toc, Composer& composer, Stack& stack) {
    const Profile& profile = composer.profile();
    const TextStyle& style = profile.style(StyleName::ContentsEntry);
    Layout& layout = composer.layout();
    const NodeId item = layout.add_node(Tag::TOCI, toc);
    const NodeId link = layout.add_node(Tag::Link, item);
    const Length width = profile.text_width();
    const Length reserve = 4 * style.size;
    const std::size_t first = stack.boxes.size();
    const auto add_title = [&](const std::string& title, const TextStyle& look) {
        auto lines =
            composer.set_at_sense(composer.segmenter().of(title, look), width - look.left - reserve,
                                  0, core::Place(core::PlaceKind::Contents));
        add_lines(std::move(lines), look, link, profile, stack.boxes);
    };
    add_title(entry.title, style);
    if (!entry.carries.empty()) {
        TextStyle below = style;
        below.left += 2 * style.size;
        add_title(entry.carries, below);
    }
    for (std::size_t i = first; i < stack.boxes.size(); ++i)
        stack.boxes[i].may_break_before = stack.boxes[i].may_break_before && i == first;
    Box& last = stack.boxes.back();
    BoxLine& title = last.lines.front();
    SetLine number = composer.set_single(composer.segmenter().of(entry.page, style),
                                         core::Place(core::PlaceKind::Contents));
    const Length x = width - number.width;
    const Length y = title.y;
    add_leader(title, x - style.size / 2, style, composer, last);
    last.lines.push_back({x, y, std::move(number), link});
}

}  // namespace

void add_cover(const IssueFrame& frame, NodeId parent, Composer& composer, Stack& stack) {
    const Profile& profile = composer.profile();
    const Length width = profile.text_width();
    Box space;
    space.height = profile.text_height() * 16 / 100;
    stack.boxes.push_back(std::move(space));
    add_words(frame.gazette, StyleName::CoverName, Tag::P, parent, composer, stack);
    Box rule;
    rule.height = profile.line * 2;
    rule.rules.push_back({{width / 10, profile.line / 2, width * 8 / 10, kCoverRule}, Color::Red});
    stack.boxes.push_back(std::move(rule));
    add_words(core::printed_number(frame.number), StyleName::CoverNumber, Tag::P, parent, composer,
              stack);
    if (frame.number.running)
        add_words(
            core::replace_all(profile.words.running, "{n}", std::to_string(*frame.number.running)),
            StyleName::CoverNumber, Tag::P, parent, composer, stack);
    Box foot;
    const TextStyle& style = profile.style(StyleName::CoverDate);
    foot.at_foot = true;
    foot.height = profile.line_of(style);
    SetLine date = composer.set_single(
        composer.segmenter().of(
            core::replace_all(profile.words.published, "{date}", core::chinese(frame.date)), style),
        core::Place(core::PlaceKind::Cover));
    const Length x = (width - date.width) / 2;
    foot.lines.push_back(
        {x, base_line(style), std::move(date), composer.layout().add_node(Tag::P, parent)});
    stack.boxes.push_back(std::move(foot));
}

NodeId add_contents(const std::vector<ContentsEntry>& entries, NodeId parent, Composer& composer,
                    Stack& stack) {
    const NodeId heading = composer.layout().add_node(Tag::P, parent);
    const NodeId toc = composer.layout().add_node(Tag::TOC, parent);
    const std::size_t first = stack.boxes.size();
    const TextStyle& style = composer.profile().style(StyleName::ContentsTitle);
    auto lines = composer.set(composer.segmenter().of(composer.profile().words.contents, style),
                              composer.profile().text_width(), 0, style.align,
                              core::Place(core::PlaceKind::Contents));
    add_lines(std::move(lines), style, heading, composer.profile(), stack.boxes);
    stack.boxes[first].heads_page = true;
    std::string section;
    for (const ContentsEntry& entry : entries) {
        if (entry.section != section && !entry.section.empty())
            add_words(entry.section, StyleName::ContentsSection, Tag::TOCI, toc, composer, stack);
        section = entry.section;
        const std::size_t begin = stack.boxes.size();
        add_entry(entry, toc, composer, stack);
        if (begin > first &&
            composer.layout().nodes[stack.boxes[begin - 1].lines.front().node].tag == Tag::TOCI)
            stack.boxes[begin].may_break_before = false;
    }
    return toc;
}

void add_imprint(const IssueFrame& frame, NodeId parent, Composer& composer, Stack& stack) {
    if (frame.imprint.empty()) return;
    const Profile& profile = composer.profile();
    const TextStyle& style = profile.style(StyleName::Imprint);
    Box box;
    box.heads_page = true;
    box.at_foot = true;
    const Length pitch = profile.line_of(style);
    box.rules.push_back({{0, 0, profile.text_width(), pt(0.8)}, Color::Black});
    Length y = pitch / 2;
    for (const std::string& words : frame.imprint) {
        SetLine line = composer.set_single(composer.segmenter().of(words, style),
                                           core::Place(core::PlaceKind::Imprint));
        const NodeId node = composer.layout().add_node(Tag::P, parent);
        box.lines.push_back({style.size, y + base_line(style), std::move(line), node});
        y += pitch;
    }
    box.rules.push_back({{0, y, profile.text_width(), pt(0.8)}, Color::Black});
    box.height = y + pt(0.8);
    stack.boxes.push_back(std::move(box));
}

}  // namespace gongbao::typeset
