-- SPDX-License-Identifier: Apache-2.0
-- What a station remembers of papers, of files that went out and came in, and of reports that were closed. None of
-- it is replicated.

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

-- Every list of records that left as a file.
CREATE TABLE export(
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,                      -- milliseconds since 1970
    person_id TEXT NOT NULL, person_name TEXT NOT NULL,
    type TEXT NOT NULL, filter TEXT NOT NULL, words TEXT NOT NULL,
    fields TEXT NOT NULL,                     -- JSON array of the names of the fields that went out
    records INTEGER NOT NULL,
    identified INTEGER NOT NULL,              -- 1: persons can be recognised
    reason TEXT NOT NULL,
    file TEXT NOT NULL, sha256 TEXT NOT NULL
);

-- Which row of a file a record was made from, so that the same file makes it once.
CREATE TABLE imported(
    digest BLOB NOT NULL, record INTEGER NOT NULL,
    PRIMARY KEY(digest, record)
) WITHOUT ROWID;
CREATE INDEX imported_record ON imported(record);
CREATE TRIGGER imported_left AFTER DELETE ON record BEGIN
    DELETE FROM imported WHERE record=old.number;
END;

-- A report as it was closed: its definition, and what of each record its figures read.
CREATE TABLE frozen_report(
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL, person_name TEXT NOT NULL,
    report TEXT NOT NULL, version INTEGER NOT NULL, definition TEXT NOT NULL,
    first_day TEXT NOT NULL, last_day TEXT NOT NULL, unit TEXT NOT NULL,
    orgs TEXT NOT NULL,                       -- JSON array of the org units that counted
    beside TEXT NOT NULL                      -- JSON: what it says beside its figures
);
CREATE TABLE frozen_figure(
    report INTEGER NOT NULL REFERENCES frozen_report(number), figure TEXT NOT NULL,
    value REAL NOT NULL, denominator REAL,
    records TEXT NOT NULL,                    -- JSON array of frozen_record.record
    PRIMARY KEY(report, figure)
) WITHOUT ROWID;
-- `fields` are only those that the figures read; `version` is what the record had come to: JSON [[replica, seq], …].
CREATE TABLE frozen_record(
    report INTEGER NOT NULL REFERENCES frozen_report(number), record INTEGER NOT NULL,
    id TEXT NOT NULL, version TEXT NOT NULL,
    type TEXT NOT NULL, org TEXT NOT NULL, happened_on TEXT NOT NULL, fields TEXT NOT NULL,
    PRIMARY KEY(report, record)
) WITHOUT ROWID;
CREATE INDEX frozen_record_record ON frozen_record(record);
