/** Format 3: events may belong to a series, there are tasks, and which reminders were given is remembered. */
export const seriesAndTasks = `
  -- of an event that stands for one time of a series
  ALTER TABLE events ADD COLUMN series_id TEXT;
  CREATE INDEX events_by_series ON events (series_id) WHERE series_id IS NOT NULL;
  -- due in milliseconds since 1970; null for what has no day or is done for good
  CREATE TABLE tasks (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, due INTEGER, body TEXT NOT NULL) STRICT;
  -- key: what it reminded of and when it was due; at: when it was given, milliseconds since 1970
  CREATE TABLE reminders_given (key TEXT PRIMARY KEY NOT NULL, at INTEGER NOT NULL) STRICT;
`
