// SPDX-License-Identifier: Apache-2.0
// All editions: the years, and one year's editions.
#include "core/text/text.hpp"
#include "server/site/pages.hpp"
#include "server/site/views.hpp"

namespace gongbao::server {
namespace {

View editions_view(const Site& site, const std::vector<archive::EditionSummary>& editions) {
    View views(View::type::list);
    for (const auto& edition : editions) views.push_back(edition_view(site, edition));
    return views;
}

View year_view(const Reading& reading, int year) {
    const auto editions = reading.archive.editions(year);
    View view;
    view.set("year", std::to_string(year));
    view.set("count", reading.site.say("pages.count.editions",
                                       {{"count", std::to_string(editions.size())}}));
    view.set("editions", editions_view(reading.site, editions));
    return view;
}

}  // namespace

std::optional<Page> years_page(const Reading& reading) {
    const Site& site = reading.site;
    View years(View::type::list);
    for (const int year : reading.archive.years()) years.push_back(year_view(reading, year));
    View view;
    view.set("years", years);
    Frame frame = frame_of(reading);
    frame.title = site.say("pages.years.title");
    frame.description = site.say("pages.years.description", {{"gazette", site.settings.gazette}});
    frame.path = "/years";
    frame.here = "years";
    Page page;
    page.body = framed(site, "years", view, frame);
    return page;
}

std::optional<Page> year_page(const Reading& reading) {
    const Site& site = reading.site;
    if (reading.argument.size() != 4 ||
        reading.argument.find_first_not_of("0123456789") != std::string::npos)
        return {};
    const int year = std::stoi(reading.argument);
    const auto editions = reading.archive.editions(year);
    if (editions.empty()) return {};
    View view = year_view(reading, year);
    Frame frame = frame_of(reading);
    frame.title = site.say("pages.year.title", {{"year", reading.argument}});
    frame.description = site.say("pages.year.description",
                                 {{"gazette", site.settings.gazette}, {"year", reading.argument}});
    frame.path = "/years/" + reading.argument;
    frame.here = "years";
    Page page;
    view.set("title", frame.title);
    page.body = framed(site, "year", view, frame);
    return page;
}

}  // namespace gongbao::server
