// SPDX-License-Identifier: Apache-2.0
// What an independent program (pdftotext, qpdf …) says of a file that a test has made.
#pragma once

#include <cstdio>
#include <string>

namespace gongbao::tests {

struct Answer {
    int status = -1;   ///< as of pclose(); 0: all went well
    std::string text;  ///< standard output
};

/// Runs `command` by the shell; write 2>&1 into it to read its errors as well.
inline Answer ask(const std::string& command) {
    Answer answer;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return answer;
    char part[4096];
    while (const std::size_t count = std::fread(part, 1, sizeof part, pipe))
        answer.text.append(part, count);
    answer.status = ::pclose(pipe);
    return answer;
}

}  // namespace gongbao::tests
