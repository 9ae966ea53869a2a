// SPDX-License-Identifier: Apache-2.0
#include "archive/search/search.hpp"

#include <algorithm>

#include "archive/search/divide.hpp"
#include "archive/search/fold.hpp"
#include "archive/search/index.hpp"
#include "archive/search/matches.hpp"
#include "archive/search/query.hpp"
#include "archive/search/snippet.hpp"
#include "archive/store/catalogue.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
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
    Expression filters;
    const auto add = [&](const std::string& token) {
        filters = combine(filters, "AND", Expression::facet(token, 'f'));
    };
    if (request.year) add(year_facet(*request.year));
    if (!request.section.empty()) add(section_facet(request.section));
    if (!request.issuer.empty()) add(issuer_facet(request.issuer));
    return filters;
}

class Ladder {
  public:
    Ladder(const Database& database, const SearchRequest& request)
        : database_(database),
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
        for (const std::int64_t row : rows_with_number(database_, query_.text))
            if (passes_filters(row)) found_.rows.push_back(row);
        found_.total = static_cast<std::int64_t>(found_.rows.size());
        found_.step = Step::Number;
        return found_.total > 0;
    }

    bool by_title() {
        const Expression title = Expression::facet(title_facet(query_.whole), 'T');
        if (!has_match(database_, combine(title, "AND", filters_))) return false;
        return answers(Step::Title, combine(title, "OR", all_words(query_.words)), query_.words);
    }

    bool by_phrase() {
        return query_.words.size() == 1 &&
               answers(Step::Phrase, Expression::phrase(query_.whole, 'w'), {query_.whole});
    }

    bool by_all_words() {
        if (query_.words.size() > 1 &&
            answers(Step::AllWords, all_words(query_.words), query_.words))
            return true;
        bool whole = true;
        for (const std::u32string& word : query_.words) {
            Division division = divide(database_, word);
            whole = whole && division.whole;
            for (std::u32string& part : division.parts) parts_.push_back(std::move(part));
        }
        return whole && parts_ != query_.words &&
               answers(Step::AllWords, combine_all(parts_, "AND"), parts_);
    }

    bool by_any_word() {
        return !parts_.empty() && answers(Step::AnyWord, combine_all(parts_, "OR"), parts_);
    }

    // Every word; where they stand side by side as typed, the record ranks higher.
    Expression all_words(const std::vector<std::u32string>& words) const {
        const Expression all = combine_all(words, "AND");
        if (words.size() < 2) return all;
        return combine(Expression::phrase(query_.whole, 'P'), "OR", all);
    }

    bool answers(Step step, const Expression& expression, std::vector<std::u32string> terms) {
        found_.expression = combine(expression, "AND", filters_);
        found_.total = count_matches(database_, found_.expression);
        found_.step = step;
        found_.terms = std::move(terms);
        return found_.total > 0;
    }

    bool passes_filters(std::int64_t row) const {
        const RecordSummary record = record_at(database_, row);
        const auto& issuers = record.issuers;
        return (!request_.year || record.issue.year == *request_.year) &&
               (request_.section.empty() || record.section == request_.section) &&
               (request_.issuer.empty() ||
                std::find(issuers.begin(), issuers.end(), request_.issuer) != issuers.end());
    }

    const Database& database_;
    const SearchRequest& request_;
    Query query_;
    Expression filters_;
    std::vector<std::u32string> parts_;
    Found found_;
};

std::vector<std::int64_t> page_of(const Database& database, const Found& found,
                                  const SearchRequest& request) {
    if (found.step != Step::Number)
        return matching_rows(database, found.expression, request.order, request.offset,
                             request.limit);
    const auto count = static_cast<std::int64_t>(found.rows.size());
    const std::int64_t begin = std::clamp<std::int64_t>(request.offset, 0, count);
    const std::int64_t end = begin + std::clamp<std::int64_t>(request.limit, 0, count - begin);
    return {found.rows.begin() + begin, found.rows.begin() + end};
}

// The best passage of the text after its title, which is shown anyway.
Highlighted passage_of(const Database& database, std::int64_t row, const std::string& title,
                       const std::vector<std::u32string>& terms) {
    core::Statement stored = database.prepare("SELECT text FROM plain WHERE record = ?");
    stored.bind(1, row);
    if (!stored.step()) return {};
    const std::string kept = stored.text(0);
    const std::string_view text = kept;
    const bool titled = text.starts_with(title) && text.substr(title.size()).starts_with('\n');
    Highlighted passage = best_passage(titled ? text.substr(title.size() + 1) : text, terms);
    return passage.text.empty() ? best_passage(text, terms) : passage;
}

}  // namespace

SearchAnswer search_records(Database& database, const SearchRequest& request) {
    const core::Snapshot one_state(database);
    const Found found = Ladder(database, request).climb();
    SearchAnswer answer;
    answer.step = found.step;
    answer.total = found.total;
    if (found.step == Step::None) return answer;
    for (const std::int64_t row : page_of(database, found, request)) {
        SearchHit hit;
        hit.record = record_at(database, row);
        // A number is marked as it is printed, not as it was typed.
        const auto terms = found.step == Step::Number
                               ? std::vector<std::u32string>{fold(hit.record.number).text}
                               : found.terms;
        hit.title = highlight(hit.record.title, terms);
        hit.snippet = passage_of(database, row, hit.record.title, terms);
        answer.hits.push_back(std::move(hit));
    }
    return answer;
}

}  // namespace gongbao::archive
