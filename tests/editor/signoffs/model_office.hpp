// SPDX-License-Identifier: Apache-2.0
// A second, small telling of an office's rules, for comparison: what each act does or why it is
// refused. It shares no code with the office and knows no database.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace gongbao::editor {

struct ModelPerson {
    std::set<std::string> roles;  ///< "contact", "editor", and names of kinds of sign-offs
    bool active = true;
};

struct ModelItem {
    int version = 1;
    bool legal = false;  ///< its section needs the legal check
    bool withdrawn = false;
    bool placed = false;
    std::map<std::string, std::string> holds;  ///< kind → who signed it, of those that stand
};

/// Each act gives "none", or the kind and id of its refusal.
struct ModelOffice {
    std::map<std::string, ModelPerson> people;
    std::vector<ModelItem> items;

    std::string receive(const std::string& who);
    std::string correct(const std::string& who, std::size_t item, int seen);
    std::string move(const std::string& who, std::size_t item, bool legal);
    std::string withdraw(const std::string& who, std::size_t item);
    std::string sign(const std::string& who, std::size_t item, int version,
                     const std::string& kind);
    std::string send_back(const std::string& who, std::size_t item, int version, bool reason);
    std::string place(std::size_t item, int version);
    std::string remove(std::size_t item, int version);

    /// "secrecy first_review", in the order of kinds.
    std::string standing(std::size_t item) const;
    /// "second_review final_review*", * for those that wait.
    std::string missing(std::size_t item) const;
    std::string state(std::size_t item) const;
    bool may_be_placed(std::size_t item, int version) const;
    /// What must never be, or nothing.
    std::string forbidden() const;

  private:
    std::string hands_in(const std::string& who) const;
    bool awaits(std::size_t item, const std::string& kind, std::string& first) const;
};

}  // namespace gongbao::editor
