// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "core/document/decide_structure.hpp"
#include "core/document/wording.hpp"

namespace gongbao::core {
namespace {

// One printed line of nothing but words.
bool is_one_line(const Runs& runs) {
    return std::all_of(runs.begin(), runs.end(), holds_words);
}

// The runs cut at byte `at` of their words. False where that is inside of a reading's group.
bool cut(const Runs& runs, std::size_t at, Runs& before, Runs& after) {
    for (const Inline& run : runs) {
        const std::size_t here = after.empty() ? std::min(at, run.text.size()) : 0;
        at -= here;
        if (!after.empty() || (here == 0 && !run.text.empty())) {
            after.push_back(run);
        } else if (here == run.text.size()) {
            before.push_back(run);
        } else if (run.kind == Inline::Kind::Ruby) {
            return false;
        } else {
            before.push_back(text_run(run.text.substr(0, here), run.marks));
            after.push_back(text_run(run.text.substr(here), run.marks));
        }
    }
    return true;
}

void mark(Runs& runs, Mark as) {
    for (Inline& run : runs) run.marks.add(as);
}

void mark_signer(Runs& runs, const SignerParts& parts) {
    Runs post, rest, gap, name;
    if (!cut(runs, parts.post_end, post, rest) ||
        !cut(rest, parts.name_begin - parts.post_end, gap, name))
        return;
    mark(post, Mark::Post);
    mark(name, Mark::PersonName);
    runs = std::move(post);
    std::move(gap.begin(), gap.end(), std::back_inserter(runs));
    std::move(name.begin(), name.end(), std::back_inserter(runs));
}

}  // namespace

void decide_signers(Blocks& blocks) {
    for (Block& block : blocks) {
        if (block.role != Role::Signature || !block.label.empty() || !is_one_line(block.runs))
            continue;
        if (const auto parts = signer_in(plain_text(block.runs))) mark_signer(block.runs, *parts);
    }
}

}  // namespace gongbao::core
