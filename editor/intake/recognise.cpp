// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/recognise.hpp"

#include <utility>

#include "editor/intake/structure/assemble.hpp"
#include "editor/intake/structure/body.hpp"
#include "editor/intake/structure/line.hpp"
#include "editor/intake/structure/metadata.hpp"
#include "editor/intake/structure/parts.hpp"

namespace gongbao::editor {

core::Document recognise(const RawDocument& raw, core::Diagnostics& findings) {
    Lines lines = lines_of(raw);
    const std::vector<Part> parts = divide(lines, findings);
    for (const Part& part : parts) mark_body(lines, part.body, findings);
    core::Document document = assemble(std::move(lines), parts);
    document.media = raw.media;
    fill_metadata(raw, document, findings);
    core::assign_ids(document);
    return document;
}

}  // namespace gongbao::editor
