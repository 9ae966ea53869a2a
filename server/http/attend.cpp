// SPDX-License-Identifier: Apache-2.0
#include "server/http/attend.hpp"

namespace gongbao::server {
namespace {

using namespace std::chrono_literals;

/// A client that asked once often asks again at once; a worker waits this long before it gives the
/// connection back, as long as nobody else waits for a worker.
constexpr auto kLinger = 2ms;
/// How long a client is heard out that still sends what nobody takes. Closing at once would reset
/// the connection, and it would never read why.
constexpr auto kHearOut = 2s;
/// A client must send at least this many bytes a second of its content, on the average.
constexpr std::int64_t kSlowestSender = 4 * 1024;

enum class Step { Again, Wait, Close };

class Attendant {
  public:
    Attendant(Guest& guest, const Host& host)
        : guest_(guest), host_(host), had_begun_(guest.connection.has_partial_head()) {}

    std::optional<Clock::time_point> run() {
        for (;;) {
            const Step step = go_on();
            if (step == Step::Close) return {};
            if (step == Step::Wait && !refuse_the_late()) return leaves();
        }
    }

  private:
    Step go_on() {
        if (guest_.hung_up) return hear_out();
        const auto sent = guest_.connection.send_on();
        if (sent == Connection::Sent::Some) return Step::Wait;
        if (sent == Connection::Sent::Gone) return Step::Close;
        if (!guest_.stays) return part();
        if (guest_.pending) return take_content();
        if (auto next = guest_.connection.next_request()) {
            begin(*next);
            return Step::Again;
        }
        return receive();
    }

    Step receive() {
        const bool lingers = just_answered_;
        just_answered_ = false;
        if (lingers && (host_.is_pressed() || !guest_.connection.wait(kLinger))) return Step::Wait;
        switch (guest_.connection.receive()) {
            case Connection::Received::Something: return Step::Again;
            case Connection::Received::Nothing: return Step::Wait;
            case Connection::Received::End: break;
        }
        return Step::Close;
    }

    void begin(std::variant<Request, Refusal>& next) {
        if (const auto* refusal = std::get_if<Refusal>(&next)) {
            refuse(*refusal);
            return;
        }
        auto& request = std::get<Request>(next);
        if (request.framing.announces_content())
            expect_content(std::move(request));
        else
            answer(request);
    }

    /// The content is taken only when its route says so; else the connection cannot be used again.
    void expect_content(Request request) {
        Connection& connection = guest_.connection;
        const Service& service = host_.service;
        Verdict verdict =
            service.judge
                ? service.judge(request, connection.client())
                : Verdict{0, service.refuse({413, request.target, "content"}, connection.client())};
        if (verdict.instead) {
            guest_.stays = false;
            guest_.sends_on = true;
            connection.owe(*verdict.instead, request.method, service.now(), false);
            return;
        }
        const bool waits = request.framing.waits_for_permit && connection.arrived().empty();
        const bool fits = request.framing.length <= verdict.bound;
        ContentReader reader(request.framing, verdict.bound, host_.spool);
        guest_.pending.emplace(PendingRequest{std::move(request), std::move(reader), Clock::now()});
        if (waits && fits) connection.permit();
    }

    Step take_content() {
        ContentReader& reader = guest_.pending->reader;
        switch (reader.take(guest_.connection.arrived())) {
            case ContentReader::State::More: return receive();
            case ContentReader::State::Refused: {
                Refusal refusal = reader.refusal();
                refusal.target = guest_.pending->request.target;
                guest_.sends_on = true;
                guest_.pending.reset();
                refuse(refusal);
                return Step::Again;
            }
            case ContentReader::State::Whole: break;
        }
        Request request = std::move(guest_.pending->request);
        request.content = reader.content();
        guest_.pending.reset();
        answer(request);
        return Step::Again;
    }

    void answer(const Request& request) {
        Connection& connection = guest_.connection;
        const Response response = host_.service.answer(request, connection.client());
        guest_.stays = request.keep_alive && !response.close && host_.is_open();
        connection.owe(response, request.method, host_.service.now(), guest_.stays);
        answered_ = just_answered_ = true;
    }

    void refuse(const Refusal& refusal) {
        Connection& connection = guest_.connection;
        guest_.stays = false;
        connection.owe(host_.service.refuse(refusal, connection.client()), Method::Get,
                       host_.service.now(), false);
    }

    /// A client that drips comes here each time, and is never found waiting when the late are
    /// sought.
    bool refuse_the_late() {
        const bool reading = guest_.stays && !guest_.hung_up && !guest_.connection.is_sending() &&
                             (guest_.pending || guest_.connection.has_partial_head());
        if (!reading || leaves() > Clock::now()) return false;
        Refusal refusal{408, "", "head too slow"};
        if (guest_.pending) refusal = {408, guest_.pending->request.target, "content too slow"};
        guest_.pending.reset();
        guest_.sends_on = true;
        refuse(refusal);
        return true;
    }

    Step part() {
        if (!guest_.sends_on) return Step::Close;
        guest_.connection.hang_up();
        guest_.hung_up = true;
        guest_.leaves = Clock::now() + kHearOut;
        return Step::Again;
    }

    Step hear_out() {
        guest_.connection.arrived().clear();
        if (Clock::now() > guest_.leaves) return Step::Close;
        switch (guest_.connection.receive()) {
            case Connection::Received::Something: return Step::Again;
            case Connection::Received::Nothing: return Step::Wait;
            case Connection::Received::End: break;
        }
        return Step::Close;
    }

    /// The time for a head runs from its first byte, that for content from its first: a drip of
    /// bytes does not lengthen it.
    Clock::time_point leaves() const {
        const ListenSettings& settings = host_.settings;
        if (guest_.hung_up) return guest_.leaves;
        if (guest_.connection.is_sending()) return Clock::now() + settings.send_limit;
        if (guest_.pending)
            return guest_.pending->since + settings.content_limit +
                   std::chrono::seconds(guest_.pending->reader.taken() / kSlowestSender);
        if (!guest_.connection.has_partial_head()) return Clock::now() + settings.idle_limit;
        if (had_begun_ && !answered_) return guest_.leaves;  // still the same head
        return Clock::now() + settings.head_limit;
    }

    Guest& guest_;
    const Host& host_;
    const bool had_begun_;        ///< a head, before this time
    bool answered_ = false;       ///< at least one request
    bool just_answered_ = false;  ///< since something was last received
};

}  // namespace

std::optional<Clock::time_point> attend(Guest& guest, const Host& host) {
    return Attendant(guest, host).run();
}

bool dismiss(Guest& guest, const Service& service, const Refusal& refusal) {
    Connection& connection = guest.connection;
    connection.owe(service.refuse(refusal, connection.client()), Method::Get, service.now(), false);
    if (connection.send_on() != Connection::Sent::All) return false;
    connection.hang_up();
    guest.pending.reset();
    guest.hung_up = true;
    guest.leaves = Clock::now() + kHearOut;
    return true;
}

void turn_away(Guest& guest, const Service& service, const Refusal& refusal) {
    Connection& connection = guest.connection;
    connection.owe(service.refuse(refusal, connection.client()), Method::Get, service.now(), false);
    connection.send_on();
    connection.close();
}

}  // namespace gongbao::server
