// SPDX-License-Identifier: Apache-2.0
#include "archive/feed/feed.hpp"

#include <algorithm>
#include <set>

#include "archive/cited_records.hpp"
#include "archive/feed/edition_content.hpp"
#include "core/gazette/addresses.hpp"
#include "core/html/document_html.hpp"
#include "core/report/error.hpp"
#include "core/xml/escape.hpp"
#include "core/xml/xml_writer.hpp"

namespace gongbao::archive {
namespace {

using core::escape_xml;
using core::XmlWriter;

std::string page_address(const FeedSettings& settings, std::int64_t page) {
    const std::string address = settings.base_url + settings.path;
    return page <= 1 ? address : address + "?page=" + std::to_string(page);
}

std::string edition_address(const FeedSettings& settings, const core::IssueNumber& number) {
    return settings.base_url + settings.path + "?edition=" + core::slug(number);
}

std::string tag(const FeedSettings& settings, const std::string& name) {
    return "tag:" + settings.tag_authority + ":" + name;
}

void link(XmlWriter& xml, const char* rel, const std::string& href, const char* type) {
    xml.empty("link", {{"rel", rel}, {"type", type}, {"href", href}});
}
void link_feed(XmlWriter& xml, const char* rel, const std::string& href) {
    link(xml, rel, href, "application/atom+xml");
}

void add_author(XmlWriter& xml, const std::string& name) {
    xml.open("author").element("name", name).close();
}

// What every feed document opens with (RFC 4287, 4.1.1).
void open_feed(XmlWriter& xml, const FeedSettings& settings, const char* name,
               core::Instant updated, const std::string& self) {
    xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"},
                      {"xmlns:fh", "http://purl.org/syndication/history/1.0"},
                      {"xml:lang", settings.language}});
    xml.element("id", tag(settings, name)).element("title", settings.title);
    if (!settings.subtitle.empty()) xml.element("subtitle", settings.subtitle);
    xml.element("updated", core::rfc3339(updated));
    add_author(xml, settings.author);
    xml.element("generator", "Gongbao");
    link_feed(xml, "self", self);
    link(xml, "alternate", settings.base_url + "/", "text/html");
}

// Throws: Error(NotFound) when the page asked for is not there.
std::int64_t count_pages(const FeedSettings& settings, std::int64_t entries) {
    const std::int64_t limit = std::max(settings.limit, 1);
    const std::int64_t pages = std::max<std::int64_t>((entries + limit - 1) / limit, 1);
    if (settings.page < 1 || settings.page > pages)
        throw core::Error(core::ErrorKind::NotFound,
                          {"archive.no_page", {{"page", std::to_string(settings.page)}}});
    return pages;
}

// RFC 5005, 3.
void link_pages(XmlWriter& xml, const FeedSettings& settings, std::int64_t pages) {
    if (pages == 1) return;
    link_feed(xml, "first", page_address(settings, 1));
    if (settings.page > 1) link_feed(xml, "previous", page_address(settings, settings.page - 1));
    if (settings.page < pages) link_feed(xml, "next", page_address(settings, settings.page + 1));
    link_feed(xml, "last", page_address(settings, pages));
}

std::string address_of(const FeedSettings& settings, const std::string& record) {
    return settings.base_url + core::document_path(record);
}

std::string linked_words(const FeedSettings& settings, const RelatedRecord& related,
                         const std::string& words) {
    if (words.empty()) return {};
    return "<a href=\"" + escape_xml(address_of(settings, related.id)) + "\">" + escape_xml(words) +
           "</a>";
}

// Before the text, that it is corrected; and of a correction, what it corrects.
std::string correction_content(const FeedSettings& settings, const RecordSummary& record) {
    std::string html;
    const auto add = [&](const RelatedRecord& related, const std::string& words) {
        const std::string link = linked_words(settings, related, words);
        if (!link.empty()) html += "<p><strong>" + link + "</strong></p>";
    };
    for (const auto& related : record.corrected_by) add(related, settings.corrected_words(related));
    for (const auto& related : record.corrects) add(related, settings.corrects_words(related));
    return html;
}

void link_corrections(XmlWriter& xml, const FeedSettings& settings, const RecordSummary& record) {
    for (const auto* related : {&record.corrected_by, &record.corrects})
        for (const RelatedRecord& one : *related)
            xml.empty("link", {{"rel", "related"},
                               {"type", "text/html"},
                               {"title", one.title},
                               {"href", address_of(settings, one.id)}});
}

