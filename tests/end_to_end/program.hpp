// SPDX-License-Identifier: Apache-2.0
// The built `gongbao`, run as a child process in a folder of its own. For tests of the program as
// people use it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/scratch_folder.hpp"

namespace gongbao::tests {

using Arguments = std::vector<std::string>;

struct Outcome {
    int code = -1;  ///< exit code; -1 when a signal ended it
    std::string out;
    std::string err;
};

/// How a run differs from the usual: words on standard input, another environment, a limit.
struct Setting {
    std::string input = {};
    std::map<std::string, std::string> environment = {};
    std::optional<std::uint64_t> file_limit = {};  ///< no file may grow beyond these bytes
    std::string out_to = {};                       ///< a file instead of Outcome::out
};

/// A folder with the program's data in `var`; the program runs in it and speaks Chinese.
class Workplace {
  public:
    Outcome run(const Arguments& arguments, const Setting& setting = {}) const;

    /// Names the gazette in the data folder, so that issues can be published.
    void name_gazette() const;
    /// Writes a file and returns its path; a name without folder stands in this folder.
    std::string write(const std::string& name, std::string_view bytes) const;
    std::string path(const std::string& name) const { return (folder_ / name.c_str()).string(); }
    std::string data() const { return path("var"); }
    bool has(const std::string& name) const;
    /// Names of all files below this folder, sorted.
    std::vector<std::string> files() const;
    /// Documents on the desk, one a line; empty when there are none.
    std::string documents() const;

  private:
    ScratchFolder folder_;
};

/// A program that goes on until it is stopped: `gongbao serve`.
class RunningProgram {
  public:
    RunningProgram(const Workplace& workplace, const Arguments& arguments);
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    /// The port in what it printed. 0 when it ended, or printed none in half a minute.
    std::uint16_t port();
    /// Sends SIGTERM. The exit code, or nothing when it did not end in time.
    std::optional<int> stop(std::chrono::milliseconds patience);

  private:
    std::string output_;
    pid_t process_;
};

/// A file of tests/data.
std::string fixture(const std::string& name);
/// A notice of an invented office, 云府办发〔2026〕N号, as plain text.
std::string notice(int number, const std::string& words = "现将有关事项通知如下。");

/// What is wrong with words shown to people: ids without words ("core.cannot_read"), {blanks},
/// paths, SQL; and for a message, that it does not say what to do. Empty: nothing.
std::string fault_in(const std::string& words);
/// The same for an error message: one line or more, with "what happened; what to do".
std::string fault_in_message(const std::string& words);

}  // namespace gongbao::tests
