// SPDX-License-Identifier: Apache-2.0
// Documents nobody would write: every role in every part, odd labels, runs of white space, empty
// runs, spans, notes. The same seed gives the same document. For tests that must hold for all.
#pragma once

#include <cstdint>

#include "core/document/document.hpp"

namespace gongbao::tests {

/// A document with ids assigned.
core::Document random_document(std::uint64_t seed);

}  // namespace gongbao::tests