// The document's whole text. Many stand in one feed, so nothing has an id; articles are found on
// the document's page.
std::string document_content(const Reader& archive, const FeedSettings& settings,
                             const RecordSummary& record, CitedRecords& cited) {
    core::HtmlOptions options;
    options.media = settings.base_url + options.media;
    options.ids = false;
    options.title_apart = false;
    options.notes_name = settings.notes_name;
    options.link = [&](const core::Citation& citation) -> std::string {
        if (citation.kind == core::Citation::Kind::Article)
            return address_of(settings, record.id) + "#" + citation.target;
        const auto other = cited.find(citation);
        if (!other || other->id == record.id) return {};
        return address_of(settings, other->id);
    };
    return core::document_html(archive.document_without_pictures(record.id), options).text;
}

void add_document(XmlWriter& xml, const Reader& archive, const FeedSettings& settings,
                  const RecordSummary& record, CitedRecords& cited) {
    xml.open("entry");
    xml.element("id", tag(settings, "document/" + record.id)).element("title", record.title);
    xml.element("updated", core::rfc3339(changed_at(record)));
    xml.element("published", core::rfc3339(record.issued_at));
    if (record.issuers.empty()) add_author(xml, settings.author);
    for (const std::string& issuer : record.issuers) add_author(xml, issuer);
    if (!record.kind.empty()) xml.empty("category", {{"term", record.kind}});
    if (!record.section.empty() && record.section != record.kind)
        xml.empty("category", {{"term", record.section}});
    link(xml, "alternate", address_of(settings, record.id), "text/html");
    link(xml, "related",
         settings.base_url + core::edition_pdf_path(record.issue) +
             "#page=" + std::to_string(std::max(record.pdf_page, 1)),
         "application/pdf");
    if (!record.offprint_digest.empty())
        xml.empty("link", {{"rel", "enclosure"},
                           {"href", settings.base_url + core::offprint_path(record.id)},
                           {"type", "application/pdf"},
                           {"length", std::to_string(record.offprint_size)}});
    link_corrections(xml, settings, record);
    if (!record.number.empty()) xml.element("summary", record.number);
    xml.element(
        "content",
        correction_content(settings, record) + document_content(archive, settings, record, cited),
        {{"type", "html"}});
    xml.close();
}

// The edition before `number` in the order of issuing, or the newest when none is named.
std::optional<core::IssueNumber> edition_before(const Reader& archive,
                                                const std::optional<core::IssueNumber>& number) {
    if (!number) {
        const auto latest = archive.latest_edition();
        return latest ? std::optional(latest->number) : std::nullopt;
    }
    const std::vector<EditionSummary> editions = archive.editions();
    const auto at = std::find_if(editions.begin(), editions.end(), [&](const EditionSummary& one) {
        return core::slug(one.number) == core::slug(*number);
    });
    if (at == editions.end() || at + 1 == editions.end()) return {};
    return (at + 1)->number;
}

void link_older(XmlWriter& xml, const Reader& archive, const FeedSettings& settings) {
    if (const auto older = edition_before(archive, settings.edition))
        link_feed(xml, "prev-archive", edition_address(settings, *older));
}

// `records`, and behind the last of each edition that begins among them the texts of earlier ones
// that it corrects; each once.
std::vector<RecordSummary> with_corrected(const Reader& archive,
                                          std::vector<RecordSummary> records) {
    std::set<std::string> listed;
    for (const RecordSummary& record : records) listed.insert(record.id);
    std::vector<RecordSummary> all;
    std::vector<RecordSummary> joined;
    for (std::size_t at = 0; at < records.size(); ++at) {
        if (records[at].order == 1) joined = archive.joined_with(records[at].issue);
        all.push_back(std::move(records[at]));
        if (at + 1 < records.size() && records[at + 1].issue == all.back().issue) continue;
        for (RecordSummary& one : joined)
            if (listed.insert(one.id).second) all.push_back(std::move(one));
        joined.clear();
    }
    return all;
}

// A page of the feed. A text that was joined with a correction later stands with the edition that
// told of it, and on no other page (RFC 5005, 3: the pages are one list).
std::vector<RecordSummary> page_of(const Reader& archive, int limit, int offset) {
    const std::vector<RecordSummary> records = archive.recent(limit, offset);
    const auto is_told_here = [&](core::Instant at) {
        return std::any_of(records.begin(), records.end(), [&](const RecordSummary& one) {
            return one.order == 1 && one.issued_at == at;
        });
    };
    const auto stands_elsewhere = [&](const RecordSummary& one) {
        const core::Instant at = changed_at(one);
        return at != one.issued_at && !is_told_here(at);
    };
    std::vector<RecordSummary> page = with_corrected(archive, records);
    page.erase(std::remove_if(page.begin(), page.end(), stands_elsewhere), page.end());
    return page;
}

