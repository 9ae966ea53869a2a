// SPDX-License-Identifier: Apache-2.0
#include "bench/typeset/judge_layout.hpp"

#include <algorithm>
#include <string_view>

#include "core/document/document.hpp"
#include "core/text/text.hpp"

namespace gongbao::bench {
namespace {

using typeset::Extent;
using typeset::kArtifact;
using typeset::Layout;
using typeset::Length;
using typeset::Page;
using typeset::PlacedGlyph;
using typeset::PlacedLine;
using typeset::Tag;

// CLREQ sets A and B (GB/T 15834-2011, 5.1) with the usual additions. By code point.
constexpr std::u32string_view kNotAtStart =
    U"、，。．：；！？‼⁇⁈⁉”’」』）》〉】〗〕］｝～–·・‧/／!),.:;?]}%％‰℃°々〆";
constexpr std::u32string_view kNotAtEnd = U"“‘「『（《〈【〖〔［｛([{$¥￥№§";
constexpr std::u32string_view kBlankRight = U"、，。．：；！？”’」』）》〉】〗〕］｝";
constexpr std::u32string_view kBlankLeft = U"“‘「『（《〈【〖〔［｛";
constexpr std::u32string_view kMiddle = U"·・‧";
constexpr std::u32string_view kPaired = U"—…⋯";
constexpr std::u32string_view kInsideNumbers = U".,:/'-";
constexpr Length kRoom = 30;          // rounding of advances
constexpr std::size_t kAddress = 16;  // longer runs are addresses, cut at their marks

bool in(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}
bool is_word(char32_t c) {
    return core::is_ascii_letter(c) || core::is_ascii_digit(c);
}
bool is_letter(char32_t c) {
    return !core::is_space(c) && !in(kNotAtStart, c) && !in(kNotAtEnd, c) && !in(kPaired, c);
}

std::u32string trimmed(const std::u32string& words) {
    return core::to_utf32(core::trim(core::to_utf8(words)));
}

// Where the ink of a glyph may stand: its cell without the blank half of a mark.
struct Cell {
    Extent left = 0;
    Extent right = 0;
};

template <typename Count, std::size_t N>
void count_in(std::array<long, N>& classes, const std::array<Count, N>& ends, long value) {
    for (std::size_t i = 0; i < N; ++i)
        if (value <= ends[i]) {
            ++classes[i];
            return;
        }
}

class Judge {
  public:
    Judge(const Layout& layout, const core::Document& document, const typeset::Profile& profile,
          const typeset::FontBook& fonts)
        : layout_(layout),
          document_(document),
          profile_(profile),
          fonts_(fonts),
          lines_of_(layout.nodes.size()),
          seen_(layout.nodes.size()) {}

    Quality run() {
        quality_.documents = 1;
        quality_.pages = static_cast<long>(layout_.pages.size());
        for (const Page& page : layout_.pages)
            for (const PlacedLine& line : page.lines) ++lines_of_[line.node];
        for (page_ = 0; page_ < layout_.pages.size(); ++page_) judge_page(layout_.pages[page_]);
        compare_text();
        return std::move(quality_);
    }

  private:
    Tag tag_of(const PlacedLine& line) const { return layout_.nodes[line.node].tag; }
    bool is_heading(const PlacedLine& line) const {
        return tag_of(line) >= Tag::H1 && tag_of(line) <= Tag::H6;
    }
    bool is_text(const PlacedLine& line) const {
        return line.node != kArtifact && (tag_of(line) == Tag::P || is_heading(line));
    }

    void mark(Fault fault, const std::u32string& words) {
        quality_.mark(fault, profile_.name + ", " + core::excerpt(document_.meta.title, 30) +
                                 ", page " + std::to_string(page_ + 1) + ": " +
                                 core::to_utf8(words));
    }

    void judge_page(const Page& page) {
        std::vector<const PlacedLine*> text;
        for (const PlacedLine& line : page.lines) {
            if (line.count == 0 || line.node == kArtifact) continue;
            judge_line(line, page);
            if (is_text(line)) text.push_back(&line);
        }
        judge_keeps(text);
    }

