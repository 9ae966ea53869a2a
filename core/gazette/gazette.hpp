// SPDX-License-Identifier: Apache-2.0
// The gazette an office publishes: its name, its sections in printed order, the lines of its
// imprint. Read from gazette.toml in the data folder by the desk and the server; form:
// docs/formats.md, "gazette.toml".
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::core {

/// How the pages of an issue are numbered. In a run through the year every issue begins with an odd
/// number, so that odd pages lie on the right of the bound volume.
enum class Folios : std::uint8_t {
    Issue,    ///< from 1 in every issue
    Year,     ///< regular issues count on through the year; 专刊 and 增刊 from 1
    YearAll,  ///< every issue of the year counts on, in the order of issuing
};

/// Which sign-offs a text needs before it is printed, by their names: "secrecy", "legal",
/// "first_review", "second_review", "final_review". All but "legal" stand in every list.
struct SignoffLists {
    std::vector<std::string> usually = {"secrecy", "first_review", "second_review", "final_review"};
    std::map<std::string, std::vector<std::string>> by_section;  ///< where a 栏目 needs others

    const std::vector<std::string>& of(const std::string& section) const;
};

struct Gazette {
    std::string name = "〔公报名称未定〕";  ///< this placeholder is never issued
    bool named = false;                     ///< gazette.toml names it
    std::vector<std::string> sections;      ///< 栏目 in printed order
    std::vector<std::string>
        imprint;  ///< printed lines: 主管, 主办, 编辑出版 … (出版管理条例 art. 28)
    Folios folios = Folios::Issue;
    std::string url;  ///< public address of the site, or empty
    SignoffLists signoffs;
};

/// False for 《云岭省人民政府公报》: the brackets are printed around a name by themselves.
bool is_bare_name(std::string_view name);

/// The gazette of `file`; one without a name when there is no such file, or no name in it.
/// Throws: Error(Invalid) naming file, line and key; an unknown key is refused too.
Gazette read_gazette(const std::filesystem::path& file);

}  // namespace gongbao::core
