// SPDX-License-Identifier: Apache-2.0
#include "editor/office/office.hpp"

#include <utility>

#include "editor/desk/store/holdings.hpp"
#include "editor/office/office_tables.hpp"

namespace gongbao::editor {

struct Office::Rooms {
    Rooms(Desk opened, const std::string& profile)
        : desk(std::move(opened)),
          assembly(desk, items, signoffs, profile),
          preflight(desk, items, signoffs, remarks, profile),
          issuing(desk, preflight, profile) {}

    Desk desk;
    Holdings& holdings = desk.holdings();
    People people{holdings.database};
    Sessions sessions{holdings.database};
    AuditLog audit{holdings.database};
    Items items{holdings};
    Signoffs signoffs{holdings};
    Remarks remarks{holdings.database, items};
    Assembly assembly;
    Preflight preflight;
    Issuing issuing;
};

Office::Office(std::unique_ptr<Rooms> rooms) : rooms_(std::move(rooms)) {}
Office::Office(Office&&) noexcept = default;
Office::~Office() = default;

Office Office::open(const DataFolder& data, const typeset::Resources& resources,
                    const std::string& profile) {
    Desk desk = Desk::open(data, resources);
    make_office_tables(desk.holdings().database);
    return Office(std::make_unique<Rooms>(std::move(desk), profile));
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
Remarks& Office::remarks() {
    return rooms_->remarks;
}
Assembly& Office::assembly() {
    return rooms_->assembly;
}
Preflight& Office::preflight() {
    return rooms_->preflight;
}
Issuing& Office::issuing() {
    return rooms_->issuing;
}

}  // namespace gongbao::editor
