-- SPDX-License-Identifier: Apache-2.0
-- When the hub answered for own pens: by `at`, in milliseconds since 1970 as the hub says them, it had everything up to
-- `seq` that is in no earlier row. 0: before this was kept.
CREATE TABLE received(
    replica INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY(replica, seq)
) WITHOUT ROWID;
INSERT INTO received(replica, seq, at) SELECT number, acked, 0 FROM replica WHERE person IS NOT NULL AND acked>0;
