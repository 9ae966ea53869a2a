// SPDX-License-Identifier: Apache-2.0
#include "typeset/typeset.hpp"

#include <hb.h>

#include <algorithm>

#include "core/error.hpp"
#include "core/text.hpp"
#include "typeset/lay_out.hpp"
#include "typeset/layout_dump.hpp"
#include "typeset/page/print_ready.hpp"
#include "typeset/pdf/write_pdf.hpp"

namespace gongbao::typeset {
namespace {

constexpr const char* kProducer = "Gongbao 0.1";

std::string title_of(const Job& job, const Profile& profile) {
    if (!job.title.empty()) return job.title;
    if (job.frame) return job.frame->gazette + " " + core::printed_number(job.frame->number);
    const core::Document& document = *job.items.front().document;
    if (!document.meta.title.empty()) return document.meta.title;
    // ISO 14289-1, 7.1: a file has a title.
    constexpr std::size_t kEnough = 40;
    const std::string words = core::plain_text(document);
    const std::size_t begin = std::min(words.find_first_not_of("\n"), words.size());
    const std::string first = words.substr(begin, words.find('\n', begin) - begin);
    return first.empty() ? profile.words.untitled : core::excerpt(first, kEnough);
}

std::string author_of(const Job& job) {
    if (job.frame) return job.frame->gazette;
    const auto& issuers = job.items.front().document->meta.issuers;
    return issuers.empty() ? std::string() : issuers.front();
}

pdf::Finish finish_of(const Job& job, core::Diagnostics& findings) {
    pdf::Finish finish;
    if (job.attach_sources) finish.attachments = pdf::attach_sources(job.items, findings);
    finish.signature_field = job.signature_field;
    if (job.print_variant) finish.bleed = mm(job.print_variant->bleed / 1000.0);
    return finish;
}

std::string made_by(const Profile& profile, const FontBook& fonts) {
    return std::string(kProducer) + "; HarfBuzz " + hb_version_string() + "; " + pdf::library_version() +
           "; profile " + profile.name + "; fonts " + core::join(fonts.opened(), " ");
}

}  // namespace

Printed print(const Job& job, const Resources& resources, Dump dump) {
    if (job.items.empty()) throw core::Error(core::ErrorKind::Invalid, {"typeset.nothing_to_set", {}});
    const FontBook fonts(resources.fonts);
    const Profile profile = read_profile(job.profile, resources.profiles, &fonts);
    LaidOut laid_out = lay_out(job, profile, fonts);
    if (job.print_variant) {
        const bool ends_with_imprint = profile.has(Part::Imprint) && job.frame &&
                                       !job.frame->imprint.empty();
        make_print_ready(*job.print_variant, ends_with_imprint, laid_out.layout);
    }
    Printed printed;
    printed.findings = std::move(laid_out.layout.findings);
    printed.pdf = pdf::write_pdf(laid_out.layout, fonts,
                                 {title_of(job, profile), author_of(job), job.date, kProducer},
                                 printed.findings, finish_of(job, printed.findings));
    printed.pages = static_cast<int>(laid_out.layout.pages.size());
    printed.items = std::move(laid_out.items);
    if (dump == Dump::Text) printed.dump = dump_layout(laid_out.layout);
    if (job.explain) printed.explanation = explain(laid_out.layout);
    printed.made_by = made_by(profile, fonts);
    return printed;
}

}  // namespace gongbao::typeset
