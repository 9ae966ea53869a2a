// SPDX-License-Identifier: Apache-2.0
// Home: the latest edition with its contents, what came before it, and the years.
#include <algorithm>

#include "server/site/linked_data.hpp"
#include "server/site/pages.hpp"
#include "server/site/views.hpp"

namespace gongbao::server {
namespace {

constexpr int kEarlier = 8;  ///< documents of earlier editions that are shown

/// The newest documents that are not of `latest`.
View earlier_view(const Reading& reading, const archive::EditionSummary& latest) {
    View earlier(View::type::list);
    for (const auto& record : reading.archive.recent(kEarlier, latest.records))
        if (record.issue != latest.number) earlier.push_back(record_view(reading.site, record));
    return earlier;
}

View years_view(const Reading& reading) {
    View years(View::type::list);
    for (const int year : reading.archive.years()) {
        View view;
        view.set("year", std::to_string(year));
        years.push_back(view);
    }
    return years;
}

}  // namespace

std::optional<Page> home_page(const Reading& reading) {
    const Site& site = reading.site;
    View view;
    Page page;
    view.set("gazette", site.settings.gazette);
    view.set("years", years_view(reading));
    if (const auto latest = reading.archive.latest_edition()) {
        view.set("latest", edition_view(site, *latest));
        view.set("sections", contents_view(site, reading.archive.records(latest->number)));
        View earlier = earlier_view(reading, *latest);
        view.set("has_earlier", earlier.is_non_empty_list());
        view.set("earlier", earlier);
    } else {
        view.set("latest", false);
        view.set("has_earlier", false);
    }
    Frame frame = frame_of(reading);
    frame.path = "/";
    frame.here = "home";
    frame.description = site.say("pages.home.description", {{"gazette", site.settings.gazette}});
    frame.linked_data = periodical_data(site);
    page.body = framed(site, "home", view, frame);
    return page;
}

}  // namespace gongbao::server
