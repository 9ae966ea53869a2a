// SPDX-License-Identifier: Apache-2.0
// An office in a folder of its own, with a person of every kind, and ways to bring an item as far
// as a test wants it.
#pragma once

#include <string>

#include "editor/issuing/issuing.hpp"
#include "editor/office/office.hpp"
#include "tests/editor/desk/sample_desk.hpp"

namespace gongbao::editor {

struct SampleOffice {
    explicit SampleOffice(const std::string& more = {});

    SampleDesk sample;  ///< its folder; its desk stands beside the office's own
    Office office;
    PersonId admin = 0, contact = 0, editor = 0, first = 0, second = 0, last = 0, secrecy = 0,
             proofreader = 0, publisher = 0;
    core::Instant now = kNow;

    Actor as(PersonId person) const { return {person, now}; }
    /// Handed in by the contact. Throws: as Items::receive.
    ItemId receive(const Manuscript& manuscript, const std::string& section = "省政府文件");
    /// All sign-offs it needs, each by another person.
    void sign_all(ItemId item);
    ItemId ready(const Manuscript& manuscript);
    SeenIssue seen(int number);
    /// Issue 2026-`number` with these items, in 省政府文件.
    void make_issue(int number, const std::vector<ItemId>& items);
    /// The issue locked, its proof read and permitted.
    Proof signed_proof(int number);
    /// "item 1 done", a line a row of the audit log, oldest first, of acts that begin with `act`.
    std::vector<std::string> audit(const std::string& act);
};

}  // namespace gongbao::editor
