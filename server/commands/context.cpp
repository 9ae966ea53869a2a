// SPDX-License-Identifier: Apache-2.0
#include "server/commands/context.hpp"

#include <unistd.h>

#include <chrono>
#include <iostream>
#include <utility>

#include "core/error.hpp"

namespace gongbao::server {

Context::Context(std::filesystem::path home, std::string chosen)
    : language(std::move(chosen)), home_(std::move(home)) {}

archive::Archive Context::open_archive() const {
    return archive::Archive::open(data.archive(), archive::Archive::Mode::ReadOnly);
}

const core::Messages& Context::words() const {
    if (!words_) words_ = core::Messages::load(templates() / "messages" / language);
    return *words_;
}

std::string Context::say(std::string_view id, std::map<std::string, std::string> args) const {
    return words().say({std::string(id), std::move(args)});
}

ExitCode Context::show(const core::Diagnostics& findings) const {
    ExitCode code = kDone;
    for (const core::Diagnostic& finding : findings) {
        if (finding.level == core::Level::Error) code = kFindings;
        std::cerr << say(std::string("cli.level_") + name_of(finding.level)) << "  ";
        if (!finding.place.empty()) std::cerr << finding.place << "  ";
        std::cerr << words().say(finding.message);
        if (!finding.excerpt.empty()) std::cerr << "  「" << finding.excerpt << "」";
        std::cerr << '\n';
    }
    return code;
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

Progress::Progress(std::string what) : what_(std::move(what)), terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
    if (terminal_ && shown_ >= 0) std::cerr << "\r\033[K";
}

void Progress::show(std::int64_t done, std::int64_t total) {
    constexpr int kWidth = 30;
    if (!terminal_ || total <= 0) return;
    const auto percent = static_cast<int>(done * 100 / total);
    if (percent == shown_) return;
    shown_ = percent;
    const int full = percent * kWidth / 100;
    std::cerr << '\r' << what_ << " [" << std::string(static_cast<std::size_t>(full), '#')
              << std::string(static_cast<std::size_t>(kWidth - full), '.') << "] " << percent << "%"
              << std::flush;
}

}  // namespace gongbao::server
