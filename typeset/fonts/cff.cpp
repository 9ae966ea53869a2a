// SPDX-License-Identifier: Apache-2.0
#include "typeset/fonts/cff.hpp"

#include <map>

namespace gongbao::typeset {
namespace {

constexpr int kOpCharset = 15;
constexpr int kOpCharStrings = 17;
constexpr int kOpRos = 1230;  // 12 30
constexpr int kStandardStrings = 391;

// Reads big-endian numbers; past the end everything is 0 and `good` turns false.
class Cursor {
  public:
    Cursor(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

    std::uint32_t number(int count) {
        std::uint32_t value = 0;
        for (int i = 0; i < count; ++i) {
            if (at_ >= bytes_.size()) {
                good_ = false;
                return 0;
            }
            value = value << 8 | static_cast<std::uint8_t>(bytes_[at_++]);
        }
        return value;
    }
    std::size_t at() const { return at_; }
    bool good() const { return good_; }

  private:
    std::string_view bytes_;
    std::size_t at_;
    bool good_ = true;
};

struct Index {
    std::vector<std::string_view> items;
    std::size_t end = 0;
    std::uint32_t count = 0;
};

std::optional<Index> read_index(std::string_view table, std::size_t at, bool items) {
    Cursor cursor(table, at);
    Index index;
    index.count = cursor.number(2);
    if (!cursor.good()) return {};
    if (index.count == 0) {
        index.end = at + 2;
        return index;
    }
    const auto size = static_cast<int>(cursor.number(1));
    if (size < 1 || size > 4) return {};
    const std::size_t data = at + 3 + (index.count + 1) * static_cast<std::size_t>(size) - 1;
    std::size_t begin = cursor.number(size);
    for (std::uint32_t i = 0; i < index.count; ++i) {
        const std::size_t end = cursor.number(size);
        if (!cursor.good() || end < begin || data + end > table.size()) return {};
        if (items) index.items.push_back(table.substr(data + begin, end - begin));
        begin = end;
    }
    index.end = data + begin;
    return index;
}

// Operators with integer operands; reals are skipped. `charset_at`, when given: where the operand
// of the charset stands in the dict, if it has five bytes.
std::map<int, std::vector<long>> read_dict(std::string_view dict,
                                           std::optional<std::size_t>* charset_at = nullptr) {
    std::map<int, std::vector<long>> entries;
    std::optional<std::size_t> last_long;
    std::vector<long> operands;
    Cursor cursor(dict, 0);
    while (cursor.at() < dict.size()) {
        const auto b = static_cast<int>(cursor.number(1));
        if (b <= 21) {
            const int op = b == 12 ? 1200 + static_cast<int>(cursor.number(1)) : b;
            entries[op] = operands;
            operands.clear();
            if (op == kOpCharset && charset_at != nullptr) *charset_at = last_long;
            last_long.reset();
        } else if (b == 28) {
            operands.push_back(static_cast<std::int16_t>(cursor.number(2)));
        } else if (b == 29) {
            last_long = cursor.at();
            operands.push_back(static_cast<std::int32_t>(cursor.number(4)));
        } else if (b == 30) {
            while (cursor.good() && (cursor.number(1) & 0x0F) != 0x0F) {
            }
            operands.push_back(0);
        } else if (b >= 32 && b <= 246) {
            operands.push_back(b - 139);
        } else if (b >= 247 && b <= 250) {
            operands.push_back((b - 247) * 256 + static_cast<long>(cursor.number(1)) + 108);
        } else if (b >= 251 && b <= 254) {
            operands.push_back(-(b - 251) * 256 - static_cast<long>(cursor.number(1)) - 108);
        }
        if (!cursor.good()) break;
    }
    return entries;
}

std::vector<std::uint16_t> read_charset(std::string_view table, std::size_t at,
                                        std::uint32_t glyphs) {
    std::vector<std::uint16_t> cids{0};
    Cursor cursor(table, at);
    const std::uint32_t format = cursor.number(1);
    while (cids.size() < glyphs && cursor.good()) {
        const std::uint32_t first = cursor.number(2);
        const std::uint32_t left = format == 0 ? 0 : cursor.number(format == 1 ? 1 : 2);
        for (std::uint32_t i = 0; i <= left && cids.size() < glyphs; ++i)
            cids.push_back(static_cast<std::uint16_t>(first + i));
    }
    return cids;
}

}  // namespace

std::optional<CffInfo> read_cff(std::string_view table) {
    if (table.size() < 4) return {};
    const auto names = read_index(table, static_cast<std::uint8_t>(table[2]), false);
    if (!names) return {};
    const auto dicts = read_index(table, names->end, true);
    if (!dicts || dicts->items.size() != 1) return {};
    const auto strings = read_index(table, dicts->end, true);
    if (!strings) return {};
    const auto top = read_dict(dicts->items.front());
    CffInfo info;
    const auto ros = top.find(kOpRos);
    if (ros == top.end() || ros->second.size() != 3) return info;
    const auto string = [&](long id) {
        const long i = id - kStandardStrings;
        return i >= 0 && i < static_cast<long>(strings->items.size())
                   ? std::string(strings->items[static_cast<std::size_t>(i)])
                   : std::string();
    };
    info.cid_keyed = true;
    info.registry = string(ros->second[0]);
    info.ordering = string(ros->second[1]);
    info.supplement = static_cast<int>(ros->second[2]);
    const auto offset = [&](int op) {
        const auto found = top.find(op);
        return found == top.end() || found->second.empty() ? 0L : found->second.front();
    };
    const auto glyphs = read_index(table, static_cast<std::size_t>(offset(kOpCharStrings)), false);
    if (!glyphs) return {};
    const long charset = offset(kOpCharset);
    if (charset > 2) {
        info.cid_of_glyph = read_charset(table, static_cast<std::size_t>(charset), glyphs->count);
    } else {
        for (std::uint32_t i = 0; i < glyphs->count; ++i)
            info.cid_of_glyph.push_back(static_cast<std::uint16_t>(i));
    }
    return info;
}

std::optional<std::string> with_cids(std::string table, const std::vector<std::uint16_t>& cids) {
    const auto names = read_index(table, static_cast<std::uint8_t>(table[2]), false);
    if (!names) return {};
    const auto dicts = read_index(table, names->end, true);
    if (!dicts || dicts->items.size() != 1) return {};
    std::optional<std::size_t> operand;
    read_dict(dicts->items.front(), &operand);
    if (!operand) return {};
    const auto dict_at = static_cast<std::size_t>(dicts->items.front().data() - table.data());
    const std::size_t charset = table.size();
    for (int i = 0; i < 4; ++i)
        table[dict_at + *operand + static_cast<std::size_t>(i)] =
            static_cast<char>(charset >> (24 - 8 * i) & 0xFF);
    table += '\0';  // format 0: a CID a glyph
    for (const std::uint16_t cid : cids) {
        table += static_cast<char>(cid >> 8);
        table += static_cast<char>(cid & 0xFF);
    }
    return table;
}

}  // namespace gongbao::typeset
