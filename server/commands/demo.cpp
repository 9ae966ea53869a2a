// SPDX-License-Identifier: Apache-2.0
#include "server/commands/demo.hpp"

#include <algorithm>
#include <iostream>
#include <vector>

#include "core/error.hpp"
#include "core/files.hpp"
#include "core/issue_manifest.hpp"

namespace gongbao::server {
namespace {

std::vector<core::IssueManifest> manifests_in(const std::filesystem::path& folder) {
    std::vector<core::IssueManifest> manifests;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (std::filesystem::exists(entry.path() / "issue.toml"))
            manifests.push_back(core::read_issue_manifest(entry.path() / "issue.toml"));
    std::sort(manifests.begin(), manifests.end(), [](const auto& a, const auto& b) {
        return a.issued_at != b.issued_at ? a.issued_at < b.issued_at : a.number < b.number;
    });
    return manifests;
}

void publish(const core::IssueManifest& manifest, editor::Desk& desk, Progress& progress) {
    const auto issues = desk.issues();
    const auto begun = std::find_if(issues.begin(), issues.end(), [&](const editor::DeskIssue& issue) {
        return core::slug(issue.number) == core::slug(manifest.number);
    });
    if (begun == issues.end()) desk.new_issue(manifest.number, manifest.date);
    std::int64_t done = 0;
    for (const core::IssueManifest::Item& item : manifest.items) {
        const std::filesystem::path file = manifest.folder / item.file;
        const editor::Received received =
            desk.receive({item.file, core::read_file(file)}, manifest.issued_at);
        const editor::DeskIssue issue = desk.issue(manifest.number);
        const bool placed = std::any_of(issue.items.begin(), issue.items.end(), [&](const auto& other) {
            return other.document == received.id;
        });
        if (!placed) desk.place(manifest.number, received.id, item.section);
        progress.show(++done, static_cast<std::int64_t>(manifest.items.size()));
    }
    desk.publish(manifest.number, "gongbao", manifest.issued_at);
}

}  // namespace

void fill_demo(const std::filesystem::path& folder, const Context& context) {
    std::filesystem::create_directories(context.data.path);
    if (!std::filesystem::exists(context.data.gazette()))
        core::write_file(context.data.gazette(), core::read_file(folder / "gazette.toml"));
    editor::Desk desk = context.open_desk();
    for (const core::IssueManifest& manifest : manifests_in(folder)) {
        if (desk.archive().edition(manifest.number)) continue;
        Progress progress(core::printed_number(manifest.number));
        publish(manifest, desk, progress);
        std::cout << context.say("cli.demo_published", {{"issue", core::printed_number(manifest.number)}})
                  << std::endl;
    }
}

}  // namespace gongbao::server
