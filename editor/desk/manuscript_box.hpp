// SPDX-License-Identifier: Apache-2.0
// Keeps manuscripts, the documents made of them, their pictures and findings, in the desk's database.
#pragma once

#include <optional>
#include <vector>

#include "core/database.hpp"
#include "editor/desk/desk.hpp"

namespace gongbao::editor {

class ManuscriptBox {
  public:
    explicit ManuscriptBox(core::Database& database) : database_(database) {}

    /// The document made of the manuscript with this digest, when it was handed in before.
    std::optional<DocumentId> find(const std::string& digest) const;
    /// Keeps all of it in one transaction.
    DocumentId keep(const Manuscript& manuscript, const TakenIn& taken, core::Instant now);
    core::Document document(DocumentId id) const;
    std::vector<DeskDocument> documents() const;
    /// Documents whose number has this match_key.
    bool has_number(const std::string& key) const;

    static void create_tables(core::Database& database);

  private:
    core::Database& database_;
};

}  // namespace gongbao::editor
