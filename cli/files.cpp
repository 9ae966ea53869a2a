// SPDX-License-Identifier: Apache-2.0
#include "cli/files.hpp"

#include <iostream>

#include "core/system/files.hpp"
#include "core/text/text.hpp"

namespace gongbao::cli {

std::string shown_name(const std::filesystem::path& file) {
    std::string name = file.filename().string();
    if (core::is_valid_utf8(name)) return name;
    for (char& c : name)
        if (static_cast<unsigned char>(c) >= 0x80) c = '?';
    return name;
}

editor::Manuscript read_manuscript(const std::filesystem::path& file) {
    return {shown_name(file), core::read_file(file, editor::IntakeLimits{}.file)};
}

core::Error naming(const std::string& name, const core::Error& error, const Context& context) {
    const std::string words = context.words().say(error.for_people());
    return {error.kind(), {"cli.in_file", {{"file", name}, {"what", words}}}, error.what()};
}

void write_print(const typeset::Printed& printed, const std::string& file, const Context& context) {
    core::write_file(file, printed.pdf);
    std::cout << context.say("cli.typeset_done",
                             {{"file", shown_name(file)},
                              {"pages", std::to_string(printed.pages)},
                              {"size", std::to_string(printed.pdf.size() / 1024)}})
              << '\n';
}

}  // namespace gongbao::cli
