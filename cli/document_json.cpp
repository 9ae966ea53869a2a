// SPDX-License-Identifier: Apache-2.0
#include "cli/document_json.hpp"

#include <iostream>
#include <nlohmann/json.hpp>

#include "core/document/document.hpp"
#include "core/document/structure.hpp"
#include "core/text/text.hpp"

namespace gongbao::cli {
namespace {

using core::Role;

Json dates_json(const core::Metadata& meta) {
    Json dates = Json::object();
    const auto put = [&](const char* name, const std::optional<core::Date>& date) {
        if (date) dates[name] = core::iso(*date);
    };
    put("written", meta.written);
    put("adopted", meta.adopted);
    put("promulgated", meta.promulgated);
    put("published", meta.published);
    put("effective", meta.effective);
    put("expires", meta.expires);
    return dates;
}

// The words of the blocks of `role` in the document itself, a line each, without annexes.
std::string words_of(const core::Document& document, Role role) {
    std::string words;
    for (const auto* part : {&document.preface, &document.body, &document.conclusions})
        for (const core::Block& block : *part)
            if (block.role == role) words += (words.empty() ? "" : "\n") + core::plain_text(block);
    return words;
}

std::string addressees_of(const core::Document& document) {
    std::string words = words_of(document, Role::Addressees);
    for (const char* colon : {"：", ":"})
        if (core::ends_with(words, colon))
            words.resize(words.size() - std::string_view(colon).size());
    return words;
}

// The words of a run-in heading.
std::string lead_of(const core::Block& block) {
    core::Runs lead;
    for (const core::Inline& run : block.runs) {
        if (!run.marks.has(core::Mark::Lead)) break;
        lead.push_back(run);
    }
    return core::plain_text(lead);
}

Json block_json(const core::Block& block, const core::HeadingLevels& levels) {
    Json json{{"role", name_of(block.role)}, {"text", core::plain_text(block)}, {"id", block.id}};
    if (!block.label.empty()) json["label"] = block.label;
    if (const int level = levels.of(block); level > 0) json["heading"] = level;
    if (core::leads(block)) json["lead"] = lead_of(block);
    if (const auto signer = core::signer_of(block))
        json["signer"] = {{"post", signer->post}, {"name", signer->name}};
    return json;
}

// Appends the annex's lines to `blocks` and says between which they stand.
Json annex_json(const core::Annex& annex, const core::HeadingLevels& levels, Json& blocks) {
    Json json{{"kind", annex.kind == core::Annex::Kind::Annex ? "annex" : "attached"},
              {"label", ""},
              {"title", ""},
              {"first_block", blocks.size()}};
    for (const core::Block& block : annex.blocks) {
        if (block.role == Role::AnnexLabel) json["label"] = core::plain_text(block);
        if (block.role == Role::Title && json["title"].get_ref<const std::string&>().empty())
            json["title"] = core::plain_text(block);
        blocks.push_back(block_json(block, levels));
    }
    json["last_block"] = blocks.size() - 1;
    return json;
}

}  // namespace

Json document_json(const core::Document& document) {
    const core::Metadata& meta = document.meta;
    Json json;
    json["title"] = meta.title;
    json["number"] = meta.number;
    json["issuers"] = meta.issuers;
    json["dates"] = dates_json(meta);
    json["addressees"] = addressees_of(document);
    json["signature"] = words_of(document, Role::Signature);
    json["kind"] = meta.kind;
    json["index_number"] = meta.index_number;
    json["themes"] = meta.themes;
    json["openness"] = name_of(meta.openness);
    json["text_digest"] = core::text_digest(document);
    const core::HeadingLevels levels(document);
    Json blocks = Json::array();
    for (const auto* part : {&document.preface, &document.body, &document.conclusions})
        for (const core::Block& block : *part) blocks.push_back(block_json(block, levels));
    Json annexes = Json::array();
    for (const core::Annex& annex : document.annexes)
        annexes.push_back(annex_json(annex, levels, blocks));
    json["blocks"] = std::move(blocks);
    json["annexes"] = std::move(annexes);
    return json;
}

Json findings_json(const core::Diagnostics& findings, const core::Messages& words) {
    Json list = Json::array();
    for (const core::Diagnostic& finding : findings) {
        Json entry{{"id", finding.message.id},
                   {"level", name_of(finding.level)},
                   {"place", words.say(finding.place)},
                   {"at", finding.place.text()},
                   {"message", words.say(finding.message)}};
        if (!finding.excerpt.empty()) entry["excerpt"] = finding.excerpt;
        list.push_back(std::move(entry));
    }
    return list;
}

void print_json(const Json& json, bool one_line) {
    std::cout << json.dump(one_line ? -1 : 2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace gongbao::cli
