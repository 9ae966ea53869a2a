// SPDX-License-Identifier: Apache-2.0
// Files of an issue being made: a page as a picture, the proof as it was printed. Nobody may keep
// them; the page that shows them may be an hour old, and they are always of now.
#include "core/report/error.hpp"
#include "office/issue_view.hpp"
#include "office/pages.hpp"
#include "office/words.hpp"

namespace gongbao::office {
namespace {

Response file_of(const char* type, std::string bytes) {
    Response response;
    server::add_field(response.fields, "Content-Type", type);
    response.body = std::make_shared<const std::string>(std::move(bytes));
    return response;
}

struct PageName {
    core::IssueNumber issue;
    int page = 0;
};

// "2026-8.3.svg"
PageName page_in(const std::string& argument) {
    constexpr std::string_view kEnding = ".svg";
    constexpr std::int64_t kLast = 100'000;
    const std::size_t dot = argument.find('.');
    const bool named = dot != std::string::npos && argument.ends_with(kEnding) &&
                       argument.size() > dot + kEnding.size();
    const auto issue = named ? core::parse_issue_slug(argument.substr(0, dot)) : std::nullopt;
    const std::int64_t page =
        named ? number_in(argument.substr(dot + 1, argument.size() - dot - 1 - kEnding.size()), 0)
              : 0;
    if (!issue || page < 1 || page > kLast)
        throw core::Error(core::ErrorKind::NotFound, {"office.issue_unknown", {}});
    return {*issue, static_cast<int>(page)};
}

}  // namespace

Response issue_picture(const Work& work) {
    const PageName named = page_in(work.visit.argument);
    const typeset::PageRange only{named.page, named.page};
    const typeset::Preview preview =
        work.office.assembly().pages(work.actor(), named.issue, only, {});
    return file_of("image/svg+xml", preview.pages.front());
}

Response proof_file(const Work& work) {
    const auto proof = work.office.issuing().proof(issue_of(work));
    if (!proof) throw core::Error(core::ErrorKind::NotFound, {"office.proof_unknown", {}});
    Response response =
        file_of("application/pdf", work.office.issuing().proof_pdf(work.actor(), proof->id));
    server::add_field(response.fields, "Content-Disposition",
                      "inline; filename=\"proof-" + core::slug(proof->issue) + ".pdf\"");
    return response;
}

}  // namespace gongbao::office
