// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <utility>

#include "core/document/decide_structure.hpp"
#include "core/document/wording.hpp"
#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

std::string bare(const Block& block) {
    return without_spaces(block.label + plain_text(block.runs));
}

// The bytes of 注：, 注1:, 资料来源： at the beginning of `words`; 0 where no note opens.
std::size_t note_opening(std::string_view words) {
    for (const std::string_view name : {"注", "备注", "附注", "资料来源", "数据来源"}) {
        if (!words.starts_with(name)) continue;
        std::size_t at = name.size();
        while (at < words.size() && is_ascii_digit(static_cast<unsigned char>(words[at]))) ++at;
        for (const std::string_view colon : {"：", ":"})
            if (words.substr(at).starts_with(colon)) return at + colon.size();
    }
    return 0;
}

bool opens_with_number(std::string_view words, int number) {
    const std::string digits = std::to_string(number);
    if (!words.starts_with(digits)) return false;
    const std::string_view rest = words.substr(digits.size());
    return rest.starts_with(".") || rest.starts_with("．") || rest.starts_with("、");
}

class TableDecider {
  public:
    explicit TableDecider(Blocks& blocks) : blocks_(blocks) {}

    void decide() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!blocks_[i].table) continue;
            i = part_own_unit(i);
            if (i > 0) mark_unit(blocks_[i - 1]);
            mark_notes_below(i);
        }
    }

  private:
    // A unit among the table's own words becomes the line above it. Returns the table's place.
    std::size_t part_own_unit(std::size_t i) {
        Block& table = blocks_[i];
        if (!table.label.empty() || table.table->rows.empty() || !says_unit(plain_text(table.runs)))
            return i;
        Block unit;
        unit.role = Role::TableUnit;
        unit.runs = std::exchange(table.runs, {});
        blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(i), std::move(unit));
        return i + 1;
    }

    static void mark_unit(Block& above) {
        if (above.role == Role::Paragraph && says_unit(above.label + plain_text(above.runs)))
            above.role = Role::TableUnit;
    }

    // 注：…, and below a 注：1.… its 2., 3. and so on.
    void mark_notes_below(std::size_t table) {
        int next = 0;
        for (std::size_t i = table + 1; i < blocks_.size(); ++i) {
            Block& block = blocks_[i];
            if (block.table || block.figure) return;
            const std::string words = bare(block);
            if (const std::size_t opening = opening_of(block, words); opening > 0)
                next = number_behind(std::string_view(words).substr(opening));
            else if (next == 0 || !opens_with_number(words, next++))
                return;
            block.role = Role::TableNote;
            block.heading = false;
        }
    }

    // The number that the next line of a note opens with when it goes on; 0 where it has none.
    static int number_behind(std::string_view opening) {
        if (opening.empty()) return 1;
        return opens_with_number(opening, 1) ? 2 : 0;
    }

    static std::size_t opening_of(const Block& block, std::string_view words) {
        const bool plain = block.role == Role::Paragraph || block.role == Role::ListItem ||
                           block.role == Role::TableNote;
        return plain ? note_opening(words) : 0;
    }

    Blocks& blocks_;
};

}  // namespace

void decide_tables(Blocks& blocks) {
    TableDecider(blocks).decide();
}

}  // namespace gongbao::core
