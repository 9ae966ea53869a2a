// SPDX-License-Identifier: Apache-2.0
// The Atom feeds, made by the archive (archive/feed) and told here where the site's pages are.
#include "archive/feed/feed.hpp"

#include <charconv>

#include "core/gazette/addresses.hpp"
#include "server/site/pages.hpp"
#include "server/site/views.hpp"

namespace gongbao::server {
namespace {

archive::FeedSettings feed_settings(const Reading& reading, std::string_view path,
                                    std::string_view title) {
    const Site& site = reading.site;
    archive::FeedSettings settings;
    settings.base_url = site.settings.base_url;
    settings.path = path;
    settings.tag_authority = site.settings.tag_authority;
    settings.title = site.settings.gazette + " · " + site.say(title);
    settings.author = site.settings.gazette;
    settings.notes_name = site.say("pages.document.notes");
    settings.corrected_words = [&site](const archive::RelatedRecord& related) {
        return site.say("pages.correction.corrected_by",
                        {{"record", related_words(site, related)}});
    };
    settings.corrects_words = [&site](const archive::RelatedRecord& related) {
        return site.say("pages.correction.corrects", {{"record", related_words(site, related)}});
    };
    return settings;
}

/// The page asked for; nothing when the parameter is no number from 1 on.
std::optional<int> page_number(const Request& request) {
    const std::string_view text = request.parameter("page");
    if (text.empty()) return 1;
    int page = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), page);
    if (failed != std::errc() || end != text.data() + text.size() || page < 1) return {};
    return page;
}

Page atom_page(std::string body) {
    Page page;
    page.type = archive::kAtomType;
    page.body = std::move(body);
    return page;
}

}  // namespace

std::optional<Page> documents_atom(const Reading& reading) {
    auto settings = feed_settings(reading, core::kDocumentsFeed, "pages.feed.documents");
    if (const std::string_view slug = reading.request.parameter("edition"); !slug.empty()) {
        settings.edition = core::parse_issue_slug(slug);
        if (!settings.edition) return {};
    }
    const auto page = page_number(reading.request);
    if (!page) return {};
    settings.page = *page;
    return atom_page(archive::documents_feed(reading.archive, settings));
}

std::optional<Page> editions_atom(const Reading& reading) {
    auto settings = feed_settings(reading, core::kEditionsFeed, "pages.feed.editions");
    const auto page = page_number(reading.request);
    if (!page) return {};
    settings.page = *page;
    return atom_page(archive::editions_feed(reading.archive, settings));
}

}  // namespace gongbao::server
