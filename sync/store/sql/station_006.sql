-- SPDX-License-Identifier: Apache-2.0
-- Two more things of what `record` shows, which a list tells without opening registers. Filled by working every record
-- out anew, once, when the store is next opened.
ALTER TABLE record ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;    -- since it was verified
ALTER TABLE record ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0;
DELETE FROM meta WHERE key='worked-out-by';
