// SPDX-License-Identifier: Apache-2.0
// Findings collected by a proof of many parts: what is damaged in one place does not hide the rest.
// Used by the verification of the archive and of the desk.
#pragma once

#include <exception>
#include <map>
#include <string>
#include <utility>

#include "core/report/diagnostic.hpp"
#include "core/report/error.hpp"

namespace gongbao::core {

class Findings {
  public:
    /// `unreadable` is said of a part whose check broke off without an Error of ours: a damaged
    /// size asked for more than there is.
    explicit Findings(const char* unreadable) : unreadable_(unreadable) {}

    void add(Diagnostic finding) { all_.push_back(std::move(finding)); }
    void report(const Place& place, const char* what,
                std::map<std::string, std::string> args = {}) {
        add({Level::Error, place, {what, std::move(args)}, {}});
    }

    /// Runs one check; what it throws is a finding at `place`.
    template <typename Check>
    void check(const Place& place, Check run_check) {
        try {
            run_check();
        } catch (const Error& error) {
            add({Level::Error, place, error.for_people(), {}});
        } catch (const std::exception&) {
            report(place, unreadable_);
        }
    }

    Diagnostics take() { return std::move(all_); }

  private:
    const char* unreadable_;
    Diagnostics all_;
};

}  // namespace gongbao::core
