// SPDX-License-Identifier: Apache-2.0
#include "cli/context.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <utility>

namespace gongbao::cli {

ExitCode exit_code(core::ErrorKind kind) {
    switch (kind) {
        case core::ErrorKind::NotFound: return kNotFound;
        case core::ErrorKind::Invalid: return kInvalid;
        case core::ErrorKind::Conflict: return kConflict;
        case core::ErrorKind::Forbidden: return kForbidden;
        case core::ErrorKind::TooLarge: return kTooLarge;
        case core::ErrorKind::Corrupt: return kCorrupt;
        case core::ErrorKind::Unavailable: return kUnavailable;
    }
    return kUnavailable;
}

ExitCode exit_code(const core::Diagnostics& findings) {
    const bool wrong = std::any_of(findings.begin(), findings.end(), [](const auto& finding) {
        return finding.level == core::Level::Error;
    });
    return wrong ? kFindings : kDone;
}

Context::Context(std::filesystem::path home, std::string chosen)
    : language(std::move(chosen)), home_(std::move(home)) {}

std::unique_ptr<archive::Archive> Context::open_archive() const {
    return archive::open_archive(data.archive());
}

const core::Messages& Context::words() const {
    if (!words_) words_ = core::Messages::load(templates() / "messages" / language);
    return *words_;
}

std::string Context::say(std::string_view id, std::map<std::string, std::string> args) const {
    return words().say({std::string(id), std::move(args)});
}

ExitCode Context::show(const core::Diagnostics& findings) const {
    for (const core::Diagnostic& finding : findings) {
        std::cerr << say(std::string("cli.level_") + name_of(finding.level)) << "  ";
        if (!finding.place.empty()) std::cerr << words().say(finding.place) << "  ";
        std::cerr << words().say(finding.message);
        if (!finding.excerpt.empty()) std::cerr << "  「" << finding.excerpt << "」";
        std::cerr << '\n';
    }
    return exit_code(findings);
}

ExitCode Context::show(const core::Error& error) const {
    std::cerr << say("cli.error") << words().say(error.for_people()) << '\n';
    if (std::getenv("GONGBAO_DEBUG") != nullptr) std::cerr << error.what() << '\n';
    return exit_code(error.kind());
}

core::Instant Context::now() const {
    return {std::chrono::duration_cast<std::chrono::seconds>(
                std::chrono::system_clock::now().time_since_epoch())
                .count()};
}

core::Date date_argument(const std::string& text) {
    if (const auto date = core::parse_date(text)) return *date;
    throw core::Error(core::ErrorKind::Invalid, {"cli.bad_date", {{"text", text}}});
}

core::IssueNumber issue_argument(const std::string& text) {
    if (const auto number = core::parse_issue_slug(text)) return *number;
    throw core::Error(core::ErrorKind::Invalid, {"cli.bad_issue", {{"text", text}}});
}

}  // namespace gongbao::cli
