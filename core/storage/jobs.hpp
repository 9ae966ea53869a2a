// SPDX-License-Identifier: Apache-2.0
// Work to be done later by whichever worker of a pool is free, kept as rows of one table: it
// outlives the program that asked for it, and several programs may work on one file.
//
//   waiting ──lease──> leased ──done──> done
//      ^                 │ ╲──failed, attempts left or not──> waiting, failed
//      └──lease ran out──┘
//
// A worker holds a job by a lease until a moment; who works longer renews it in time. When a worker
// dies its lease runs out and another takes the job. The number of the attempt is the key of the
// lease: a worker that was given up for dead and wakes up again can change nothing.
//
// A job may be done twice, when a worker dies between its work and `done`: what it does must bear
// that. Within a transaction of the caller, each call is part of it: so a job can stand and fall
// with the change it follows from, and `done` with the work's own rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/storage/database.hpp"
#include "core/text/date.hpp"

namespace gongbao::core {

struct NewJob {
    std::string kind;     ///< what is to be done: "index", "announce" …
    std::string payload;  ///< with what; its form belongs to the kind
    Instant due;          ///< not before
    int most_attempts = 5;
};

/// A job as a worker holds it.
struct Job {
    std::int64_t id = 0;
    std::string kind;
    std::string payload;
    int attempt = 0;  ///< 1, 2, …
};

enum class JobState { Waiting, Leased, Done, Failed, Cancelled };
const char* name_of(JobState state);  ///< "waiting" …

struct JobStatus {
    JobState state = JobState::Waiting;
    int attempts = 0;
    Instant due;      ///< Waiting: not before; Leased: until
    std::string why;  ///< of the last failure, as the worker gave it; kLeaseRanOut when it died
};
inline constexpr const char* kLeaseRanOut = "lease ran out";

class Jobs {
  public:
    /// Makes the table, in a migration of the file's owner.
    static void create_table(Database& database);

    /// Requires: `database` stays, and has the table.
    explicit Jobs(Database& database) : database_(database) {}

    /// Returns the id.
    std::int64_t enqueue(const NewJob& job);
    /// The job that is due first, held for `seconds`; nothing when none is due. Jobs whose last
    /// attempt ran out of its lease become Failed.
    std::optional<Job> lease(Instant now, std::int64_t seconds);

    // Each is false, and changes nothing, when the job is not this worker's any more: the lease ran
    // out and another took it, or it was cancelled.
    bool renew(const Job& job, Instant now, std::int64_t seconds);
    bool done(const Job& job);
    /// Waiting again after retry_after(job.attempt), or Failed when that was the last attempt.
    bool failed(const Job& job, Instant now, const std::string& why);

    /// Takes a job back that is waiting or being worked on; the worker learns it from `renew` or
    /// `done`. False when it has ended already.
    bool cancel(std::int64_t id);

    std::optional<JobStatus> status(std::int64_t id) const;

  private:
    Database& database_;
};

/// Seconds until the next attempt: one minute, two, four … at most a day.
std::int64_t retry_after(int attempt);

}  // namespace gongbao::core
