// SPDX-License-Identifier: Apache-2.0
// The canonical XML of the documents inside the PDF: associated files with the relation Source (ISO
// 19005-3, 6.8), so that who keeps the print keeps the text it was made from.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/document/document_fwd.hpp"
#include "core/report/diagnostic.hpp"
#include "core/text/date.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/layout/source_file.hpp"
#include "typeset/pdf/object_file.hpp"

namespace gongbao::typeset::pdf {

/// A document whose text is attached.
struct Source {
    const core::Document* document = nullptr;
    NodeId node = kArtifact;  ///< the element of the structure tree that the document became
    std::shared_ptr<const SourceFile> file = {};  ///< when it is made already
};

/// A file to attach.
struct Attachment {
    NodeId node = kArtifact;  ///< the element that the file belongs to
    std::string name;         ///< ASCII: "document-001.xml"
    std::string shown_name;   ///< UTF-8, with the title
    std::string description;  ///< the title
    std::shared_ptr<const SourceFile> file;
};

/// Throws: Error(Invalid) for a text that XML cannot hold.
std::shared_ptr<const SourceFile> make_source_file(const core::Document& document);

/// One a source, in order; files that are not there yet are made on several threads. A text that
/// XML cannot hold is left out: its Attachment has no file. Writes: to `findings`, what was left
/// out.
std::vector<Attachment> attach_sources(const std::vector<Source>& sources,
                                       core::Diagnostics& findings);

/// Writes the files. Returns their specifications, one an attachment, 0 for one
/// without a file.
std::vector<ObjectId> write_attachments(const std::vector<Attachment>& attachments,
                                        const core::Date& date, ObjectFile& file);

/// The name tree of the attachments: value of the catalog's Names/EmbeddedFiles.
std::string name_tree(const std::vector<Attachment>& attachments,
                      const std::vector<ObjectId>& specifications);

/// A file that belongs to an element of the structure tree.
struct AssociatedFile {
    NodeId node = 0;
    ObjectId specification = 0;
};

/// The element of each attachment that was written; `specifications` are write_attachments'.
std::vector<AssociatedFile> associate(const std::vector<Attachment>& attachments,
                                      const std::vector<ObjectId>& specifications);

}  // namespace gongbao::typeset::pdf
