// SPDX-License-Identifier: Apache-2.0
#include "core/storage/jobs.hpp"

#include <algorithm>
#include <array>

#include "core/report/error.hpp"

namespace gongbao::core {
namespace {

constexpr std::array kStates{JobState::Waiting, JobState::Leased, JobState::Done, JobState::Failed,
                             JobState::Cancelled};

JobState state_named(const std::string& name) {
    const auto found = std::find_if(kStates.begin(), kStates.end(),
                                    [&](JobState state) { return name == name_of(state); });
    if (found == kStates.end())
        throw Error(ErrorKind::Corrupt, {"core.database_damaged", {{"file", "job"}}},
                    "state " + name);
    return *found;
}

}  // namespace

const char* name_of(JobState state) {
    switch (state) {
        case JobState::Waiting: return "waiting";
        case JobState::Leased: return "leased";
        case JobState::Done: return "done";
        case JobState::Failed: return "failed";
        case JobState::Cancelled: return "cancelled";
    }
    return "unknown";
}

std::int64_t retry_after(int attempt) {
    constexpr std::int64_t kMinute = 60;
    constexpr std::int64_t kDay = 24 * 60 * kMinute;
    constexpr int kBeyondADay = 11;
    return std::min(kDay, kMinute << std::clamp(attempt - 1, 0, kBeyondADay));
}

// `due` is the moment from which the job may be taken: of one that is leased, the end of the lease.
void Jobs::create_table(Database& database) {
    database.execute(
        "CREATE TABLE job (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, "
        "payload TEXT NOT NULL, state TEXT NOT NULL, due INTEGER NOT NULL, "
        "attempts INTEGER NOT NULL, most_attempts INTEGER NOT NULL, why TEXT NOT NULL) STRICT;"
        "CREATE INDEX job_by_due ON job (due, id) WHERE state IN ('waiting', 'leased');");
}

std::int64_t Jobs::enqueue(const NewJob& job) {
    database_
        .prepare(
            "INSERT INTO job (kind, payload, state, due, attempts, most_attempts, why) "
            "VALUES (?, ?, 'waiting', ?, 0, ?, '')")
        .bind(1, job.kind)
        .bind(2, job.payload)
        .bind(3, job.due.seconds)
        .bind(4, std::max(job.most_attempts, 1))
        .run();
    return database_.last_row_id();
}

std::optional<Job> Jobs::lease(Instant now, std::int64_t seconds) {
    Transaction together(database_);
    database_
        .prepare(
            "UPDATE job SET state = 'failed', why = ? "
            "WHERE state = 'leased' AND due <= ? AND attempts >= most_attempts")
        .bind(1, kLeaseRanOut)
        .bind(2, now.seconds)
        .run();
    std::optional<Job> job;
    {
        Statement taken = database_.prepare(
            "UPDATE job SET why = CASE state WHEN 'leased' THEN ?1 ELSE why END, "
            "state = 'leased', attempts = attempts + 1, due = ?3 WHERE id = "
            "(SELECT id FROM job WHERE state IN ('waiting', 'leased') AND due <= ?2 "
            "ORDER BY due, id LIMIT 1) RETURNING id, kind, payload, attempts");
        taken.bind(1, kLeaseRanOut).bind(2, now.seconds).bind(3, now.seconds + seconds);
        if (taken.step())
            job = Job{taken.integer(0), taken.text(1), taken.text(2),
                      static_cast<int>(taken.integer(3))};
    }
    together.commit();
    return job;
}

bool Jobs::renew(const Job& job, Instant now, std::int64_t seconds) {
    database_.prepare("UPDATE job SET due = ? WHERE id = ? AND state = 'leased' AND attempts = ?")
        .bind(1, now.seconds + seconds)
        .bind(2, job.id)
        .bind(3, job.attempt)
        .run();
    return database_.changes() == 1;
}

bool Jobs::done(const Job& job) {
    database_
        .prepare("UPDATE job SET state = 'done' WHERE id = ? AND state = 'leased' AND attempts = ?")
        .bind(1, job.id)
        .bind(2, job.attempt)
        .run();
    return database_.changes() == 1;
}

bool Jobs::failed(const Job& job, Instant now, const std::string& why) {
    database_
        .prepare(
            "UPDATE job SET why = ?1, due = ?2, "
            "state = CASE WHEN attempts < most_attempts THEN 'waiting' ELSE 'failed' END "
            "WHERE id = ?3 AND state = 'leased' AND attempts = ?4")
        .bind(1, why)
        .bind(2, now.seconds + retry_after(job.attempt))
        .bind(3, job.id)
        .bind(4, job.attempt)
        .run();
    return database_.changes() == 1;
}

bool Jobs::cancel(std::int64_t id) {
    database_
        .prepare(
            "UPDATE job SET state = 'cancelled' WHERE id = ? AND state IN ('waiting', 'leased')")
        .bind(1, id)
        .run();
    return database_.changes() == 1;
}

std::optional<JobStatus> Jobs::status(std::int64_t id) const {
    Statement row = database_.prepare("SELECT state, attempts, due, why FROM job WHERE id = ?");
    row.bind(1, id);
    if (!row.step()) return {};
    return JobStatus{
        state_named(row.text(0)), static_cast<int>(row.integer(1)), {row.integer(2)}, row.text(3)};
}

}  // namespace gongbao::core
