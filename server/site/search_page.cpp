// SPDX-License-Identifier: Apache-2.0
// Search: a form that works without script, the hits with the words found, pages of ten.
#include <algorithm>
#include <charconv>

#include "core/text/text.hpp"
#include "server/http/target.hpp"
#include "server/site/pages.hpp"
#include "server/site/views.hpp"

namespace gongbao::server {
namespace {

constexpr int kHits = 10;
constexpr int kLastPage = 1'000;       ///< nobody reads on; deeper offsets only cost
constexpr std::size_t kLongest = 200;  ///< characters of a query that are searched for

int number_in(std::string_view text, int fallback) {
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc() && end == text.data() + text.size() ? value : fallback;
}

archive::SearchRequest search_request(const Request& request) {
    archive::SearchRequest search;
    const std::u32string typed = core::to_utf32(core::trim(request.parameter("q")));
    search.text = core::to_utf8(std::u32string_view(typed).substr(0, kLongest));
    if (const int year = number_in(request.parameter("year"), 0); year > 0) search.year = year;
    search.section = request.parameter("section");
    search.issuer = request.parameter("issuer");
    if (request.parameter("order") == "newest")
        search.order = archive::SearchRequest::Order::Newest;
    search.limit = kHits;
    search.offset = (std::clamp(number_in(request.parameter("page"), 1), 1, kLastPage) - 1) * kHits;
    return search;
}

/// The address of another page of the same search.
std::string page_link(const archive::SearchRequest& search, int page) {
    std::string link = "/search?q=" + percent_encoded(search.text);
    if (search.year) link += "&year=" + std::to_string(*search.year);
    if (!search.section.empty()) link += "&section=" + percent_encoded(search.section);
    if (!search.issuer.empty()) link += "&issuer=" + percent_encoded(search.issuer);
    if (search.order == archive::SearchRequest::Order::Newest) link += "&order=newest";
    if (page > 1) link += "&page=" + std::to_string(page);
    return link;
}

View choices(const std::vector<std::string>& values, const std::string& chosen) {
    View list(View::type::list);
    for (const std::string& value : values) {
        View view;
        view.set("value", value);
        view.set("chosen", value == chosen);
        list.push_back(view);
    }
    return list;
}

void set_form(const Reading& reading, const archive::SearchRequest& search, View& view) {
    std::vector<std::string> years;
    for (const int year : reading.archive.years()) years.push_back(std::to_string(year));
    view.set("query", search.text);
    view.set("years", choices(years, search.year ? std::to_string(*search.year) : ""));
    view.set("sections", choices(reading.archive.sections(), search.section));
    view.set("issuers", choices(reading.archive.issuers(), search.issuer));
    view.set("newest", search.order == archive::SearchRequest::Order::Newest);
    view.set("narrowed", search.year || !search.section.empty() || !search.issuer.empty() ||
                             search.order == archive::SearchRequest::Order::Newest);
}

View hits_view(const Site& site, const archive::SearchAnswer& answer) {
    View hits(View::type::list);
    for (const archive::SearchHit& hit : answer.hits) {
        View view = record_view(site, hit.record);
        view.set("title_html", marked_html(hit.title));
        view.set("snippet_html", shown(marked_html(hit.snippet)));
        hits.push_back(view);
    }
    return hits;
}

void set_paging(const Site& site, const archive::SearchRequest& search, std::int64_t total,
                View& view) {
    const int page = search.offset / kHits + 1;
    const int pages =
        static_cast<int>(std::min<std::int64_t>((total + kHits - 1) / kHits, kLastPage));
    view.set("several_pages", pages > 1);
    view.set("paging", site.say("pages.search.paging", {{"page", std::to_string(page)},
                                                        {"pages", std::to_string(pages)}}));
    view.set("previous",
             shown(page > 1 ? site.link(page_link(search, std::min(page - 1, pages))) : ""));
    view.set("next", shown(page < pages ? site.link(page_link(search, page + 1)) : ""));
}

void set_answer(const Reading& reading, const archive::SearchRequest& search, View& view) {
    const archive::SearchAnswer answer = reading.archive.search(search);
    const Site& site = reading.site;
    view.set("found", answer.total > 0);
    view.set("total", site.say(answer.total > 0 ? "pages.search.total" : "pages.search.nothing",
                               {{"count", std::to_string(answer.total)}, {"query", search.text}}));
    view.set("step", shown(answer.total > 0
                               ? site.say(std::string("pages.search.step.") + name_of(answer.step))
                               : ""));
    view.set("hits", hits_view(site, answer));
    set_paging(site, search, answer.total, view);
}

}  // namespace

std::optional<Page> search_page(const Reading& reading) {
    const Site& site = reading.site;
    const archive::SearchRequest search = search_request(reading.request);
    View view;
    set_form(reading, search, view);
    view.set("asked", !search.text.empty());
    if (!search.text.empty()) set_answer(reading, search, view);
    Frame frame = frame_of(reading);
    frame.title = search.text.empty()
                      ? site.say("pages.search.title")
                      : site.say("pages.search.title_for", {{"query", search.text}});
    frame.description = site.say("pages.search.description", {{"gazette", site.settings.gazette}});
    frame.path = "/search";
    frame.here = "search";
    Page page;
    page.body = framed(site, "search", view, frame);
    return page;
}

}  // namespace gongbao::server
