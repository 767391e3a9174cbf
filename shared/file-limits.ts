/** How much of a calendar file is taken at once. */

/** What a person may hand in: more is refused before it is read. In bytes. */
export const MAX_FILE = 10 * 1024 * 1024
/** Rows of it that travel to the window at once. */
export const ROWS_AT_ONCE = 250
