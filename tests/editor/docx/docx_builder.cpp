// SPDX-License-Identifier: Apache-2.0
#include "tests/editor/docx/docx_builder.hpp"

#include "core/document/block.hpp"
#include "core/report/error.hpp"
#include "tests/worded.hpp"

namespace gongbao::editor {
namespace {

template <typename Block>
std::vector<Block> blocks_of(const RawDocument& raw) {
    std::vector<Block> found;
    for (const RawBlock& block : raw.blocks)
        if (const auto* one = std::get_if<Block>(&block)) found.push_back(*one);
    return found;
}

}  // namespace

std::string words_in(const core::Runs& runs) {
    std::string words;
    for (const core::Inline& run : runs) {
        if (run.kind == core::Inline::Kind::LineBreak) words += "/";
        if (core::holds_words(run)) words += run.text + run.reading;
        if (run.kind == core::Inline::Kind::Note)
            words += "{" + run.text + words_in(run.note) + "}";
    }
    return words;
}

std::string Read::words() const {
    std::string words;
    for (const RawParagraph& paragraph : paragraphs()) words += words_in(paragraph.runs) + "\n";
    return words;
}

std::vector<RawParagraph> Read::paragraphs() const {
    return blocks_of<RawParagraph>(raw);
}

core::Table Read::table(std::size_t index) const {
    return blocks_of<RawTable>(raw).at(index).table;
}

std::vector<core::Figure> Read::figures() const {
    std::vector<core::Figure> figures;
    for (const RawFigure& block : blocks_of<RawFigure>(raw)) figures.push_back(block.figure);
    return figures;
}

std::vector<std::string> Read::found() const {
    std::vector<std::string> lines;
    for (const core::Diagnostic& finding : findings) {
        if (finding.message.id == "docx.styles_missing") continue;  // most tests need no styles
        lines.push_back(std::string(core::name_of(finding.level)) + " " +
                        gongbao::tests::worded(finding.place) + " " + finding.message.id);
    }
    return lines;
}

Read read(const DocxBuilder& docx, const IntakeLimits& limits) {
    Read result;
    result.raw = read_docx({"稿件.docx", docx.bytes()}, limits, result.findings);
    return result;
}

Read read(const std::string& body) {
    return read(DocxBuilder(body));
}

std::string refusal(const std::string& bytes, const IntakeLimits& limits) {
    core::Diagnostics findings;
    try {
        read_docx({"稿件.docx", bytes}, limits, findings);
    } catch (const core::Error& error) {
        return std::string(core::name_of(error.kind())) + " " + error.for_people().id;
    }
    return {};
}

}  // namespace gongbao::editor
