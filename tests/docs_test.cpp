// SPDX-License-Identifier: Apache-2.0
// The documents say what is so, as far as a program can tell: files and folders they name are
// there, links lead somewhere, and what is stored is described. Reads files only.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/akn/names.hpp"
#include "core/document/role.hpp"

namespace {

namespace fs = std::filesystem;
using gongbao::core::Role;

const fs::path kRoot = GONGBAO_SOURCE_DIR;
const char* const kFolders[] = {"core",   "typeset", "archive",   "editor", "server",
                                "office", "cli",     "templates", "tests",  "bench",
                                "docs",   "scripts", "cmake",     ".ci"};

std::string read(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

// Every match of the first group of `pattern`.
std::vector<std::string> found(const std::string& text, const std::regex& pattern) {
    std::vector<std::string> all;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
        all.push_back((*at)[1]);
    return all;
}

// Files and folders of the repository, below its root.
struct House {
    std::set<std::string> paths;
    std::set<std::string> endings;  ///< every path without its first folders

    House() {
        for (const char* folder : kFolders) {
            add(folder);
            for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder))
                add(fs::relative(entry.path(), kRoot).string());
        }
        for (const auto& entry : fs::directory_iterator(kRoot)) add(entry.path().filename());
        for (const auto& entry : fs::directory_iterator(kRoot / "fonts"))
            add("fonts/" + entry.path().filename().string());
    }
    void add(const std::string& path) {
        paths.insert(path);
        for (std::size_t at = 0; at != std::string::npos; at = path.find('/', at + 1))
            endings.insert(path.substr(at == 0 ? 0 : at + 1));
    }
    static bool any(const std::set<std::string>& of, const std::string& name) {
        return of.count(name) + of.count(name + ".hpp") + of.count(name + ".cpp") > 0;
    }
    /// From the root; a header or source may go without its ending, a decision by its number.
    bool has(const std::string& path) const {
        const auto next = paths.lower_bound(path + "-");
        return any(paths, path) || (path.starts_with("docs/decisions/") && next != paths.end() &&
                                    next->starts_with(path + "-"));
    }
    /// The same, from any folder on.
    bool ends(const std::string& path) const { return any(endings, path); }
};

const House& house() {
    static const House all;
    return all;
}

std::vector<fs::path> files_with(const std::vector<std::string>& folders,
                                 const std::set<std::string>& kinds) {
    std::vector<fs::path> files;
    for (const std::string& folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder))
            if (kinds.count(entry.path().extension().string()) > 0) files.push_back(entry.path());
    return files;
}

std::vector<fs::path> documents() {
    std::vector<fs::path> files = files_with({"docs"}, {".md"});
    for (const char* name : {"README.md", "README.zh-CN.md", "fonts/README.md"})
        files.push_back(kRoot / name);
    return files;
}

std::string bare(std::string path) {
    while (path.ends_with('/') || path.ends_with('.')) path.pop_back();
    return path.starts_with("./") ? path.substr(2) : path;
}

// Lines of prose; what stands between ``` is no path of ours.
template <typename Visit>
void for_each_prose_line(const fs::path& file, Visit visit) {
    bool fenced = false;
    int number = 0;
    for (const std::string& line : lines_of(read(file))) {
        ++number;
        if (line.starts_with("```"))
            fenced = !fenced;
        else if (!fenced)
            visit(line, fs::relative(file, kRoot).string() + ":" + std::to_string(number));
    }
}

TEST(Documents, NameFilesThatAreThere) {
    const std::regex quoted("`([a-z_0-9.]+(?:/[a-z_0-9.-]+)+/?)`");
    // A media type and folders that a run makes.
    const std::set<std::string> others = {"text/plain", "./var", "var/demo"};
    int named = 0;
    for (const fs::path& file : documents())
        for_each_prose_line(file, [&](const std::string& line, const std::string& place) {
            for (const std::string& path : found(line, quoted)) {
                ++named;
                EXPECT_TRUE(others.count(path) > 0 || house().ends(bare(path)))
                    << place << " " << path;
            }
        });
    EXPECT_GT(named, 100);
}

