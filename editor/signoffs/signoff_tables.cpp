// SPDX-License-Identifier: Apache-2.0
// The tables of sign-offs and their rules, which hold whoever writes: docs/formats.md, "The office
// on a desk". A `round` of a version ends each time it is sent back; a sign-off stands in the
// newest version and its last round. So no clock has a say in what stands. What depends on
// gazette.toml (whether the legal check is needed) is not known here and stands in signoff.cpp
// alone.
#include "core/storage/database.hpp"
#include "core/storage/kept_rows.hpp"
#include "editor/signoffs/signoffs.hpp"

namespace gongbao::editor {
namespace {

constexpr const char* kSignoffTables = R"(
CREATE TABLE signoff(
  id INTEGER PRIMARY KEY CHECK(id > 0), item INTEGER NOT NULL, version INTEGER NOT NULL,
  round INTEGER NOT NULL, digest TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(
    kind IN ('secrecy', 'legal', 'first_review', 'second_review', 'final_review')),
  person INTEGER NOT NULL REFERENCES person, name TEXT NOT NULL, at INTEGER NOT NULL,
  note TEXT NOT NULL, UNIQUE(item, version, round, kind),
  FOREIGN KEY(item, version) REFERENCES item_version(item, number)) STRICT;
CREATE TABLE sent_back(
  id INTEGER PRIMARY KEY CHECK(id > 0), item INTEGER NOT NULL, version INTEGER NOT NULL,
  round INTEGER NOT NULL, person INTEGER NOT NULL REFERENCES person, name TEXT NOT NULL,
  at INTEGER NOT NULL, reason TEXT NOT NULL CHECK(trim(reason) <> ''),
  UNIQUE(item, version, round),
  FOREIGN KEY(item, version) REFERENCES item_version(item, number)) STRICT;
CREATE VIEW signoff_round AS
  SELECT c.item, c.number AS version, c.document, c.digest, c.withdrawn, c.placed,
    (SELECT count(*) FROM sent_back b WHERE b.item = c.item AND b.version = c.number) AS round
  FROM item_current c;
CREATE VIEW signoff_standing AS
  SELECT s.id, s.item, s.kind, s.person FROM signoff s
  JOIN signoff_round r ON r.item = s.item AND r.version = s.version AND r.round = s.round
    AND r.digest = s.digest;
)";

constexpr const char* kSignoffRules = R"(
CREATE TRIGGER signoff_new BEFORE INSERT ON signoff BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay') WHERE EXISTS(SELECT 1 FROM signoff WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'office.item_moved_on')
    WHERE NOT EXISTS(SELECT 1 FROM signoff_round WHERE item = NEW.item
      AND version = NEW.version AND round = NEW.round AND digest = NEW.digest);
  SELECT RAISE(ABORT, 'office.item_withdrawn')
    WHERE EXISTS(SELECT 1 FROM item_withdrawn WHERE item = NEW.item);
  SELECT RAISE(ABORT, 'office.has_errors')
    WHERE EXISTS(SELECT 1 FROM item_current c JOIN document d ON d.id = c.document
      WHERE c.item = NEW.item AND d.errors > 0);
  SELECT RAISE(ABORT, 'office.given_already')
    WHERE EXISTS(SELECT 1 FROM signoff WHERE item = NEW.item AND version = NEW.version
      AND round = NEW.round AND kind = NEW.kind);
  SELECT RAISE(ABORT, 'office.disabled')
    WHERE NOT EXISTS(SELECT 1 FROM person WHERE id = NEW.person AND active = 1);
  SELECT RAISE(ABORT, 'office.no_right')
    WHERE NOT EXISTS(SELECT 1 FROM person p JOIN person_role r ON r.person = p.id
      WHERE p.id = NEW.person AND p.name = NEW.name AND r.role = CASE NEW.kind
        WHEN 'secrecy' THEN 'secrecy_reviewer' WHEN 'legal' THEN 'legal_checker'
        WHEN 'first_review' THEN 'first_reviewer' WHEN 'second_review' THEN 'second_reviewer'
        WHEN 'final_review' THEN 'final_reviewer' END);
  SELECT RAISE(ABORT, 'office.second_of_three')
    WHERE NEW.kind IN ('first_review', 'second_review', 'final_review')
      AND EXISTS(SELECT 1 FROM signoff_standing WHERE item = NEW.item AND person = NEW.person
        AND kind IN ('first_review', 'second_review', 'final_review'));
  SELECT RAISE(ABORT, 'office.needs_first.secrecy')
    WHERE NEW.kind = 'final_review' AND NOT EXISTS(
      SELECT 1 FROM signoff_standing WHERE item = NEW.item AND kind = 'secrecy');
  SELECT RAISE(ABORT, 'office.needs_first.first_review')
    WHERE NEW.kind IN ('second_review', 'final_review') AND NOT EXISTS(
      SELECT 1 FROM signoff_standing WHERE item = NEW.item AND kind = 'first_review');
  SELECT RAISE(ABORT, 'office.needs_first.second_review')
    WHERE NEW.kind = 'final_review' AND NOT EXISTS(
      SELECT 1 FROM signoff_standing WHERE item = NEW.item AND kind = 'second_review');
END;
CREATE TRIGGER sent_back_new BEFORE INSERT ON sent_back BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay')
    WHERE EXISTS(SELECT 1 FROM sent_back WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'office.item_moved_on')
    WHERE NOT EXISTS(SELECT 1 FROM signoff_round WHERE item = NEW.item
      AND version = NEW.version AND round = NEW.round);
  SELECT RAISE(ABORT, 'office.item_withdrawn')
    WHERE EXISTS(SELECT 1 FROM item_withdrawn WHERE item = NEW.item);
  SELECT RAISE(ABORT, 'office.item_placed')
    WHERE EXISTS(SELECT 1 FROM item_current WHERE item = NEW.item AND placed);
  SELECT RAISE(ABORT, 'office.disabled')
    WHERE NOT EXISTS(SELECT 1 FROM person WHERE id = NEW.person AND active = 1);
  SELECT RAISE(ABORT, 'office.no_right')
    WHERE NOT EXISTS(SELECT 1 FROM person p JOIN person_role r ON r.person = p.id
      WHERE p.id = NEW.person AND p.name = NEW.name AND r.role IN ('secrecy_reviewer',
        'legal_checker', 'first_reviewer', 'second_reviewer', 'final_reviewer'));
END;
)";

