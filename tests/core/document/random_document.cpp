// SPDX-License-Identifier: Apache-2.0
#include "tests/core/document/random_document.hpp"

#include <array>
#include <string>
#include <string_view>

#include "core/system/digest.hpp"
#include "core/text/text.hpp"

namespace gongbao::tests {
namespace {

using namespace gongbao::core;

constexpr int kRoles = static_cast<int>(Role::AnnexLabel) + 1;

class Maker {
  public:
    explicit Maker(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}

    Document document() {
        Document document;
        document.meta = metadata();
        document.preface = without_headings(blocks(4));
        document.body = blocks(14);
        document.conclusions = without_headings(blocks(3));
        for (int n = below(3); n > 0; --n)
            document.annexes.push_back(
                {one_in(2) ? Annex::Kind::Annex : Annex::Kind::Attached, blocks(8)});
        for (int n = below(3); n > 0; --n)
            document.media.push_back({sha256_hex(words(3)), "image/png", nullptr});
        assign_ids(document);
        return document;
    }

  private:
    // splitmix64 (Vigna): the standard library's distributions differ between libraries.
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
    bool one_in(int n) { return below(n) == 0; }

    std::string words(int most) {
        static constexpr std::array<std::string_view, 26> kPieces = {
            "云岭省", "人民政府", "办法",   "，",   "。",   "“",  "”",  "《", "》",
            " ",      "  ",       "\u3000", "&",    "<",    ">",  "\"", "'",  "&amp;",
            "]]>",    "\t",       "\n",     "\r\n", "2026", "𠮷", "é",  "；"};
        std::string text;
        for (int n = below(most + 1); n > 0; --n)
            text += kPieces[static_cast<std::size_t>(below(kPieces.size()))];
        return text;
    }

    Marks marks() {
        return {static_cast<std::uint16_t>(one_in(3) ? below(128) : one_in(4) ? 64 : 0)};
    }

    Runs runs(bool with_notes = true) {
        Runs runs;
        for (int n = below(5); n > 0; --n) {
            if (one_in(6))
                runs.push_back({Inline::Kind::LineBreak, {}, marks()});
            else if (one_in(8))
                runs.push_back(ruby("喆" + words(1), "zhé" + words(1), marks()));
            else if (with_notes && one_in(6))
                runs.push_back({Inline::Kind::Note, words(1), marks(), this->runs(false)});
            else
                runs.push_back(text_run(words(5), marks()));
        }
        return runs;
    }

    std::string label() {
        static constexpr std::array<std::string_view, 14> kLabels = {
            "",   "",       "",       "第一条", "第二条", "第十条之一", "一、",
            "1.", "（一）", "第一章", "•",      "&<\"第", " 甲 ",       "第条"};
        return std::string(kLabels[static_cast<std::size_t>(below(kLabels.size()))]);
    }

    Align align() { return one_in(4) ? static_cast<Align>(below(5)) : Align::Natural; }

    Table table() {
        Table table;
        for (int n = below(4); n > 0; --n) table.column_widths.push_back(below(1000));
        for (int n = below(4); n > 0; --n) table.rows.push_back(row());
        return table;
    }

    Row row() {
        Row row;
        row.header = one_in(3);
        for (int n = below(4); n > 0; --n) {
            Cell cell{{}, 1 + below(3), 1 + below(3), one_in(3), align()};
            for (int p = 1 + below(2); p > 0; --p) cell.paragraphs.push_back(runs());
            row.cells.push_back(std::move(cell));
        }
        return row;
    }

    Block block() {
        Block block;
        block.role = static_cast<Role>(below(kRoles));
        block.label = label();
        block.runs = runs();
        block.heading = is_level(block.role) && one_in(2);
        block.align = align();
        if (block.role == Role::Date && one_in(2)) block.runs = {text_run("2026年7月3日")};
        if (block.role == Role::Signature && one_in(2))
            for (Inline& run : block.runs)
                if (one_in(2)) run.marks.add(one_in(2) ? Mark::Post : Mark::PersonName);
        if (block.role == Role::Table) block.table = table();
        if (block.role == Role::Figure)
            block.figure = Figure{sha256_hex(words(3)), "image/png", below(200000), 0, words(3)};
        return block;
    }

    Blocks blocks(int most) {
        Blocks blocks;
        for (int n = below(most + 1); n > 0; --n) blocks.push_back(block());
        return blocks;
    }

    static Blocks without_headings(Blocks blocks) {
        for (Block& block : blocks) block.heading = false;
        return blocks;
    }

    std::optional<Date> date() {
        if (one_in(2)) return {};
        return Date{1900 + below(200), 1 + below(12), 1 + below(28)};
    }

    std::vector<std::string> list() {
        std::vector<std::string> list;
        for (int n = below(4); n > 0; --n) list.push_back(words(3));
        return list;
    }

    Metadata metadata() {
        Metadata meta;
        meta.title = words(6);
        meta.index_number = words(2);
        meta.number = one_in(2) ? "云府发〔2026〕3号" : words(3);
        meta.kind = words(1);
        meta.issuers = list();
        meta.force = static_cast<Force>(below(3));
        meta.openness = static_cast<Openness>(below(3));
        for (auto* day : {&meta.written, &meta.adopted, &meta.promulgated, &meta.published,
                          &meta.effective, &meta.expires})
            *day = date();
        meta.themes = list();
        meta.keywords = list();
        meta.source = words(4);
        return meta;
    }

    std::uint64_t state_;
};

}  // namespace

core::Document random_document(std::uint64_t seed) {
    return Maker(seed).document();
}

}  // namespace gongbao::tests
