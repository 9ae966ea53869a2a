// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/head_blocks.hpp"

#include <algorithm>

#include "core/document/document.hpp"
#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

bool is_plain(const core::Block& block) {
    return std::none_of(block.runs.begin(), block.runs.end(), [](const core::Inline& run) {
        return run.kind == core::Inline::Kind::Note || run.kind == core::Inline::Kind::Ruby;
    });
}

// The title when it is of the kind that is a mark, …令; null for any other.
const core::Block* title_as_mark(const core::Document& document) {
    for (const core::Block& block : document.preface) {
        if (block.role != core::Role::Title) continue;
        return is_plain(block) && core::ends_with(core::plain_text(block.runs), "令") ? &block
                                                                                      : nullptr;
    }
    return nullptr;
}

// A title that is the mark of 纪要 or 简报, ××会议纪要, with a number that names no authority below
// it (clause 10.3).
const core::Block* minutes_mark(const core::Document& document) {
    const core::Blocks& blocks = document.preface;
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
        if (blocks[i].role != core::Role::Title) continue;
        const std::string words = core::without_spaces(core::plain_text(blocks[i].runs));
        const bool mark = (core::ends_with(words, "纪要") || core::ends_with(words, "简报")) &&
                          words.find("关于") == std::string::npos;
        return mark && is_plain(blocks[i]) && blocks[i + 1].role == core::Role::Number ? &blocks[i]
                                                                                       : nullptr;
    }
    return nullptr;
}

}  // namespace

bool HeadBlocks::has(const core::Block& block) const {
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](const HeadBlock& one) { return one.block == &block; });
}

std::vector<HeadBlock> HeadBlocks::with_role(core::Role role) const {
    std::vector<HeadBlock> found;
    for (const HeadBlock& one : blocks)
        if (one.block->role == role && one.block != title) found.push_back(one);
    return found;
}

HeadBlocks head_blocks(const core::Document& document, const Profile& profile) {
    HeadBlocks head;
    if (profile.red_head.title == RedHead::Title::Mark) head.title = title_as_mark(document);
    if (head.title == nullptr) head.title = minutes_mark(document);
    bool numbered = false;
    for (const core::Block& block : document.preface) {
        const bool number = block.role == core::Role::Number && !numbered;
        numbered = numbered || number;
        if (number || &block == head.title || (core::is_of_head(block.role) && is_plain(block)))
            head.blocks.push_back({&block, kArtifact});
    }
    return head;
}

}  // namespace gongbao::typeset
