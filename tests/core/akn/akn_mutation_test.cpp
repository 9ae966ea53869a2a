// SPDX-License-Identifier: Apache-2.0
// Canonical XML with tags deleted, doubled and exchanged at random: read_akn refuses it, or gives a
// document with every one of its words in their order.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/akn/read_akn.hpp"
#include "core/akn/write_akn.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "tests/core/document/random_document.hpp"

namespace {

using namespace gongbao::core;

using Tag = std::pair<std::size_t, std::size_t>;  // place and length

std::vector<Tag> tags_of(const std::string& xml, std::size_t from) {
    std::vector<Tag> tags;
    for (std::size_t at = xml.find('<', from); at != std::string::npos; at = xml.find('<', at + 1))
        tags.push_back({at, xml.find('>', at) + 1 - at});
    return tags;
}

// What stands between the tags behind the metadata, without white space.
std::string words_of(const std::string& xml) {
    std::string words;
    std::size_t at = xml.find("</meta>");
    while (at < xml.size()) {
        const std::size_t open = std::min(xml.find('<', at), xml.size());
        words += xml.substr(at, open - at);
        at = std::min(xml.find('>', open), xml.size() - 1) + 1;
    }
    for (const auto& [entity, character] : {std::pair{"&lt;", "<"},
                                            {"&gt;", ">"},
                                            {"&#9;", ""},
                                            {"&#10;", ""},
                                            {"&#13;", ""},
                                            {"&amp;", "&"}})
        words = replace_all(words, entity, character);
    return without_spaces(words);
}

void add_words(const Runs& runs, std::string& words) {
    for (const Inline& run : runs) {
        if (holds_words(run)) words += run.text + run.reading;
        add_words(run.note, words);
    }
}

std::string words_of(const Document& document) {
    std::string words;
    for_each_block(document, [&](const Block& block) {
        words += block.label;
        add_words(block.runs, words);
        if (!block.table) return;
        for (const Row& row : block.table->rows)
            for (const Cell& cell : row.cells)
                for (const Runs& paragraph : cell.paragraphs) add_words(paragraph, words);
    });
    return without_spaces(words);
}

std::string mutated(std::string xml, std::mt19937& random) {
    for (int times = 1 + static_cast<int>(random() % 2); times > 0; --times) {
        const auto tags = tags_of(xml, xml.find("</meta>") + 7);
        const auto [at, length] = tags[random() % tags.size()];
        const auto [other_at, other_length] = tags[random() % tags.size()];
        const std::string other = xml.substr(other_at, other_length);
        switch (random() % 3) {
            case 0: xml.erase(at, length); break;
            case 1: xml.insert(at, other); break;
            default: xml.replace(at, length, other); break;
        }
    }
    return xml;
}

TEST(AknMutation, LosesNoWordOfWhatItReads) {
    std::mt19937 random(20260201);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 6000; ++i) {
        Document document = gongbao::tests::random_document(static_cast<std::uint64_t>(i) % 600);
        document.annexes.clear();  // the words of an annex stand behind a second meta
        const std::string xml = mutated(write_akn(document), random);
        try {
            const Document again = read_akn(xml);
            ASSERT_EQ(words_of(again), words_of(xml)) << xml;
            ++read;
        } catch (const Error& error) {
            ASSERT_EQ(error.kind(), ErrorKind::Invalid);
            ++refused;
        }
    }
    EXPECT_GT(read, 100);
    EXPECT_GT(refused, 1000);
}

}  // namespace
