-- SPDX-License-Identifier: Apache-2.0
-- The station's store, first release. Replica and hub numbers are 64-bit unsigned, kept as the signed number of the
-- same bits. What follows from other rows (waiting, sync word, conflicts) is asked of them and kept nowhere, except
-- for what `record` shows, which lists and figures must find without opening registers.
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- Whoever writes on this computer. id, role, org: empty until enrolled.
CREATE TABLE person(
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, org TEXT NOT NULL,
    scope TEXT NOT NULL                       -- JSON array of org-unit codes
);

-- Every pen this store has heard of; `person` is set for its own.
CREATE TABLE replica(
    number INTEGER PRIMARY KEY,
    id INTEGER NOT NULL UNIQUE,
    person INTEGER REFERENCES person(number),
    person_id TEXT NOT NULL DEFAULT '', person_name TEXT NOT NULL DEFAULT '',
    station_name TEXT NOT NULL DEFAULT '', org TEXT NOT NULL DEFAULT '',
    secret BLOB, public_key BLOB,             -- own pens: Ed25519 seed and public key
    introduced INTEGER NOT NULL DEFAULT 0,    -- own pens: the hub knows it
    active INTEGER NOT NULL DEFAULT 0,        -- own pens: the one its person writes with
    seq INTEGER NOT NULL DEFAULT 0, hash BLOB, salt BLOB, time INTEGER NOT NULL DEFAULT 0,  -- own pens: chain head
    acked INTEGER NOT NULL DEFAULT 0,         -- own pens: the hub has answered for everything up to here
    safe INTEGER NOT NULL DEFAULT 0,          -- own pens: and has it in a verified backup up to here
    base_seq INTEGER NOT NULL DEFAULT 0, base_hash BLOB, base_salt BLOB, -- own pens: where the chain kept here begins
    behind INTEGER                            -- others', while the hub is told what it forgot: it has no more than this
);

-- Signed heads of own pens that the hub has not acknowledged, or has in no backup: a push ends at one of them.
-- receipt: the hub's signature under its acknowledgement, by the key of its pen `hub`.
CREATE TABLE head(
    replica INTEGER NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, signature BLOB NOT NULL,
    time INTEGER NOT NULL,                    -- claimed, of its last change: the order of saves in this store
    hub INTEGER, receipt BLOB,
    PRIMARY KEY(replica, seq)
) WITHOUT ROWID;

-- What a fork called otherwise, for windows and programs that read it before: `fork` is 1, 2 … in turn. became: NULL
-- where the part of the old pen ends that kept its name.
CREATE TABLE renamed(
    fork INTEGER NOT NULL,
    replica INTEGER NOT NULL, seq INTEGER NOT NULL,
    became INTEGER, became_seq INTEGER,
    PRIMARY KEY(fork, replica, seq)
) WITHOUT ROWID;

