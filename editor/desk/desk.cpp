// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/desk.hpp"

#include <utility>

#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "editor/desk/store/desk_file.hpp"
#include "editor/desk/store/holdings.hpp"

namespace gongbao::editor {

using core::Error;
using core::ErrorKind;

void DataFolder::make() const {
    try {
        core::make_private_folder(path);
    } catch (const Error& error) {
        throw Error(
            error.kind(),
            {"desk.cannot_make_folder",
             {{"folder", path.filename().string()}, {"what", error.for_people().args.at("what")}}},
            error.what());
    }
}

struct Desk::Rooms {
    Rooms(const DataFolder& data, typeset::Resources resources)
        : holdings{core::read_gazette(data.gazette()), open_desk_file(data.desk()),
                   archive::open_archive_to_issue(data.archive())},
          press(holdings, issues, std::move(resources)) {}

    Holdings holdings;
    Manuscripts manuscripts{holdings};
    Issues issues{holdings};
    PressRoom press;
};

Desk::Desk(std::unique_ptr<Rooms> rooms) : rooms_(std::move(rooms)) {}
Desk::Desk(Desk&&) noexcept = default;
Desk::~Desk() = default;

Desk Desk::open(const DataFolder& data, const typeset::Resources& resources) {
    data.make();
    return Desk(std::make_unique<Rooms>(data, resources));
}

const core::Gazette& Desk::gazette() const {
    return rooms_->holdings.gazette;
}

const archive::Archive& Desk::archive() const {
    return rooms_->holdings.archive;
}

Manuscripts& Desk::manuscripts() {
    return rooms_->manuscripts;
}

const Manuscripts& Desk::manuscripts() const {
    return rooms_->manuscripts;
}

Issues& Desk::issues() {
    return rooms_->issues;
}

const Issues& Desk::issues() const {
    return rooms_->issues;
}

PressRoom& Desk::press() {
    return rooms_->press;
}

const PressRoom& Desk::press() const {
    return rooms_->press;
}

Holdings& Desk::holdings() {
    return rooms_->holdings;
}

DeskOwner owner_of_desk(const DataFolder& data) {
    auto database = open_desk_to_read(data.desk());
    if (!database) return DeskOwner::Somebody;  // it is older than the mark
    if (is_demo_desk(*database)) return DeskOwner::Demo;
    const bool empty =
        ManuscriptBox(*database).documents().empty() && IssueBook(*database).numbers().empty();
    return empty ? DeskOwner::Nobody : DeskOwner::Somebody;
}

void Desk::begin_demo() {
    Holdings& holdings = rooms_->holdings;
    core::Transaction transaction(holdings.database);
    if (!holdings.box.documents().empty() || !holdings.book.numbers().empty() ||
        holdings.archive.revision() != 0)
        throw Error(ErrorKind::Conflict, {"desk.not_a_demo", {}});
    mark_demo_desk(holdings.database);
    transaction.commit();
}

}  // namespace gongbao::editor
