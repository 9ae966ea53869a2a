// SPDX-License-Identifier: Apache-2.0
#include "core/document/structure.hpp"

#include <algorithm>

#include "core/document/document.hpp"

namespace gongbao::core {
namespace {

constexpr int kTitleLevel = 1;
constexpr int kAnnexTitleLevel = 2;

// 0 outermost. A text in 编 章 节 has its 一、（一） inside them.
int rank_of(Role role) {
    constexpr int kDivisions = 3;
    return depth_of(role).value_or(0) + (is_level(role) ? kDivisions : 0);
}

// Reads the headings of a document from its first block to the last.
class HeadingReader {
  public:
    void begin_annex() {
        in_annex_ = true;
        below_ = kTitleLevel;
        open_.clear();
    }

    void read(const Block& block) {
        if (!stands_as_heading(block)) return;
        if (block.role == Role::Title) return read_title(block);
        const int rank = rank_of(block.role);
        while (!open_.empty() && open_.back() >= rank) open_.pop_back();
        open_.push_back(rank);
        add(block, below_ + static_cast<int>(open_.size()));
    }

    std::vector<Heading> take() { return std::move(headings_); }

  private:
    void read_title(const Block& block) {
        const bool first = headings_.empty() && !in_annex_;
        below_ = first ? kTitleLevel : kAnnexTitleLevel;
        open_.clear();
        add(block, below_);
    }

    void add(const Block& block, int level) {
        headings_.push_back({&block, std::min(level, kDeepestHeading)});
    }

    std::vector<Heading> headings_;
    bool in_annex_ = false;
    int below_ = kTitleLevel;  ///< level of the title that stands above
    std::vector<int> open_;    ///< ranks of the open headings, outermost first
};

}  // namespace

bool stands_as_heading(const Block& block) {
    return block.role == Role::Title || is_division(block.role) ||
           (is_level(block.role) && block.heading);
}

bool leads(const Block& block) {
    return is_level(block.role) && !block.heading && !block.runs.empty() &&
           block.runs.front().marks.has(Mark::Lead);
}

bool is_item(const Block& block) {
    if (is_level(block.role)) return !block.heading && !leads(block);
    return block.role == Role::Item || block.role == Role::SubItem || block.role == Role::ListItem;
}

int list_depth(const Block& block) {
    constexpr int kBelowLevels = 5;  // Heading1 … Heading4 are 1 … 4
    if (!is_item(block)) return 0;
    switch (block.role) {
        case Role::Item: return kBelowLevels;
        case Role::SubItem: return kBelowLevels + 1;
        case Role::ListItem: return kBelowLevels + 2;
        default: return 1 + depth_of(block.role).value_or(0);
    }
}

std::string dated_head(const Block& block) {
    if (block.role != Role::DatedEntry) return {};
    const std::string words = plain_text(block.runs);
    const std::size_t gap = words.find(kDateGap);
    return gap == std::string::npos ? std::string() : words.substr(0, gap + kDateGap.size());
}

std::optional<Signer> signer_of(const Block& block) {
    if (block.role != Role::Signature) return {};
    Signer signer;
    for (const Inline& run : block.runs) {
        if (run.marks.has(Mark::Post)) signer.post += run.text;
        if (run.marks.has(Mark::PersonName)) signer.name += run.text;
    }
    return signer.post.empty() || signer.name.empty() ? std::nullopt : std::optional(signer);
}

std::vector<Heading> headings_of(const Document& document) {
    HeadingReader reader;
    for (const Blocks* part : {&document.preface, &document.body, &document.conclusions})
        for (const Block& block : *part) reader.read(block);
    for (const Annex& annex : document.annexes) {
        reader.begin_annex();
        for (const Block& block : annex.blocks) reader.read(block);
    }
    return reader.take();
}

HeadingLevels::HeadingLevels(const Document& document) {
    for (const Heading& heading : headings_of(document)) levels_[heading.block] = heading.level;
}

int HeadingLevels::of(const Block& block) const {
    const auto found = levels_.find(&block);
    return found == levels_.end() ? 0 : found->second;
}

}  // namespace gongbao::core
