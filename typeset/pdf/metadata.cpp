// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/metadata.hpp"

#include <cmath>
#include <cstdint>
#include <cstdio>

#include "core/xml/escape.hpp"

namespace gongbao::typeset::pdf {
namespace {

void put32(std::string& bytes, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
}

void put16(std::string& bytes, unsigned value) {
    bytes += static_cast<char>(value >> 8 & 0xFF);
    bytes += static_cast<char>(value & 0xFF);
}

// s15Fixed16Number
void put_fixed(std::string& bytes, double value) {
    put32(bytes, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

std::string xyz_tag(double x, double y, double z) {
    std::string tag = "XYZ ";
    put32(tag, 0);
    for (const double value : {x, y, z}) put_fixed(tag, value);
    return tag;
}

std::string text_tag(const std::string& text) {
    std::string tag = "text";
    put32(tag, 0);
    tag += text;
    tag += '\0';
    return tag;
}

std::string description_tag(const std::string& text) {
    std::string tag = "desc";
    put32(tag, 0);
    put32(tag, static_cast<std::uint32_t>(text.size() + 1));
    tag += text;
    tag += '\0';
    tag.append(4 + 4 + 2 + 1 + 67, '\0');  // no Unicode, no ScriptCode form
    return tag;
}

// The transfer curve of IEC 61966-2-1 in 256 steps.
std::string curve_tag() {
    constexpr int kSteps = 256;
    std::string tag = "curv";
    put32(tag, 0);
    put32(tag, kSteps);
    for (int i = 0; i < kSteps; ++i) {
        const double v = i / double{kSteps - 1};
        const double linear = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        put16(tag, static_cast<unsigned>(std::lround(linear * 65535)));
    }
    return tag;
}

}  // namespace

std::string pdf_date(const core::Date& date) {
    char text[64];
    std::snprintf(text, sizeof text, "D:%04d%02d%02d000000+08'00'", date.year, date.month,
                  date.day);
    return text;
}

std::string xmp_packet(const Description& d) {
    const std::string date = core::iso(d.date) + "T00:00:00+08:00";
    std::string author;
    if (!d.author.empty())
        author = "<dc:creator><rdf:Seq><rdf:li>" + core::escape_xml(d.author) +
                 "</rdf:li></rdf:Seq></dc:creator>\n";
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
           " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
           " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
           "<dc:format>application/pdf</dc:format>\n"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           core::escape_xml(d.title) + "</rdf:li></rdf:Alt></dc:title>\n" + author +
           "<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>\n"
           "<xmp:CreateDate>" +
           date + "</xmp:CreateDate>\n<xmp:ModifyDate>" + date +
           "</xmp:ModifyDate>\n<xmp:CreatorTool>" + core::escape_xml(d.producer) +
           "</xmp:CreatorTool>\n"
           "<pdf:Producer>" +
           core::escape_xml(d.producer) +
           "</pdf:Producer>\n"
           "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
           "<pdfuaid:part>1</pdfuaid:part>\n"
           "</rdf:Description>\n"
           // PDF/A wants every schema outside its own list described (ISO 19005-3, 6.6.2.3.3).
           "<rdf:Description rdf:about=\"\" "
           "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
           " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
           " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
           "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
           "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
           "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
           "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
           "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
           "<pdfaProperty:name>part</pdfaProperty:name>\n"
           "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
           "<pdfaProperty:category>internal</pdfaProperty:category>\n"
           "<pdfaProperty:description>PDF/UA part</pdfaProperty:description>\n"
           "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
           "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
           "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

std::string srgb_profile() {
    const std::string curve = curve_tag();
    const std::pair<const char*, std::string> tags[] = {
        {"desc", description_tag("sRGB IEC61966-2.1")},
        {"cprt", text_tag("Public domain")},
        {"wtpt", xyz_tag(0.9642, 1.0, 0.8249)},
        {"rXYZ", xyz_tag(0.43607, 0.22249, 0.01392)},
        {"gXYZ", xyz_tag(0.38515, 0.71687, 0.09708)},
        {"bXYZ", xyz_tag(0.14307, 0.06061, 0.71410)},
        {"rTRC", curve},
        {"gTRC", curve},
        {"bTRC", curve}};
    constexpr std::size_t kCount = 9;
    std::string directory;
    std::string data;
    put32(directory, kCount);
    const std::size_t start = 128 + 4 + kCount * 12;
    std::size_t curve_at = 0;
    for (const auto& [signature, tag] : tags) {
        const bool shared = signature[1] == 'T' && curve_at != 0;
        const std::size_t at = shared ? curve_at : start + data.size();
        if (signature[1] == 'T') curve_at = at;
        directory += signature;
        put32(directory, static_cast<std::uint32_t>(at));
        put32(directory, static_cast<std::uint32_t>(tag.size()));
        if (shared) continue;
        data += tag;
        data.append((4 - data.size() % 4) % 4, '\0');
    }
    std::string header;
    put32(header, static_cast<std::uint32_t>(start + data.size()));
    put32(header, 0);
    put32(header, 0x02100000);
    header += "mntrRGB XYZ ";
    for (const unsigned part : {2026u, 1u, 1u, 0u, 0u, 0u}) put16(header, part);
    header += "acsp";
    header.append(24, '\0');
    for (const double value : {0.9642, 1.0, 0.8249}) put_fixed(header, value);
    header.append(128 - header.size(), '\0');
    return header + directory + data;
}

}  // namespace gongbao::typeset::pdf
