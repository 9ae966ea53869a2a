// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/lead.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/wording.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

constexpr std::string_view kStop = "。";

// The byte after the 。 of the run-in heading in `text`, 0 when there is none.
std::size_t lead_end(std::string_view text, std::size_t label) {
    const std::size_t stop = text.find(kStop, label);
    if (stop == std::string_view::npos) return 0;
    const std::size_t end = stop + kStop.size();
    if (core::trim(text.substr(end)).empty()) return 0;
    return core::reads_like_heading(core::trim(text.substr(label, stop - label))) ? end : 0;
}

bool has_own_lead(const core::Runs& runs) {
    return !runs.empty() && runs.front().marks.has(core::Mark::Lead);
}

// A bold opening that ends with a full stop before plain text is a run-in heading as well.
std::size_t bold_end(const core::Runs& runs) {
    std::size_t bytes = 0;
    for (const core::Inline& run : runs) {
        if (!core::holds_words(run) || !run.marks.has(core::Mark::Bold)) break;
        bytes += run.text.size();
        if (run.text.ends_with(kStop) && &run != &runs.back()) return bytes;
    }
    return 0;
}

// Gives the first `bytes` of the runs the mark Lead and no other.
void mark_until(core::Runs& runs, std::size_t bytes) {
    core::Runs marked;
    std::size_t left = bytes;
    for (core::Inline& run : runs) {
        if (!core::holds_words(run) || left == 0) {
            marked.push_back(std::move(run));
            continue;
        }
        if (run.kind == core::Inline::Kind::Ruby) {
            left -= std::min(left, run.text.size());
            run.marks = core::Marks{}.add(core::Mark::Lead);
            marked.push_back(std::move(run));
            continue;
        }
        const std::size_t length = std::min(left, run.text.size());
        std::string head = run.text.substr(0, length);
        if (!marked.empty() && marked.back().kind == core::Inline::Kind::Text &&
            marked.back().marks.has(core::Mark::Lead))
            marked.back().text += head;
        else
            marked.push_back(core::text_run(std::move(head), core::Marks{}.add(core::Mark::Lead)));
        if (length < run.text.size())
            marked.push_back(core::text_run(run.text.substr(length), run.marks));
        left -= length;
    }
    runs = std::move(marked);
}

// Where a run-in heading could end by type or wording; 0 where there is none.
std::size_t proposed_end(const Line& line) {
    const std::size_t end = bold_end(line.runs);
    return end > line.label_bytes ? end : lead_end(line.text, line.label_bytes);
}

// Paragraphs of one level under one heading, from `first` on: either most of them have run-in
// headings or none has; a short first sentence alone is not one.
void mark_group(Lines& lines, const std::vector<std::size_t>& group) {
    std::size_t with_lead = 0;
    std::size_t running = 0;
    for (const std::size_t i : group) {
        const bool runs_on = lines[i].text.find(kStop) + kStop.size() < lines[i].text.size();
        running += runs_on;
        with_lead += runs_on && (has_own_lead(lines[i].runs) || proposed_end(lines[i]) > 0);
    }
    if (with_lead * 2 < running || with_lead == 0) return;
    for (const std::size_t i : group)
        if (const std::size_t end = proposed_end(lines[i]); end > 0 && !has_own_lead(lines[i].runs))
            mark_until(lines[i].runs, end);
}

}  // namespace

void mark_leads(Lines& lines, Range body) {
    std::map<core::Role, std::vector<std::size_t>> groups;
    const auto close_from = [&](core::Role role) {
        for (auto group = groups.lower_bound(role); group != groups.end();
             group = groups.erase(group))
            mark_group(lines, group->second);
    };
    for (std::size_t i = body.begin; i < body.end; ++i) {
        const Line& line = lines[i];
        if (!line.is_text() || line.label_bytes == 0 || !core::is_level(line.role)) continue;
        close_from(static_cast<core::Role>(static_cast<int>(line.role) + 1));
        groups[line.role].push_back(i);
    }
    close_from(core::Role::Heading1);
}

}  // namespace gongbao::editor
