// SPDX-License-Identifier: Apache-2.0
// Short ways to hand a text or a page to intake and to read off what came of it. For tests of
// intake.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.hpp"
#include "core/text/text.hpp"
#include "editor/intake/intake.hpp"

namespace gongbao::editor {

inline TakenIn take_text(std::string text) {
    return take_in({"manuscript.txt", std::move(text)});
}
inline TakenIn take_html(std::string html) {
    return take_in({"page.html", std::move(html)});
}
/// A page whose document is `body`.
inline TakenIn take_body(const std::string& body) {
    return take_html("<html><body><div id=\"UCAP-CONTENT\">" + body + "</div></body></html>");
}

/// "role [label] words" of each block; annexes begin with "--".
inline std::vector<std::string> outline_of(const core::Document& document) {
    std::vector<std::string> lines;
    const auto add = [&](const core::Blocks& blocks) {
        for (const core::Block& block : blocks) {
            std::string words;
            for (const core::Inline& run : block.runs)
                words += run.kind == core::Inline::Kind::LineBreak ? "/" : run.text;
            lines.push_back(std::string(core::name_of(block.role)) +
                            (block.label.empty() ? "" : " [" + block.label + "]") + " " + words);
        }
    };
    add(document.preface);
    add(document.body);
    add(document.conclusions);
    for (const core::Annex& annex : document.annexes) {
        lines.push_back(annex.kind == core::Annex::Kind::Annex ? "-- annex" : "-- attached");
        add(annex.blocks);
    }
    return lines;
}

/// The run-in headings of a document, in order.
inline std::vector<std::string> leads_of(const core::Document& document) {
    std::vector<std::string> leads;
    core::for_each_block(document, [&](const core::Block& block) {
        std::string lead;
        for (const core::Inline& run : block.runs)
            if (run.marks.has(core::Mark::Lead)) lead += run.text;
        if (!lead.empty()) leads.push_back(lead);
    });
    return leads;
}

inline std::size_t count_of(const core::Diagnostics& findings, std::string_view id) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const auto& finding) { return finding.message.id == id; }));
}

inline const core::Diagnostic* find_of(const core::Diagnostics& findings, std::string_view id) {
    for (const core::Diagnostic& finding : findings)
        if (finding.message.id == id) return &finding;
    return nullptr;
}

}  // namespace gongbao::editor
