// SPDX-License-Identifier: Apache-2.0
#include "server/site/views.hpp"

#include <algorithm>

#include "archive/made_by.hpp"
#include "core/text/text.hpp"

namespace gongbao::server {

std::string edition_path(const core::IssueNumber& number) {
    return "/editions/" + core::slug(number);
}

std::string pdf_path(const core::IssueNumber& number) {
    return edition_path(number) + ".pdf";
}

std::string document_path(std::string_view record) {
    return "/documents/" + std::string(record);
}

std::string offprint_path(std::string_view record) {
    return document_path(record) + ".pdf";
}

View edition_view(const Site& site, const archive::EditionSummary& edition) {
    View view;
    view.set("path", site.link(edition_path(edition.number)));
    view.set("pdf", pdf_path(edition.number));
    view.set("issue", site.say_issue(edition.number));
    view.set("gazette", edition.gazette);
    view.set("year", std::to_string(edition.number.year));
    view.set("number", std::to_string(edition.number.number));
    view.set("short_issue", site.say_short_issue(edition.number));
    view.set("running", site.say_running(edition.number));
    view.set("date", site.say_date(edition.date));
    view.set("date_iso", core::iso(edition.date));
    view.set("records",
             site.say("pages.count.documents", {{"count", std::to_string(edition.records)}}));
    view.set("pages", site.say("pages.count.pages", {{"count", std::to_string(edition.pages)}}));
    view.set("pdf_size", site.say_size(edition.pdf_size));
    view.set("digest", edition.pdf_digest);
    view.set("made_by", shown(archive::read_made_by(edition.made_by).program));
    return view;
}

std::string related_words(const Site& site, const archive::RelatedRecord& related) {
    // Inside 《》 a title's own brackets are single ones.
    std::string title = core::replace_all(related.title, "《", "〈");
    title = core::replace_all(std::move(title), "》", "〉");
    return site.say(
        related.number.empty() ? "pages.correction.record" : "pages.correction.record_with_number",
        {{"issue", site.say_issue(related.issue)}, {"title", title}, {"number", related.number}});
}

namespace {

View related_view(const Site& site, const std::vector<archive::RelatedRecord>& related) {
    View list(View::type::list);
    for (const archive::RelatedRecord& one : related) {
        View view;
        view.set("path", site.link(document_path(one.id)));
        view.set("words", related_words(site, one));
        list.push_back(view);
    }
    return list;
}

}  // namespace

View record_view(const Site& site, const archive::RecordSummary& record) {
    View view;
    view.set("path", site.link(document_path(record.id)));
    view.set("title", record.title);
    view.set("carries", shown(record.carries));
    view.set("number", shown(record.number));
    view.set("kind", shown(record.kind));
    view.set("issuers", shown(core::join(record.issuers, site.say("pages.list_comma"))));
    view.set("written", shown(record.written ? site.say_date(*record.written) : ""));
    view.set("written_iso", record.written ? core::iso(*record.written) : "");
    view.set("section", shown(record.section));
    view.set("issue", site.say_issue(record.issue));
    view.set("issue_path", site.link(edition_path(record.issue)));
    view.set("page",
             shown(record.first_page > 0 ? site.say("pages.page_number",
                                                    {{"page", std::to_string(record.first_page)}})
                                         : ""));
    view.set("is_corrected", !record.corrected_by.empty());
    view.set("corrected_by", related_view(site, record.corrected_by));
    view.set("is_correction", !record.corrects.empty());
    view.set("corrects", related_view(site, record.corrects));
    return view;
}

View contents_view(const Site& site, const std::vector<archive::RecordSummary>& records) {
    View sections(View::type::list);
    for (auto first = records.begin(); first != records.end();) {
        const auto last = std::find_if(first, records.end(), [&](const auto& record) {
            return record.section != first->section;
        });
        View items(View::type::list);
        for (auto record = first; record != last; ++record)
            items.push_back(record_view(site, *record));
        View section;
        section.set("section", shown(first->section));
        section.set("records", items);
        sections.push_back(section);
        first = last;
    }
    return sections;
}

std::string marked_html(const archive::Highlighted& text) {
    const std::string_view all = text.text;
    std::string html;
    std::size_t at = 0;
    for (const auto& range : text.ranges) {
        html += escape_html(all.substr(at, range.begin - at));
        html +=
            "<mark>" + escape_html(all.substr(range.begin, range.end - range.begin)) + "</mark>";
        at = range.end;
    }
    return html + escape_html(all.substr(at));
}

}  // namespace gongbao::server
