// SPDX-License-Identifier: Apache-2.0
// What every subcommand shares: where the program's own files stand, the data folder, the words,
// and how findings and errors are shown.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "archive/archive.hpp"
#include "core/report/diagnostic.hpp"
#include "core/report/error.hpp"
#include "core/report/messages.hpp"
#include "core/text/date.hpp"
#include "editor/desk/desk.hpp"

namespace gongbao::cli {

/// Exit codes of the program (docs/commands.md).
enum ExitCode : int {
    kDone = 0,
    kFindings = 1,  ///< done, but with findings of level Error
    kUsage = 2,
    kNotFound = 3,
    kInvalid = 4,
    kConflict = 5,
    kForbidden = 6,
    kTooLarge = 7,
    kCorrupt = 8,
    kUnavailable = 9,
};

ExitCode exit_code(core::ErrorKind kind);
/// kFindings when one of them is an error, else kDone.
ExitCode exit_code(const core::Diagnostics& findings);

class Context {
  public:
    /// `home` is the folder that holds templates/ and fonts/, `chosen` the language until --lang
    /// says.
    Context(std::filesystem::path home, std::string chosen);

    editor::DataFolder data{"var"};  ///< --data
    std::string language;            ///< --lang: zh-CN or en

    std::filesystem::path templates() const { return home_ / "templates"; }
    typeset::Resources resources() const {
        return {home_ / "templates" / "profiles", home_ / "fonts"};
    }
    editor::Desk open_desk() const { return editor::Desk::open(data, resources()); }
    std::unique_ptr<archive::Archive> open_archive() const;

    /// The words, read when first needed.
    const core::Messages& words() const;
    std::string say(std::string_view id, std::map<std::string, std::string> args = {}) const;

    /// One finding a line on standard error, with level and place. Returns their exit code.
    ExitCode show(const core::Diagnostics& findings) const;
    /// The error on one line of standard error. Returns its exit code.
    ExitCode show(const core::Error& error) const;

    /// The only place where editors' work reads a clock; the site has one for its files' dates.
    core::Instant now() const;

  private:
    std::filesystem::path home_;
    mutable std::optional<core::Messages> words_;
};

/// `text` as a date. Throws: Error(Invalid).
core::Date date_argument(const std::string& text);
/// "2026-8" as an issue number. Throws: Error(Invalid).
core::IssueNumber issue_argument(const std::string& text);

}  // namespace gongbao::cli
