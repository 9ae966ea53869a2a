// SPDX-License-Identifier: Apache-2.0
// Gathers what a document says of the time in which it is in force (terms.hpp), text by text: its title note,
// its body, and each text that it promulgates or passes on. Used by in_force.
#pragma once

#include <string>
#include <vector>

#include "core/document.hpp"
#include "editor/intake/structure/terms.hpp"

namespace gongbao::editor {

/// What one text says.
struct ForceWords {
    std::string kind;          ///< 文种 of the text's title
    std::vector<Term> terms;   ///< said in its sentences, in order
    std::vector<Term> noted;   ///< said in its title note
};

/// The document itself first, then the texts that it carries, in order: those attached, and of its annexes
/// the ones that its title prints (关于印发《…》的通知).
std::vector<ForceWords> force_words_of(const core::Document& document);

}  // namespace gongbao::editor
