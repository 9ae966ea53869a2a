// SPDX-License-Identifier: Apache-2.0
// Whose a sentence is: does it speak of the document it stands in, of a part of it, or of something
// else (a norm it cites, words it quotes, a licence)? Used by terms.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongbao::editor {

/// Stands for the name of the document itself, 《…》 where it is one of the own names.
constexpr char32_t kOwnName = U'\uE000';
/// Stands for quoted words.
constexpr char32_t kQuoted = U'\uE001';
/// Stands for words in brackets that make the day before them uncertain: 自2026年5月1日（暂定）起.
constexpr char32_t kBracketed = U'\uE002';

/// A paragraph made ready for reading: no white space, narrow digits and marks; the words in
/// quotation marks, in 《》 and in brackets gone but for a sign; brackets that go on with the
/// sentence (施行（有效期5年）) are commas.
class SentenceReader {
  public:
    /// `own_names`: titles that mean the document (what a notice prints), without white space.
    explicit SentenceReader(std::vector<std::string> own_names)
        : own_names_(std::move(own_names)) {}

    /// The sentences of the next paragraph, in order. A quotation left open goes on into the
    /// paragraphs behind, where one of them closes it: `closes_later` says so.
    std::vector<std::u32string> read(std::string_view paragraph, bool closes_later = false);

  private:
    std::u32string without_quotes(std::u32string_view text, bool closes_later);
    std::u32string without_titles(std::u32string_view text) const;

    std::vector<std::string> own_names_;
    bool in_quote_ = false;
};

/// Does a paragraph close a quotation that it did not open?
bool closes_quotation(std::string_view paragraph);

/// The length of 本办法, 本实施细则, 本《》 or the own name that `text` opens with, 0 without one.
/// 本条例规定的…, 本办法施行前, 本市 are none.
std::size_t own_subject(std::u32string_view text);

enum class Whose {
    Own,     ///< the document
    Part,    ///< some of its articles
    Other,   ///< somebody else's
    Silent,  ///< the words before name nobody
};

/// Of whom the words between the beginning of a clause and its verb speak.
Whose whose(std::u32string_view words);
/// Of whom a clause speaks whose own words are `clause`, for a later one that names nobody.
Whose whose_clause(std::u32string_view clause);

}  // namespace gongbao::editor
