// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/structure_plan.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace gongbao::typeset::pdf {
namespace {

using Nodes = std::vector<NodeId>;

constexpr std::u32string_view kBullets = U"•●○■□◆◇·—-*★▲";

class Planner {
  public:
    Planner(const Layout& layout, const std::vector<bool>& has_content)
        : layout_(layout), has_content_(has_content) {
        for (const Node& node : layout.nodes) plan_.add(node.tag, node.parent);
    }

    StructurePlan plan() {
        gather();
        for (const auto& [table, rows] : rows_)
            if (!leave_out_empty(table, rows)) shape_table(rows);
        for (const Page& page : layout_.pages)
            for (const PlacedLine& line : page.lines) note_label(line);
        return std::move(plan_);
    }

  private:
    // One walk over the nodes: rows and cells of tables, and captions with what they stand beside.
    void gather() {
        Nodes last_child(layout_.nodes.size());
        for (NodeId node = 2; node < layout_.nodes.size(); ++node) {
            const NodeId parent = layout_.nodes[node].parent;
            const Tag tag = layout_.nodes[node].tag;
            if (tag == Tag::TR) rows_[parent].push_back(node);
            if (tag == Tag::TH || tag == Tag::TD) cells_[parent].push_back(node);
            settle_caption(last_child[parent], node);
            last_child[parent] = node;
        }
    }

    // The first label of a list tells how its items are counted.
    void note_label(const PlacedLine& line) {
        const Node& label = layout_.nodes[line.node];
        if (label.tag != Tag::Lbl || line.count == 0) return;
        const Node& item = layout_.nodes[label.parent];
        if (item.tag != Tag::LI) return;
        const bool bullet =
            kBullets.find(layout_.glyphs[line.first].text) != std::u32string_view::npos;
        plan_.numberings.emplace(item.parent, bullet ? Numbering::Disc : Numbering::Decimal);
    }

    // A caption before a table is its first child. Beside a figure it stays outside: alternative
    // text replaces all that stands inside. Anywhere else it is a paragraph.
    void settle_caption(NodeId before, NodeId node) {
        const Tag tag = layout_.nodes[node].tag;
        if (tag == Tag::Caption && layout_.nodes[layout_.nodes[node].parent].tag != Tag::Table)
            plan_.tags[node] =
                before != 0 && layout_.nodes[before].tag == Tag::Figure ? Tag::Caption : Tag::P;
        if (before == 0 || layout_.nodes[before].tag != Tag::Caption) return;
        if (tag == Tag::Figure) plan_.tags[before] = Tag::Caption;
        if (tag != Tag::Table || has_own_caption(node)) return;
        plan_.tags[before] = Tag::Caption;
        plan_.parents[before] = node;
    }

    bool has_own_caption(NodeId table) const {
        for (NodeId node = table + 1; node < layout_.nodes.size(); ++node) {
            if (layout_.nodes[node].parent < table) return false;
            if (layout_.nodes[node].parent == table && layout_.nodes[node].tag == Tag::Caption)
                return true;
        }
        return false;
    }

    // A table of empty cells without a caption says nothing: true.
    bool leave_out_empty(NodeId table, const Nodes& rows) {
        for (const NodeId row : rows)
            for (const NodeId cell : cells_[row])
                if (has_content_[cell]) return false;
        for (NodeId node = 0; node < plan_.tags.size(); ++node)
            if (plan_.tags[node] == Tag::Caption && plan_.parents[node] == table) return false;
        plan_.empty[table] = true;
        for (const NodeId row : rows) {
            plan_.empty[row] = true;
            for (const NodeId cell : cells_[row]) plan_.empty[cell] = true;
        }
        return true;
    }

    void shape_table(const Nodes& rows) {
        if (!has_header_cells(rows)) choose_headers(rows);
        std::size_t heads = 0;
        while (heads < rows.size() && all_headers(rows[heads])) ++heads;
        if (heads == rows.size()) heads = 1;
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (const NodeId cell : cells_[rows[i]])
                if (plan_.tags[cell] == Tag::TH) settle_header(cell, i < heads);
        if (!has_header_cells(rows)) head_by_first_words(rows);
        if (heads > 0 && heads < rows.size() && !spans_out_of(rows, heads)) group(rows, heads);
    }

    // An empty corner heads nothing.
    void settle_header(NodeId cell, bool in_head) {
        if (has_content_[cell])
            plan_.scopes[cell] = in_head ? Scope::Column : Scope::Row;
        else
            plan_.tags[cell] = Tag::TD;
    }

    // Where all that might head something is empty, the first words head what stands below them.
    void head_by_first_words(const Nodes& rows) {
        NodeId head = 0;
        for (const NodeId row : rows)
            for (const NodeId cell : cells_[row])
                if (head == 0 || (!has_content_[head] && has_content_[cell])) head = cell;
        if (head == 0) return;
        plan_.tags[head] = Tag::TH;
        plan_.scopes[head] = Scope::Column;
    }

    bool has_header_cells(const Nodes& rows) {
        return std::any_of(rows.begin(), rows.end(), [&](NodeId row) {
            const Nodes& cells = cells_[row];
            return std::any_of(cells.begin(), cells.end(),
                               [&](NodeId cell) { return plan_.tags[cell] == Tag::TH; });
        });
    }

    bool all_headers(NodeId row) {
        const Nodes& cells = cells_[row];
        return std::all_of(cells.begin(), cells.end(),
                           [&](NodeId cell) { return plan_.tags[cell] == Tag::TH; });
    }

    // The manuscript marks no header. A first row with words in every cell heads the columns, as in
    // nearly every such table; otherwise the first column heads the rows.
    void choose_headers(const Nodes& rows) {
        const Nodes& first = cells_[rows.front()];
        const bool by_row = rows.size() > 1 && first.size() > 1 &&
                            std::all_of(first.begin(), first.end(),
                                        [&](NodeId cell) { return has_content_[cell]; });
        if (by_row) {
            for (const NodeId cell : first) plan_.tags[cell] = Tag::TH;
            return;
        }
        for (std::size_t row = 0; row < rows.size();) {
            const Nodes& cells = cells_[rows[row]];
            if (cells.empty()) return;
            plan_.tags[cells.front()] = Tag::TH;
            row +=
                static_cast<std::size_t>(std::max<int>(1, layout_.nodes[cells.front()].row_span));
        }
    }

    // A cell that reaches from the head into the body: the parts could not be told apart.
    bool spans_out_of(const Nodes& rows, std::size_t heads) {
        for (std::size_t i = 0; i < heads; ++i)
            for (const NodeId cell : cells_[rows[i]])
                if (i + static_cast<std::size_t>(layout_.nodes[cell].row_span) > heads) return true;
        return false;
    }

    void group(const Nodes& rows, std::size_t heads) {
        const NodeId table = layout_.nodes[rows.front()].parent;
        const NodeId head = plan_.add(Tag::THead, table);
        const NodeId body = plan_.add(Tag::TBody, table);
        for (std::size_t i = 0; i < rows.size(); ++i)
            plan_.parents[rows[i]] = i < heads ? head : body;
    }

    const Layout& layout_;
    const std::vector<bool>& has_content_;
    StructurePlan plan_;
    std::map<NodeId, Nodes> rows_;   ///< by table
    std::map<NodeId, Nodes> cells_;  ///< by row
};

}  // namespace

StructurePlan plan_structure(const Layout& layout, const std::vector<bool>& has_content) {
    return Planner(layout, has_content).plan();
}

}  // namespace gongbao::typeset::pdf
