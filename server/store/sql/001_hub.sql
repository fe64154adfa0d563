-- SPDX-License-Identifier: Apache-2.0
-- A district hub. Every table is keyed by district first (its six digits as a number), so that a database that
-- spreads tables over machines can do so by district. 64-bit ids are stored as the signed number of the same bits.

CREATE TABLE hub (
    district INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    replica INTEGER NOT NULL, -- its pen in this epoch
    key_seed BLOB NOT NULL, -- the district's secret: the key of every pen of the hub, of each epoch, derives from it
    last_station INTEGER NOT NULL -- a restored hub gives no number that may have been given after its backup
) STRICT;

-- The last verified backup: what every pen had reached in it can be had again without the stations.
CREATE TABLE backup (
    district INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE backup_head (
    district INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (district, replica)
) STRICT, WITHOUT ROWID;

-- Each time this hub was put back to a backup.
CREATE TABLE restoration (
    district INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    at INTEGER NOT NULL,
    position INTEGER NOT NULL,
    replica INTEGER NOT NULL, -- the pen it writes with since
    PRIMARY KEY (district, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
    district INTEGER NOT NULL,
    position INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    record_replica INTEGER NOT NULL,
    record_seq INTEGER NOT NULL,
    reference INTEGER NOT NULL, -- 1: visible to everybody, 2: an org unit or a definition too
    orgs TEXT NOT NULL,
    orgs_before TEXT,
    repeats INTEGER NOT NULL,
    testified_by INTEGER NOT NULL DEFAULT 0, -- a station's word for what this hub forgot: in no chain
    effective INTEGER NOT NULL,
    chain BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (district, position)
) STRICT; -- with a rowid: what is appended in order fills its pages
CREATE UNIQUE INDEX change_dot ON change (district, replica, seq) WHERE repeats = 0;
CREATE INDEX change_record ON change (district, record_replica, record_seq, position) WHERE repeats = 0;
CREATE INDEX change_definition ON change (district, position) WHERE reference = 2;

-- Whose the replicas are that this hub knows of by testimony only.
CREATE TABLE testified_pen (
    district INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    person_replica INTEGER NOT NULL,
    person_seq INTEGER NOT NULL,
    person_name TEXT NOT NULL,
    station_name TEXT NOT NULL,
    home_org TEXT NOT NULL,
    PRIMARY KEY (district, replica)
) STRICT, WITHOUT ROWID;

-- Testimony that was not what the author had signed, as it turned out.
CREATE TABLE contradicted (
    district INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    station INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (district, replica, seq)
) STRICT, WITHOUT ROWID;

-- What bodies look like, made of the definitions: they are compressed against it.
CREATE TABLE sample (
    district INTEGER NOT NULL,
    number INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (district, number)
) STRICT;

CREATE TABLE refused (
    district INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    record_replica INTEGER NOT NULL,
    record_seq INTEGER NOT NULL,
    chain BLOB NOT NULL,
    seed BLOB NOT NULL,
    body BLOB NOT NULL,
    code TEXT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (district, replica, seq)
) STRICT;
CREATE INDEX refused_record ON refused (district, record_replica, record_seq);

CREATE TABLE pen (
    district INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    person_replica INTEGER NOT NULL,
    person_seq INTEGER NOT NULL,
    station INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    home_org TEXT NOT NULL,
    head_seq INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    head_seed BLOB NOT NULL,
    last_effective INTEGER NOT NULL,
    refused BLOB NOT NULL, -- what stands for all its refused seqs in receipts
    PRIMARY KEY (district, replica)
) STRICT;
CREATE INDEX pen_station ON pen (district, station);

CREATE TABLE signed_head (
    district INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (district, replica, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE station (
    district INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    token_hash BLOB NOT NULL,
    enrolled INTEGER NOT NULL,
    offset_ms INTEGER NOT NULL,
    cursor INTEGER NOT NULL,
    last_sync INTEGER,
    confirmed INTEGER NOT NULL,
    PRIMARY KEY (district, number)
) STRICT, WITHOUT ROWID;

-- What a station's last bundle is to be answered with; its news are read when the answer is written.
CREATE TABLE bundle (
    district INTEGER NOT NULL,
    station INTEGER NOT NULL,
    id BLOB NOT NULL,
    clock INTEGER NOT NULL, -- the station's, as it wrote
    seal_key BLOB NOT NULL, -- of the station's store
    answers BLOB NOT NULL,
    follow BLOB NOT NULL, -- what the station would ask next; empty: it has to hear this first
    PRIMARY KEY (district, station)
) STRICT;

CREATE TABLE member (
    district INTEGER NOT NULL,
    station INTEGER NOT NULL,
    person_replica INTEGER NOT NULL,
    person_seq INTEGER NOT NULL,
    PRIMARY KEY (district, station, person_replica, person_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE authority (
    district INTEGER NOT NULL,
    person_replica INTEGER NOT NULL,
    person_seq INTEGER NOT NULL,
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    org TEXT NOT NULL,
    scope TEXT NOT NULL,
    revoked INTEGER NOT NULL,
    revoked_now INTEGER NOT NULL,
    PRIMARY KEY (district, person_replica, person_seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrol_code (
    district INTEGER NOT NULL,
    selector TEXT NOT NULL,
    hash BLOB NOT NULL,
    person_replica INTEGER NOT NULL,
    person_seq INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER NOT NULL,
    used_by INTEGER NOT NULL,
    used_by_pen INTEGER NOT NULL,
    PRIMARY KEY (district, selector)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrol_guard (
    district INTEGER NOT NULL,
    selector TEXT NOT NULL,
    failures INTEGER NOT NULL,
    locked_until INTEGER NOT NULL,
    last_failure INTEGER NOT NULL,
    PRIMARY KEY (district, selector)
) STRICT, WITHOUT ROWID;
CREATE INDEX enrol_guard_age ON enrol_guard (district, last_failure);

CREATE TABLE record (
    district INTEGER NOT NULL,
    replica INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    org TEXT NOT NULL,
    orgs TEXT NOT NULL,
    state TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    deleted INTEGER NOT NULL,
    reference INTEGER NOT NULL,
    forgotten INTEGER NOT NULL, -- a tombstone that every station has passed: in nobody's scope any more
    changes INTEGER NOT NULL,
    fields TEXT NOT NULL,
    registers BLOB NOT NULL, -- empty: few changes, worked out from them when needed
    PRIMARY KEY (district, replica, seq)
) STRICT;
CREATE INDEX record_place ON record (district, reference, replica, seq);
CREATE INDEX record_tombstone ON record (district) WHERE deleted = 1 AND forgotten = 0;
CREATE INDEX record_period ON record (type, district, happened_on);

-- Attachments whose bytes this hub has, outside of this file, by SHA-256. since: when it came, or was last known to be
-- named by nothing; station: who brought it.
CREATE TABLE blob (
    district INTEGER NOT NULL,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    station INTEGER NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (district, name)
) STRICT, WITHOUT ROWID;

-- Which records name one, in any accepted change that is in the log.
CREATE TABLE blob_use (
    district INTEGER NOT NULL,
    name TEXT NOT NULL,
    record_replica INTEGER NOT NULL,
    record_seq INTEGER NOT NULL,
    PRIMARY KEY (district, name, record_replica, record_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_use_record ON blob_use (district, record_replica, record_seq);

-- Uploads that have begun: so much of each is on the disk.
CREATE TABLE upload (
    district INTEGER NOT NULL,
    station INTEGER NOT NULL,
    name TEXT NOT NULL,
    total INTEGER NOT NULL,
    have INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (district, station, name)
) STRICT, WITHOUT ROWID;

-- What a figure asks (fayi/schema/report.h).
CREATE VIEW figure_record AS
    SELECT id, type, org, state, happened_on, deleted, fields FROM record WHERE reference = 0;
