// SPDX-License-Identifier: Apache-2.0
// Gathers what a document says of the time in which it is in force (terms.hpp), text by text: its
// title note, its body, and each text that it promulgates or passes on. Used by in_force.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/document/document_fwd.hpp"
#include "editor/intake/structure/terms.hpp"

namespace gongbao::editor {

/// What one text says.
struct ForceWords {
    std::string title;
    std::string kind;  ///< 文种 of the title
    std::optional<core::Date>
        dated;  ///< a date of its own below a text that is carried, or below its title
    std::vector<Term> terms;  ///< said in its sentences, in order
    std::vector<Term> noted;  ///< said in its title note
};

/// The document itself first, then the texts that it carries, in order: those attached, and of its
/// annexes the ones that its title prints (关于印发《…》的通知). A document of another authority
/// that is passed on (转发) with its own number or date is not among them, and an explanation
/// (解读) has no words of its own.
std::vector<ForceWords> force_words_of(const core::Document& document);

/// Does the text change, prolong or abolish others?
bool changes_texts(const ForceWords& text);
/// Of `terms`, those of the kind said of the whole text. Where a decision is printed behind a law
/// (本条例, 本决定), those that call it by its own kind; where a text changes another, 本办法 is
/// the other.
std::vector<const Term*> own_terms(const std::vector<Term>& terms, const ForceWords& text,
                                   Term::Kind kind);

}  // namespace gongbao::editor
