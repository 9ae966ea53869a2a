// SPDX-License-Identifier: Apache-2.0
// The numbers that AUTONUM, AUTONUMLGL, AUTONUMOUT and LISTNUM print (ECMA-376 part 1, 17.16.5):
// Word counts them while it draws and stores no result. Stateful: fields are asked for once each,
// in printed order. Called by the walk through a paragraph.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gongbao::editor::docx {

struct FieldNumber {
    std::string text;     ///< "1.", "a)"
    bool certain = true;  ///< false: the list or the format is not known here
};

class FieldNumbers {
  public:
    /// Counts the field of `code` in a paragraph of `outline_level` (1–9, 0 body text). Nothing
    /// when `keyword`, in capitals, is no such field.
    std::optional<FieldNumber> next(std::string_view keyword, std::string_view code,
                                    int outline_level);

  private:
    using Counts = std::array<int, 10>;
    struct List {
        Counts counts{};
        std::size_t level = 1;
    };
    FieldNumber next_of_paragraph(std::string_view keyword, std::string_view code,
                                  std::size_t level);
    FieldNumber next_of_list(std::string_view code);

    std::map<std::string, Counts, std::less<>> paragraphs_;  // by keyword; [0] is body text
    std::map<std::string, List, std::less<>> lists_;         // by name in small letters
};

/// The argument of switch `name` ("\\l") in a field's code, without quotes; nothing when the code
/// has no such switch.
std::optional<std::string> switch_argument(std::string_view code, std::string_view name);
/// The argument at `index` (0 is the keyword) that is no switch's; "" when there is none.
std::string field_argument(std::string_view code, std::size_t index);

}  // namespace gongbao::editor::docx
