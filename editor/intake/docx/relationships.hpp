// SPDX-License-Identifier: Apache-2.0
// Which part a part means by an id (OPC, ECMA-376 part 2, clause 9.3):
// r:embed="rId7" → word/media/image1.png.
// Called by read_docx to find the parts, by pictures to find the picture.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/intake/docx/package.hpp"

namespace gongbao::editor::docx {

struct Relationship {
    std::string id;
    std::string type;    ///< last step of its type's address: "styles", "image", "footnotes"
    std::string target;  ///< name of the part; as written when external
    bool external = false;
};

class Relationships {
  public:
    /// Those of `part`; "" for those of the package itself. A missing list is an empty one.
    /// Throws: Error(Invalid) when the list is no XML.
    Relationships(const Package& package, std::string_view part);

    std::optional<Relationship> find(std::string_view id) const;
    /// Every relationship of a type, in file order.
    std::vector<Relationship> of_type(std::string_view type) const;

  private:
    std::vector<Relationship> all_;
    std::map<std::string, std::size_t, std::less<>> index_;  // by id
};

}  // namespace gongbao::editor::docx
