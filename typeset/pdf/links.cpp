// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/links.hpp"

#include "typeset/pdf/values.hpp"

namespace gongbao::typeset::pdf {

std::vector<LinkObject> write_links(std::size_t page, int first_key, const PageObjects& pages,
                                    ObjectFile& file) {
    constexpr int kPrinted = 4;  // annotation flags, 12.5.3
    std::vector<LinkObject> links;
    for (const PlacedLink& link : pages.layout.pages[page].links) {
        const int key = first_key + static_cast<int>(links.size());
        const Length foot = pages.layout.page_height - link.rect.y - link.rect.height;
        Dictionary annotation;
        annotation.add("Type", name("Annot"));
        annotation.add("Subtype", name("Link"));
        annotation.add("Rect", rectangle(link.rect.x, foot, link.rect.x + link.rect.width,
                                         pages.layout.page_height - link.rect.y));
        annotation.add("Dest", destination(link.target, pages));
        annotation.add("F", integer(kPrinted));
        annotation.add("StructParent", integer(key));
        annotation.add("Contents", text(link.contents));
        annotation.add("Border", array({integer(0), integer(0), integer(0)}));
        links.push_back(
            {link.node, static_cast<std::uint32_t>(page), file.add(annotation.written()), key});
    }
    return links;
}

}  // namespace gongbao::typeset::pdf
