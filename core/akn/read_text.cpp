// SPDX-License-Identifier: Apache-2.0
#include "core/akn/read_text.hpp"

#include <charconv>
#include <optional>
#include <string>

#include "core/akn/names.hpp"
#include "core/akn/read_citations.hpp"
#include "core/text/text.hpp"

namespace gongbao::core::akn {
namespace {

bool is_inline_named(pugi::xml_node node, std::string_view name) {
    return std::string_view(node.name()) == "inline" && node.attribute("name").value() == name;
}

bool is_label(pugi::xml_node node) {
    return is_inline_named(node, "num");
}

bool is_meaning(std::string_view name) {
    for (const auto& [role, element] : kMeaningElements)
        if (element == name) return true;
    return false;
}

// The marks inside a formatting element; nothing when `node` is none.
std::optional<Marks> marks_inside(pugi::xml_node node, Marks marks) {
    const std::string_view element = node.name();
    if (element == "span") return marks;
    for (const auto& [mark, known, name] : kMarkElements)
        if (element == known && node.attribute("name").value() == name) return marks.add(mark);
    if (std::string_view(node.parent().name()) == "signature")
        for (const auto& [mark, known, name] : kSignerElements)
            if (element == known) return marks.add(mark);
    return {};
}

Figure read_figure(const XmlSource& source, pugi::xml_node node) {
    const std::string_view address = node.attribute("src").value();
    if (!address.starts_with(kMediaFolder) || node.first_child())
        source.refuse(node, "akn.bad_value");
    return {std::string(address.substr(kMediaFolder.size())), node.attribute("gb:type").value(),
            source.number(node, "gb:width", 0), source.number(node, "gb:height", 0),
            node.attribute("alt").value()};
}

// What may stand among the runs beside words: a label and a figure belong to a block and may stand
// only where one is read; citations only among the words of a block itself.
enum class Among { Notes, Heading, Matter };

// Reads mixed content.
class RunReader {
  public:
    RunReader(const XmlSource& source, Runs& runs) : source_(source), runs_(runs) {}
    RunReader(const XmlSource& source, Block& block, Among among)
        : source_(source),
          runs_(block.runs),
          block_(&block),
          among_(among),
          words_(length(plain_text(block.runs))) {}

    void read(pugi::xml_node node, Marks marks, int depth) {
        if (depth > kDeepest) source_.refuse(node, "akn.too_deep");
        bool goes_on = false;  // the run that was read last, with the words of a citation
        for (const auto child : node.children()) {
            const bool is_reference = std::string_view(child.name()) == kReference;
            if (child.type() != pugi::node_element) {
                add_words(child.value(), marks, goes_on);
                goes_on = true;
            } else if (is_reference && block_ != nullptr) {
                const std::string words = source_.words(child);
                const std::size_t at = words_;
                add_words(words, marks, goes_on);
                add_reference(source_, child, at, words_ - at, *block_);
                goes_on = true;
            } else {
                goes_on = false;
                if (depth > 0 || among_ != Among::Matter || !read_part_of_block(child))
                    read_element(child, marks, depth + 1);
            }
        }
    }

  private:
    void add_words(const std::string& words, Marks marks, bool to_last_run) {
        if (to_last_run)
            runs_.back().text += words;
        else
            runs_.push_back(text_run(words, marks));
        words_ += length(words);
    }

    bool read_part_of_block(pugi::xml_node node) {
        if (is_label(node)) {
            if (!block_->label.empty() || !runs_.empty()) source_.refuse(node);
            block_->label = source_.words(node);
            return true;
        }
        if (std::string_view(node.name()) != "img") return false;
        if (block_->figure) source_.refuse(node);
        block_->figure = read_figure(source_, node);
        return true;
    }

    void read_element(pugi::xml_node node, Marks marks, int depth) {
        const std::string_view element = node.name();
        if (element == "eol") {
            if (node.first_child()) source_.refuse(node);
            runs_.push_back({Inline::Kind::LineBreak, {}, marks});
        } else if (element == "authorialNote") {
            read_note(node, marks, depth);
        } else if (is_inline_named(node, kRuby)) {
            read_ruby(node, marks);
        } else if (is_meaning(element)) {
            read(node, marks, depth);
        } else if (const auto inside = marks_inside(node, marks)) {
            if (!node.first_child()) runs_.push_back(text_run({}, *inside));
            read(node, *inside, depth);
        } else {
            source_.refuse(node);
        }
    }

