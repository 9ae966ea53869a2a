// SPDX-License-Identifier: Apache-2.0
// Keeps manuscripts, the documents made of them, their pictures and findings, in the desk's
// database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/document/document.hpp"
#include "core/report/diagnostic.hpp"
#include "core/storage/database.hpp"
#include "editor/desk/store/entries.hpp"
#include "editor/intake/intake.hpp"

namespace gongbao::editor {

/// A document as the desk keeps it, proven to be what was kept.
struct KeptDocument {
    std::string xml;
    std::vector<core::Media> media;  ///< the XML only names the pictures
    core::Document read() const;
};

class ManuscriptBox {
  public:
    explicit ManuscriptBox(core::Database& database) : database_(database) {}

    /// The document made of the manuscript with this digest, when it was handed in before.
    std::optional<DocumentId> find(const std::string& digest) const;
    /// Keeps all of it. Requires: a transaction around it, in which find() knew no such manuscript.
    DocumentId keep(const Manuscript& manuscript, const TakenIn& taken, core::Instant now,
                    std::optional<int> index_year = {});
    /// Keeps an annual index, which is made here and not handed in: `issue` prints that of `year`.
    /// The same one is kept once. Requires: a transaction around it.
    DocumentId keep_index(const core::IssueNumber& issue, int year, const core::Document& document,
                          core::Instant now);
    /// The year of an annual index; nothing for a document that was handed in.
    std::optional<int> index_year(DocumentId id) const;
    /// What was handed in. Throws: Error(NotFound), (Corrupt) when it is not what was kept.
    Manuscript manuscript(DocumentId id) const;
    /// With its pictures. Throws: Error(NotFound), (Corrupt) when it is not what was kept.
    KeptDocument kept(DocumentId id) const;
    core::Document document(DocumentId id) const { return kept(id).read(); }
    /// Throws: Error(NotFound), (Corrupt) when the document's rows are not as they were kept. Its
    /// text is not read, nor are its pictures.
    void require(DocumentId id) const;
    /// The same, with its pictures.
    void require_whole(DocumentId id) const;
    /// As they were when it was kept. Throws: Error(NotFound), (Corrupt).
    core::Diagnostics findings(DocumentId id) const;
    std::vector<DeskDocument> documents() const;  ///< newest first
    /// A document with this number, however written, other than those of `except`.
    std::optional<DocumentId> with_number(const std::string& number,
                                          const std::vector<DocumentId>& except) const;

    static void create_tables(core::Database& database);
    static void create_index_table(core::Database& database);  ///< since version 2

  private:
    core::Statement row_of(const char* column, DocumentId id) const;
    std::vector<core::Media> media_of(DocumentId id) const;
    void put_media(DocumentId id, const std::vector<core::Media>& media);
    void put_findings(DocumentId id, const core::Diagnostics& findings);
    core::Database& database_;
};

}  // namespace gongbao::editor
