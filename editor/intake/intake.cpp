// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/intake.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/akn/read_akn.hpp"
#include "core/document/citations.hpp"
#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "editor/intake/docx/read_docx.hpp"
#include "editor/intake/format.hpp"
#include "editor/intake/html/mhtml.hpp"
#include "editor/intake/html/read_html.hpp"
#include "editor/intake/raw/drawn_rules.hpp"
#include "editor/intake/raw/encoding.hpp"
#include "editor/intake/raw/odd_characters.hpp"
#include "editor/intake/raw/words_kept.hpp"
#include "editor/intake/recognise.hpp"
#include "editor/intake/structure/disclosure.hpp"
#include "editor/intake/text/read_text.hpp"

namespace gongbao::editor {
namespace {

RawDocument read_raw(const Manuscript& manuscript, Format format, const IntakeLimits& limits,
                     core::Diagnostics& findings) {
    switch (format) {
        case Format::Docx: return read_docx(manuscript, limits, findings);
        case Format::Html:
            if (!is_mime_message(manuscript.bytes)) return read_html(manuscript, findings);
            return read_html({manuscript.name, page_of_message(manuscript.bytes, findings)},
                             findings);
        case Format::PlainText: return read_text(manuscript, findings);
        case Format::CanonicalXml: break;
    }
    GONGBAO_CHECK(format != Format::CanonicalXml);
    return {};
}

void report_lost_blanks(std::size_t before, std::size_t after, core::Diagnostics& findings) {
    if (before == after) return;
    findings.push_back({core::Level::Error,
                        {},
                        {"intake.blanks_dropped",
                         {{"before", std::to_string(before)}, {"after", std::to_string(after)}}},
                        {}});
}

core::Document recognise_file(const Manuscript& manuscript, Format format,
                              const IntakeLimits& limits, core::Diagnostics& findings) {
    RawDocument raw = read_raw(manuscript, format, limits, findings);
    leave_out_drawn_rules(raw, findings);
    const std::string words = words_of(raw);
    if (words.empty() && raw.media.empty())
        throw core::Error(core::ErrorKind::Invalid, {"intake.no_text", {}});
    report_odd_characters(raw, findings);
    core::Document document = recognise(raw, findings);
    require_same_words(words, words_of(document), "recognise");
    report_lost_blanks(blanks_of(raw), blanks_of(document), findings);
    return document;
}

}  // namespace

TakenIn take_in(const Manuscript& manuscript, const IntakeLimits& limits) {
    if (manuscript.bytes.size() > limits.file)
        throw core::Error(core::ErrorKind::TooLarge,
                          {"intake.too_large", {{"limit", std::to_string(limits.file >> 20)}}});
    TakenIn taken;
    taken.format = detect_format(manuscript);
    taken.manuscript_digest = core::sha256_hex(manuscript.bytes);
    if (taken.format == Format::CanonicalXml) {
        taken.document = core::read_akn(decode_text(manuscript.bytes).text);
        // A file from elsewhere may lack both, or have those of another numbering.
        core::assign_ids(taken.document);
        core::assign_citations(taken.document);
        taken.findings = disclosure_findings(taken.document, manuscript.name);
    } else {
        taken.document = recognise_file(manuscript, taken.format, limits, taken.findings);
    }
    std::stable_sort(taken.findings.begin(), taken.findings.end(),
                     [](const auto& a, const auto& b) { return a.place < b.place; });
    return taken;
}

}  // namespace gongbao::editor
