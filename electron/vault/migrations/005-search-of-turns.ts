/**
 * Format 5: every word of the conversations can be searched, and what was typed but not sent is kept.
 * The index holds no text of its own but lies, like everything here, in the encrypted file. The engine keeps it in step: with each saved turn, and when a conversation takes its turns with it.
 */
const words = (row: 'old' | 'new'): string => `${row}.position, ${row}.body ->> '$.text', ${row}.body ->> '$.answer.text'`

export const searchOfTurns = `
  CREATE VIEW turn_words AS SELECT position, body ->> '$.text' AS question, body ->> '$.answer.text' AS answer FROM turns;
  CREATE VIRTUAL TABLE turn_index USING fts5 (question, answer, content = 'turn_words', content_rowid = 'position', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
  INSERT INTO turn_index (turn_index) VALUES ('rebuild');
  CREATE TRIGGER turn_added AFTER INSERT ON turns BEGIN
    INSERT INTO turn_index (rowid, question, answer) VALUES (${words('new')});
  END;
  CREATE TRIGGER turn_removed AFTER DELETE ON turns BEGIN
    INSERT INTO turn_index (turn_index, rowid, question, answer) VALUES ('delete', ${words('old')});
  END;
  -- a turn is saved several times as it proceeds, mostly with the same words
  CREATE TRIGGER turn_reworded AFTER UPDATE OF body ON turns
    WHEN old.body ->> '$.text' IS NOT new.body ->> '$.text' OR old.body ->> '$.answer.text' IS NOT new.body ->> '$.answer.text' BEGIN
    INSERT INTO turn_index (turn_index, rowid, question, answer) VALUES ('delete', ${words('old')});
    INSERT INTO turn_index (rowid, question, answer) VALUES (${words('new')});
  END;

  -- null: the draft that belongs to no conversation yet
  CREATE TABLE drafts (position INTEGER PRIMARY KEY, conversation_id TEXT UNIQUE REFERENCES conversations (id) ON DELETE CASCADE, text TEXT NOT NULL) STRICT;
`
