// SPDX-License-Identifier: Apache-2.0
// What a worker does with one connection while there is something to be done: sends what is owed,
// takes what has come, answers what is whole. Used by listener.cpp.
#pragma once

#include <functional>
#include <memory>

#include "server/http/guest.hpp"
#include "server/http/listener.hpp"

namespace gongbao::server {

/// What all of one listener share.
struct Host {
    const ListenSettings& settings;
    const Service& service;
    std::shared_ptr<SpoolRoom> spool;
    std::function<bool()> is_pressed;  ///< somebody else waits for this worker
    std::function<bool()> is_open;     ///< false: connections end after their answer
};

/// Attends to the guest until it has to do its part. Nothing: the connection is to be closed; else
/// the moment at which it is shown out when it has not.
/// Throws: what the source of a response throws; then its promised length cannot be kept.
std::optional<Clock::time_point> attend(Guest& guest, const Host& host);

/// Says why the guest goes no further, as far as it takes that at once, and hangs up. True: it may
/// still be sending, and is to be heard out until it leaves, or it would never read why.
bool dismiss(Guest& guest, const Service& service, const Refusal& refusal);

/// The same of one that has sent nothing yet, and closes.
void turn_away(Guest& guest, const Service& service, const Refusal& refusal);

}  // namespace gongbao::server
