// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/table.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/flow/table_cells.hpp"
#include "typeset/flow/table_grid.hpp"
#include "typeset/flow/table_rows.hpp"
#include "typeset/flow/table_widths.hpp"

namespace gongbao::typeset {
namespace {

void report_fit(const TableGrid& grid, const TableFit& fit, const std::string& place, Composer& composer) {
    const std::string columns = std::to_string(grid.columns);
    core::Diagnostics& findings = composer.layout().findings;
    if (fit.small)
        findings.push_back({core::Level::Warning, place, {"typeset.table_too_wide", {{"columns", columns}}}, {}});
    else if (fit.size != composer.profile().style(StyleName::TableCell).size)
        findings.push_back({core::Level::Hint, place, {"typeset.table_smaller", {{"columns", columns}}}, {}});
}

// What is printed above the rows of a further page: 续表 and the head, read by nobody a second time.
std::vector<Box> head_again(const std::vector<Box>& boxes, std::size_t heads, Length width,
                            const std::string& place, Composer& composer) {
    std::vector<Box> head;
    if (heads == 0 || heads == boxes.size()) return head;
    const TextStyle style = composer.profile().style(StyleName::TableCell);
    auto lines = composer.set(composer.segmenter().of(composer.profile().words.continued, style), width, 0, TextAlign::Right, place);
    add_lines(std::move(lines), style, kArtifact, composer.profile(), head);
    head.insert(head.end(), boxes.begin(), boxes.begin() + static_cast<std::ptrdiff_t>(heads));
    for (Box& box : head) {
        box.notes.clear();
        for (BoxLine& line : box.lines) line.node = kArtifact;
    }
    return head;
}

Length height_of(const std::vector<Box>& boxes) {
    Length height = 0;
    for (const Box& box : boxes) height += box.height;
    return height;
}

void add_upright(std::vector<Box> boxes, std::vector<Box> head, std::size_t heads, const Profile& profile,
                 Stack& stack) {
    boxes.front().before = profile.line / 3;
    boxes.back().lead += profile.line / 2;
    boxes.back().height += profile.line / 2;
    if (!head.empty() && height_of(head) <= profile.text_height() / 3) {
        const auto number = static_cast<int>(stack.table_heads.size());
        stack.table_heads.push_back(std::move(head));
        for (std::size_t i = heads; i < boxes.size(); ++i) boxes[i].table_head = number;
    }
    std::move(boxes.begin(), boxes.end(), std::back_inserter(stack.boxes));
}

}  // namespace

void add_table(const core::Block& block, NodeId parent, Composer& composer, Stack& stack) {
    const TableGrid grid = TableGrid::of(*block.table);
    if (grid.rows == 0 || grid.columns == 0) return;
    const Profile& profile = composer.profile();
    const TableFit fit = fit_table(*block.table, grid, composer);
    report_fit(grid, fit, block.id, composer);
    std::vector<SetCell> cells = set_cells(grid, fit, parent, block.id, composer);
    RowStacker rows(grid, fit, profile.table, profile.text_height(), std::move(cells));
    std::vector<Box> boxes = rows.stack();
    const std::size_t heads = rows.head_boxes();
    std::vector<Box> head = head_again(boxes, heads, boxes.front().frame_width, block.id, composer);
    add_upright(std::move(boxes), std::move(head), heads, profile, stack);
}

}  // namespace gongbao::typeset
