// SPDX-License-Identifier: Apache-2.0
// The printed number a paragraph opens with: 第三章, 第十条, 一、, （一）, 1., （1）, ①, 7.1 and
// their written variants (half-width brackets, 1、 for 1.). GB/T 9704-2012, 7.3.3; 立法法 art. 65.
#pragma once

#include <cstddef>
#include <string_view>

namespace gongbao::editor {

enum class LabelKind {
    None,
    Part,           ///< 第一编
    Chapter,        ///< 第一章
    Section,        ///< 第一节
    Article,        ///< 第十条, 第十条之一
    Han,            ///< 一、
    HanBracket,     ///< （一）
    Arabic,         ///< 1.
    ArabicBracket,  ///< （1）
    Circled,        ///< ①
    Bullet,         ///< •
    Decimal,        ///< 7.1, or 7 before a gap
};

struct Label {
    LabelKind kind = LabelKind::None;
    std::size_t bytes = 0;         ///< length of the label in the text
    long number = 0;               ///< 0 for a bullet; the last number of a Decimal
    int depth = 0;                 ///< Decimal: how many numbers
    bool followed_by_gap = false;  ///< white space or nothing follows

    explicit operator bool() const { return kind != LabelKind::None; }
};

/// The label that `text` opens with; `text` has no white space in front. 第三条规定…, 一、二级医院…
/// and 1.5亿元 open with none.
Label read_label(std::string_view text);

}  // namespace gongbao::editor
