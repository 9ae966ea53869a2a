// SPDX-License-Identifier: Apache-2.0
#include "server/kit/static_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "tests/scratch_folder.hpp"

namespace gongbao::server {
namespace {

TEST(StaticFiles, HaveTheTypeOfTheirName) {
    const tests::ScratchFolder folder;
    const std::pair<const char*, const char*> types[] = {
        {"a.css", "text/css; charset=utf-8"},
        {"app.js", "text/javascript; charset=utf-8"},
        {"app.webmanifest", "application/manifest+json"},
        {"f.woff2", "font/woff2"},
        {"i.png", "image/png"},
        {"i.svg", "image/svg+xml"},
        {"i.ico", "image/vnd.microsoft.icon"},
        {"t.txt", "text/plain; charset=utf-8"},
        {"d.json", "application/json"}};
    for (const auto& [name, type] : types) core::write_file(folder.path() / name, name);
    const StaticFiles files(folder.path());
    for (const auto& [name, type] : types) {
        ASSERT_NE(files.find(name), nullptr) << name;
        EXPECT_EQ(files.find(name)->type, type);
        EXPECT_EQ(files.link(name),
                  std::string("/static/") + name + "?v=" + files.find(name)->version);
    }
    EXPECT_EQ(files.find("../a.css"), nullptr);
}

TEST(StaticFiles, StopTheStartWhereAKindIsUnknown) {
    const tests::ScratchFolder folder;
    core::write_file(folder.path() / "page.html~", "x");
    try {
        const StaticFiles files(folder.path());
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.for_people().id, "server.unknown_file");
        EXPECT_THAT(error.for_people().args.at("file"), testing::HasSubstr("page.html~"));
    }
}

}  // namespace
}  // namespace gongbao::server
