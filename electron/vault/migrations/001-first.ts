/** Format 1: every table of the vault. Columns hold what is searched or ordered by; `body` is the whole entry as JSON, checked by its shared schema. */
export const first = `
  CREATE TABLE household (only INTEGER PRIMARY KEY CHECK (only = 1), body TEXT NOT NULL) STRICT;
  CREATE TABLE household_entries (
    kind TEXT NOT NULL CHECK (kind IN ('people', 'places', 'devices', 'tariffs', 'routines', 'notes')),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, position),
    UNIQUE (kind, id)
  ) STRICT;

  -- starts and ends are milliseconds since 1970, because instants as text do not sort
  CREATE TABLE events (id TEXT PRIMARY KEY NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE INDEX events_by_start ON events (starts, ends);
  CREATE TABLE change_sets (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, undone INTEGER NOT NULL CHECK (undone IN (0, 1)), body TEXT NOT NULL) STRICT;

  CREATE TABLE conversations (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, last_at INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE turns (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX turns_by_conversation ON turns (conversation_id, position);
  CREATE TABLE tokens (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    token TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (conversation_id, token)
  ) STRICT;

  CREATE TABLE receipts (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;

  CREATE TABLE settings (only INTEGER PRIMARY KEY CHECK (only = 1), body TEXT NOT NULL) STRICT;
  CREATE TABLE secrets (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
  CREATE TABLE canaries (position INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE) STRICT;
`
