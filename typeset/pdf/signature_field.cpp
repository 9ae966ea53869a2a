// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/signature_field.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "typeset/pdf/values.hpp"

namespace gongbao::typeset::pdf {
namespace {

// The seal of a government has a diameter of at most 42 mm (GB/T 9704; 国发〔1999〕25号); a little
// air.
constexpr Length kSeal = mm(42);
constexpr Length kAir = mm(2);

struct Span {
    Length from = 0;
    Length to = 0;
};

// What is printed on the page from top to bottom, running heads and folios with it.
std::vector<Span> printed(const Page& page, Length& right) {
    std::vector<Span> spans;
    const auto add = [&](Length top, Length bottom, Length edge) {
        spans.push_back({top, bottom});
        right = std::max(right, edge);
    };
    for (const PlacedLine& line : page.lines)
        add(line.y - pt(22), line.y + pt(6), line.x + line.width);
    for (const PlacedRule& rule : page.rules)
        add(rule.rect.y, rule.rect.y + rule.rect.height, rule.rect.x + rule.rect.width);
    for (const PlacedPicture& picture : page.pictures)
        add(picture.rect.y, picture.rect.y + picture.rect.height,
            picture.rect.x + picture.rect.width);
    std::sort(spans.begin(), spans.end(),
              [](const Span& a, const Span& b) { return a.from < b.from; });
    return spans;
}

}  // namespace

Rect seal_place(const Layout& layout) {
    if (layout.pages.empty()) return {};
    Length right = 0;
    const std::vector<Span> spans = printed(layout.pages.back(), right);
    const Length margin = mm(20);
    Span widest;
    Length free_from = margin;
    const auto consider = [&](Length until) {
        if (until - free_from > widest.to - widest.from) widest = {free_from, until};
    };
    for (const Span& span : spans) {
        consider(std::min(span.from, layout.page_height - margin));
        free_from = std::max(free_from, span.to);
    }
    consider(layout.page_height - margin);
    const Length room = widest.to - widest.from;
    right = std::min(right == 0 ? layout.page_width - margin : right, layout.page_width - margin);
    if (room < kSeal + 2 * kAir || right < kSeal) return {};
    // Near the words it seals: at the foot of the gap when these stand below it.
    const bool words_below = widest.to < layout.page_height - margin;
    const Length y = words_below ? widest.to - kAir - kSeal : widest.from + kAir;
    return {right - kSeal, y, kSeal, kSeal};
}

SignatureField write_signature_field(const Layout& layout, ObjectId page_object, int key,
                                     ObjectFile& file) {
    const Rect place = seal_place(layout);
    const Length bottom = place.width == 0 ? 0 : layout.page_height - place.y - place.height;
    const ObjectId appearance =
        file.add_stream("/Type/XObject/Subtype/Form/BBox" +
                            rectangle(0, 0, place.width, place.height) + "/Resources<<>>",
                        "");
    Dictionary field;
    field.add("Type", name("Annot"));
    field.add("Subtype", name("Widget"));
    field.add("FT", name("Sig"));
    field.add("T", text("Seal"));
    field.add("TU", text("电子印章（尚未签署）"));
    field.add("F", integer(4));
    field.add("Rect", rectangle(place.x, bottom, place.x + place.width, bottom + place.height));
    field.add("P", ref(page_object));
    field.add("StructParent", integer(key));
    Dictionary appearances;
    appearances.add("N", ref(appearance));
    field.add("AP", appearances.written());
    return {file.add(field.written()), static_cast<std::uint32_t>(layout.pages.size() - 1), key};
}

std::string interactive_form(const SignatureField& field) {
    return "<</SigFlags 3/Fields[" + reference(field.annotation) + "]>>";
}

}  // namespace gongbao::typeset::pdf