-- Bundles that were written, the newest ones: what was said in each, without its changes, so that an answer to one can
-- be applied whenever it comes, and no other.
CREATE TABLE bundle(
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    said BLOB NOT NULL,
    answered INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE record(
    number INTEGER PRIMARY KEY,
    replica INTEGER NOT NULL, seq INTEGER NOT NULL,      -- the creating dot, replica by its number here
    type TEXT NOT NULL,
    org TEXT NOT NULL, state TEXT NOT NULL, happened_on TEXT NOT NULL, deleted INTEGER NOT NULL,
    conflicts INTEGER NOT NULL,                          -- open ones
    updated INTEGER NOT NULL, updated_by INTEGER NOT NULL,
    whole INTEGER NOT NULL,                              -- 1: every change of it is in `change`
    base BLOB,                                           -- not whole and something waits: its registers without that
    since INTEGER NOT NULL, pull INTEGER NOT NULL,       -- the fresh pull that first brought it, and the last that did
    gone INTEGER NOT NULL DEFAULT 0,                     -- left the scope; stays while something of it waits
    title TEXT NOT NULL,
    fields TEXT NOT NULL,                                -- shown values, JSON
    registers BLOB NOT NULL,
    UNIQUE(replica, seq)
);
CREATE INDEX record_updated ON record(type, updated, number);
CREATE INDEX record_happened ON record(type, happened_on, number);
CREATE INDEX record_erasure ON record(json_extract(fields, '$.record')) WHERE type='erasure';
CREATE INDEX record_conflicts ON record(number) WHERE conflicts > 0;
CREATE INDEX record_based ON record(number) WHERE base IS NOT NULL;
CREATE INDEX record_gone ON record(number) WHERE gone;
CREATE INDEX record_pull ON record(pull);

-- Every change this store holds, in canonical bytes. effective: NULL as claimed. With a rowid: rows are long, and a
-- table without one spills everything past a quarter page.
CREATE TABLE change(
    replica INTEGER NOT NULL, seq INTEGER NOT NULL,
    record INTEGER NOT NULL, effective INTEGER, body BLOB NOT NULL,
    PRIMARY KEY(replica, seq)
);
CREATE INDEX change_record ON change(record);

-- What the hub did not accept, until somebody mends or discards it (open = 0). A record whose creation is listed
-- here exists in this store only. `became`: of a creation that was mended, the record that it is now. When a
-- creation is closed its row in `record` goes, and what rested on it belongs to record 0.
CREATE TABLE refusal(
    replica INTEGER NOT NULL, seq INTEGER NOT NULL, record INTEGER NOT NULL,
    code TEXT NOT NULL, zh TEXT NOT NULL, en TEXT NOT NULL, open INTEGER NOT NULL DEFAULT 1,
    became TEXT NOT NULL DEFAULT '',
    PRIMARY KEY(replica, seq)
) WITHOUT ROWID;
CREATE INDEX refusal_record ON refusal(record);

-- Bigrams of what is searchable; rowid is record.number. Contentless: the text is in record.fields.
CREATE VIRTUAL TABLE search USING fts5(grams, content='', columnsize=0, detail=none, tokenize='ascii');

-- Attachments that records name or that were taken in here, by SHA-256. Their bytes are files in the folder `blobs`.
CREATE TABLE attachment(
    name TEXT PRIMARY KEY,
    bytes INTEGER,                            -- NULL: not known before the hub has told
    here INTEGER NOT NULL DEFAULT 0,          -- so much of it is on this disk, from its beginning
    thumbnail INTEGER NOT NULL,               -- the small picture of another one
    at_hub INTEGER NOT NULL DEFAULT 0,        -- the hub has it, as far as this store knows
    sent INTEGER NOT NULL DEFAULT 0,          -- so much of it the hub has acknowledged
    misses INTEGER NOT NULL DEFAULT 0,        -- tries in a row that came to nothing, and when to try again
    not_before INTEGER NOT NULL DEFAULT 0,
    kept_until INTEGER NOT NULL DEFAULT 0     -- until then it stays though nothing names it
) WITHOUT ROWID;
CREATE INDEX attachment_waiting ON attachment(thumbnail, bytes) WHERE at_hub=0 AND here=bytes;
CREATE INDEX attachment_missing ON attachment(not_before) WHERE thumbnail=1 AND (bytes IS NULL OR here<bytes);

-- Which records name them, in a version that is held: registers or changes. Rows may be of versions that have gone
-- since; a walk drops them (attachments.cpp).
CREATE TABLE attachment_use(
    record INTEGER NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY(record, name)
) WITHOUT ROWID;
CREATE INDEX attachment_use_name ON attachment_use(name);
CREATE TRIGGER attachment_left AFTER DELETE ON record BEGIN
    UPDATE attachment SET kept_until=0 WHERE name IN (SELECT name FROM attachment_use WHERE record=old.number);
    DELETE FROM attachment_use WHERE record=old.number;
END;

-- The relation that figures are compiled against: what the district holds or will.
CREATE VIEW figure_record AS
SELECT number AS id, type, org, state, happened_on, deleted, fields FROM record
WHERE since <= coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'pulled'), 0)
AND NOT EXISTS(SELECT 1 FROM refusal f WHERE f.replica=record.replica AND f.seq=record.seq);
