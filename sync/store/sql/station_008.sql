-- SPDX-License-Identifier: Apache-2.0
-- What the syncs of a day came to, so that a person can read when something went and when it did not.
CREATE TABLE sync_day(
    day TEXT PRIMARY KEY,                      -- YYYY-MM-DD in China
    tries INTEGER NOT NULL, failures INTEGER NOT NULL,
    pushed INTEGER NOT NULL, pulled INTEGER NOT NULL, refused INTEGER NOT NULL,  -- changes
    blobs_up INTEGER NOT NULL, blobs_down INTEGER NOT NULL,                      -- attachments
    bytes_up INTEGER NOT NULL, bytes_down INTEGER NOT NULL,
    last INTEGER NOT NULL,                     -- milliseconds since 1970: the last one that worked; 0: none did
    problem_zh TEXT NOT NULL, problem_en TEXT NOT NULL                           -- of the last that did not
) WITHOUT ROWID;
