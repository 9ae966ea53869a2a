// SPDX-License-Identifier: Apache-2.0
// 报送刊登情况通报 (国办发〔2018〕22号): what each department handed in, what of it was printed,
// and how many days that took; of each printed text the days from promulgation over receipt and
// issue to effect. Derived from items and editions each time it is asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/desk/desk.hpp"
#include "editor/items/items.hpp"

namespace gongbao::editor {

/// A text on its way, its days as dates. What is not known is not guessed.
struct Passage {
    ItemId item = 0;
    std::string title;
    std::string department;
    std::optional<core::Date> promulgated;  ///< 公布, or else 成文
    core::Date received;
    /// The date printed on the issue, or the day it came out when that was later.
    std::optional<core::Date> issued;
    std::optional<core::Date> effective;
    bool withdrawn = false;

    /// Days from receipt to issue.
    std::optional<int> days_to_issue() const;
    /// Printed before it took effect; nothing where one of the days is not known.
    std::optional<bool> in_time() const;
};

struct DepartmentLine {
    std::string department;
    int handed_in = 0;
    int printed = 0;
    int withdrawn = 0;
    int waiting = 0;
    int in_time = 0;            ///< printed before they took effect
    int late = 0;               ///< printed on that day or after it
    std::optional<int> median;  ///< days from receipt to issue, of those printed; the lower one
};

/// Every item that was received in `year` (UTC+8), oldest first.
/// Throws: Error(Forbidden) "office.no_right" for who is not of the office.
std::vector<Passage> passages(const Actor& by, int year, Items& items, Desk& desk);
/// A line a department, by name; a last one, without a name, of all.
std::vector<DepartmentLine> by_department(const std::vector<Passage>& passages);
/// The same as a table for other programs: RFC 4180, UTF-8, the heads in `heads` (eight).
std::string as_csv(const std::vector<DepartmentLine>& lines, const std::vector<std::string>& heads);

}  // namespace gongbao::editor
