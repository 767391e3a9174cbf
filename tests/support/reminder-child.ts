/** A process of its own that gives the reminders of a vault and is killed, as by kill -9, at the moment it would show the first: node reminder-child.ts give FOLDER. */
import { writeSync } from 'node:fs'
import { createAgenda } from '../../electron/calendar/agenda.ts'
import { expand } from '../../electron/calendar/recurrence/expand.ts'
import { createReminderClock } from '../../electron/calendar/reminder-clock.ts'
import { createVault } from '../../electron/vault/connection.ts'
import { plainHabits } from '../../shared/habits.ts'
import { fromInstant } from '../../shared/time.ts'
import { cheap, passphrase, value, workerUrl } from './vault.ts'

const clock = { now: () => fromInstant('2026-11-22T16:30:00Z') }
const vault = createVault({ folder: process.argv[3] ?? '', workerUrl, clock, engine: { argon: cheap } })
value(await vault.unlock(passphrase))
const agenda = createAgenda({ vault: vault.events, expand: (series) => Promise.resolve(expand(series)), newId: () => 'unused' })
createReminderClock({
  clock, after: () => () => undefined, isOpen: () => true, household: vault.household.read, settings: vault.settings.read, events: agenda.between, tasks: vault.tasks, vault: vault.reminders,
  mark: () => { throw new Error('nothing is marked') }, system: plainHabits,
  notices: {
    show: ({ title }) => { writeSync(1, `about to show: ${title}\n`); process.kill(process.pid, 'SIGKILL') },
    clear: () => undefined,
  },
  onChange: () => undefined,
  onBug: (_code, error) => { throw error },
}).look()