// Once the office has begun, an issue takes what is signed off, and the annual index, which is made
// at the desk from what was issued.
constexpr const char* kPlacingRules = R"(
CREATE VIEW document_signed_off AS
  SELECT r.document FROM signoff_round r WHERE NOT r.withdrawn
    AND EXISTS(SELECT 1 FROM signoff_standing s WHERE s.item = r.item AND s.kind = 'secrecy')
    AND EXISTS(SELECT 1 FROM signoff_standing s WHERE s.item = r.item AND s.kind = 'final_review');
CREATE TRIGGER issue_item_signed_off BEFORE INSERT ON issue_item
WHEN EXISTS(SELECT 1 FROM person)
  AND NOT EXISTS(SELECT 1 FROM annual_index WHERE document = NEW.document)
  AND NOT EXISTS(SELECT 1 FROM document_signed_off WHERE document = NEW.document) BEGIN
  SELECT RAISE(ABORT, 'office.not_signed_off');
END;
CREATE TRIGGER issue_item_moved BEFORE UPDATE ON issue_item
WHEN (NEW.document IS NOT OLD.document OR NEW.year IS NOT OLD.year OR NEW.kind IS NOT OLD.kind
    OR NEW.number IS NOT OLD.number)
  AND EXISTS(SELECT 1 FROM person)
  AND NOT EXISTS(SELECT 1 FROM annual_index WHERE document = NEW.document)
  AND NOT EXISTS(SELECT 1 FROM document_signed_off WHERE document = NEW.document) BEGIN
  SELECT RAISE(ABORT, 'office.not_signed_off');
END;
)";

}  // namespace

void Signoffs::create_tables(core::Database& database) {
    database.execute(kSignoffTables);
    database.execute(kSignoffRules);
    database.execute(kPlacingRules);
    core::keep_rows(database, "signoff", "office.rows_stay");
    core::keep_rows(database, "sent_back", "office.rows_stay");
}

}  // namespace gongbao::editor