    void judge_line(const PlacedLine& line, const Page& page) {
        ++quality_.lines;
        const std::u32string whole = words_of(layout_, line);
        const std::u32string words = trimmed(whole);
        quality_.characters += static_cast<long>(words.size());
        judge_extent(line, page, words);
        const int number = ++seen_[line.node];
        if (!words.empty()) {
            if (number > 1) judge_joint(words);
            last_words_ = words;
            last_space_ = core::is_space(whole.back());
        }
        if (is_text(line) && number > 1 && number == lines_of_[line.node] &&
            std::count_if(words.begin(), words.end(), is_letter) < 2)
            mark(Fault::LoneCharacter, words);
        if (is_text(line) && number < lines_of_[line.node] && tag_of(line) == Tag::P)
            measure_white(line);
    }

    void judge_joint(const std::u32string& words) {
        const char32_t a = last_words_.back();
        const char32_t b = words.front();
        if (in(kNotAtStart, b) && !inside_address(words)) mark(Fault::ForbiddenStart, words);
        if (in(kNotAtEnd, a)) mark(Fault::ForbiddenEnd, last_words_);
        if (a == b && in(kPaired, a)) mark(Fault::SplitMark, last_words_);
        if (last_space_) return;
        const bool number = in(kInsideNumbers, a) && last_words_.size() > 1 &&
                            is_word(last_words_[last_words_.size() - 2]) &&
                            !(a == U'-' && core::is_ascii_letter(b));
        if (is_word(b) && (is_word(a) || number)) {
            if (inside_address(words))
                ++quality_.cut_runs;
            else
                mark(Fault::SplitWord, last_words_ + U"|" + words);
        }
    }

    // Do the last line and this one meet within a run too long for a word?
    bool inside_address(const std::u32string& words) const {
        const auto is_run = [](char32_t c) { return c > U' ' && c < 0x7F; };
        std::size_t length = 0;
        for (std::size_t i = last_words_.size(); i > 0 && is_run(last_words_[i - 1]); --i) ++length;
        for (std::size_t i = 0; i < words.size() && is_run(words[i]); ++i) ++length;
        return length >= kAddress && is_run(words.front()) && is_run(last_words_.back());
    }

    Cell cell_of(const PlacedGlyph& glyph) const {
        const Length size = layout_.glyph_styles[glyph.style].size;
        const Extent advance =
            Extent{fonts_.face(glyph.face).advance_of(glyph.glyph)} * size / 1000;
        Cell cell{glyph.x, glyph.x + advance};
        if (advance < size * 3 / 4) return cell;
        if (in(kBlankRight, glyph.text)) cell.right -= size / 2;
        if (in(kBlankLeft, glyph.text)) cell.left += size / 2;
        if (in(kMiddle, glyph.text)) {
            cell.left += size / 4;
            cell.right -= size / 4;
        }
        return cell;
    }

    // Overfull lines and collisions, by the glyphs' own widths.
    void judge_extent(const PlacedLine& line, const Page& page, const std::u32string& words) {
        const Length left = profile_.text_left(page.recto);
        Extent end = -1;
        bool collides = false;
        Extent least = 0;
        for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
            const PlacedGlyph& glyph = layout_.glyphs[i];
            if (glyph.text < typeset::kTextPool && (core::is_space(glyph.text) || glyph.text == 0))
                continue;
            const Cell cell = cell_of(glyph);
            if (end < 0)
                least = cell.left;
            else if (cell.left < end - kRoom && core::is_han(glyph.text))
                collides = true;
            end = std::max(end, cell.right);
        }
        if (end < 0) return;
        if (collides) mark(Fault::Collision, words);
        if (line.x + least < left - kRoom || line.x + end > left + profile_.text_width() + kRoom)
            mark(Fault::Overfull, words);
    }

