// SPDX-License-Identifier: Apache-2.0
// The tables of items and what they bear: rows of a version are only added, and what a version is
// made of stays as it is. The rules stand here and not only in Items, so that SQL by hand is
// refused too. INSERT OR REPLACE deletes without asking a trigger for DELETE, so each table refuses
// a row whose key is there already.
#include "core/storage/database.hpp"
#include "core/storage/kept_rows.hpp"
#include "editor/items/items.hpp"

namespace gongbao::editor {
namespace {

constexpr const char* kItemTables = R"(
CREATE TABLE item(
  id INTEGER PRIMARY KEY CHECK(id > 0), department TEXT NOT NULL,
  contact INTEGER NOT NULL REFERENCES person, section TEXT NOT NULL,
  received_at INTEGER NOT NULL) STRICT;
CREATE INDEX item_by_department ON item(department);
CREATE TABLE item_version(
  item INTEGER NOT NULL REFERENCES item, number INTEGER NOT NULL,
  document INTEGER NOT NULL UNIQUE REFERENCES document,
  digest TEXT NOT NULL CHECK(length(digest) = 64), effective TEXT, at INTEGER NOT NULL,
  by TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY(item, number)) STRICT, WITHOUT ROWID;
CREATE TABLE item_withdrawn(
  item INTEGER PRIMARY KEY REFERENCES item, at INTEGER NOT NULL, by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK(trim(reason) <> '')) STRICT;
CREATE VIEW item_current AS
  SELECT v.item, v.number, v.document, v.digest,
    EXISTS(SELECT 1 FROM item_withdrawn w WHERE w.item = v.item) AS withdrawn,
    EXISTS(SELECT 1 FROM issue_item p WHERE p.document = v.document) AS placed
  FROM item_version v
  WHERE v.number = (SELECT max(o.number) FROM item_version o WHERE o.item = v.item);
)";

constexpr const char* kItemRules = R"(
CREATE TRIGGER item_new BEFORE INSERT ON item BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay') WHERE EXISTS(SELECT 1 FROM item WHERE id = NEW.id);
END;
CREATE TRIGGER item_changes BEFORE UPDATE ON item BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay')
    WHERE NEW.id IS NOT OLD.id OR NEW.department IS NOT OLD.department
      OR NEW.contact IS NOT OLD.contact OR NEW.received_at IS NOT OLD.received_at;
  SELECT RAISE(ABORT, 'office.item_withdrawn')
    WHERE EXISTS(SELECT 1 FROM item_current WHERE item = OLD.id AND withdrawn);
  SELECT RAISE(ABORT, 'office.item_placed')
    WHERE EXISTS(SELECT 1 FROM item_current WHERE item = OLD.id AND placed);
END;
CREATE TRIGGER item_remains BEFORE DELETE ON item BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay');
END;
CREATE TRIGGER item_version_new BEFORE INSERT ON item_version BEGIN
  SELECT RAISE(ABORT, 'office.item_unknown')
    WHERE NOT EXISTS(SELECT 1 FROM item WHERE id = NEW.item)
      OR NOT EXISTS(SELECT 1 FROM document WHERE id = NEW.document);
  SELECT RAISE(ABORT, 'office.item_withdrawn')
    WHERE EXISTS(SELECT 1 FROM item_withdrawn WHERE item = NEW.item);
  SELECT RAISE(ABORT, 'office.item_placed')
    WHERE EXISTS(SELECT 1 FROM item_current WHERE item = NEW.item AND placed);
  SELECT RAISE(ABORT, 'office.item_moved_on')
    WHERE NEW.number IS NOT
      (SELECT 1 + coalesce(max(number), 0) FROM item_version WHERE item = NEW.item);
  SELECT RAISE(ABORT, 'office.item_known')
    WHERE EXISTS(SELECT 1 FROM item_version WHERE document = NEW.document)
      OR EXISTS(SELECT 1 FROM annual_index WHERE document = NEW.document)
      OR EXISTS(SELECT 1 FROM issue_item WHERE document = NEW.document);
END;
CREATE TRIGGER item_withdrawn_new BEFORE INSERT ON item_withdrawn BEGIN
  SELECT RAISE(ABORT, 'office.item_unknown')
    WHERE NOT EXISTS(SELECT 1 FROM item_current WHERE item = NEW.item);
  SELECT RAISE(ABORT, 'office.item_withdrawn')
    WHERE EXISTS(SELECT 1 FROM item_withdrawn WHERE item = NEW.item);
  SELECT RAISE(ABORT, 'office.item_placed')
    WHERE EXISTS(SELECT 1 FROM item_current WHERE item = NEW.item AND placed);
END;
)";

// What was signed off is the document of a version with its pictures: from then on they stay.
constexpr const char* kTextRules = R"(
CREATE TRIGGER document_again BEFORE INSERT ON document
WHEN EXISTS(SELECT 1 FROM document d JOIN item_version v ON v.document = d.id
            WHERE d.id = NEW.id OR d.manuscript = NEW.manuscript) BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay');
END;
CREATE TRIGGER document_stays BEFORE UPDATE ON document
WHEN EXISTS(SELECT 1 FROM item_version WHERE document = OLD.id OR document = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay');
END;
CREATE TRIGGER document_remains BEFORE DELETE ON document
WHEN EXISTS(SELECT 1 FROM item_version WHERE document = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay');
END;
CREATE TRIGGER media_again BEFORE INSERT ON media
WHEN EXISTS(SELECT 1 FROM item_version WHERE document = NEW.document) BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay');
END;
CREATE TRIGGER media_stays BEFORE UPDATE ON media
WHEN EXISTS(SELECT 1 FROM item_version WHERE document = OLD.document OR document = NEW.document)
BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay');
END;
CREATE TRIGGER media_remains BEFORE DELETE ON media
WHEN EXISTS(SELECT 1 FROM item_version WHERE document = OLD.document) BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay');
END;
CREATE TRIGGER annual_index_new BEFORE INSERT ON annual_index
WHEN EXISTS(SELECT 1 FROM item_version WHERE document = NEW.document) BEGIN
  SELECT RAISE(ABORT, 'office.item_known');
END;
CREATE TRIGGER annual_index_stays BEFORE UPDATE ON annual_index BEGIN
  SELECT RAISE(ABORT, 'office.rows_stay');
END;
)";

}  // namespace

void Items::create_tables(core::Database& database) {
    database.execute(kItemTables);
    database.execute(kItemRules);
    database.execute(kTextRules);
    core::keep_rows(database, "item_version", "office.rows_stay");
    core::keep_rows(database, "item_withdrawn", "office.rows_stay");
}

}  // namespace gongbao::editor
