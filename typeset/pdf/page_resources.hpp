// SPDX-License-Identifier: Apache-2.0
// What the contents of pages name (ISO 32000-1, 7.8.3): the fonts, the same for all pages, and the
// pictures of each. A picture that stands on several pages is one object.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/document/document_fwd.hpp"
#include "core/report/diagnostic.hpp"
#include "typeset/pdf/font_set.hpp"
#include "typeset/pdf/object_file.hpp"
#include "typeset/pdf/page_content.hpp"

namespace gongbao::typeset::pdf {

class PageResources {
  public:
    explicit PageResources(ObjectFile& file) : common_(file.reserve()) {}

    /// The resources of a page with `content`; its pictures are written. A picture that cannot be
    /// decoded becomes grey, with a finding.
    ObjectId of(const PageContent& content, ObjectFile& file, core::Diagnostics& findings);
    /// Writes what `of` returned.
    void write(const FontSet& fonts, ObjectFile& file) const;

  private:
    ObjectId image_of(const core::Media& media, ObjectFile& file, core::Diagnostics& findings);

    ObjectId common_;
    std::map<std::string, ObjectId> images_;  ///< by digest
    std::vector<std::pair<ObjectId, std::string>> with_pictures_;
};

}  // namespace gongbao::typeset::pdf
