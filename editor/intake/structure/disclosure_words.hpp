// SPDX-License-Identifier: Apache-2.0
// The words in which a document says who may read it: 机密★1年, 此件不予公开, 内部资料 请勿外传,
// 公开方式：依申请 公开 (保守国家秘密法; 政府信息公开条例, art. 14–19; GB/T 9704-2012, 7.2.2). A
// run is a stretch of text made of such words alone, so that a sentence that speaks about secrets
// is none. Used by disclosure_marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gongbao::editor {

/// What words say of the document they stand on, from the most to the least binding.
enum class Reach : std::uint8_t {
    Secret,       ///< 绝密 机密 秘密
    Internal,     ///< 内部资料, 工作秘密, 注意保存
    NotPublic,    ///< 不予公开
    NoSpreading,  ///< 不得外传, 严禁翻拍
    OnRequest,    ///< 依申请公开
    Public,       ///< 此件公开发布
};

struct MarkRun {
    std::size_t end = 0;    ///< behind its last word
    unsigned reaches = 0;   ///< bits of Reach
    int secrets = 0;        ///< how many different words of Reach::Secret
    bool bare = true;       ///< nothing but one word that may mean something else: 内部, 保密
    bool itself = false;    ///< it speaks of its own document: 此件, 本资料
    bool labelled = false;  ///< it has a label: 密级, 公开方式
    bool starred = false;   ///< ★ behind a word of secrecy
    bool has(Reach reach) const { return (reaches >> static_cast<unsigned>(reach) & 1U) != 0; }
    /// It says something that narrows who may read it.
    bool restricts() const {
        return (reaches & ~(1U << static_cast<unsigned>(Reach::Public))) != 0;
    }
    /// It names choices, as a form does: 主动公开 依申请公开 不予公开.
    bool offers() const;
};

/// The longest run of `text` that begins at `at`. Requires: folded text.
MarkRun read_mark_run(std::u32string_view text, std::size_t at = 0);

/// The run up to the first word that restricts, or an empty one.
MarkRun read_first_mark(std::u32string_view text, std::size_t at);

/// The length of the label (密级, 是否公开) that begins at `at`, 0 without one.
std::size_t label_at(std::u32string_view text, std::size_t at);
/// Does a word by which a document names itself (此件, 本文件) begin at `at`?
bool names_itself(std::u32string_view text, std::size_t at);
/// Does a label (密级, 公开属性) begin at `at`, and its value behind a colon?
bool opens_field(std::u32string_view text, std::size_t at);

}  // namespace gongbao::editor
