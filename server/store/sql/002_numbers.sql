-- SPDX-License-Identifier: Apache-2.0
-- Official numbers reserved for stations, by series. station 0: nobody's, left out since this hub was put back to a
-- backup. told: the lowest that the station has not given, as far as it said; last + 2: it gave the block up.
CREATE TABLE number_block (
    district INTEGER NOT NULL,
    org TEXT NOT NULL,
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    station INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    told INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (district, org, kind, year, first, station)
) STRICT, WITHOUT ROWID;
