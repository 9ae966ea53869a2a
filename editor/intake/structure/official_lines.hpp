// SPDX-License-Identifier: Apache-2.0
// The elements of 版头 and 版记 by the wording of one line (GB/T 9704-2012, 7.2 and 7.4), and where
// two of them stand on one line. Where a line may be such an element is for preface, closing and
// layout_table to say.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/document/role.hpp"

namespace gongbao::editor {

/// 份号 000012, 密级 机密★1年, 紧急程度 特急, 签发人：某某; nothing for the mark and the number.
std::optional<core::Role> head_element(std::string_view line);
/// ××人民政府文件, letter-spaced or of several agencies: names of authorities and the word 文件, or
/// 发电.
bool is_issuer_mark(std::string_view line);
/// Bytes of the first of two elements on one line, white space not counted:
/// 望办发〔2026〕12号　签发人：某某; with `signers_above` also 望办发〔2026〕12号　某某, beside the
/// last of several signers (7.2.6). 0 when the line is one element, or none.
std::size_t head_cut(std::string_view line, bool signers_above = false);
/// 云政发〔2026〕3号　2026年3月5日, 云政发〔2026〕3号　云水发〔2026〕6号: the bytes of the first
/// number; 0 for any other line.
std::size_t number_before_more(std::string_view line);
/// 某某　某 某: names of people and nothing else, as they stand below 签发人：.
bool is_names_of_people(std::string_view line);

/// CopyTo for 抄送：… and the like, Imprint for …2026年3月7日印发, 共印50份 and other lines of
/// 版记.
std::optional<core::Role> imprint_element(std::string_view line);
/// An Imprint that opens with its date: the agency stands on the line above.
bool opens_with_printing_date(std::string_view line);
/// 云岭省民政厅　2026年3月5日: the bytes of the names; 0 for any other line.
std::size_t names_before_date(std::string_view line);
/// 公开方式：主动公开, 承办单位：…: a short label and a few words, as they stand behind the date.
bool is_labelled(std::string_view line);
/// A line that names whom to ask: telephone, e-mail, address. Never a signature.
bool is_contact(std::string_view line);

}  // namespace gongbao::editor
