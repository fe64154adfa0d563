-- SPDX-License-Identifier: Apache-2.0
-- What this computer keeps for one of its people alone: their PIN, the form they have open, what they had a look at.
-- None of it is replicated.

-- wrong: PINs in a row that were none; until not_before none is looked at. Times are milliseconds since 1970.
CREATE TABLE seat(
    person INTEGER PRIMARY KEY REFERENCES person(number) ON DELETE CASCADE,
    pin TEXT NOT NULL DEFAULT '',             -- Argon2id, as libsodium writes it; empty: none
    wrong INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    idle_minutes INTEGER,                     -- after so many it locks, 0: never; NULL: nothing was chosen
    told INTEGER NOT NULL DEFAULT 0           -- 1: they were told that they can have a PIN
);

-- A form as it was left, with what is typed and not saved. subject: the record's id, "+TYPE" of a new one, "!CHANGE" of
-- what was refused and is being mended; only a key, for names change with a fork. record: its number, NULL for a new one.
-- saving: 1 while a save of it is being written; the first change that its person writes then is that save.
CREATE TABLE open_form(
    person INTEGER NOT NULL REFERENCES person(number) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    type TEXT NOT NULL, version INTEGER NOT NULL,        -- of the definition
    record INTEGER,
    at INTEGER NOT NULL,
    saving INTEGER NOT NULL DEFAULT 0,
    focus TEXT NOT NULL, cursor INTEGER NOT NULL,        -- the field that had the keyboard, and where in it
    body TEXT NOT NULL,                                  -- JSON: what was shown, what is typed
    PRIMARY KEY(person, subject)
) WITHOUT ROWID;
CREATE INDEX open_form_record ON open_form(record);
CREATE INDEX open_form_saving ON open_form(person) WHERE saving=1;
CREATE TRIGGER open_form_saved AFTER INSERT ON change WHEN EXISTS(SELECT 1 FROM open_form WHERE saving=1) BEGIN
    DELETE FROM open_form WHERE saving=1 AND person=(SELECT person FROM replica WHERE number=new.replica);
END;
CREATE TRIGGER open_form_left AFTER DELETE ON record BEGIN
    DELETE FROM open_form WHERE record=old.number;
END;

-- Every look at what is covered: of whom, at which field of which record, where (page, form).
CREATE TABLE reveal(
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,                      -- milliseconds since 1970
    person_id TEXT NOT NULL, person_name TEXT NOT NULL,
    record INTEGER NOT NULL, id TEXT NOT NULL,           -- its number, and its id at that time
    type TEXT NOT NULL, field TEXT NOT NULL, place TEXT NOT NULL
);
CREATE INDEX reveal_at ON reveal(at);
