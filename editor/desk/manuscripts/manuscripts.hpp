// SPDX-License-Identifier: Apache-2.0
// Manuscripts at the desk: what is handed in is taken in, kept for ever as it came, and stands
// there as a document with its findings until an issue takes it.
#pragma once

#include <vector>

#include "core/document/document.hpp"
#include "core/report/diagnostic.hpp"
#include "core/text/date.hpp"
#include "editor/desk/store/entries.hpp"
#include "editor/intake/intake.hpp"

namespace gongbao::editor {

struct Holdings;

/// What was taken in, or found to be there already.
struct Received {
    DocumentId id = 0;
    bool known = false;  ///< the same bytes were handed in before
    TakenIn taken;
};

class Manuscripts {
  public:
    explicit Manuscripts(Holdings& holdings) : holdings_(holdings) {}

    /// Takes a manuscript in and keeps it, its document and its findings. A number that the desk or
    /// the archive already has is added to the findings. Throws as take_in does, and Error(Corrupt)
    /// when the same bytes are kept already and their document is damaged; then nothing is kept.
    Received receive(const Manuscript& manuscript, core::Instant now);
    /// The same of a manuscript that was taken in already: that takes its time, and a transaction
    /// keeps all others waiting. `replaced`: documents it takes the place of, which may have its
    /// number.
    Received keep(const Manuscript& manuscript, TakenIn taken, core::Instant now,
                  std::vector<DocumentId> replaced = {});
    /// Throws: Error(NotFound), (Corrupt) when it is not what was kept.
    core::Document document(DocumentId id) const;
    /// What was found when it was handed in. Throws: the same.
    core::Diagnostics findings(DocumentId id) const;
    std::vector<DeskDocument> all() const;  ///< newest first

  private:
    Holdings& holdings_;
};

}  // namespace gongbao::editor
