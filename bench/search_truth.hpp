// SPDX-License-Identifier: Apache-2.0
// The truth a search is judged by: a scan over every text, written without any part of
// archive/search.
//
// Texts are folded whole by ICU (NFKC_Casefold, then its Traditional-Simplified transform) and cut
// into groups by Unicode properties; a phrase is found where its groups are, the first and the last
// group of Han signs in part. Slow and plain on purpose. Called by search_bench.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::bench {

class Scan {
  public:
    Scan();
    ~Scan();

    /// Returns the text's number: 0, 1, 2, …
    std::size_t add(std::string_view text);
    /// Numbers of the texts that hold `phrase`, rising.
    std::vector<std::size_t> find(std::string_view phrase) const;
    /// Numbers of the texts that hold both.
    std::vector<std::size_t> find_both(std::string_view a, std::string_view b) const;
    /// Simplified Han characters made traditional, as a reader in Hong Kong would type them.
    std::string traditional(std::string_view text) const;

  private:
    struct Transforms;
    std::u16string folded(std::string_view text) const;

    std::unique_ptr<Transforms> transforms_;
    std::vector<std::u16string> texts_;
};

}  // namespace gongbao::bench
