/** Format 4: what became of a reminder that was given. */
export const remindersAnswered = `
  ALTER TABLE reminders_given ADD COLUMN answered INTEGER NOT NULL DEFAULT 0 CHECK (answered IN (0, 1));
  -- of one put off: when it comes again, milliseconds since 1970
  ALTER TABLE reminders_given ADD COLUMN again INTEGER;
`
