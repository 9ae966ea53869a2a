// SPDX-License-Identifier: Apache-2.0
#include "server/commands/demo.hpp"

#include <algorithm>
#include <iostream>
#include <vector>

#include "core/error.hpp"
#include "core/files.hpp"
#include "core/issue_manifest.hpp"
#include "server/commands/files.hpp"
#include "server/commands/progress.hpp"

namespace gongbao::server {
namespace {

// Oldest first.
std::vector<core::IssueManifest> manifests_in(const std::filesystem::path& folder) {
    std::vector<core::IssueManifest> manifests;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
        if (std::filesystem::exists(entry.path() / "issue.toml"))
            manifests.push_back(core::read_issue_manifest(entry.path() / "issue.toml"));
    if (manifests.empty())
        throw core::Error(core::ErrorKind::Unavailable, {"cli.demo_missing", {}}, folder.string());
    std::sort(manifests.begin(), manifests.end(), [](const auto& a, const auto& b) {
        return a.issued_at != b.issued_at ? a.issued_at < b.issued_at : a.number < b.number;
    });
    return manifests;
}

bool is_begun(const core::IssueNumber& number, const editor::Desk& desk) {
    const auto issues = desk.issues();
    return std::any_of(issues.begin(), issues.end(), [&](const editor::DeskIssue& issue) {
        return core::slug(issue.number) == core::slug(number);
    });
}

bool is_placed(editor::DocumentId document, const core::IssueNumber& number,
               const editor::Desk& desk) {
    const auto items = desk.issue(number).items;
    return std::any_of(items.begin(), items.end(),
                       [&](const auto& item) { return item.document == document; });
}

void publish(const core::IssueManifest& manifest, editor::Desk& desk, Progress& progress) {
    if (!is_begun(manifest.number, desk)) desk.new_issue(manifest.number, manifest.date);
    std::int64_t done = 0;
    for (const core::IssueManifest::Item& item : manifest.items) {
        const editor::Received received =
            desk.receive(read_manuscript(manifest.folder / item.file), manifest.issued_at);
        if (!is_placed(received.id, manifest.number, desk))
            desk.place(manifest.number, received.id, item.section);
        progress.show(++done, static_cast<std::int64_t>(manifest.items.size()));
    }
    desk.publish(manifest.number, "gongbao", manifest.issued_at);
}

}  // namespace

void fill_demo(const std::filesystem::path& folder, const Context& context) {
    context.data.make();
    if (!std::filesystem::exists(context.data.gazette()))
        core::write_file(context.data.gazette(), core::read_file(folder / "gazette.toml"));
    editor::Desk desk = context.open_desk();
    for (const core::IssueManifest& manifest : manifests_in(folder)) {
        if (desk.archive().edition(manifest.number)) continue;
        const std::string issue = core::printed_number(manifest.number);
        {
            Progress progress(issue);
            publish(manifest, desk, progress);
        }
        std::cout << context.say("cli.demo_published", {{"issue", issue}}) << std::endl;
    }
}

}  // namespace gongbao::server
