// SPDX-License-Identifier: Apache-2.0
// Work shared out over threads: each index once, results where the caller puts them, so that what
// comes out does not depend on which thread was faster. Called by the typesetter and the benches.
#pragma once

#include <cstddef>
#include <functional>

namespace gongbao::core {

/// How many threads this machine runs at once, at least 1.
unsigned thread_count();

/// Calls `work(index)` for every index in [0, count), low ones first, on up to `threads` threads,
/// this one among them. Returns when all are done. Throws: what the lowest index that failed has
/// thrown; the others have run nevertheless.
void for_each_index(std::size_t count, unsigned threads,
                    const std::function<void(std::size_t)>& work);

}  // namespace gongbao::core
