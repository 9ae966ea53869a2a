// SPDX-License-Identifier: Apache-2.0
// What an operation refuses, for tests: the Error it throws, or nothing.
#pragma once

#include <optional>
#include <string>

#include "core/report/error.hpp"

namespace gongbao::tests {

template <typename Operation>
std::optional<core::Error> error_of(Operation operation) {
    try {
        operation();
    } catch (const core::Error& error) {
        return error;
    }
    return {};
}

/// "invalid akn.doctype", or "none".
template <typename Operation>
std::string refusal_of(Operation operation) {
    const auto error = error_of(operation);
    if (!error) return "none";
    return std::string(core::name_of(error->kind())) + " " + error->for_people().id;
}

}  // namespace gongbao::tests
