// SPDX-License-Identifier: Apache-2.0
// The canonical XML of a document, ready to be attached to every file that is to carry it. Made by
// pdf/attachments; handed from the print to the offprints and to the archive.
#pragma once

#include <string>

namespace gongbao::typeset {

struct SourceFile {
    std::string xml;
    std::string deflated;
    std::string checksum;  ///< MD5 of `xml`, as PDF wants it
};

}  // namespace gongbao::typeset