std::string anchor_of(const std::string& heading) {
    std::string anchor;
    for (const char c : heading)
        if (c == ' ')
            anchor += '-';
        else if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(c) != 0 || c == '-' ||
                 c == '_')
            anchor += static_cast<char>(std::tolower(c));
    return anchor;
}

std::set<std::string> anchors_of(const fs::path& file) {
    std::set<std::string> anchors;
    for_each_prose_line(file, [&](const std::string& line, const std::string&) {
        if (line.starts_with("#"))
            anchors.insert(anchor_of(line.substr(line.find_first_not_of("# "))));
    });
    return anchors;
}

TEST(Documents, LinkToWhatIsThere) {
    const std::regex link(R"(\]\(([^)\s]+)\))");
    for (const fs::path& file : documents())
        for_each_prose_line(file, [&](const std::string& line, const std::string& place) {
            for (const std::string& target : found(line, link)) {
                if (target.starts_with("http")) continue;
                const std::string path = target.substr(0, target.find('#'));
                const fs::path to = path.empty() ? file : file.parent_path() / path;
                EXPECT_TRUE(fs::exists(to)) << place << " " << target;
                if (target.find('#') == std::string::npos || !fs::exists(to)) continue;
                EXPECT_EQ(anchors_of(to).count(target.substr(target.find('#') + 1)), 1u)
                    << place << " " << target;
            }
        });
}

// "core/text/text.hpp" from the root on; "seals.hpp" and "store/seals.hpp" from anywhere.
TEST(Comments, NameFilesThatAreThere) {
    const std::regex rooted(
        R"((?:^|[^\w/.])((?:core|typeset|archive|editor|server|cli|templates|tests|bench|docs)/[\w/.-]+))");
    const std::regex header(R"((?:^|[^\w/.])((?:[a-z_0-9]+/)*[a-z_0-9]+\.[hc]pp))");
    int named = 0;
    for (const fs::path& file :
         files_with({"core", "typeset", "archive", "editor", "server", "cli", "tests", "bench"},
                    {".hpp", ".cpp"})) {
        int number = 0;
        for (const std::string& line : lines_of(read(file))) {
            ++number;
            const std::size_t at = line.find("//");
            if (at == std::string::npos) continue;
            const std::string words = line.substr(at);
            if (words.find('/', 2) == std::string::npos && words.find("pp") == std::string::npos)
                continue;  // names no file
            const std::string place =
                fs::relative(file, kRoot).string() + ":" + std::to_string(number) + " ";
            for (const std::string& path : found(words, rooted))
                EXPECT_TRUE(house().has(bare(path))) << place << path;
            for (const std::string& path : found(words, header)) {
                ++named;
                EXPECT_TRUE(house().ends(path)) << place << path;
            }
        }
    }
    EXPECT_GT(named, 50);
}

std::string formats() {
    return read(kRoot / "docs/formats.md");
}

// The text of a section, down to the next of its level.
std::string section(const std::string& document, const std::string& heading) {
    const std::size_t begin = document.find("\n## " + heading + "\n");
    if (begin == std::string::npos) return {};
    return document.substr(begin, document.find("\n## ", begin + 4) - begin);
}

