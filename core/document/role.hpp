// SPDX-License-Identifier: Apache-2.0
// What a paragraph of a document is.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gongbao::core {

/// What a paragraph is. The stable names (for JSON and XML) are those of name_of(Role).
enum class Role : std::uint8_t {
    // 版头, head of the original (GB/T 9704-2012, 7.2.1–7.2.4, 7.2.6)
    CopyNumber,  ///< 份号 000012
    Secrecy,     ///< 密级和保密期限 机密★1年
    Urgency,     ///< 紧急程度 特急
    IssuerMark,  ///< 发文机关标志 ××人民政府文件; of a joint document one block with line breaks
    Signer,  ///< 签发人：×××
    // preface
    Title,       ///< 标题; several printed lines are one block with line breaks
    Subtitle,    ///< 副题
    Number,      ///< 发文字号 as printed
    TitleNote,   ///< 题注 （2020年11月20日…公布　自…起施行）
    Addressees,  ///< 主送机关, with its closing ：
    Contents,    ///< a printed table of contents (目录 and its lines), or an
                 ///< entry of an index, whose last run is a Locator
    // divisions of a legal text (立法法 art. 65)
    Part,
    Chapter,
    Section,
    Article,    ///< 条: label 第十条, runs = its first 款
    Paragraph,  ///< a 款, or any plain paragraph
    DatedEntry,  ///< an entry of a chronicle, its date and U+3000 first: 2月2日　全省春运开始。
    DatedOpening,  ///< opens what was decided on a day: 2026年2月6日，省人民政府决定：
    Item,          ///< 项: label （一）
    SubItem,       ///< 目: label 1.
    // levels of an official document (GB/T 9704-2012, 7.3.3): a stand-alone heading
    // (Block::heading), or a paragraph that opens with a label and, marked Lead, its run-in heading
    Heading1,   ///< 一、
    Heading2,   ///< （一）
    Heading3,   ///< 1.
    Heading4,   ///< （1）
    ListItem,   ///< label "•", "①" … where the number is no level
    Caption,    ///< title line of a table or figure standing outside of it
    TableUnit,  ///< 单位：万元, above a table
    Table,
    TableNote,  ///< 注：…, 资料来源：…, below a table
    Figure,
    AnnexNote,  ///< 附件说明: 附件：1.… ; one block a printed line
    // conclusions
    Signature,  ///< 发文机关署名, or a signer with post
    Date,       ///< 成文日期
    Note,       ///< 附注 （此件公开发布）
    // 版记, imprint of the original (GB/T 9704-2012, 7.4)
    CopyTo,   ///< 抄送机关 抄送：…, with its label (主送, 分送, 抄报)
    Imprint,  ///< 印发机关和印发日期 ××办公厅　2026年3月7日印发, or a line beside it (共印50份)
    // annex openings
    AnnexLabel,  ///< 附件1
};

const char* name_of(Role role);  ///< "title", "heading1", "annex-note" …
std::optional<Role> role_named(std::string_view name);
/// 编, 章 or 节.
bool is_division(Role role);
/// 一、（一）1.（1）: Heading1 … Heading4. Whether one stands as a heading its block says.
bool is_level(Role role);
/// An element of 版头 other than the number. Every rendition asks these, none the wording.
bool is_of_head(Role role);
/// An element of 版记.
bool is_of_imprint(Role role);

/// The depth of a role in the tree of its part, 0 outermost; leaves are deepest.
/// Part 0, Chapter 1, Section 2, Article 3 | Heading1 0 … Heading4 3; nothing for plain blocks.
std::optional<int> depth_of(Role role);

}  // namespace gongbao::core
