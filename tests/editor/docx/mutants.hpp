// SPDX-License-Identifier: Apache-2.0
// Word files gone wrong: an invented document with every kind of element, changed at random places
// (elements deleted, doubled, moved, renamed, wrapped; attributes; cut-off parts; flipped bytes).
// The same seed makes the same file. Each word of the document is a token of its own, so that an
// independent count tells what became of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gongbao::editor {

struct Mutant {
    std::string bytes;                ///< a docx
    std::vector<std::string> tokens;  ///< of its texts, in the order of the file, with repetitions
    bool flipped = false;             ///< a bit of the package: whole parts may be gone
    std::string done;                 ///< what was changed, for a failure's message
};

Mutant make_mutant(std::uint64_t seed);

/// What became of a mutant.
struct Outcome {
    bool refused = false;
    std::vector<std::string> lost;      ///< neither in the document nor named in a finding
    std::vector<std::string> invented;  ///< more often in the document than in the file
};

/// Takes the mutant in.
Outcome judge(const Mutant& mutant);

}  // namespace gongbao::editor
