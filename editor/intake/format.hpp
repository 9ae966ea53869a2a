// SPDX-License-Identifier: Apache-2.0
// What kind of file a manuscript is, told by its bytes; the file name only decides between HTML and
// plain text when the bytes could be either. First step of intake.
#pragma once

#include "editor/intake/intake.hpp"

namespace gongbao::editor {

/// The format to read `manuscript` with; HTML also for a page kept as a MIME message (mhtml.hpp). A
/// zip or an OLE2 compound file is given to the docx reader, which says precisely what is wrong
/// with one that is no docx. Throws: Error(Invalid) for an empty file, for formats that intake does
/// not read (PDF, RTF, pictures, archives, Word as bare XML) and for files that a document security
/// system has encrypted, each with its own advice how to hand the document in.
Format detect_format(const Manuscript& manuscript);

}  // namespace gongbao::editor
