-- SPDX-License-Identifier: Apache-2.0
-- Official numbers: what the hub has reserved for this station, and which series it should ask for. A number below
-- `next` was given and is never given again; `told` is the `next` that the hub has heard of.
CREATE TABLE number_block(
    org TEXT NOT NULL, kind TEXT NOT NULL, year INTEGER NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, next INTEGER NOT NULL, told INTEGER NOT NULL,
    PRIMARY KEY(org, kind, year, first)
) WITHOUT ROWID;
CREATE TABLE number_want(
    org TEXT NOT NULL, kind TEXT NOT NULL, year INTEGER NOT NULL,
    PRIMARY KEY(org, kind, year)
) WITHOUT ROWID;
