// SPDX-License-Identifier: Apache-2.0
// The door of the editors' work: manuscripts come in and become documents (manuscripts/), are
// placed in issues (issues/), and an issue is printed and published into the archive (press/).
//
// The desk is one private SQLite file (store/; docs/formats.md, "desk database"); the archive is
// another, public one. That an issue is issued is derived: the archive holds its edition. Called by
// the command line.
//
// Threads: a Desk belongs to one thread at a time. Several desks, in one program or in many, may
// have the same files open.
#pragma once

#include <filesystem>
#include <memory>

#include "archive/archive.hpp"
#include "core/gazette/gazette.hpp"
#include "editor/desk/issues/issues.hpp"
#include "editor/desk/manuscripts/manuscripts.hpp"
#include "editor/desk/press/press_room.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::editor {

/// Where a desk keeps its files.
struct DataFolder {
    std::filesystem::path path;
    std::filesystem::path desk() const { return path / "desk.sqlite"; }
    std::filesystem::path archive() const { return path / "archive.sqlite"; }
    std::filesystem::path gazette() const { return path / "gazette.toml"; }

    /// Makes the folder, open to its owner alone, when it is missing. Throws: Error(Unavailable).
    void make() const;
};

class Desk {
  public:
    /// Opens or makes the desk and the archive in `data`.
    /// Throws: Error(Corrupt) for a damaged or foreign file, (Unavailable).
    static Desk open(const DataFolder& data, const typeset::Resources& resources);
    Desk(Desk&&) noexcept;
    ~Desk();

    const core::Gazette& gazette() const;
    const archive::Archive& archive() const;

    Manuscripts& manuscripts();
    const Manuscripts& manuscripts() const;
    Issues& issues();
    const Issues& issues() const;
    PressRoom& press();
    const PressRoom& press() const;

    /// What all its rooms have open: for the rooms of the office, which stand on them.
    Holdings& holdings();

    /// Marks the desk as begun for the demo gazette. Throws: Error(Conflict) when there is
    /// something on the desk or in the archive.
    void begin_demo();

  private:
    struct Rooms;
    explicit Desk(std::unique_ptr<Rooms> rooms);
    std::unique_ptr<Rooms> rooms_;
};

/// Whose the desk is: begun for the demo gazette, of nobody yet, or somebody's own.
enum class DeskOwner { Demo, Nobody, Somebody };
/// Looks without changing it. Throws: Error(Corrupt), (Unavailable), (NotFound) without a desk.
DeskOwner owner_of_desk(const DataFolder& data);

}  // namespace gongbao::editor
