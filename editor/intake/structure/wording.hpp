// SPDX-License-Identifier: Apache-2.0
// Questions about the wording of one printed line, answered by the line alone: is it a date, a
// document number, the addressees, an annex label … Used by the line joiner and by recognition.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/date.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {

using core::is_one_of;
bool contains_any(std::string_view text, std::initializer_list<const char*> words);
bool contains_any(std::u32string_view text, std::initializer_list<std::u32string_view> words);
bool ends_with_colon(std::string_view line);

/// How a line ends.
enum class Ending {
    Open,      ///< in the middle of a sentence, or without a mark: Han, digit, ，、
    Closed,    ///< a bracket or quotation mark after which a sentence may go on
    Sentence,  ///< 。；：！？ or such a mark before a closing quotation mark or bracket
};
Ending ending_of(std::string_view line);

/// A character that can not open a paragraph: ，。、；：！？）》” …
bool opens_with_closing_mark(std::string_view line);

/// 2022年4月3日, 二〇二二年四月三日 and the like, nothing else on the line.
std::optional<core::Date> date_line(std::string_view line);
/// （2026年7月4日）, nothing else in the brackets; also without them.
std::optional<core::Date> bracketed_date(std::string_view line);
/// A 成文日期 whose day, or month and day, is still to be written: 2026年3月　　日, 2026年　月　日.
bool is_open_date(std::string_view line);
/// 2022年4月, nothing else on the line: the month under the title of a plan.
bool is_month_line(std::string_view line);
/// （2026年7月4日）, （2020年11月20日…公布　自…起施行）: a bracketed line with a date or a decision
/// in it.
bool is_title_note(std::string_view line);
/// A bracketed line: （此件公开发布）.
bool is_bracketed(std::string_view line);
/// 川办发〔2022〕38号, also in brackets of its own.
bool is_number_line(std::string_view line);
/// 第350号, 2020年 第40号, 〔2026〕第3号, 〔十四届〕第12号, （第12期）: a number without 机关代字,
/// which completes a title such as 云岭省人民政府令.
bool is_number_after_title(std::string_view line);
/// What stands inside the one pair of brackets around a line; any other line as it is.
std::string_view within_brackets(std::string_view line);

/// 各市（州）人民政府，省政府各部门：, 邓明义代表：, but not 现就有关事项通知如下：
bool is_addressees(std::string_view line);

/// 附件1, 附件：, 附件1., 附表2 alone on their line.
bool is_annex_label(std::string_view line);
/// 附件1 and a title on one line: the bytes of the label with its colon, 0 when it is none.
std::size_t annex_label_length(std::string_view line);
/// 附件：1.甲, 附件1：甲, 附件1.甲: the opening of an 附件说明.
bool is_annex_note(std::string_view line);

/// 目录, letter-spaced or not.
bool is_contents_head(std::string_view line);
/// — 12 —, the printed page number.
bool is_folio(std::string_view line);

/// The 文种 a title ends with, after （试行） and the like: 通知, 办法 … Empty when it ends with
/// none.
std::string kind_of_title(std::string_view title);

}  // namespace gongbao::editor
