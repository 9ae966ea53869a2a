// SPDX-License-Identifier: Apache-2.0
// Proof that an archive agrees with itself, and the digest by which a person can tell that it is
// the one of old.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/report/diagnostic.hpp"

namespace gongbao::archive {

class Verifier {
  public:
    virtual ~Verifier() = default;

    /// Re-reads and re-hashes everything: blobs, XML, text digests, search rows, counts.
    /// `progress(done, total)` is called now and then. Empty: the file agrees with the manifests
    /// in it. That it is the file of old, only its head tells, compared with one kept elsewhere.
    virtual core::Diagnostics verify(
        const std::function<void(std::int64_t, std::int64_t)>& progress = {}) const = 0;

    /// One digest over all that was published, in order (docs/formats.md, "archive database").
    virtual std::string head() const = 0;
    /// The revision at which the archive had that head; nothing when it never had.
    virtual std::optional<std::int64_t> revision_with_head(std::string_view head) const = 0;
};

}  // namespace gongbao::archive
