// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/page_resources.hpp"

#include <optional>

#include "core/document/figure.hpp"
#include "typeset/pdf/images.hpp"

namespace gongbao::typeset::pdf {

ObjectId PageResources::of(const PageContent& content, ObjectFile& file,
                           core::Diagnostics& findings) {
    if (content.pictures.empty()) return common_;
    std::string names;
    for (std::size_t k = 0; k < content.pictures.size(); ++k)
        names += "/I" + std::to_string(k) + " " +
                 reference(image_of(*content.pictures[k]->media, file, findings));
    const ObjectId id = file.reserve();
    with_pictures_.emplace_back(id, names);
    return id;
}

ObjectId PageResources::image_of(const core::Media& media, ObjectFile& file,
                                 core::Diagnostics& findings) {
    const auto found = images_.find(media.digest);
    if (found != images_.end()) return found->second;
    std::optional<ObjectId> image = add_image(media, file);
    if (!image) {
        findings.push_back({core::Level::Error,
                            core::Place(core::PlaceKind::Picture, media.digest.substr(0, 12)),
                            {"typeset.picture_unreadable", {}},
                            {}});
        image = file.add_stream(
            "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
            "/ColorSpace/DeviceGray",
            "\xCC");
    }
    images_[media.digest] = *image;
    return *image;
}

void PageResources::write(const FontSet& fonts, ObjectFile& file) const {
    const std::string font_entries = "/Font<<" + fonts.resources() + ">>";
    file.put(common_, "<<" + font_entries + ">>");
    for (const auto& [id, names] : with_pictures_)
        file.put(id, "<<" + font_entries + "/XObject<<" + names + ">>>>");
}

}  // namespace gongbao::typeset::pdf