    void read_note(pugi::xml_node node, Marks marks, int depth) {
        Inline note{Inline::Kind::Note, node.attribute("marker").value(), marks};
        const auto paragraphs = source_.elements(node);
        if (paragraphs.size() != 1) source_.refuse(node);
        source_.expect(paragraphs.front(), "p");
        RunReader(source_, note.note).read(paragraphs.front(), {}, depth);
        runs_.push_back(std::move(note));
    }

    void read_ruby(pugi::xml_node node, Marks marks) {
        const pugi::xml_node base = node.first_child();
        const pugi::xml_node reading = base.next_sibling();
        if (!is_inline_named(base, kRubyBase) || !is_inline_named(reading, kRubyText) ||
            reading.next_sibling())
            source_.refuse(node);
        Inline group = ruby(source_.words(base), source_.words(reading), marks);
        if (group.text.empty() || group.reading.empty()) source_.refuse(node);
        words_ += length(group.text);
        runs_.push_back(std::move(group));
    }

    const XmlSource& source_;
    Runs& runs_;
    Block* block_ = nullptr;  ///< whose runs they are
    Among among_ = Among::Notes;
    std::size_t words_ = 0;  ///< code points of the runs
};

Cell read_cell(const XmlSource& source, pugi::xml_node node) {
    const std::string_view element = node.name();
    if (element != "td" && element != "th") source.refuse(node);
    Cell cell;
    cell.header = element == "th";
    cell.align = read_align(source, node);
    cell.row_span = source.number(node, "rowspan", 1);
    cell.column_span = source.number(node, "colspan", 1);
    for (const auto paragraph : source.elements(node)) {
        source.expect(paragraph, "p");
        read_runs(source, paragraph, {}, cell.paragraphs.emplace_back());
    }
    return cell;
}

Row read_row(const XmlSource& source, pugi::xml_node node) {
    source.expect(node, "tr");
    Row row;
    row.header = class_of(node) == "header";
    for (const auto cell : source.elements(node))
        if (class_of(cell) != "none" || cell.first_child())
            row.cells.push_back(read_cell(source, cell));
    return row;
}

std::vector<int> read_widths(const XmlSource& source, pugi::xml_node node) {
    std::vector<int> widths;
    const auto attribute = node.attribute("gb:widths");
    if (!attribute) return widths;
    for (const auto text : split(attribute.value(), ' ')) {
        int width = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
        if (error != std::errc{} || end != text.data() + text.size())
            source.refuse(node, "akn.bad_value");
        widths.push_back(width);
    }
    return widths;
}

void read_table(const XmlSource& source, pugi::xml_node node, Block& block) {
    if (block.table) source.refuse(node);
    Table& table = block.table.emplace();
    table.column_widths = read_widths(source, node);
    for (const auto child : source.elements(node)) {
        if (std::string_view(child.name()) == "caption") {
            if (!table.rows.empty()) source.refuse(child);
            RunReader(source, block, Among::Matter).read(child, {}, 0);
        } else if (class_of(child) != "none") {
            table.rows.push_back(read_row(source, child));
        } else if (!read_row(source, child).cells.empty()) {
            source.refuse(child);
        }
    }
}

}  // namespace

void read_runs(const XmlSource& source, pugi::xml_node node, Marks implied, Runs& runs) {
    RunReader(source, runs).read(node, implied, 0);
}

void read_heading(const XmlSource& source, pugi::xml_node node, Marks implied, Block& block) {
    RunReader(source, block, Among::Heading).read(node, implied, 0);
}

Align read_align(const XmlSource& source, pugi::xml_node node) {
    const auto attribute = node.attribute("gb:align");
    if (!attribute) return Align::Natural;
    for (const auto& [align, name] : kAligns)
        if (attribute.value() == name) return align;
    source.refuse(node, "akn.bad_value");
}

void read_matter(const XmlSource& source, pugi::xml_node node, Block& block) {
    if (std::string_view(node.name()) == "table") return read_table(source, node, block);
    source.expect(node, "p");
    RunReader(source, block, Among::Matter).read(node, {}, 0);
}

}  // namespace gongbao::core::akn
