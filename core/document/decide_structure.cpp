// SPDX-License-Identifier: Apache-2.0
#include "core/document/decide_structure.hpp"

#include "core/document/document.hpp"

namespace gongbao::core {

namespace {

void decide_text(Blocks& blocks) {
    decide_tables(blocks);
    decide_dated(blocks);
    decide_headings(blocks);
    decide_signers(blocks);
}

}  // namespace

void decide_structure(Document& document) {
    decide_signers(document.preface);
    decide_text(document.body);
    decide_signers(document.conclusions);
    for (Annex& annex : document.annexes) decide_text(annex.blocks);
}

}  // namespace gongbao::core
