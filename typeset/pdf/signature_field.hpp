// SPDX-License-Identifier: Apache-2.0
// An empty field for an electronic seal: made, tagged and placed with the print, so that signing
// later only adds to the file and restructures nothing.
#pragma once

#include "typeset/layout/layout.hpp"
#include "typeset/pdf/object_file.hpp"

namespace gongbao::typeset::pdf {

/// The field's annotation and where it stands.
struct SignatureField {
    ObjectId annotation = 0;
    std::uint32_t page = 0;
    int parent_key = 0;  ///< its StructParent
};

/// Where the field goes on the last page: a square for a seal in the largest stretch without print,
/// flush right with what is printed. Without room for one: an empty rectangle, an invisible field.
Rect seal_place(const Layout& layout);

/// Writes the field; `page_object` is the last page, `key` its place in the parent tree.
SignatureField write_signature_field(const Layout& layout, ObjectId page_object, int key,
                                     ObjectFile& file);

/// The catalog's AcroForm.
std::string interactive_form(const SignatureField& field);

}  // namespace gongbao::typeset::pdf
