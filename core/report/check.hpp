// SPDX-License-Identifier: Apache-2.0
// GONGBAO_CHECK: a condition that only a bug in this program can break. Never reachable by input;
// what people can get wrong is a Diagnostic or an Error.
#pragma once

#include <cstdio>
#include <cstdlib>

#define GONGBAO_CHECK(condition)                                                       \
    do {                                                                               \
        if (!(condition)) {                                                            \
            std::fprintf(stderr, "%s:%d: bug: %s does not hold\n", __FILE__, __LINE__, \
                         #condition);                                                  \
            std::abort();                                                              \
        }                                                                              \
    } while (false)
