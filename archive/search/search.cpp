// SPDX-License-Identifier: Apache-2.0
#include "archive/search/search.hpp"

#include <algorithm>
#include <utility>

#include "archive/search/divide.hpp"
#include "archive/search/fold.hpp"
#include "archive/search/query.hpp"
#include "archive/search/snippet.hpp"

namespace gongbao::archive {
namespace {

using Step = SearchAnswer::Step;

// What a step of the ladder found, before a page of it is fetched.
struct Found {
    Step step = Step::None;
    std::int64_t total = 0;
    Expression expression;
    std::vector<std::int64_t> rows;     // of step Number: all of them
    std::vector<std::u32string> terms;  // to be marked in what is shown
};

Expression filters_of(const SearchRequest& request) {
    using Filter = Expression::Kind;
    Expression filters;
    const auto add = [&](Filter kind, const std::string& value) {
        filters = both(std::move(filters), Expression::narrowed(kind, value));
    };
    if (request.year) add(Filter::Year, std::to_string(*request.year));
    if (!request.section.empty()) add(Filter::Section, request.section);
    if (!request.issuer.empty()) add(Filter::Issuer, request.issuer);
    return filters;
}

class Ladder {
  public:
    Ladder(const Matcher& matcher, const SearchRequest& request)
        : matcher_(matcher),
          request_(request),
          query_(read_query(request.text)),
          filters_(filters_of(request)) {}

    Found climb() {
        if (query_.words.empty()) return {};
        if (by_number() || by_title() || by_phrase() || by_all_words() || by_any_word())
            return std::move(found_);
        return {};
    }

  private:
    bool by_number() {
        for (const std::int64_t row : matcher_.rows_with_number(query_.text))
            if (passes_filters(row)) found_.rows.push_back(row);
        found_.total = static_cast<std::int64_t>(found_.rows.size());
        found_.step = Step::Number;
        return found_.total > 0;
    }

    bool by_title() {
        const Expression title = Expression::title(query_.whole);
        if (!matcher_.has(both(title, filters_))) return false;
        return answers(Step::Title, either(title, every_word()), query_.words);
    }

    bool by_phrase() {
        return query_.words.size() == 1 &&
               answers(Step::Phrase, Expression::word(query_.whole), {query_.whole});
    }

    bool by_all_words() {
        if (query_.words.size() > 1 && answers(Step::AllWords, every_word(), query_.words))
            return true;
        bool whole = true;
        for (const std::u32string& word : query_.words) {
            Division division = divide(matcher_, word);
            whole = whole && division.whole;
            for (std::u32string& part : division.parts) parts_.push_back(std::move(part));
        }
        return whole && parts_ != query_.words &&
               answers(Step::AllWords, all_words(parts_), parts_);
    }

    bool by_any_word() {
        return !parts_.empty() && answers(Step::AnyWord, any_word(parts_), parts_);
    }

    // Every word; where they stand side by side as typed, the record ranks higher.
    Expression every_word() const {
        Expression all = all_words(query_.words);
        if (query_.words.size() < 2) return all;
        return either(Expression::whole(query_.whole), std::move(all));
    }

    bool answers(Step step, const Expression& expression, std::vector<std::u32string> terms) {
        found_.expression = both(expression, filters_);
        found_.total = matcher_.count(found_.expression);
        found_.step = step;
        found_.terms = std::move(terms);
        return found_.total > 0;
    }

    bool passes_filters(std::int64_t row) const {
        const RecordSummary record = matcher_.record(row);
        const auto& issuers = record.issuers;
        return (!request_.year || record.issue.year == *request_.year) &&
               (request_.section.empty() || record.section == request_.section) &&
               (request_.issuer.empty() ||
                std::find(issuers.begin(), issuers.end(), request_.issuer) != issuers.end());
    }

    const Matcher& matcher_;
    const SearchRequest& request_;
    Query query_;
    Expression filters_;
    std::vector<std::u32string> parts_;
    Found found_;
};

std::vector<std::int64_t> page_of(const Matcher& matcher, const Found& found,
                                  const SearchRequest& request) {
    if (found.step != Step::Number)
        return matcher.rows(found.expression, request.order, request.offset, request.limit);
    const auto count = static_cast<std::int64_t>(found.rows.size());
    const std::int64_t begin = std::clamp<std::int64_t>(request.offset, 0, count);
    const std::int64_t end = begin + std::clamp<std::int64_t>(request.limit, 0, count - begin);
    return {found.rows.begin() + begin, found.rows.begin() + end};
}

// The best passage of the text after its title, which is shown anyway.
Highlighted passage_of(std::string_view text, const std::string& title,
                       const std::vector<std::u32string>& terms) {
    const bool titled = text.starts_with(title) && text.substr(title.size()).starts_with('\n');
    Highlighted passage = best_passage(titled ? text.substr(title.size() + 1) : text, terms);
    return passage.text.empty() ? best_passage(text, terms) : passage;
}

}  // namespace

SearchAnswer search_records(const Matcher& matcher, const SearchRequest& request) {
    const Found found = Ladder(matcher, request).climb();
    SearchAnswer answer;
    answer.step = found.step;
    answer.total = found.total;
    if (found.step == Step::None) return answer;
    for (const std::int64_t row : page_of(matcher, found, request)) {
        SearchHit hit;
        hit.record = matcher.record(row);
        // A number is marked as it is printed, not as it was typed.
        const auto terms = found.step == Step::Number
                               ? std::vector<std::u32string>{fold(hit.record.number).text}
                               : found.terms;
        hit.title = highlight(hit.record.title, terms);
        hit.snippet = passage_of(matcher.text(row), hit.record.title, terms);
        answer.hits.push_back(std::move(hit));
    }
    return answer;
}

}  // namespace gongbao::archive
