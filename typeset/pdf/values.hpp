// SPDX-License-Identifier: Apache-2.0
// The values of a PDF as they are written (ISO 32000-1, 7.3): names, text strings, numbers, arrays,
// dictionaries. PoDoFo writes what is hard of them; values.cpp alone knows it
// (docs/decisions/0003).
//
// A number, a reference and a truth begin with the space that parts them from what stands before.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "typeset/layout/geometry.hpp"
#include "typeset/pdf/object_file.hpp"

namespace gongbao::typeset::pdf {

/// "/XYZ", with what a name may not hold escaped.
std::string name(const std::string& text);
/// A text string (7.9.2.2): UTF-16BE where it must.
std::string text(std::string_view utf8);
/// A string of ASCII characters.
std::string ascii(const std::string& characters);
std::string integer(std::int64_t value);
std::string truth(bool value);
/// A length as a number in points.
std::string points(Length length);
std::string ref(ObjectId id);
std::string array(const std::vector<std::string>& values);
std::string rectangle(Length left, Length bottom, Length right, Length top);
std::string references(const std::vector<ObjectId>& ids);

/// A dictionary in the making: Type comes first, then the entries by their names.
class Dictionary {
  public:
    /// `value`: as one of the functions above writes it. Requires: no entry `key` yet.
    void add(const std::string& key, std::string value);
    /// Entries written elsewhere, "/A 1/B[…]"; they come last.
    void add_written(std::string_view entries);
    std::string written() const;

  private:
    std::map<std::string, std::string> entries_;
    std::string last_;
};

/// "PoDoFo 0.9.8", for the record of how a file was made.
std::string library_version();

}  // namespace gongbao::typeset::pdf
