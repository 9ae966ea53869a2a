// SPDX-License-Identifier: Apache-2.0
// Final proofs (清样): an issue that is locked, the file that was printed of it then, and who has
// signed that file (校对, 签发). Rows of the desk's database; they are only ever added. A proof
// stands until it is taken back; while it stands the issue is locked, by constraints of the tables
// too. Acts are in issuing/; this only keeps.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/gazette/issue.hpp"
#include "core/storage/database.hpp"
#include "core/text/date.hpp"
#include "editor/people/person.hpp"

namespace gongbao::editor {

enum class ProofSign {
    Read,    ///< 校对: read against the texts, from first to last page
    Permit,  ///< 签发: may be issued
};
inline constexpr ProofSign kProofSigns[] = {ProofSign::Read, ProofSign::Permit};
/// "read", "permit"; words: "office.proof.<name>".
const char* name_of(ProofSign sign);
std::optional<ProofSign> proof_sign_named(std::string_view name);
/// Who may give it: Proofreader, Publisher.
Role role_for(ProofSign sign);

struct ProofSigned {
    ProofSign sign = ProofSign::Read;
    PersonId person = 0;
    std::string name;
    core::Instant at;
};

struct Proof {
    std::int64_t id = 0;
    core::IssueNumber issue;
    std::string state;   ///< of the issue on the desk (seals.hpp): what was printed
    std::string digest;  ///< SHA-256 of the PDF, hexadecimal
    int pages = 0;
    PersonId person = 0;
    std::string by;  ///< name of who locked the issue
    core::Instant at;
    std::vector<ProofSigned> given;

    const ProofSigned* find(ProofSign sign) const;
    /// All have signed.
    bool is_signed() const;
};

class Proofs {
  public:
    static void create_tables(core::Database& database);

    explicit Proofs(core::Database& database) : database_(database) {}

    /// The proof by which the issue is locked.
    std::optional<Proof> standing(const core::IssueNumber& number) const;
    /// Throws: Error(Forbidden) "office.issue_locked" while one stands.
    void require_open(const core::IssueNumber& number) const;
    std::string pdf(std::int64_t id) const;  ///< Throws: Error(NotFound), (Corrupt)

    // Require: a transaction around them, and that the act is allowed.

    std::int64_t put(const Proof& proof, std::string_view pdf);
    void take_back(std::int64_t id, const Person& person, core::Instant at,
                   const std::string& reason);
    void sign(std::int64_t id, ProofSign sign, const Person& person, core::Instant at);

  private:
    core::Database& database_;
};

}  // namespace gongbao::editor
