// SPDX-License-Identifier: Apache-2.0
#include "editor/index/corrections.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/doc_number.hpp"
#include "core/text.hpp"

namespace gongbao::editor {
namespace {

constexpr std::string_view kThisGazette = "本刊";

// Reads a phrase from left to right; every step that finds nothing leaves the place as it was.
class Phrase {
  public:
    explicit Phrase(std::string_view text) : rest_(text) {}

    bool take(std::string_view words) {
        if (!core::starts_with(rest_, words)) return false;
        rest_.remove_prefix(words.size());
        return true;
    }

    /// A numeral that ends in `unit`.
    std::optional<int> number(std::string_view unit) {
        const std::size_t end = rest_.find(unit);
        if (end == std::string_view::npos || end > 24) return {};
        const long value = core::parse_numeral(core::trim(rest_.substr(0, end)));
        if (value < 1 || value > 9999) return {};
        rest_.remove_prefix(end + unit.size());
        return static_cast<int>(value);
    }

    /// What stands in the next pair of `open` and `close`, the pairs inside it left whole.
    std::optional<std::string_view> bracketed(std::string_view open, std::string_view close) {
        const std::size_t begin = rest_.find(open);
        if (begin == std::string_view::npos) return {};
        int depth = 0;
        for (std::size_t at = begin; at < rest_.size();) {
            const std::string_view here = rest_.substr(at);
            if (core::starts_with(here, open)) ++depth;
            if (core::starts_with(here, close) && --depth == 0) {
                const auto inside = rest_.substr(begin + open.size(), at - begin - open.size());
                rest_.remove_prefix(at + close.size());
                return inside;
            }
            core::next_code_point(rest_, at);
        }
        return {};
    }

    std::string_view rest() const { return rest_; }

  private:
    std::string_view rest_;
};

// Full or inner brackets and white space make no other title.
std::string bare(std::string_view title) {
    std::string text = core::replace_all(core::without_spaces(title), "〈", "《");
    return core::replace_all(std::move(text), "〉", "》");
}

core::IssueNumber issue_of(Phrase& phrase, int year) {
    core::IssueNumber issue;
    issue.year = phrase.number("年").value_or(year);
    if (phrase.take("专刊")) issue.kind = core::IssueKind::Special;
    if (phrase.take("增刊")) issue.kind = core::IssueKind::Supplement;
    if (phrase.take("第")) issue.number = phrase.number("期").value_or(0);
    return issue;
}

std::string number_after(Phrase& phrase) {
    if (!core::starts_with(phrase.rest(), "（")) return {};
    const auto number = phrase.bracketed("（", "）");
    return number && core::parse_doc_number(*number) ? std::string(*number) : std::string();
}

// The first 第N页 of the words before the next phrase; 0 without one.
int page_in(std::string_view words) {
    words = words.substr(0, words.find(kThisGazette));
    constexpr std::string_view kOpen = "第";
    for (std::size_t at = words.find(kOpen); at != std::string_view::npos;
         at = words.find(kOpen, at + kOpen.size())) {
        const std::string_view rest = words.substr(at + kOpen.size());
        const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
        const std::string_view after = rest.substr(digits);
        if (digits == 0 || digits > 5) continue;
        if (core::starts_with(after, "页") || core::starts_with(after, "—"))
            return static_cast<int>(core::parse_numeral(rest.substr(0, digits)));
    }
    return 0;
}

void read_line(std::string_view line, int year, std::vector<CorrectedText>& found) {
    for (std::size_t at = line.find(kThisGazette); at != std::string_view::npos;
         at = line.find(kThisGazette, at + kThisGazette.size())) {
        Phrase phrase(line.substr(at + kThisGazette.size()));
        CorrectedText text;
        text.issue = issue_of(phrase, year);
        if (text.issue.number == 0) continue;
        text.page = page_in(phrase.rest());
        const auto title = phrase.bracketed("《", "》");
        if (!title) continue;
        text.title = bare(*title);
        text.number = number_after(phrase);
        found.push_back(std::move(text));
    }
}

std::string key_of(const std::string& number) {
    const auto parsed = core::parse_doc_number(number);
    return parsed ? core::match_key(*parsed) : std::string();
}

}  // namespace

bool is_correction(const core::Document& document) {
    const std::string title = core::without_spaces(document.meta.title);
    return title == "更正" || title == "更正启事";
}

std::vector<CorrectedText> corrected_texts(const core::Document& document, int year) {
    std::vector<CorrectedText> found;
    for (const core::Block& block : document.body)
        read_line(core::plain_text(block.runs), year, found);
    return found;
}

bool is_meant(const CorrectedText& text, const archive::RecordSummary& record) {
    if (core::slug(text.issue) != core::slug(record.issue)) return false;
    if (!text.number.empty() && !record.number.empty())
        return key_of(text.number) == key_of(record.number);
    return text.title == bare(record.title) || text.title == bare(record.carries);
}

}  // namespace gongbao::editor
