/**
 * Every step of the vault's format, in order; the format's number is how many there are.
 * To add one: 1. a file NNN-what-it-does.ts with one SQL string  2. its name at the end of this list. Never change or remove one that was released.
 */
import { first } from './001-first.ts'
import { standingRules } from './002-standing-rules.ts'
import { seriesAndTasks } from './003-series-and-tasks.ts'
import { remindersAnswered } from './004-reminders-answered.ts'
import { searchOfTurns } from './005-search-of-turns.ts'

export const migrations: readonly string[] = [first, standingRules, seriesAndTasks, remindersAnswered, searchOfTurns]