    // How far Han stand apart in a justified line, and how much the marks were squeezed.
    void measure_white(const PlacedLine& line) {
        int spread = -1;
        int squeezed = 0;
        for (std::uint32_t i = line.first; i + 1 < line.first + line.count; ++i) {
            const PlacedGlyph& a = layout_.glyphs[i];
            const PlacedGlyph& b = layout_.glyphs[i + 1];
            const Length size = layout_.glyph_styles[a.style].size;
            const bool han = core::is_han(a.text);
            const auto off = static_cast<int>(Extent{b.x - a.x - size} * 1000 / size);
            if (han && core::is_han(b.text) && a.style == b.style)
                spread = spread < 0 ? std::max(0, off) : std::min(spread, std::max(0, off));
            const bool mark_then_han = in(kBlankRight, a.text) && core::is_han(b.text);
            if (mark_then_han || (han && in(kBlankLeft, b.text) && a.style == b.style))
                squeezed = std::max(squeezed, -off);
        }
        if (spread >= 0) count_in(quality_.stretch, kStretchClasses, spread);
        count_in(quality_.shrink, kShrinkClasses, squeezed <= 2 ? 0 : squeezed);
    }

    // `text`: the lines of text of one page, top to bottom. Line numbers are those of judge_line.
    void judge_keeps(const std::vector<const PlacedLine*>& text) {
        if (text.empty()) return;
        const PlacedLine& head = *text.front();
        if (lines_of_[head.node] > 1 && ended_on(head, text) == 1)
            mark(Fault::LoneLine, words_of(layout_, head));
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool last = i + 1 == text.size() || text[i + 1]->node != text[i]->node;
            if (!is_heading(*text[i]) || !last) continue;
            ++quality_.headings;
            if (is_last_of_part(text[i]->node)) continue;
            const long below = static_cast<long>(text.size() - i - 1);
            const long to_come = total_text_lines() - text_before_ - static_cast<long>(i) - 1;
            if (below < std::min(2L, to_come))
                mark(Fault::BareHeading, words_of(layout_, *text[i]));
        }
        judge_closing(text);
        text_before_ += static_cast<long>(text.size());
    }

    // How many lines the paragraph of `head` has on this page, when it ends here; 0 when it began
    // here.
    long ended_on(const PlacedLine& head, const std::vector<const PlacedLine*>& text) const {
        const long here = std::count_if(text.begin(), text.end(), [&](const PlacedLine* line) {
            return line->node == head.node;
        });
        const bool ends = seen_[head.node] == lines_of_[head.node];
        return ends && here < lines_of_[head.node] ? here : 0;
    }

    // A signature carried to a new page takes two lines of text along.
    void judge_closing(const std::vector<const PlacedLine*>& text) {
        if (text_before_ < 2) return;
        for (std::size_t i = 0; i < std::min<std::size_t>(2, text.size()); ++i)
            if (is_closing(text[i]->node)) {
                mark(Fault::BareSignature, words_of(layout_, *text[i]));
                return;
            }
    }

    bool is_closing(typeset::NodeId node) {
        if (closing_.empty()) {
            std::vector<std::string> closings;
            core::for_each_block(document_, [&](const core::Block& block) {
                if (block.role == core::Role::Signature || block.role == core::Role::Date)
                    closings.push_back(core::without_spaces(core::plain_text(block)));
            });
            closing_ = nodes_with(closings);
        }
        return closing_[node] != 0;
    }

    // A heading that nothing follows in its text or annex: another part opens the next page.
    bool is_last_of_part(typeset::NodeId node) {
        if (last_of_part_.empty()) {
            std::vector<std::string> last;
            const auto add = [&](const core::Blocks& blocks) {
                if (!blocks.empty())
                    last.push_back(core::without_spaces(core::plain_text(blocks.back())));
            };
            add(document_.conclusions.empty() ? document_.body : document_.conclusions);
            for (const core::Annex& annex : document_.annexes) add(annex.blocks);
            last_of_part_ = nodes_with(last);
        }
        return last_of_part_[node] != 0;
    }

    // By node: is its text one of `texts`, white space aside?
    std::vector<char> nodes_with(const std::vector<std::string>& texts) const {
        std::vector<char> found(layout_.nodes.size());
        const auto of_nodes = node_texts();
        for (std::size_t i = 0; i < found.size(); ++i)
            found[i] = !of_nodes[i].empty() &&
                       std::find(texts.begin(), texts.end(),
                                 core::without_spaces(core::to_utf8(of_nodes[i]))) != texts.end();
        return found;
    }

    long total_text_lines() {
        if (text_lines_ < 0) {
            text_lines_ = 0;
            for (const Page& page : layout_.pages)
                text_lines_ += std::count_if(
                    page.lines.begin(), page.lines.end(),
                    [&](const PlacedLine& line) { return line.count > 0 && is_text(line); });
        }
        return text_lines_;
    }

