// SPDX-License-Identifier: Apache-2.0
// A Block: one printed paragraph, table or figure, with its role, label and runs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/figure.hpp"
#include "core/document/inline.hpp"
#include "core/document/role.hpp"
#include "core/document/table.hpp"

namespace gongbao::core {

/// Words of a block that name another place: code points [begin, end) of plain_text(block.runs),
/// all of them in runs of text. Found by citations.hpp.
struct Citation {
    enum class Kind : std::uint8_t {
        Article,  ///< an article of the same text
        Number,   ///< a document by its number
        Title,    ///< a document by its title, with the 《》 around it
    };
    Kind kind = Kind::Article;
    std::size_t begin = 0;
    std::size_t end = 0;
    /// Article: the id of its block. Number: its normal form. Title: the words inside the 《》
    std::string target;
    std::string number;  ///< Title: normal form of the number that stands in brackets behind it

    friend bool operator==(const Citation&, const Citation&) = default;
};

struct Block {
    std::string id;  ///< stable inside the document: "art_10__para_2"; see assign_ids
    Role role = Role::Paragraph;
    std::string label;  ///< printed number without the white space after it: 第十条, 一、, （一）
    Runs runs;
    /// Of a level in a body or an annex: its words stand alone as the heading of what follows.
    /// Otherwise they are its text, or its run-in heading and text (Mark::Lead). Decided by
    /// decide_structure.hpp
    bool heading = false;
    Align align = Align::Natural;          ///< kept only where it says more than the role does
    std::optional<Table> table;            ///< role Table only
    std::optional<Figure> figure;          ///< role Figure only
    std::vector<Citation> citations = {};  ///< in the order of their words, none inside another

    friend bool operator==(const Block&, const Block&) = default;
};
using Blocks = std::vector<Block>;

/// Label and words of a block on one line: "第十条　…", "（一）…"; a table row a line, cells
/// separated by TAB and the paragraphs of a cell by a space; a figure's alternative text; each
/// footnote on a line of its own after the line it stands in, "① …".
std::string plain_text(const Block& block);

/// What stands in print between a label and the words: U+3000 after 第…编, 章, 节, 条, 目 and after
/// the label of any article (第十条之一); nothing elsewhere.
std::string_view label_gap(const Block& block);

}  // namespace gongbao::core
