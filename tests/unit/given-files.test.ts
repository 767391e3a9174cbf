import { describe, expect, it } from 'vitest'
import { givenCalendar } from '../../electron/window/given-files.ts'

describe('a calendar file that the system hands over', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['a path', ['/home/ada/school.ics'], '/home/ada/school.ics'], ['one that lies where it was called from', ['school.ICS'], '/home/ada/school.ICS'], ['the last of several', ['a.ics', 'b.ical'], '/home/ada/b.ical'],
    ['beside switches and the app itself', ['--user-data-dir=/x', '.', '--clock=now', 'a.ics'], '/home/ada/a.ics'],
    ['no switch that looks like one', ['--config=/tmp/a.ics'], undefined], ['no other file', ['notes.txt', 'ics'], undefined], ['nothing', [], undefined],
  ])('%s', (_, args, path) => { expect(givenCalendar(args, '/home/ada')).toBe(path) })
})
