// SPDX-License-Identifier: Apache-2.0
// One document: its text, what is known about it, where it is printed, and its neighbours.
#include <algorithm>

#include "core/text/text.hpp"
#include "server/pages/document_html.hpp"
#include "server/site/linked_data.hpp"
#include "server/site/pages.hpp"
#include "server/site/views.hpp"

namespace gongbao::server {
namespace {

constexpr std::size_t kOutlineFrom = 3;  ///< headings that make a table of contents worth having

View outline_view(const std::vector<Anchor>& anchors) {
    View outline(View::type::list);
    if (anchors.size() < kOutlineFrom) return outline;
    for (const Anchor& anchor : anchors) {
        View view;
        view.set("id", anchor.id);
        view.set("words", anchor.words);
        view.set("level", std::to_string(anchor.level));
        outline.push_back(view);
    }
    return outline;
}

View neighbour_view(const Site& site, const std::vector<archive::RecordSummary>& records,
                    int order) {
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const auto& record) { return record.order == order; });
    return found == records.end() ? View(false) : record_view(site, *found);
}

void set_dates(const Site& site, const core::Metadata& meta, View& view) {
    const auto set = [&](const char* name, const std::optional<core::Date>& date) {
        view.set(name, shown(date ? site.say_date(*date) : ""));
        view.set(std::string(name) + "_iso", date ? core::iso(*date) : "");
    };
    set("effective", meta.effective);
    set("expires", meta.expires);
}

/// How to cite it: 《云岭省人民政府公报》2026年第8期（总第612期），第3页.
std::string citation(const Site& site, const archive::RecordSummary& record,
                     const std::string& gazette) {
    const std::map<std::string, std::string> args = {
        {"title", record.title},
        {"gazette", gazette},
        {"issue", site.say_issue(record.issue)},
        {"pages", record.first_page == record.last_page ? std::to_string(record.first_page)
                                                        : std::to_string(record.first_page) + "–" +
                                                              std::to_string(record.last_page)}};
    return site.say(
        record.first_page > 0 ? "pages.document.citation" : "pages.document.citation_without_page",
        args);
}

/// The document alone as a PDF; false when the archive has none.
View offprint_view(const Site& site, const archive::RecordSummary& record) {
    if (record.offprint_digest.empty()) return View(false);
    View view;
    view.set("address", offprint_path(record.id));
    view.set("size", site.say_size(record.offprint_size));
    return view;
}

bool is_joined(const archive::RecordSummary& record) {
    return !record.corrects.empty() || !record.corrected_by.empty();
}

// A page that a correction changed is known by its tag alone: the moments in which editions were
// issued need not follow the order in which they came into the archive.
std::optional<core::Instant> modified(const archive::RecordSummary& record) {
    return is_joined(record) ? std::nullopt : std::optional(record.issued_at);
}

std::string description(const core::Document& document) {
    std::string words;
    for (const core::Block& block : document.body) {
        words += core::plain_text(block);
        if (core::length(words) > 120) break;
    }
    return core::excerpt(words, 120);
}

}  // namespace

std::optional<Page> document_page(const Reading& reading) {
    const auto record = reading.archive.record(reading.argument);
    if (!record) return {};
    const Site& site = reading.site;
    const core::Document document = reading.archive.document(record->id);
    const auto edition = reading.archive.edition(record->issue);
    const auto records = reading.archive.records(record->issue);
    const DocumentHtml html = document_html(document, site.words);
    const View outline = outline_view(html.anchors);

    View view = record_view(site, *record);
    set_dates(site, document.meta, view);
    view.set("title_html", html.title.empty() ? escape_html(record->title) : html.title);
    view.set("text_html", html.text);
    view.set("has_outline", outline.is_non_empty_list());
    view.set("outline", outline);
    view.set("pdf", pdf_path(record->issue) +
                        (record->pdf_page > 0 ? "#page=" + std::to_string(record->pdf_page) : ""));
    view.set("offprint", offprint_view(site, *record));
    view.set("xml", document_path(record->id) + ".xml");
    view.set("digest", record->text_digest);
    view.set("citation",
             citation(site, *record, edition ? edition->gazette : site.settings.gazette));
    view.set("address", site.url(document_path(record->id)));
    view.set("previous", neighbour_view(site, records, record->order - 1));
    view.set("next", neighbour_view(site, records, record->order + 1));

    Frame frame = frame_of(reading);
    frame.title = record->title;
    if (!record->carries.empty()) frame.title += " · " + record->carries;
    frame.description = description(document);
    frame.path = document_path(record->id);
    if (edition) frame.published = core::iso(edition->date);
    frame.linked_data = document_data(site, *record, document.meta);
    Page page;
    page.body = framed(site, "document", view, frame);
    page.cache_control = kUntilRevised;
    page.modified = modified(*record);
    return page;
}

std::optional<Page> document_xml(const Reading& reading) {
    const auto record = reading.archive.record(reading.argument);
    if (!record) return {};
    Page page;
    page.type = "application/xml; charset=utf-8";
    page.body = reading.archive.canonical_xml(record->id);
    page.cache_control = kIssued;
    page.modified = record->issued_at;
    return page;
}

}  // namespace gongbao::server
