// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/page_reason.hpp"

#include <algorithm>

#include "typeset/page/explain.hpp"

namespace gongbao::typeset {
namespace {

NodeId node_of(const Box& box) {
    return box.lines.empty() ? kArtifact : box.lines.front().node;
}

// How many boxes from `next` on hang together.
std::size_t held_together(const std::vector<Box>& boxes, std::size_t next) {
    std::size_t end = next + 1;
    while (end < boxes.size() && !boxes[end].may_break_before) ++end;
    return end - next;
}

core::Message why_moved(const std::vector<Box>& boxes, std::size_t next, std::size_t held) {
    const std::map<std::string, std::string> lines = {{"lines", std::to_string(held)}};
    if (boxes[next].bookmark >= 0) return {"typeset.explain_page_heading", lines};
    const bool one_paragraph = held > 1 && node_of(boxes[next]) == node_of(boxes[next + held - 1]);
    if (one_paragraph) return {"typeset.explain_page_last_line", lines};
    return {"typeset.explain_page_kept", lines};
}

}  // namespace

std::vector<core::Message> explain_page_end(const std::vector<Box>& boxes, std::size_t next,
                                            Length left, Length notes, const Profile& profile) {
    std::vector<core::Message> facts;
    const std::map<std::string, std::string> room = {{"left", in_points(left)}};
    if (next >= boxes.size()) {
        facts.push_back({"typeset.explain_page_last", room});
    } else if (boxes[next].heads_recto) {
        facts.push_back({"typeset.explain_page_recto", room});
    } else if (boxes[next].heads_page) {
        facts.push_back({"typeset.explain_page_forced", room});
    } else {
        const Box& box = boxes[next];
        const std::size_t held = held_together(boxes, next);
        const bool fits_alone = box.before + box.height - box.lead <= left;
        if (fits_alone && held > 1)
            facts.push_back(why_moved(boxes, next, held));
        else if (box.lines.empty() || box.height > 2 * profile.line)
            facts.push_back({"typeset.explain_page_high",
                             {{"left", in_points(left)}, {"height", in_points(box.height)}}});
        else
            facts.push_back({"typeset.explain_page_full",
                             {{"left", in_points(left)},
                              {"height", in_points(box.before + box.height - box.lead)}}});
    }
    if (notes > 0) facts.push_back({"typeset.explain_page_notes", {{"height", in_points(notes)}}});
    return facts;
}

}  // namespace gongbao::typeset
