/** Handlers of calendar files: read one, say what of it is taken, save one. */
import { MAX_FILE } from '../../shared/file-limits.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { ok } from '../../shared/result.ts'
import type { CalendarFiles } from '../calendar/ics/calendar-files.ts'
import type { PickedFiles } from '../window/picked-files.ts'
import { strings } from './strings.ts'

const kind = { name: 'iCalendar', extensions: ['ics', 'ical', 'ifb', 'icalendar'] } as const

/** `given` takes the path that the system handed over last, so that it is read once. */
export const icsHandlers = (files: CalendarFiles, picked: PickedFiles, given: () => string | undefined): Handlers<'ics'> => ({
  open: async () => {
    const file = await picked.pick(strings.importCalendar, kind, MAX_FILE)
    if (!file.ok) return file
    return file.value === null ? ok(null) : files.read(file.value.name, file.value.bytes)
  },
  given: async () => {
    const path = given()
    if (path === undefined) return ok(null)
    const file = await picked.read(path, MAX_FILE)
    return file.ok ? files.read(file.value.name, file.value.bytes) : file
  },
  read: ({ name, bytes }) => files.read(name, bytes),
  rows: ({ id, from }) => Promise.resolve(files.rows(id, from)),
  stop: () => { files.stop(); return Promise.resolve(ok(null)) },
  close: () => { files.close(); return Promise.resolve(ok(null)) },
  accept: ({ id, rows }) => files.accept(id, rows),
  save: async (what) => {
    const written = await files.write(what)
    if (!written.ok) return written
    const saved = await picked.save(strings.saveCalendar, kind, written.value.name, written.value.file)
    if (!saved.ok) return saved
    return ok(saved.value === null ? null : { file: saved.value, entries: written.value.entries })
  },
})
