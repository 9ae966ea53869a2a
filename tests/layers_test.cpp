// SPDX-License-Identifier: Apache-2.0
// The rooms of the house keep their order: reads every #include of the seven folders and holds it
// against three tables, folders, rooms inside them, and homes of libraries. Linking does not guard
// this; a planted include builds.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
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
    {"office", {"office", "server", "editor", "typeset", "archive", "core"}},
    {"cli", {"cli", "office", "server", "editor", "typeset", "archive", "core"}},
};

// Inside the folders: what a room may include of the same folder. A folder's own files, its door
// among them, are the room that bears its name. Circles are refused whatever stands here.
const std::map<std::string, std::vector<std::string>> kRooms = {
    {"archive/feed", {"archive"}},
    {"archive/search", {"archive"}},
    {"archive/sqlite", {"archive", "archive/search"}},
    {"core/akn", {"core/document", "core/report", "core/text", "core/xml"}},
    {"core/document", {"core/system", "core/text"}},
    {"core/gazette", {"core/report", "core/system", "core/text"}},
    {"core/html", {"core/document", "core/gazette", "core/xml"}},
    {"core/storage", {"core/report", "core/system", "core/text"}},
    {"core/system", {"core/report"}},
    {"core/text", {"core/report"}},
    {"core/xml", {"core/report", "core/text"}},
    {"editor/assembly",
     {"editor/audit", "editor/desk", "editor/desk/store", "editor/items", "editor/people",
      "editor/proofs", "editor/signoffs"}},
    {"editor/correspondence", {"editor/audit", "editor/items", "editor/people"}},
    {"editor/desk",
     {"editor/desk/issues", "editor/desk/manuscripts", "editor/desk/press", "editor/desk/store"}},
    {"editor/desk/issues", {"editor/desk/store", "editor/index"}},
    {"editor/desk/manuscripts", {"editor/desk/store", "editor/index", "editor/intake"}},
    {"editor/desk/press",
     {"editor/desk/issues", "editor/desk/manuscripts", "editor/desk/store", "editor/index",
      "editor/intake/structure"}},
    {"editor/desk/store", {"editor/intake"}},
    {"editor/intake",
     {"editor/intake/docx", "editor/intake/html", "editor/intake/raw", "editor/intake/structure",
      "editor/intake/text"}},
    {"editor/intake/docx", {"editor/intake/raw", "editor/intake/structure"}},
    {"editor/intake/html", {"editor/intake/raw", "editor/intake/structure"}},
    {"editor/intake/structure", {"editor/intake/raw"}},
    {"editor/intake/text", {"editor/intake/raw", "editor/intake/structure"}},
    {"editor/issuing",
     {"editor/assembly", "editor/audit", "editor/desk/store", "editor/people", "editor/preflight",
      "editor/proofs"}},
    {"editor/preflight",
     {"editor/audit", "editor/correspondence", "editor/desk", "editor/desk/issues",
      "editor/desk/store", "editor/intake/structure", "editor/items", "editor/people",
      "editor/proofs", "editor/signoffs"}},
    {"editor/proofs", {"editor/desk/store", "editor/people"}},
    {"editor/reports", {"editor/desk", "editor/desk/store", "editor/items", "editor/people"}},
    {"editor/items",
     {"editor/audit", "editor/desk/manuscripts", "editor/desk/store", "editor/people"}},
    {"editor/office",
     {"editor/assembly", "editor/audit", "editor/correspondence", "editor/desk",
      "editor/desk/store", "editor/issuing", "editor/items", "editor/people", "editor/preflight",
      "editor/proofs", "editor/signoffs"}},
    {"editor/people", {"editor/audit"}},
    {"editor/signoffs", {"editor/audit", "editor/desk/store", "editor/items", "editor/people"}},
    {"server", {"server/http", "server/kit", "server/site"}},
    {"server/kit", {"server/http"}},
    {"server/site", {"server/http", "server/kit"}},
    {"typeset", {"typeset/layout", "typeset/page", "typeset/pdf", "typeset/press", "typeset/svg"}},
    {"typeset/flow",
     {"typeset/fonts", "typeset/layout", "typeset/pictures", "typeset/profile", "typeset/text"}},
    {"typeset/fonts", {"typeset/layout"}},
    {"typeset/page",
     {"typeset/flow", "typeset/fonts", "typeset/layout", "typeset/pictures", "typeset/profile",
      "typeset/text"}},
    {"typeset/pdf", {"typeset/fonts", "typeset/layout", "typeset/pictures", "typeset/text"}},
    {"typeset/pictures", {"typeset/layout"}},
    {"typeset/press",
     {"typeset/flow", "typeset/fonts", "typeset/layout", "typeset/page", "typeset/profile"}},
    {"typeset/profile", {"typeset/fonts", "typeset/layout", "typeset/text"}},
    {"typeset/svg", {"typeset/fonts", "typeset/layout"}},
    {"typeset/text", {"typeset/fonts", "typeset/layout"}},
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
    {"sqlite3", {"core/storage/", "archive/sqlite/"}},
    {"openssl/", {"core/", "server/"}},
    {"argon2", {"editor/people/"}},
    {"liboath/", {"editor/people/"}},
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
    {"nlohmann/", {"cli/", "office/", "server/"}},
    {"qrencode", {"office/qr_code.cpp"}},
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

// The room of a path is its folder.
std::string room_of(const std::string& path) {
    return path.substr(0, path.rfind('/'));
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// May the room of `file` include `header` of the same folder?
bool is_below(const std::string& file, const std::string& header) {
    const std::string room = room_of(file);
    const std::string target = room_of(header);
    if (room == target) return true;
    const auto allowed = kRooms.find(room);
    return allowed != kRooms.end() && holds(allowed->second, target);
}

// What is wrong with an include, or nothing.
std::string breach(const Include& include) {
    const std::string place = include.file + ":" + std::to_string(include.line) + ": ";
    const std::string folder = include.file.substr(0, include.file.find('/'));
    if (include.own) {
        const std::string target = include.header.substr(0, include.header.find('/'));
        if (!holds(kLayers.at(folder), target))
            return place + folder + " may not include " + include.header;
        if (target == folder && !is_below(include.file, include.header))
            return place + room_of(include.file) + " may not include " + include.header;
        return {};
    }
    for (const Home& home : kHomes) {
        if (!begins(include.header, home.header)) continue;
        for (const auto path : home.homes)
            if (begins(include.file, path)) return {};
        return place + include.header + " has its home elsewhere";
    }
    return {};
}

using Graph = std::map<std::string, std::set<std::string>>;  // a room → those it includes

Graph graph_of(const std::vector<Include>& includes) {
    Graph graph;
    for (const Include& include : includes)
        if (include.own && room_of(include.file) != room_of(include.header))
            graph[room_of(include.file)].insert(room_of(include.header));
    return graph;
}

// A way from `room` back to itself, "a → b → a", or nothing.
std::string circle_through(const std::string& room, const Graph& graph) {
    std::map<std::string, std::string> reached_from;
    std::vector<std::string> open = {room};
    while (!open.empty()) {
        const std::string at = open.back();
        open.pop_back();
        const auto targets = graph.find(at);
        if (targets == graph.end()) continue;
        for (const std::string& target : targets->second) {
            if (target == room) {
                std::string way = at + " → " + room;
                for (std::string step = at; step != room; way = step + " → " + way)
                    step = reached_from.at(step);
                return way;
            }
            if (reached_from.emplace(target, at).second) open.push_back(target);
        }
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
    EXPECT_GT(includes.size(), 1000u);
    for (const Include& include : includes) EXPECT_EQ(breach(include), "");
}

TEST(Layers, HaveNoCircle) {
    const Graph graph = graph_of(includes_of_the_house());
    for (const auto& [room, targets] : graph) EXPECT_EQ(circle_through(room, graph), "");
}

TEST(Layers, FindAPlantedCircle) {
    auto includes = includes_of_the_house();
    includes.push_back({"core/text/text.hpp", 1, "core/document/document.hpp", true});
    const Graph graph = graph_of(includes);
    EXPECT_EQ(circle_through("core/text", graph), "core/text → core/document → core/text");
    EXPECT_EQ(circle_through("core/storage", graph), "");
}

// A room that is gone leaves no line behind, and a line that nothing uses is none.
TEST(Layers, TheTableSaysNoMoreThanTheHouseNeeds) {
    const Graph graph = graph_of(includes_of_the_house());
    for (const auto& [room, allowed] : kRooms)
        for (const std::string& target : allowed)
            EXPECT_TRUE(graph.count(room) != 0 && graph.at(room).count(target) != 0)
                << room << " does not include " << target;
}

TEST(Layers, RefuseAPlantedInclude) {
    const std::vector<Include> planted = {
        {"typeset/typeset.cpp", 1, "archive/archive.hpp", true},  // sideways
        {"archive/archive.cpp", 1, "typeset/typeset.hpp", true},  // sideways
        {"core/text/text.cpp", 1, "editor/desk.hpp", true},       // up
        {"server/app.cpp", 1, "editor/desk.hpp", true},           // the site knows no desk
        {"server/app.cpp", 1, "office/office_area.hpp", true},    // nor an office
        {"editor/desk.cpp", 1, "office/office_area.hpp", true},   // up
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
