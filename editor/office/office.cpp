// SPDX-License-Identifier: Apache-2.0
#include "editor/office/office.hpp"

#include <utility>

#include "editor/desk/store/holdings.hpp"
#include "editor/office/office_tables.hpp"

namespace gongbao::editor {

struct Office::Rooms {
    explicit Rooms(Desk opened) : desk(std::move(opened)) {}

    Desk desk;
    Holdings& holdings = desk.holdings();
    People people{holdings.database};
    Sessions sessions{holdings.database};
    AuditLog audit{holdings.database};
    Items items{holdings};
    Signoffs signoffs{holdings};
};

Office::Office(std::unique_ptr<Rooms> rooms) : rooms_(std::move(rooms)) {}
Office::Office(Office&&) noexcept = default;
Office::~Office() = default;

Office Office::open(const DataFolder& data, const typeset::Resources& resources) {
    Desk desk = Desk::open(data, resources);
    make_office_tables(desk.holdings().database);
    return Office(std::make_unique<Rooms>(std::move(desk)));
}

Desk& Office::desk() {
    return rooms_->desk;
}

People& Office::people() {
    return rooms_->people;
}

Sessions& Office::sessions() {
    return rooms_->sessions;
}

AuditLog& Office::audit() {
    return rooms_->audit;
}

Items& Office::items() {
    return rooms_->items;
}

Signoffs& Office::signoffs() {
    return rooms_->signoffs;
}

}  // namespace gongbao::editor
