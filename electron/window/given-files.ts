/** Calendar files that the system hands over: on the command line, by a double click, by the Finder. Only their paths; what is in them is read once somebody is there to look. */
import { isAbsolute, resolve } from 'node:path'

const CALENDAR = /\.(?:ics|ical|icalendar|ifb)$/i

/** The calendar file among arguments as they come after the program; the last, if there are several. Switches are none, and relative ones lie in `folder`. */
export function givenCalendar(args: readonly string[], folder: string): string | undefined {
  const given = args.findLast((arg) => !arg.startsWith('-') && CALENDAR.test(arg))
  return given === undefined ? undefined : isAbsolute(given) ? given : resolve(folder, given)
}
