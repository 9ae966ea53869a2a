// SPDX-License-Identifier: Apache-2.0
// 发文字号, the number of an official document: parse, normal form, order, match.
//
//   bracketed  = prefix "〔" year "〕" seq "号"            川办发〔2022〕38号      (GB/T 9704-2012, 7.2.5)
//   order      = prefix "令" ["第"] seq "号"               四川省人民政府令第350号
//   yearly     = prefix year "年第" seq "号"               交通运输部令2016年第62号, 公告2018年第14号
//   prefix     = 1–40 Han characters (the 机关代字, or for orders the agency's name)
//
// Written forms differ (white space, [ ] （ ） 【 】 for 〔 〕, leading zeros, full-width digits, 第 inside
// brackets, a missing 号): `raw` keeps what was written, everything else is the normal form.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace gongbao::core {

struct DocNumber {
    enum class Form { Bracketed, Order, Yearly };

    Form form = Form::Bracketed;
    std::string raw;     ///< as written
    std::string prefix;  ///< 川办发; for orders with the final 令: 四川省人民政府令
    int year = 0;        ///< 0 in an Order without one
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

/// A key that is equal for every written form of the same number: the normal form folded by
/// `fold_number`. Used for look-up and uniqueness.
std::string match_key(const DocNumber& number);

}  // namespace gongbao::core
