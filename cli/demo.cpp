// SPDX-License-Identifier: Apache-2.0
#include "cli/demo.hpp"

#include <algorithm>
#include <iostream>
#include <set>
#include <vector>

#include "cli/files.hpp"
#include "cli/progress.hpp"
#include "core/gazette/issue_manifest.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"

namespace gongbao::cli {
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

// What stands in the data folder, as far as the demo is concerned.
enum class Ground { Empty, Demo, Complete, Foreign };

bool holds_demo(const archive::Reader& archive, const std::vector<core::IssueManifest>& manifests,
                const std::string& gazette) {
    return std::all_of(manifests.begin(), manifests.end(), [&](const core::IssueManifest& one) {
        const auto edition = archive.edition(one.number);
        return edition && edition->gazette == gazette;
    });
}

// Nothing but an empty archive beside the desk: a beginning that was interrupted.
bool is_bare(const editor::DataFolder& data) {
    for (const auto& entry : std::filesystem::directory_iterator(data.path))
        if (entry.path() != data.desk() && entry.path() != data.archive()) return false;
    return !std::filesystem::exists(data.archive()) ||
           archive::open_archive(data.archive())->revision() == 0;
}

// Looks without changing anything.
Ground ground_of(const editor::DataFolder& data, const std::filesystem::path& folder,
                 const std::vector<core::IssueManifest>& manifests) {
    std::error_code failed;
    if (!std::filesystem::is_directory(data.path, failed)) return Ground::Empty;
    if (std::filesystem::is_empty(data.path, failed)) return Ground::Empty;
    if (std::filesystem::exists(data.desk())) {
        const editor::DeskOwner owner = editor::owner_of_desk(data);
        if (owner == editor::DeskOwner::Demo) return Ground::Demo;
        if (owner == editor::DeskOwner::Nobody && is_bare(data)) return Ground::Empty;
    }
    // A demo of before the mark that lacks nothing is only served.
    const std::string gazette = core::read_gazette(folder / "gazette.toml").name;
    if (std::filesystem::exists(data.archive()) &&
        core::read_gazette(data.gazette()).name == gazette &&
        holds_demo(*archive::open_archive(data.archive()), manifests, gazette))
        return Ground::Complete;
    return Ground::Foreign;
}

std::set<editor::DocumentId> placed_in(const core::IssueNumber& number, const editor::Desk& desk) {
    std::set<editor::DocumentId> placed;
    for (const editor::DeskItem& item : desk.issues().issue(number).items)
        placed.insert(item.document);
    return placed;
}

bool is_begun(const core::IssueNumber& number, const editor::Desk& desk) {
    const auto issues = desk.issues().all();
    return std::any_of(issues.begin(), issues.end(), [&](const editor::DeskIssue& issue) {
        return core::slug(issue.number) == core::slug(number);
    });
}

// Somebody may have tried the desk out on an issue of the demo; it is not for the demo to publish.
void require_own(const core::IssueManifest& manifest, const editor::Desk& desk,
                 const std::set<editor::DocumentId>& own) {
    if (placed_in(manifest.number, desk) != own ||
        desk.issues().issue(manifest.number).date != manifest.date)
        throw core::Error(core::ErrorKind::Conflict,
                          {"cli.demo_issue_changed", {{"issue", core::slug(manifest.number)}}});
}

void publish(const core::IssueManifest& manifest, editor::Desk& desk, Progress& progress) {
    if (!is_begun(manifest.number, desk)) desk.issues().add(manifest.number, manifest.date);
    std::set<editor::DocumentId> own;
    for (const core::IssueManifest::Item& item : manifest.items) {
        const editor::Received received = desk.manuscripts().receive(
            read_manuscript(manifest.folder / item.file), manifest.issued_at);
        if (!placed_in(manifest.number, desk).contains(received.id))
            desk.issues().place(manifest.number, received.id, item.section);
        own.insert(received.id);
        progress.show(static_cast<std::int64_t>(own.size()),
                      static_cast<std::int64_t>(manifest.items.size()));
    }
    require_own(manifest, desk, own);
    desk.press().publish({manifest.number, "gongbao", manifest.issued_at, editor::PrintErrors::Bar,
                          editor::Moment::AsNamed});
}

}  // namespace

void fill_demo(const std::filesystem::path& folder, const Context& context) {
    const auto manifests = manifests_in(folder);
    const Ground ground = ground_of(context.data, folder, manifests);
    if (ground == Ground::Complete) return;
    if (ground == Ground::Foreign)
        throw core::Error(core::ErrorKind::Forbidden,
                          {"cli.demo_foreign", {{"folder", context.data.path.filename().string()}}},
                          context.data.path.string());
    if (ground == Ground::Empty) context.open_desk().begin_demo();  // before anything else stands
    if (!std::filesystem::exists(context.data.gazette()))
        core::write_file(context.data.gazette(), core::read_file(folder / "gazette.toml"));
    editor::Desk desk = context.open_desk();
    for (const core::IssueManifest& manifest : manifests) {
        if (desk.archive().edition(manifest.number)) continue;
        const std::string issue = core::printed_number(manifest.number);
        {
            Progress progress(issue);
            publish(manifest, desk, progress);
        }
        std::cout << context.say("cli.demo_published", {{"issue", issue}}) << std::endl;
    }
}

}  // namespace gongbao::cli
