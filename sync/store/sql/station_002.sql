-- SPDX-License-Identifier: Apache-2.0
-- Papers that were printed here of records that were no drafts any more: a further one says which it is. Of this
-- computer alone; it goes with the record.
CREATE TABLE printed(
    number INTEGER PRIMARY KEY,
    record INTEGER NOT NULL, form TEXT NOT NULL,
    person INTEGER NOT NULL, at INTEGER NOT NULL         -- who printed it; milliseconds since 1970
);
CREATE INDEX printed_record ON printed(record, form);
CREATE TRIGGER printed_left AFTER DELETE ON record BEGIN
    DELETE FROM printed WHERE record=old.number;
END;
