// SPDX-License-Identifier: Apache-2.0
#include "core/document/citations.hpp"

#include <algorithm>
#include <utility>

#include "core/document/cited_articles.hpp"
#include "core/document/cited_documents.hpp"
#include "core/document/document.hpp"
#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

using Found = std::unordered_map<const Block*, std::vector<Citation>>;

// Text that may cite. A title names the text itself, a table's caption and an annex note what
// stands beside them; the head and the imprint are forms.
bool may_cite(const Block& block) {
    switch (block.role) {
        case Role::TitleNote:
        case Role::Part:
        case Role::Chapter:
        case Role::Section:
        case Role::Article:
        case Role::Paragraph:
        case Role::DatedEntry:
        case Role::DatedOpening:
        case Role::Item:
        case Role::SubItem:
        case Role::Heading1:
        case Role::Heading2:
        case Role::Heading3:
        case Role::Heading4:
        case Role::ListItem:
        case Role::Note: return true;
        default: return false;
    }
}

// The words that positions count, a group under a reading as U+FFFC: it is part of no citation.
std::u32string words_to_search(const Runs& runs) {
    constexpr char32_t kObject = 0xFFFC;
    std::u32string words;
    for (const Inline& run : runs) {
        if (run.kind == Inline::Kind::Text) words += to_utf32(run.text);
        if (run.kind == Inline::Kind::Ruby) words.append(length(run.text), kObject);
    }
    return words;
}

void search(const Blocks& blocks, ArticleFinder articles, const DocumentFinder& documents,
            Found& found) {
    for (const Block& block : blocks) {
        if (!may_cite(block)) continue;
        const std::u32string words = words_to_search(block.runs);
        std::vector<Citation> citations = documents.find(words);
        for (Citation& article : articles.find(words)) {
            const bool inside = std::any_of(
                citations.begin(), citations.end(),
                [&](const Citation& c) { return c.begin < article.end && article.begin < c.end; });
            if (!inside) citations.push_back(std::move(article));
        }
        if (citations.empty()) continue;
        std::sort(citations.begin(), citations.end(),
                  [](const Citation& a, const Citation& b) { return a.begin < b.begin; });
        found.emplace(&block, std::move(citations));
    }
}

std::string title_of(const Annex& annex) {
    for (const Block& block : annex.blocks)
        if (block.role == Role::Title) return plain_text(block.runs);
    return {};
}

// Articles are those of the same text: the document's own or one annex's.
Found find_citations(const Document& document, const std::vector<std::string>& known) {
    Found found;
    const DocumentFinder documents(document.meta.number, known);
    const ArticleFinder own(document.meta.title, document.body);
    for (const auto* part : {&document.preface, &document.body, &document.conclusions})
        search(*part, own, documents, found);
    for (const Annex& annex : document.annexes)
        search(annex.blocks, ArticleFinder(title_of(annex), annex.blocks), documents, found);
    return found;
}

}  // namespace

void assign_citations(Document& document, const std::vector<std::string>& known) {
    Found found = find_citations(document, known);
    const auto assign = [&](Blocks& blocks) {
        for (Block& block : blocks) block.citations = std::move(found[&block]);
    };
    assign(document.preface);
    assign(document.body);
    assign(document.conclusions);
    for (Annex& annex : document.annexes) assign(annex.blocks);
}

void assign_citations(const std::vector<Document*>& together) {
    std::vector<std::string> numbers;
    for (const Document* document : together) numbers.push_back(document->meta.number);
    for (Document* document : together) assign_citations(*document, numbers);
}

Citations::Citations(const Document& document, const std::vector<std::string>& known) {
    for_each_block(document, [&](const Block& block) {
        if (!block.citations.empty()) found_.emplace(&block, block.citations);
    });
    if (found_.empty()) found_ = find_citations(document, known);
    for (const auto& [block, citations] : found_)
        for (const Citation& citation : citations)
            if (citation.kind == Citation::Kind::Article) led_to_.insert(citation.target);
}

const std::vector<Citation>& Citations::in(const Block& block) const {
    static const std::vector<Citation> kNone;
    const auto found = found_.find(&block);
    return found == found_.end() ? kNone : found->second;
}

bool Citations::lead_to(const std::string& id) const {
    return led_to_.contains(id);
}

std::string title_name(std::string_view title) {
    std::string name = replace_all(without_spaces(title), "《", "〈");
    return "《" + replace_all(std::move(name), "》", "〉") + "》";
}

std::vector<std::string> names_of(const Citation& citation) {
    switch (citation.kind) {
        case Citation::Kind::Article: return {};
        case Citation::Kind::Number: return {citation.target};
        case Citation::Kind::Title: break;
    }
    std::vector<std::string> names;
    if (!citation.number.empty()) names.push_back(citation.number);
    names.push_back(title_name(citation.target));
    return names;
}

std::vector<std::string> names_of(const Document& document) {
    std::vector<std::string> names;
    if (const auto number = parse_doc_number(document.meta.number))
        names.push_back(normal_form(*number));
    if (!document.meta.title.empty()) names.push_back(title_name(document.meta.title));
    return names;
}

}  // namespace gongbao::core