// Tables that the sources below `folder` make; the upgrade's are of earlier schemas.
std::set<std::string> tables_in(const std::string& folder) {
    std::set<std::string> tables;
    for (const fs::path& file : files_with({folder}, {".cpp", ".hpp"}))
        if (file.filename() != "upgrade.cpp")
            for (const std::string& name :
                 found(read(file),
                       std::regex(R"re((?:CREATE (?:VIRTUAL )?TABLE |Table\{")([a-z_]+)\b)re")))
                tables.insert(name);
    return tables;
}

// Tables that a section describes: `name`, or `one`, `two`, in the first cell of a row.
std::set<std::string> tables_described(const std::string& text) {
    std::set<std::string> tables;
    for (const std::string& line : lines_of(text))
        if (line.starts_with("| `"))
            for (const std::string& name :
                 found(line.substr(0, line.find('|', 1)), std::regex("`([a-z_]+)`")))
                tables.insert(name);
    return tables;
}

TEST(Formats, DescribeEveryTableAndNoOther) {
    EXPECT_EQ(tables_described(section(formats(), "Archive database")), tables_in("archive"));
    EXPECT_EQ(tables_described(section(formats(), "Desk database")), tables_in("editor/desk"));
    std::set<std::string> office;
    for (const char* room : {"audit", "correspondence", "issuing", "items", "office", "people",
                             "preflight", "proofs", "signoffs"})
        office.merge(tables_in(std::string("editor/") + room));
    office.insert("job");  // of core/storage/jobs.hpp
    EXPECT_EQ(tables_described(section(formats(), "The office on a desk")), office);
}

TEST(Formats, NameEveryFileOfADataFolder) {
    const std::string text = formats();
    const auto files =
        found(read(kRoot / "editor/desk/desk.hpp"), std::regex(R"re(path / "([^"]+)")re"));
    EXPECT_GE(files.size(), 3u);
    for (const std::string& file : files) EXPECT_NE(text.find(file), std::string::npos) << file;
}

TEST(Formats, NameEveryRoleOfTheCanonicalText) {
    namespace akn = gongbao::core::akn;
    const std::string text = section(formats(), "Canonical XML");
    for (int i = 0;; ++i) {
        const std::string name = name_of(static_cast<Role>(i));
        if (!gongbao::core::role_named(name)) break;
        const auto role = static_cast<Role>(i);
        const std::string element(akn::element_of(role));
        const bool own = akn::role_of(element) == role;
        EXPECT_NE(text.find(own ? element : name), std::string::npos) << name;
    }
}

TEST(Formats, NameEveryElementMarkAndDateOfTheCanonicalText) {
    namespace akn = gongbao::core::akn;
    const std::string text = section(formats(), "Canonical XML");
    std::vector<std::string_view> names = {akn::kRuby, akn::kRubyBase, akn::kRubyText};
    for (const auto& one : akn::kRoleElements) names.push_back(one.element);
    for (const auto& one : akn::kMarkElements) {
        names.push_back(one.element);
        names.push_back(one.name);
    }
    for (const auto& one : akn::kAligns) names.push_back(one.name);
    for (const auto& one : akn::kMeaningElements) names.push_back(one.element);
    for (const auto& one : akn::kDates) names.push_back(one.name);
    for (const std::string_view name : names)
        EXPECT_TRUE(std::regex_search(text, std::regex("\\b" + std::string(name) + "\\b"))) << name;
}

// What the code writes in its own namespace: "gb:force".
TEST(Formats, NameEveryAttributeOfOurOwn) {
    const std::string text = formats();
    std::set<std::string> names;
    for (const fs::path& file : files_with({"core/akn"}, {".cpp", ".hpp"}))
        for (const std::string& name : found(read(file), std::regex("\"(gb:[a-z-]+)\"")))
            names.insert(name);
    EXPECT_GT(names.size(), 5u);
    for (const std::string& name : names) EXPECT_NE(text.find(name), std::string::npos) << name;
}

// Commands between ``` without what is said about them, links and addresses.
std::vector<std::string> bones_of(const fs::path& file) {
    std::vector<std::string> bones;
    bool fenced = false;
    for (std::string line : lines_of(read(file))) {
        if (line.starts_with("```")) {
            fenced = !fenced;
        } else if (fenced) {
            line = line.substr(0, line.find('#'));
            line.erase(line.find_last_not_of(' ') + 1);
            if (!line.empty()) bones.push_back(line);
        } else {
            for (const std::string& link : found(line, std::regex(R"((\]\([^)]+\)|<http[^>]+>))")))
                bones.push_back(link);
        }
    }
    std::erase_if(bones,
                  [](const std::string& bone) { return bone.find("README") != std::string::npos; });
    return bones;
}

TEST(Readme, SaysTheSameInBothLanguages) {
    const auto english = bones_of(kRoot / "README.md");
    EXPECT_GT(english.size(), 20u);
    EXPECT_EQ(bones_of(kRoot / "README.zh-CN.md"), english);
}

}  // namespace
