/** Format 2: the household's entries may also be standing rules. The table is made anew, because a check cannot be changed in place. */
export const standingRules = `
  CREATE TABLE household_entries_2 (
    kind TEXT NOT NULL CHECK (kind IN ('people', 'places', 'devices', 'tariffs', 'routines', 'notes', 'rules')),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, position),
    UNIQUE (kind, id)
  ) STRICT;
  INSERT INTO household_entries_2 SELECT kind, position, id, body FROM household_entries;
  DROP TABLE household_entries;
  ALTER TABLE household_entries_2 RENAME TO household_entries;
`
