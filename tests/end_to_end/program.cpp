// SPDX-License-Identifier: Apache-2.0
#include "tests/end_to_end/program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <regex>
#include <thread>

#include "core/system/files.hpp"

namespace gongbao::tests {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

// Between fork and exec: standard streams to files, environment, limits.
void become(const fs::path& in, const std::string& out, const fs::path& err,
            const Setting& setting) {
    ::dup2(::open(in.c_str(), O_RDONLY), STDIN_FILENO);
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644), STDERR_FILENO);
    ::unsetenv("GONGBAO_LANG");
    ::unsetenv("GONGBAO_DEBUG");
    for (const auto& [name, value] : setting.environment) ::setenv(name.c_str(), value.c_str(), 1);
    if (setting.file_limit) {
        ::signal(SIGXFSZ, SIG_IGN);  // so that writing fails, as on a full disk
        const rlimit limit{*setting.file_limit, *setting.file_limit};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
}

pid_t start(const fs::path& folder, const Arguments& arguments, const fs::path& in,
            const std::string& out, const fs::path& err, const Setting& setting) {
    std::vector<std::string> words{GONGBAO_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    const pid_t child = ::fork();
    if (child != 0) return child;
    become(in, out, err, setting);
    if (::chdir(folder.c_str()) == 0) ::execv(GONGBAO_PROGRAM, argv.data());
    ::_exit(127);
}

int code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

Outcome Workplace::run(const Arguments& arguments, const Setting& setting) const {
    const ScratchFolder streams;
    core::write_file(streams / "in", setting.input);
    const std::string out = setting.out_to.empty() ? (streams / "out").string() : setting.out_to;
    const pid_t child =
        start(folder_.path(), arguments, streams / "in", out, streams / "err", setting);
    int status = 0;
    ::waitpid(child, &status, 0);
    return {code_of(status), setting.out_to.empty() ? core::read_file(out) : std::string(),
            core::read_file(streams / "err")};
}

std::string Workplace::write(const std::string& name, std::string_view bytes) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    core::write_file(path(name), bytes);
    return path(name);
}

void Workplace::name_gazette() const {
    write("var/gazette.toml", "name = \"云岭省人民政府公报\"\nsections = [\"省政府文件\"]\n");
}

bool Workplace::has(const std::string& name) const {
    return fs::exists(path(name));
}

std::vector<std::string> Workplace::files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path()))
        if (entry.is_regular_file())
            names.push_back(fs::relative(entry.path(), folder_.path()).string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string Workplace::documents() const {
    const std::string list = run({"issue", "documents"}).out;
    return list.starts_with("[") ? list : std::string();
}

RunningProgram::RunningProgram(const Workplace& workplace, const Arguments& arguments)
    : output_(workplace.path("served.txt")),
      process_(start(workplace.path(""), arguments, "/dev/null", output_,
                     workplace.path("served-errors.txt"), {})) {}

RunningProgram::~RunningProgram() {
    if (process_ > 0 && !stop(10s)) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
}

std::uint16_t RunningProgram::port() {
    static const std::regex kAddress("http://127\\.0\\.0\\.1:([0-9]+)/\\n");
    for (const auto end = std::chrono::steady_clock::now() + 30s;
         std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(20ms)) {
        const std::string said = fs::exists(output_) ? core::read_file(output_) : std::string();
        std::smatch found;
        if (std::regex_search(said, found, kAddress))
            return static_cast<std::uint16_t>(std::stoi(found[1]));
        if (::waitpid(process_, nullptr, WNOHANG) == process_) {
            process_ = 0;
            return 0;
        }
    }
    return 0;
}

std::optional<int> RunningProgram::stop(std::chrono::milliseconds patience) {
    ::kill(process_, SIGTERM);
    for (const auto end = std::chrono::steady_clock::now() + patience;
         std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(5ms)) {
        int status = 0;
        if (::waitpid(process_, &status, WNOHANG) != process_) continue;
        process_ = 0;
        return code_of(status);
    }
    return {};
}

std::string fixture(const std::string& name) {
    return core::read_file(fs::path(GONGBAO_SOURCE_DIR) / "tests/data" / name);
}

std::string notice(int number, const std::string& words) {
    const std::string n = std::to_string(number);
    return "云岭省人民政府办公厅关于第" + n + "类事项的通知\n云府办发〔2026〕" + n +
           "号\n\n"
           "各州、市人民政府：\n\n" +
           words + "\n\n云岭省人民政府办公厅\n2026年3月6日\n";
}

std::string fault_in(const std::string& words) {
    static const std::regex kFaults(
        R"(\b(core|akn|doc_number|cli|desk|docx|intake|typeset|archive|server)\.(?!sqlite|toml))"
        R"([a-z][a-z_-]+|\{[a-z_]+\}|/tmp/|SELECT |INSERT |SQLITE)");
    std::smatch found;
    return std::regex_search(words, found, kFaults) ? found.str() : std::string();
}

std::string fault_in_message(const std::string& words) {
    if (words.empty()) return "says nothing";
    if (words.find("；") == std::string::npos && words.find("; ") == std::string::npos)
        return "does not say what to do: " + words;
    return fault_in(words);
}

}  // namespace gongbao::tests
