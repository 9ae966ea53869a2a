// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/tables.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/text.hpp"
#include "editor/intake/docx/changes.hpp"
#include "editor/intake/docx/story.hpp"
#include "editor/intake/docx/table_style.hpp"
#include "editor/intake/docx/xml_part.hpp"

namespace gongbao::editor::docx {
namespace {

using core::Cell;
using core::Level;
using core::Row;

constexpr std::size_t kMostLines = 12;  // that an empty cell keeps
constexpr int kMostColumns = 63;        // Word's own limit

// Children called `name`, those inside content controls and insertions included.
void collect(pugi::xml_node parent, std::string_view name, std::vector<pugi::xml_node>& found) {
    for (const pugi::xml_node child : parent.children()) {
        const std::string_view own = child.name();
        if (own == name) {
            found.push_back(child);
        } else if (own == "w:sdt" || own == "w:sdtContent" || own == "w:customXml" ||
                   own == "w:ins" || own == "w:moveTo") {
            collect(child, name, found);
        }
    }
}

std::vector<pugi::xml_node> all(pugi::xml_node parent, std::string_view name) {
    std::vector<pugi::xml_node> found;
    collect(parent, name, found);
    return found;
}

int count_of(pugi::xml_node properties, const char* name, int otherwise) {
    const int value = properties.child(name).attribute("w:val").as_int(otherwise);
    return std::clamp(value, 0, kMostColumns);
}

// Rounded so that the sum is exactly a thousand.
std::vector<int> column_widths(pugi::xml_node table) {
    std::vector<long long> twips;
    for (const pugi::xml_node column : table.child("w:tblGrid").children("w:gridCol"))
        twips.push_back(std::clamp(column.attribute("w:w").as_int(), 0, 100000));
    const long long sum = std::accumulate(twips.begin(), twips.end(), 0LL);
    if (sum == 0 || std::count(twips.begin(), twips.end(), 0) > 0) return {};
    std::vector<int> widths;
    long long before = 0;
    for (const long long width : twips) {
        const long long after = before + width;
        widths.push_back(static_cast<int>(after * 1000 / sum - before * 1000 / sum));
        before = after;
    }
    return widths;
}

// Words at the foot of a room to write in: 年　月　日, （盖章）, 签名：.
bool asks_for_room(const core::Runs& runs) {
    const std::string words = core::plain_text(runs);
    for (const char* sign : {"月", "章", "签"})
        if (words.find(sign) != std::string::npos) return true;
    return false;
}

// The paragraphs of a cell with those empty lines that are room to write in: between words, above a
// place to sign, and three or more in a cell without words.
std::vector<core::Runs> with_room(std::vector<core::Runs> paragraphs) {
    const auto holds = [](const core::Runs& runs) { return !is_blank(runs); };
    const auto first = std::find_if(paragraphs.begin(), paragraphs.end(), holds);
    if (first == paragraphs.end()) {
        paragraphs.resize(paragraphs.size() >= 3 ? std::min(paragraphs.size(), kMostLines) : 1);
        return paragraphs;
    }
    while (!holds(paragraphs.back())) paragraphs.pop_back();
    if (!asks_for_room(*first)) paragraphs.erase(paragraphs.begin(), first);
    return paragraphs;
}

enum class Merge { None, Begins, Continues };

Merge merge_of(pugi::xml_node properties, const char* name) {
    const pugi::xml_node merge = properties.child(name);
    if (!merge) return Merge::None;
    return std::string_view(merge.attribute("w:val").value()) == "restart" ? Merge::Begins
                                                                           : Merge::Continues;
}

class TableReader {
  public:
    TableReader(Reading& reading, core::Place place)
        : reading_(reading), place_(std::move(place)) {}

    core::Table read(pugi::xml_node table) {
        table_.column_widths = column_widths(table);
        for (const pugi::xml_node row : all(table, "w:tr")) read_row(row);
        return std::move(table_);
    }

  private:
    // Where a cell that may be continued further down stands in table_.
    struct Above {
        std::size_t row;
        std::size_t cell;
        int span;
    };

    void read_row(pugi::xml_node node) {
        const pugi::xml_node properties = node.child("w:trPr");
        ++row_number_;
        row_place_ = place_.with(core::PlaceKind::Row, row_number_);
        if (is_dropped(properties, node)) return;
        Row row;
        row.header = properties.child("w:tblHeader") && is_on(properties.child("w:tblHeader"));
        table_.rows.push_back(std::move(row));
        column_ = 0;
        cell_number_ = 0;
        add_gap(count_of(properties, "w:gridBefore", 0));
        for (const pugi::xml_node cell : all(node, "w:tc")) read_cell(cell);
        report_prompts(node);
        add_gap(count_of(properties, "w:gridAfter", 0));
    }

