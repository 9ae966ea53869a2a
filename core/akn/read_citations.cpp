// SPDX-License-Identifier: Apache-2.0
#include "core/akn/read_citations.hpp"

#include <string>
#include <string_view>

#include "core/akn/iri.hpp"
#include "core/akn/names.hpp"
#include "core/text/doc_number.hpp"
#include "core/text/text.hpp"

namespace gongbao::core::akn {
namespace {

// What `words` with the address `address` name; a title's number is still open.
Citation named_by(const std::string& address, std::string_view words) {
    constexpr std::string_view kOpen = "《";
    constexpr std::string_view kClose = "》";
    if (address.starts_with('#')) return {Citation::Kind::Article, 0, 0, address.substr(1), {}};
    if (words.starts_with(kOpen) && words.ends_with(kClose)) {
        words.remove_prefix(kOpen.size());
        words.remove_suffix(kClose.size());
        return {Citation::Kind::Title, 0, 0, std::string(words), {}};
    }
    const auto number = parse_doc_number(words);
    return {Citation::Kind::Number, 0, 0, number ? normal_form(*number) : std::string(words), {}};
}

}  // namespace

void add_reference(const XmlSource& source, pugi::xml_node node, std::size_t at, std::size_t length,
                   Block& block) {
    const std::string address = node.attribute("href").value();
    const std::string_view kind = node.attribute("class").value();
    if (address.empty() || length == 0) source.refuse(node, "akn.bad_value");
    if (kind != kContinued) {
        block.citations.push_back({{}, at, at + length, address, {}});
        return;
    }
    if (block.citations.empty() || block.citations.back().end != at ||
        block.citations.back().target != address)
        source.refuse(node, "akn.bad_value");
    block.citations.back().end += length;
}

void settle_citations(const XmlSource& source, pugi::xml_node node, Block& block) {
    if (block.citations.empty()) return;
    const std::u32string words = to_utf32(plain_text(block.runs));
    std::string behind;  // the number that stands behind the citation
    for (auto citation = block.citations.rbegin(); citation != block.citations.rend(); ++citation) {
        const std::string address = citation->target;
        Citation named = named_by(
            address, to_utf8(words.substr(citation->begin, citation->end - citation->begin)));
        named.begin = citation->begin;
        named.end = citation->end;
        if (citation_iri(named) != address && !behind.empty()) named.number = behind;
        if (citation_iri(named) != address) source.refuse(node, "akn.bad_value");
        behind = named.kind == Citation::Kind::Number ? named.target : std::string();
        *citation = std::move(named);
    }
}

}  // namespace gongbao::core::akn
