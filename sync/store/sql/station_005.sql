-- SPDX-License-Identifier: Apache-2.0
-- Counting, and finding the few records in one state, reads these and no others: a row with its registers is far larger
-- than what is asked of it.
CREATE INDEX record_counted ON record(type, happened_on, deleted, state, since);
CREATE INDEX record_state ON record(state, type, updated, number);
