// SPDX-License-Identifier: Apache-2.0
// 发文字号, the number of an official document: parse, normal form, order, match.
//
//   bracketed  = prefix "〔" year "〕" seq "号"            川办发〔2022〕38号      (GB/T 9704-2012, 7.2.5)
//   order      = prefix "第" seq "号"                      四川省人民政府令第350号; prefix ends in 令,
//                                                          公告, 通告 or 布告
//   yearly     = prefix year "年第" seq "号"               交通运输部令2016年第62号, 公告2018年第14号
//   prefix     = 1–40 Han characters, 、 between agencies (the 机关代字, or the agency's name)
//   year       = 1900–2099                seq = 1–999999
//
// Written forms differ (white space and invisible characters, [ ] （ ） 【 】 for 〔 〕, an empty
// pair of brackets, leading zeros, full-width digits and Han numerals, 第 after brackets or none
// before an order's number, a missing 号, the kind after the number: 2018年第14号公告,
// 省政府第53号令): `raw` keeps what was written, everything else is the normal form. A bracket
// without its other half, a year of two digits and words behind the number are refused: what was
// meant is for a person to say.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace gongbao::core {

struct DocNumber {
    enum class Form { Bracketed, Order, Yearly };

    Form form = Form::Bracketed;
    std::string raw;  ///< as written
    std::string prefix;  ///< 川办发; with the final 令 or 公告 of an order: 四川省人民政府令
    int year = 0;  ///< 0 in an Order without one
    int seq = 0;

    /// Same document number, however written.
    friend bool operator==(const DocNumber& a, const DocNumber& b) {
        return a.form == b.form && a.prefix == b.prefix && a.year == b.year && a.seq == b.seq;
    }
    /// By prefix (code point order), year, seq, form: the order inside a catalogue.
    friend std::strong_ordering operator<=>(const DocNumber& a, const DocNumber& b);
};

/// The whole of `text` as a document number; nothing when it is none ("无", a title, a date).
std::optional<DocNumber> parse_doc_number(std::string_view text);

/// Why a text is not a document number, as a message id ("doc_number.no_sequence"), for the command
/// line and for proofreading. Requires: parse_doc_number(text) gave nothing.
std::string why_not_doc_number(std::string_view text);

/// The written form the standard asks for: "川办发〔2022〕38号", "四川省人民政府令第350号".
std::string normal_form(const DocNumber& number);

/// A key that is equal for every written form of the same number, and for no other: the normal
/// form. Used for look-up and uniqueness.
std::string match_key(const DocNumber& number);

}  // namespace gongbao::core