    // Controls around cells; those inside of a cell its reader reports.
    void report_prompts(pugi::xml_node node) {
        for (const pugi::xml_node control : node.children("w:sdt"))
            if (control.child("w:sdtPr").child("w:showingPlcHdr"))
                reading_.report(Level::Warning, row_place_, "prompt", {}, words_below(control));
    }

    // Reports a tracked row; true when it is a deleted one.
    bool is_dropped(pugi::xml_node properties, pugi::xml_node node) {
        Changes changes;
        bool deleted = false;
        for (const pugi::xml_node child : properties.children())
            if (const auto kind = change_kind(child.name())) {
                changes.add(*kind, child, words_below(node));
                if (*kind == Changes::Kind::Deleted) reading_.ledger.take(node);
                deleted = deleted || *kind == Changes::Kind::Deleted;
            }
        changes.report(reading_, row_place_);
        return deleted;
    }

    // Grid columns without a cell at a row's ends.
    void add_gap(int columns) {
        if (columns == 0) return;
        Cell gap;
        gap.paragraphs.emplace_back();
        gap.column_span = columns;
        gap.header = table_.rows.back().header;
        table_.rows.back().cells.push_back(std::move(gap));
        column_ += columns;
    }

    void read_cell(pugi::xml_node node) {
        const pugi::xml_node properties = node.child("w:tcPr");
        const int span = std::max(1, count_of(properties, "w:gridSpan", 1));
        const core::Place at = row_place_.with(core::PlaceKind::Cell, ++cell_number_);
        Cell cell = content_of(node, at);
        report_changed_cell(properties, node, at);
        if (properties.child("w:cellDel")) cell.paragraphs.assign(1, {});
        if (merge_of(properties, "w:hMerge") == Merge::Continues && widen(cell, span)) return;
        const Merge merge = merge_of(properties, "w:vMerge");
        if (merge == Merge::Continues && lengthen(cell, span, at)) return;
        cell.column_span = span;
        cell.header = table_.rows.back().header;
        std::vector<Cell>& cells = table_.rows.back().cells;
        cells.push_back(std::move(cell));
        if (merge == Merge::None)
            above_.erase(column_);
        else
            above_[column_] = {table_.rows.size() - 1, cells.size() - 1, span};
        column_ += span;
    }

    Cell content_of(pugi::xml_node node, const core::Place& at) {
        Cell cell;
        const std::vector<RawBlock> blocks = Story(reading_, node, at).read();
        cell.paragraphs = with_room(flatten(blocks, reading_, at));
        for (const RawBlock& block : blocks)
            if (const auto* paragraph = std::get_if<RawParagraph>(&block)) {
                if (paragraph->runs.empty()) continue;
                cell.align = paragraph->align;
                break;
            }
        return cell;
    }

    void report_changed_cell(pugi::xml_node properties, pugi::xml_node node,
                             const core::Place& at) {
        Changes changes;
        if (const auto change = properties.child("w:cellIns"))
            changes.add(Changes::Kind::Inserted, change, words_below(node));
        if (const auto change = properties.child("w:cellDel"))
            changes.add(Changes::Kind::Deleted, change, words_below(node));
        if (const auto change = properties.child("w:cellMerge"))
            changes.add(Changes::Kind::Formatted, change, words_below(node));
        changes.report(reading_, at);
    }

    // Older files merge sideways cell by cell (17.4.22).
    bool widen(const Cell& cell, int span) {
        std::vector<Cell>& cells = table_.rows.back().cells;
        if (cells.empty()) return false;
        cells.back().column_span += span;
        take_words(cells.back(), cell);
        column_ += span;
        return true;
    }

    bool lengthen(const Cell& cell, int span, const core::Place& at) {
        const auto found = above_.find(column_);
        if (found == above_.end() || found->second.span != span) return false;
        Cell& upper = table_.rows[found->second.row].cells[found->second.cell];
        ++upper.row_span;
        if (take_words(upper, cell)) reading_.report(Level::Warning, at, "merged_words");
        column_ += span;
        return true;
    }

    // Word hides what a swallowed cell holds; here no word is lost.
    static bool take_words(Cell& into, const Cell& from) {
        bool any = false;
        for (const core::Runs& paragraph : from.paragraphs) {
            if (is_blank(paragraph)) continue;
            if (std::all_of(into.paragraphs.begin(), into.paragraphs.end(), is_blank))
                into.paragraphs.clear();
            into.paragraphs.push_back(paragraph);
            any = true;
        }
        return any;
    }

    Reading& reading_;
    core::Place place_;
    core::Place row_place_;
    core::Table table_;
    int row_number_ = 0;
    int cell_number_ = 0;
    int column_ = 0;
    std::map<int, Above> above_;  // by grid column
};

}  // namespace

core::Table read_table(pugi::xml_node table, Reading& reading, const core::Place& place) {
    report_table_style(table, reading, place);
    return TableReader(reading, place).read(table);
}

}  // namespace gongbao::editor::docx
