// SPDX-License-Identifier: Apache-2.0
// The rooms of the house keep their order: reads every #include of the six folders and holds it
// against two tables. Linking does not guard this; a planted include builds.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

// Who may include whose headers.
const std::map<std::string, std::vector<std::string>> kLayers = {
    {"core", {"core"}},
    {"typeset", {"typeset", "core"}},
    {"archive", {"archive", "core"}},
    {"editor", {"editor", "typeset", "archive", "core"}},
    {"server", {"server", "archive", "core"}},
    {"cli", {"cli", "server", "editor", "typeset", "archive", "core"}},
};

struct Home {
    std::string_view header;              ///< how the header's name begins
    std::vector<std::string_view> homes;  ///< how the paths that may include it begin
};

// Where a library may be included. A header without a line here belongs to the standard library or
// to the system.
const std::vector<Home> kHomes = {
    {"pugixml", {"core/akn/", "core/xml/", "editor/"}},
    {"zip", {"editor/intake/docx/"}},
    {"gumbo", {"editor/intake/"}},
    {"toml", {"core/", "typeset/"}},
    {"sqlite3", {"core/storage/", "archive/"}},
    {"openssl/", {"core/", "server/"}},
    {"argon2", {"editor/", "server/"}},
    {"unicode/", {"core/", "typeset/text/", "archive/search/", "editor/intake/"}},
    {"Poco/", {"server/http/"}},
    {"hb", {"typeset/"}},
    {"podofo/", {"typeset/pdf/"}},
    {"libdeflate", {"typeset/pdf/"}},
    {"jpeglib", {"typeset/pictures/"}},
    {"jerror", {"typeset/pictures/"}},
    {"png", {"typeset/pdf/", "typeset/pictures/"}},
    {"hpdf", {"typeset/", "cli/"}},
    {"zlib", {"typeset/", "editor/", "server/http/"}},
    {"nlohmann/", {"cli/", "server/"}},
    {"CLI/", {"cli/command_line.cpp"}},
    {"kainjow/", {"server/kit/"}},
};

struct Include {
    std::string file;  ///< the path below the repository's root
    int line;
    std::string header;
    bool own;  ///< "in quotes"
};

bool begins(std::string_view text, std::string_view head) {
    return text.starts_with(head);
}

// What is wrong with an include, or nothing.
std::string breach(const Include& include) {
    const std::string place = include.file + ":" + std::to_string(include.line) + ": ";
    const std::string folder = include.file.substr(0, include.file.find('/'));
    if (include.own) {
        const std::string target = include.header.substr(0, include.header.find('/'));
        const auto& allowed = kLayers.at(folder);
        if (std::find(allowed.begin(), allowed.end(), target) != allowed.end()) return {};
        return place + folder + " may not include " + include.header;
    }
    for (const Home& home : kHomes) {
        if (!begins(include.header, home.header)) continue;
        for (const auto path : home.homes)
            if (begins(include.file, path)) return {};
        return place + include.header + " has its home elsewhere";
    }
    return {};
}

std::vector<Include> includes_of(const fs::path& path, const std::string& name) {
    std::vector<Include> includes;
    std::ifstream source(path);
    std::string line;
    for (int number = 1; std::getline(source, line); ++number) {
        const std::size_t start = line.find_first_not_of(" \t");
        if (start == std::string::npos || line[start] != '#') continue;
        const std::size_t word = line.find_first_not_of(" \t", start + 1);
        if (word == std::string::npos || line.compare(word, 7, "include") != 0) continue;
        const std::size_t open = line.find_first_of("<\"", word);
        if (open == std::string::npos) continue;
        const std::size_t close = line.find_first_of(">\"", open + 1);
        includes.push_back(
            {name, number, line.substr(open + 1, close - open - 1), line[open] == '"'});
    }
    return includes;
}

std::vector<Include> includes_of_the_house() {
    const fs::path root = GONGBAO_SOURCE_DIR;
    std::vector<Include> includes;
    for (const auto& [folder, allowed] : kLayers) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto kind = entry.path().extension();
            if (kind != ".cpp" && kind != ".hpp") continue;
            const auto found = includes_of(entry.path(), fs::relative(entry.path(), root).string());
            includes.insert(includes.end(), found.begin(), found.end());
        }
    }
    return includes;
}

TEST(Layers, PointDownAndNeverSidewaysOrUp) {
    const auto includes = includes_of_the_house();
    EXPECT_GT(includes.size(), 100u);
    for (const Include& include : includes) EXPECT_EQ(breach(include), "");
}

TEST(Layers, RefuseAPlantedInclude) {
    const std::vector<Include> planted = {
        {"typeset/typeset.cpp", 1, "archive/archive.hpp", true},  // sideways
        {"archive/archive.cpp", 1, "typeset/typeset.hpp", true},  // sideways
        {"core/text/text.cpp", 1, "editor/desk.hpp", true},       // up
        {"server/app.cpp", 1, "editor/desk.hpp", true},           // the site knows no desk
        {"editor/desk.cpp", 1, "server/app.hpp", true},           // up
        {"core/text/text.cpp", 1, "text.hpp", true},              // not from the root
        {"editor/desk.cpp", 1, "podofo/podofo.h", false},         // a library away from home
        {"core/text/text.cpp", 1, "pugixml.hpp", false},
        {"cli/main.cpp", 1, "sqlite3.h", false},
        {"cli/main.cpp", 1, "CLI/CLI.hpp", false},  // behind its door
        {"server/app.cpp", 1, "Poco/Net/HTMLForm.h", false},
        {"typeset/typeset.cpp", 1, "Poco/Net/HTTPServer.h", false},
    };
    for (const Include& include : planted)
        EXPECT_NE(breach(include), "") << include.file << " " << include.header;
}

TEST(Layers, AllowWhatTheTablesAllow) {
    const std::vector<Include> right = {
        {"cli/main.cpp", 1, "editor/desk.hpp", true},
        {"typeset/typeset.cpp", 1, "core/text/text.hpp", true},
        {"core/akn/read_akn.cpp", 1, "pugixml.hpp", false},
        {"core/storage/database.cpp", 1, "sqlite3.h", false},
        {"typeset/typeset.cpp", 1, "vector", false},
    };
    for (const Include& include : right) EXPECT_EQ(breach(include), "");
}

}  // namespace