core::Instant last_change(const std::vector<RecordSummary>& records, core::Instant at_least) {
    for (const RecordSummary& record : records) at_least = std::max(at_least, changed_at(record));
    return at_least;
}

// RFC 5005, 4: everything of one edition.
std::string edition_archive(const Reader& archive, const FeedSettings& settings) {
    const auto edition = archive.edition(*settings.edition);
    if (!edition)
        throw core::Error(
            core::ErrorKind::NotFound,
            {"archive.no_edition", {{"issue", core::printed_number(*settings.edition)}}});
    const auto records = with_corrected(archive, archive.records(edition->number));
    XmlWriter xml(XmlWriter::Words::Readable);
    open_feed(xml, settings, "documents", last_change(records, edition->issued_at),
              edition_address(settings, edition->number));
    xml.empty("fh:archive");
    link_feed(xml, "current", page_address(settings, 1));
    link_older(xml, archive, settings);
    CitedRecords cited(archive);
    for (const RecordSummary& record : records) add_document(xml, archive, settings, record, cited);
    return xml.close().take();
}

void add_edition(XmlWriter& xml, const Reader& archive, const FeedSettings& settings,
                 const EditionSummary& edition) {
    const std::vector<RecordSummary> records = archive.records(edition.number);
    const std::string title = edition.gazette + core::printed_number(edition.number);
    xml.open("entry");
    xml.element("id", tag(settings, "edition/" + core::slug(edition.number)))
        .element("title", title);
    xml.element("updated", core::rfc3339(last_change(records, edition.issued_at)));
    xml.element("published", core::rfc3339(edition.issued_at));
    add_author(xml, settings.author);
    link(xml, "alternate", settings.base_url + core::edition_path(edition.number), "text/html");
    xml.empty("link", {{"rel", "enclosure"},
                       {"type", "application/pdf"},
                       {"length", std::to_string(edition.pdf_size)},
                       {"title", title + ".pdf"},
                       {"href", settings.base_url + core::edition_pdf_path(edition.number)}});
    xml.element(
        "content",
        edition_content(
            records, [&](const RecordSummary& record) { return address_of(settings, record.id); },
            [&](const RecordSummary& record) {
                std::string notes;
                for (const RelatedRecord& related : record.corrected_by)
                    notes += linked_words(settings, related, settings.corrected_words(related));
                return notes;
            }),
        {{"type", "html"}});
    xml.close();
}

}  // namespace

std::string documents_feed(const Reader& archive, const FeedSettings& settings) {
    if (settings.edition) return edition_archive(archive, settings);
    const int limit = std::max(settings.limit, 1);
    const std::int64_t pages = count_pages(settings, archive.record_count());
    const auto records = page_of(archive, limit, (settings.page - 1) * limit);
    XmlWriter xml(XmlWriter::Words::Readable);
    open_feed(xml, settings, "documents",
              last_change(records, archive.last_issued().value_or(core::Instant{})),
              page_address(settings, settings.page));
    link_pages(xml, settings, pages);
    if (settings.page == 1) link_older(xml, archive, settings);
    CitedRecords cited(archive);
    for (const RecordSummary& record : records) add_document(xml, archive, settings, record, cited);
    return xml.close().take();
}

std::string editions_feed(const Reader& archive, const FeedSettings& settings) {
    const std::vector<EditionSummary> editions = archive.editions();
    XmlWriter xml(XmlWriter::Words::Readable);
    open_feed(xml, settings, "editions", archive.last_issued().value_or(core::Instant{}),
              page_address(settings, settings.page));
    link_pages(xml, settings, count_pages(settings, static_cast<std::int64_t>(editions.size())));
    const auto limit = static_cast<std::size_t>(std::max(settings.limit, 1));
    const std::size_t begin = static_cast<std::size_t>(settings.page - 1) * limit;
    for (std::size_t at = begin; at < std::min(begin + limit, editions.size()); ++at)
        add_edition(xml, archive, settings, editions[at]);
    return xml.close().take();
}

}  // namespace gongbao::archive