    std::vector<std::u32string> node_texts() const {
        std::vector<std::u32string> texts(layout_.nodes.size());
        for (const Page& page : layout_.pages)
            for (const PlacedLine& line : page.lines)
                if (line.node != kArtifact) texts[line.node] += words_of(layout_, line);
        return texts;
    }

    // Node by node against the canonical text, every character and space.
    void compare_text() {
        std::vector<std::string> found;
        for (const std::u32string& text : node_texts())
            if (!text.empty()) found.push_back(core::to_utf8(text));
        const std::vector<std::string> expected = printed_blocks(document_, profile_);
        if (found.size() != expected.size())
            mark(Fault::Text,
                 U"number of paragraphs " + core::to_utf32(std::to_string(found.size()) + " for " +
                                                           std::to_string(expected.size())));
        for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i)
            if (found[i] != expected[i])
                mark(Fault::Text, core::to_utf32(found[i]) + U" ≠ " + core::to_utf32(expected[i]));
    }

    const Layout& layout_;
    const core::Document& document_;
    const typeset::Profile& profile_;
    const typeset::FontBook& fonts_;
    Quality quality_;
    std::vector<int> lines_of_;  // by node: lines in all
    std::vector<int> seen_;      // by node: lines up to here
    std::vector<char> closing_;  // by node: a signature or its date
    std::vector<char> last_of_part_;
    std::size_t page_ = 0;
    long text_before_ = 0;  // lines of text on the pages before
    long text_lines_ = -1;
    std::u32string last_words_;
    bool last_space_ = false;
};

}  // namespace

std::u32string words_of(const Layout& layout, const PlacedLine& line) {
    return layout.characters(line.first, line.first + line.count);
}

std::vector<std::string> printed_blocks(const core::Document& document,
                                        const typeset::Profile& profile) {
    // 版头 is printed above the title, and 版记 behind the annexes.
    std::vector<std::string> texts;
    std::vector<std::string> imprint;
    std::size_t head = 0;
    bool numbered = false;
    const auto stands_in = [](const core::Blocks& blocks, const core::Block& block) {
        return std::any_of(blocks.begin(), blocks.end(),
                           [&](const auto& one) { return &one == &block; });
    };
    core::for_each_block(document, [&](const core::Block& block) {
        if (block.role == core::Role::Note && !profile.show_note) return;
        std::string text = core::plain_text(block);
        text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
        if (text.empty()) return;
        const bool number = block.role == core::Role::Number && !numbered;
        if (profile.opening == typeset::Opening::RedHead &&
            (number || core::is_of_head(block.role)) && stands_in(document.preface, block)) {
            numbered = numbered || number;
            texts.insert(texts.begin() + static_cast<std::ptrdiff_t>(head++), std::move(text));
        } else if (profile.colophon.form != typeset::Colophon::Form::None &&
                   core::is_of_imprint(block.role) && stands_in(document.conclusions, block)) {
            imprint.push_back(std::move(text));
        } else {
            texts.push_back(std::move(text));
        }
    });
    texts.insert(texts.end(), imprint.begin(), imprint.end());
    return texts;
}

namespace {

// Every printed line as one, whatever parts it is placed in.
Layout with_whole_lines(Layout layout) {
    for (Page& page : layout.pages) {
        std::vector<PlacedLine> whole;
        for (PlacedLine& line : page.lines) {
            line.node = layout.block_of(line.node);
            if (!line.continues || whole.empty()) {
                whole.push_back(line);
                continue;
            }
            PlacedLine& start = whole.back();
            for (std::uint32_t i = line.first; i < line.first + line.count; ++i)
                layout.glyphs[i].x += line.x - start.x;
            start.count += line.count;
            start.width = line.x + line.width - start.x;
        }
        page.lines = std::move(whole);
    }
    return layout;
}

}  // namespace

Quality judge_layout(const Layout& layout, const core::Document& document,
                     const typeset::Profile& profile, const typeset::FontBook& fonts) {
    const Layout whole = with_whole_lines(layout);
    return Judge(whole, document, profile, fonts).run();
}

}  // namespace gongbao::bench
