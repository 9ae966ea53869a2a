// SPDX-License-Identifier: Apache-2.0
#include "core/document/outline.hpp"

#include <map>
#include <set>
#include <string>

#include "core/document/document.hpp"
#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

constexpr int kParagraphDepth = 4;

int depth_in_outline(Role role) {
    if (const auto depth = depth_of(role)) return *depth;
    if (role == Role::Item) return kParagraphDepth + 1;
    if (role == Role::SubItem) return kParagraphDepth + 2;
    return kParagraphDepth;
}

bool is_leaf(Role role) {
    const bool of_law = role == Role::Paragraph || role == Role::Item || role == Role::SubItem;
    return !of_law && !depth_of(role);
}

// Reads blocks from `at` on while they stand deeper than `depth`.
std::vector<Branch> branches_below(int depth, const Blocks& blocks, std::size_t& at) {
    std::vector<Branch> branches;
    while (at < blocks.size() && depth_in_outline(blocks[at].role) > depth) {
        const Role role = blocks[at].role;
        Branch branch{at++, false, {}};
        if (role == Role::Article)
            branch.branches.push_back(
                {branch.block, true, branches_below(kParagraphDepth, blocks, at)});
        if (!is_leaf(role))
            for (Branch& below : branches_below(depth_in_outline(role), blocks, at))
                branch.branches.push_back(std::move(below));
        branches.push_back(std::move(branch));
    }
    return branches;
}

// "第十条" → "10", "第十条之一" → "10-1"; empty for a label without a number.
std::string article_number(std::string_view label) {
    constexpr std::string_view kArticle = "条";
    constexpr std::string_view kInserted = "之";
    const std::size_t end = label.find(kArticle);
    if (!label.starts_with("第") || end == std::string_view::npos) return {};
    const long number = parse_numeral(label.substr(3, end - 3));
    if (number < 0) return {};
    const auto rest = label.substr(end + kArticle.size());
    if (rest.empty()) return std::to_string(number);
    if (!rest.starts_with(kInserted)) return {};
    const long inserted = parse_numeral(rest.substr(kInserted.size()));
    return inserted < 0 ? std::string() : std::to_string(number) + "-" + std::to_string(inserted);
}

// Gives the ids of one part of a document, a body or an annex.
class Numbering {
  public:
    Numbering(Blocks& blocks, std::string scope) : blocks_(blocks), scope_(std::move(scope)) {}

    void number(const std::vector<Branch>& branches, const std::string& parent) {
        std::map<std::string_view, int> counts;
        for (const Branch& branch : branches) {
            Block& block = blocks_[branch.block];
            const auto abbreviation =
                branch.opening ? id_abbreviation(Role::Paragraph) : id_abbreviation(block.role);
            const std::string id = block.role == Role::Article && !branch.opening
                                       ? article_id(block.label)
                                       : parent + std::string(abbreviation) + "_" +
                                             std::to_string(++counts[abbreviation]);
            if (!branch.opening) block.id = id;
            number(branch.branches, id + "__");
        }
    }

  private:
    // A number printed twice, as in a decision that quotes articles, is told apart: art_3, art_3.2.
    std::string article_id(std::string_view label) {
        ++articles_;
        std::string number = article_number(label);
        if (number.empty()) number = std::to_string(articles_);
        const std::string id = scope_ + "art_" + number;
        std::string unique = id;
        for (int time = 2; !used_.insert(unique).second; ++time)
            unique = id + "." + std::to_string(time);
        return unique;
    }

    Blocks& blocks_;
    std::string scope_;
    std::set<std::string> used_;
    int articles_ = 0;
};

void number_tree(Blocks& blocks, const std::string& scope) {
    Numbering(blocks, scope).number(outline(blocks), scope);
}

void number_in_order(Blocks& blocks, const std::string& part) {
    int count = 0;
    for (Block& block : blocks) block.id = part + "__p_" + std::to_string(++count);
}

}  // namespace

std::vector<Branch> outline(const Blocks& blocks) {
    std::size_t at = 0;
    return branches_below(-1, blocks, at);
}

std::string_view id_abbreviation(Role role) {
    switch (role) {
        case Role::Part: return "part";
        case Role::Chapter: return "chp";
        case Role::Section: return "sec";
        case Role::Article: return "art";
        case Role::Item: return "point";
        case Role::SubItem: return "indent";
        case Role::Heading1:
        case Role::Heading2:
        case Role::Heading3:
        case Role::Heading4: return "lvl";
        default: return "para";
    }
}

void assign_ids(Document& document) {
    number_in_order(document.preface, "preface");
    number_tree(document.body, "");
    number_in_order(document.conclusions, "conclusions");
    int annexes = 0;
    for (Annex& annex : document.annexes)
        number_tree(annex.blocks, "att_" + std::to_string(++annexes) + "__");
}

}  // namespace gongbao::core
