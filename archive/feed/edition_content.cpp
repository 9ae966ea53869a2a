// SPDX-License-Identifier: Apache-2.0
#include "archive/feed/edition_content.hpp"

#include "core/xml/escape.hpp"

namespace gongbao::archive {
namespace {

using core::escape_xml;

std::string element(const std::string& name, const std::string& content,
                    const std::string& attributes = {}) {
    return "<" + name + attributes + ">" + content + "</" + name + ">\n";
}

}  // namespace

std::string edition_content(const std::vector<RecordSummary>& records,
                            const std::function<std::string(const RecordSummary&)>& address,
                            const std::function<std::string(const RecordSummary&)>& notes) {
    std::string html;
    for (std::size_t at = 0; at < records.size();) {
        const std::string& section = records[at].section;
        if (!section.empty()) html += element("h2", escape_xml(section));
        std::string items;
        for (; at < records.size() && records[at].section == section; ++at) {
            const RecordSummary& record = records[at];
            const std::string link = "<a href=\"" + escape_xml(address(record)) + "\">" +
                                     escape_xml(record.title) + "</a>";
            const std::string note = notes(record);
            items += element(
                "li", link + (record.number.empty() ? "" : "　" + escape_xml(record.number)) +
                          (note.empty() ? "" : "　" + note));
        }
        html += element("ul", items);
    }
    return html;
}

}  // namespace gongbao::archive
