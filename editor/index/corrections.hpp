// SPDX-License-Identifier: Apache-2.0
// 更正: what a correction says it corrects, and which published text that is.
//
//   phrase = issue … text { 、 text } … [ 第N页 ]
//   issue  = [ 本刊 ] [ year 年 ] [ 专刊 | 增刊 ] 第N期 [ （总第N期） ] | [ 本刊 ] 总第N期 | 本刊上期
//   text   = 《title》 [ （number） ] | number | nothing, where a page is named
//
// A text is named only where its sentence says that it is put right (put_right.hpp).
// Reading the words (correction_title.cpp, correction_words.cpp) and finding the text
// (corrections.cpp) are two steps. What is not read whole, or fits no text or two, is told and
// never guessed. Called by the desk, which tells the editor and stores the relation as the issue is
// published, and by the annual index.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive/archive.hpp"
#include "core/document/document_fwd.hpp"

namespace gongbao::editor {

struct CorrectedText {
    core::IssueNumber issue;
    std::string title;  ///< as quoted, the inner 〈 〉 as 《 》 again; empty when none is quoted
    std::string
        number;    ///< 发文字号 as written, or empty; without a title with the words before it
    int page = 0;  ///< the printed page the words name, 0 for none
    enum class Issue { Numbered, Running, Previous, Unnamed };
    Issue how = Issue::Numbered;  ///< Running: only issue.running is set
    std::string record = {};      ///< permanent id, when it is known
    int last_page = 0;  ///< of a range of pages that begins with `page`; 0 for a single page
    std::string gazette =
        {};  ///< as written before the issue, 《云岭省人民政府公报》; empty for 本刊
};

/// The words of a correction, as far as they are understood.
struct CorrectionWords {
    std::vector<CorrectedText> texts;  ///< in their order
    std::vector<std::string>
        not_understood;  ///< phrases that name no text, or one that they do not put right
};

/// What the words of `document` name. `year` is meant where they name none.
CorrectionWords correction_words(const core::Document& document, int year);

/// The title that a title says is corrected: 甲 of 关于更正《甲》的公告, 《甲》更正说明. Empty for
/// none.
std::string title_it_corrects(const std::string& title);
/// True for a title that is a correction's and nothing else's: 更正, 勘误表, 更正启事 …
bool is_correction_title(const std::string& title);
/// True for such a title, and for one about a correction (关于更正…的公告) that may be a
/// correction.
bool may_be_correction_title(const std::string& title);
/// True for an item with such a title, or one that quotes what it corrects (关于更正《甲》的公告);
/// with another title about a correction, or under 致歉 and 编者按 with 更正 in its words, only
/// when its words name a text of an issue of this gazette: 关于更正登记的公告 is none.
bool is_correction(const core::Document& document);

/// The sentence in which a document says that it corrects something (特此更正, 现予更正), whatever
/// its title; empty without one.
std::string words_of_a_correction(const core::Document& document);

/// What `document` corrects, in its order. `year` is meant where the words name none.
std::vector<CorrectedText> corrected_texts(const core::Document& document, int year);

/// A title as it is compared: without white space, inner 〈 〉 as 《 》, full brackets.
std::string bare_title(std::string_view title);

/// True when `record` is the text meant: of that issue, and with that number or else that title.
bool is_meant(const CorrectedText& text, const archive::RecordSummary& record);

/// The published text that is meant, or why there is none.
struct Meant {
    enum class Kind {
        One,
        None,        ///< no such text in that issue, or in the whole archive
        NoIssue,     ///< the archive has no such issue, or it is another gazette's
        SameIssue,   ///< the issue the correction itself stands in
        Several,     ///< more than one fits
        OtherPage,   ///< one fits, and does not stand on the page that is named
        OtherTitle,  ///< one has the number that is named, and another title
        Relative     ///< 上期: known when the correction has its place in an issue
    };
    Kind kind = Kind::None;
    std::optional<archive::RecordSummary> record;  ///< of One, OtherPage, OtherTitle
};

/// Looks for `text` in the archive; `standing` is the issue the correction stands in.
Meant find_meant(const CorrectedText& text, const archive::Archive& archive,
                 const std::optional<core::IssueNumber>& standing);

/// What the words name, each with what it is.
struct ReadCorrection {
    std::vector<std::pair<CorrectedText, Meant>> texts;
    std::vector<std::string> not_understood;
};
ReadCorrection read_correction(const core::Document& document, int year,
                               const archive::Archive& archive,
                               const std::optional<core::IssueNumber>& standing);

/// The texts that are found, each once and with its record's own words: what may be stored.
std::vector<CorrectedText> found_texts(const ReadCorrection& correction);

}  // namespace gongbao::editor
