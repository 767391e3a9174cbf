/** A hundred calendar files as real programs write them: each writer with its habits, each with what people keep in calendars. Written from what these programs are known to do, not copied from anybody's calendar. */

export interface CalendarFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Events and tasks that must come back. */
  readonly entries: number
}

interface Writer {
  readonly name: string
  /** Lines of the calendar before its entries. */
  readonly head: readonly string[]
  /** How a zone is called, and its definition; none for writers that only write UTC or floating times. */
  readonly tzid: string | null
  readonly zone: readonly string[]
  /** Lines in every entry. */
  readonly entry: readonly string[]
  readonly end: '\r\n' | '\n' | '\r'
  /** Octets of a line before it is folded; null = never. */
  readonly fold: number | null
  readonly foldWith: ' ' | '\t'
  readonly encode: (text: string) => Uint8Array
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const withMark = (text: string): Uint8Array => utf8(`\uFEFF${text}`)
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())
const windows1252 = (text: string): Uint8Array => Uint8Array.from(Array.from(text, (character) => ({ '€': 0x80, '–': 0x96, '’': 0x92, '„': 0x84, '“': 0x93 })[character] ?? (character.charCodeAt(0) < 256 ? character.charCodeAt(0) : 63)))

const berlin = (tzid: string, more: readonly string[] = [], newYear = false): readonly string[] => [
  'BEGIN:VTIMEZONE', `TZID:${tzid}`, ...more,
  'BEGIN:STANDARD', `DTSTART:${newYear ? '16010101T030000' : '19701025T030000'}`, 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', ...(newYear ? [] : ['TZNAME:CET']), 'END:STANDARD',
  'BEGIN:DAYLIGHT', `DTSTART:${newYear ? '16010101T020000' : '19700329T020000'}`, 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', ...(newYear ? [] : ['TZNAME:CEST']), 'END:DAYLIGHT',
  'END:VTIMEZONE',
]

const writers: readonly Writer[] = [
  { name: 'Google Calendar', head: ['PRODID:-//Google Inc//Google Calendar 70.9054//EN', 'VERSION:2.0', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:Familie Bergmann', 'X-WR-TIMEZONE:Europe/Berlin', 'X-WR-CALDESC:'], tzid: 'Europe/Berlin', zone: berlin('Europe/Berlin', ['X-LIC-LOCATION:Europe/Berlin']), entry: ['DTSTAMP:20261101T101112Z', 'CREATED:20260901T080000Z', 'LAST-MODIFIED:20261002T090000Z', 'SEQUENCE:1', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE', 'X-GOOGLE-CONFERENCE:https://meet.example/abc-defg-hij'], end: '\r\n', fold: 75, foldWith: ' ', encode: utf8 },
  { name: 'Outlook', head: ['PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN', 'VERSION:2.0', 'METHOD:PUBLISH', 'X-MS-OLK-FORCEINSPECTOROPEN:TRUE'], tzid: 'W. Europe Standard Time', zone: berlin('W. Europe Standard Time', [], true), entry: ['CLASS:PUBLIC', 'CREATED:20260901T080000Z', 'DTSTAMP:20261101T101112Z', 'LAST-MODIFIED:20261002T090000Z', 'PRIORITY:5', 'SEQUENCE:0', 'TRANSP:OPAQUE', 'X-ALT-DESC;FMTTYPE=text/html:<html><body>\\n<p>Hallo\\, Welt</p></body></html>', 'X-MICROSOFT-CDO-BUSYSTATUS:BUSY', 'X-MICROSOFT-CDO-IMPORTANCE:1', 'X-MS-OLK-AUTOFILLLOCATION:FALSE', 'X-MS-OLK-CONFTYPE:0'], end: '\r\n', fold: 75, foldWith: '\t', encode: utf8 },
  { name: 'Exchange', head: ['METHOD:REQUEST', 'PRODID:Microsoft Exchange Server 2010', 'VERSION:2.0'], tzid: '(UTC+01:00) Amsterdam\\, Berlin\\, Bern\\, Rome\\, Stockholm\\, Vienna', zone: berlin('(UTC+01:00) Amsterdam\\, Berlin\\, Bern\\, Rome\\, Stockholm\\, Vienna', [], true), entry: ['CLASS:PUBLIC', 'PRIORITY:5', 'DTSTAMP:20261101T101112Z', 'TRANSP:OPAQUE', 'STATUS:CONFIRMED', 'SEQUENCE:2', 'X-MICROSOFT-CDO-APPT-SEQUENCE:2', 'X-MICROSOFT-CDO-OWNERAPPTID:2119741842', 'X-MICROSOFT-DISALLOW-COUNTER:FALSE', 'X-MICROSOFT-DONOTFORWARDMEETING:FALSE'], end: '\r\n', fold: 75, foldWith: ' ', encode: utf8 },
  { name: 'Apple Calendar', head: ['CALSCALE:GREGORIAN', 'PRODID:-//Apple Inc.//macOS 15.1//EN', 'VERSION:2.0', 'X-APPLE-CALENDAR-COLOR:#1BADF8', 'X-WR-CALNAME:Zuhause'], tzid: 'Europe/Berlin', zone: berlin('Europe/Berlin'), entry: ['CREATED:20260901T080000Z', 'DTSTAMP:20261101T101112Z', 'LAST-MODIFIED:20261002T090000Z', 'SEQUENCE:0', 'TRANSP:OPAQUE', 'X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC', 'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="Lindenallee 4\\n10115 Berlin";X-APPLE-RADIUS=70;X-TITLE=Praxis:geo:52.53,13.38'], end: '\r\n', fold: 75, foldWith: ' ', encode: utf8 },
  { name: 'Thunderbird', head: ['PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN', 'VERSION:2.0'], tzid: '/mozilla.org/20050126_1/Europe/Berlin', zone: berlin('/mozilla.org/20050126_1/Europe/Berlin', ['X-LIC-LOCATION:Europe/Berlin']), entry: ['CREATED:20260901T080000Z', 'LAST-MODIFIED:20261002T090000Z', 'DTSTAMP:20261101T101112Z', 'X-MOZ-GENERATION:4', 'X-MOZ-LASTACK:20261001T080000Z'], end: '\r\n', fold: 75, foldWith: ' ', encode: utf8 },
  { name: 'Nextcloud', head: ['VERSION:2.0', 'PRODID:-//IDN nextcloud.com//Calendar app 4.7.0//EN', 'CALSCALE:GREGORIAN', 'X-WR-CALNAME:Persönlich', 'X-APPLE-CALENDAR-COLOR:#795AAB', 'REFRESH-INTERVAL;VALUE=DURATION:PT4H', 'X-PUBLISHED-TTL:PT4H'], tzid: 'Europe/Berlin', zone: berlin('Europe/Berlin'), entry: ['CREATED:20260901T080000Z', 'DTSTAMP:20261101T101112Z', 'LAST-MODIFIED:20261002T090000Z', 'SEQUENCE:3', 'STATUS:CONFIRMED', 'COLOR:darkorange', 'CATEGORIES:Familie,Kinder\\, Schule'], end: '\r\n', fold: 75, foldWith: ' ', encode: utf8 },
  { name: 'DAVx5', head: ['VERSION:2.0', 'PRODID:DAVx5/4.4.5-ose ical4j/3.2.19 (at.bitfire.davdroid)'], tzid: 'Europe/Berlin', zone: berlin('Europe/Berlin'), entry: ['DTSTAMP:20261101T101112Z', 'STATUS:CONFIRMED', 'X-ANDROID-LOCALE:de_DE'], end: '\r\n', fold: 75, foldWith: ' ', encode: utf8 },
  { name: 'Evolution', head: ['CALSCALE:GREGORIAN', 'PRODID:-//Ximian//NONSGML Evolution Calendar//EN', 'VERSION:2.0', 'X-EVOLUTION-DATA-REVISION:2026-11-01T10:11:12.123456Z(4)'], tzid: '/freeassociation.sourceforge.net/Europe/Berlin', zone: berlin('/freeassociation.sourceforge.net/Europe/Berlin', ['X-LIC-LOCATION:Europe/Berlin']), entry: ['DTSTAMP:20261101T101112Z', 'CREATED:20260901T080000Z', 'LAST-MODIFIED:20261002T090000Z', 'CLASS:PUBLIC', 'X-EVOLUTION-CALDAV-ETAG:7a3f', 'SEQUENCE:2'], end: '\n', fold: 75, foldWith: ' ', encode: utf8 },
  { name: 'Lotus Notes', head: ['X-LOTUS-CHARSET:UTF-8', 'VERSION:2.0', 'PRODID:-//Lotus Development Corporation//NONSGML Notes 9.0//EN_C', 'METHOD:PUBLISH'], tzid: 'Berlin/Stockholm/Rome', zone: berlin('Berlin/Stockholm/Rome'), entry: ['TRANSP:OPAQUE', 'DTSTAMP:20261101T101112Z', 'SEQUENCE:0', 'CLASS:PUBLIC', 'X-LOTUS-BROADCAST:FALSE', 'X-LOTUS-NOTESVERSION:2', 'X-LOTUS-APPTTYPE:3'], end: '\r\n', fold: 74, foldWith: ' ', encode: utf8 },
  { name: 'a school feed on Windows', head: ['VERSION:2.0', 'PRODID:-//Schulverwaltung//Termine//DE', 'X-WR-CALNAME:Grundschule am Weißensee'], tzid: null, zone: [], entry: ['DTSTAMP:20261101T101112Z', 'CATEGORIES:Schule'], end: '\n', fold: null, foldWith: ' ', encode: windows1252 },
  { name: 'a football club’s feed', head: ['VERSION:2.0', 'PRODID:-//Spielplan//DE', 'X-WR-CALNAME:SV Grün-Weiß 1910 – Heimspiele', 'X-WR-TIMEZONE:Europe/Berlin'], tzid: 'Europe/Berlin', zone: [], entry: ['DTSTAMP:20261101T101112Z', 'URL:https://spiele.example/5?id=1&x=2', 'GEO:irgendwo'], end: '\r', fold: null, foldWith: ' ', encode: withMark },
  { name: 'an old exporter in UTF-16', head: ['VERSION:2.0', 'PRODID:-//Organizer//5.1//DE'], tzid: 'Europe/Berlin', zone: berlin('Europe/Berlin'), entry: ['DTSTAMP:20261101T101112Z', 'PRIORITY:hoch'], end: '\r\n', fold: 60, foldWith: ' ', encode: utf16 },
  { name: 'its sister, the other way round', head: ['VERSION:2.0', 'PRODID:-//Organizer//5.2//DE'], tzid: 'Europe/Berlin', zone: berlin('Europe/Berlin'), entry: ['DTSTAMP:20261101T101112Z'], end: '\n', fold: null, foldWith: ' ', encode: utf16be },
]

/** `at` writes a local time of that writer. */
interface Pen { readonly at: (name: string, local: string, parameters?: string) => string; readonly writer: Writer }
type Scene = readonly [name: string, lines: (pen: Pen) => readonly (readonly string[])[], kind?: 'VEVENT' | 'VTODO']

const scenes: readonly Scene[] = [
  ['an appointment', ({ at }) => [['UID:1@x', 'SUMMARY:Zahnarzt Dr. Müller-Lüdenscheidt', at('DTSTART', '20261203T090000'), at('DTEND', '20261203T094500'), 'LOCATION:St. Mary’s Hospital', 'DESCRIPTION:Versichertenkarte mitnehmen\\, und:\\n– Überweisung\\n– Bonusheft; €10 für „Parken“\\\\Garage']]],
  ['a weekly lesson with exceptions', ({ at }) => [
    ['UID:2@x', 'SUMMARY:Klavier', at('DTSTART', '20260907T153000'), 'DURATION:PT45M', 'RRULE:FREQ=WEEKLY;UNTIL=20270630T215959Z;BYDAY=MO;WKST=MO', at('EXDATE', '20261012T153000'), at('EXDATE', '20261019T153000'), 'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Klavier', 'TRIGGER:-PT30M', 'X-WR-ALARMUID:77', 'END:VALARM'],
    ['UID:2@x', at('RECURRENCE-ID', '20261109T153000'), 'SUMMARY:Klavier (bei Oma)', at('DTSTART', '20261110T160000'), 'DURATION:PT45M'],
    ['UID:2@x', at('RECURRENCE-ID', '20261116T153000'), 'SUMMARY:Klavier', at('DTSTART', '20261116T153000'), 'DURATION:PT45M', 'STATUS:CANCELLED'],
  ]],
  ['whole days', () => [['UID:3@x', 'SUMMARY:Herbstferien', 'DTSTART;VALUE=DATE:20261012', 'DTEND;VALUE=DATE:20261024', 'TRANSP:TRANSPARENT'], ['UID:4@x', 'SUMMARY:Geburtstag Emma', 'DTSTART;VALUE=DATE:20141212', 'RRULE:FREQ=YEARLY', 'TRANSP:TRANSPARENT', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:PT9H', 'DESCRIPTION:Torte!', 'END:VALARM'], ['UID:5@x', 'SUMMARY:Tag ohne Ende', 'DTSTART:20261224']]],
  ['a meeting with people', ({ at }) => [['UID:6@x', 'SUMMARY;LANGUAGE=de-DE:Elternabend', 'ORGANIZER;CN="Schule, Sekretariat":mailto:sekretariat@schule.example', 'ATTENDEE;CN=Tom Bergmann;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:tom.bergmann@example.org', 'ATTENDEE;CN="Okafor, Ada";PARTSTAT=NEEDS-ACTION;ROLE=OPT-PARTICIPANT;RSVP=TRUE:mailto:ada@example.com', 'ATTENDEE;CN=Raum 7;CUTYPE=ROOM:mailto:raum7@schule.example', at('DTSTART', '20261117T193000'), at('DTEND', '20261117T210000'), 'ATTACH;FMTTYPE=application/pdf;FILENAME=tagesordnung.pdf:https://schule.example/tagesordnung.pdf', 'ATTACH;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=notiz.txt:SGFsbG8=', 'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Beitreten:https://treffen.example/7']]],
  ['odd repetition', ({ at }) => [['UID:7@x', 'SUMMARY:Müllabfuhr (Restmüll)', at('DTSTART', '20260105T060000'), at('DTEND', '20260105T061500'), at('RDATE', '20260119T060000,20260202T060000,20260217T060000'), 'COMMENT:verschoben wegen Karneval'], ['UID:8@x', 'SUMMARY:Hausverwaltung', at('DTSTART', '20260130T100000'), at('DTEND', '20260130T110000'), 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=12', 'RDATE;VALUE=PERIOD:20260215T090000Z/20260215T100000Z,20260216T090000Z/PT30M'], ['UID:9@x', 'SUMMARY:Wasserzähler', at('DTSTART', '20261001T080000'), 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1TH', 'EXDATE;VALUE=DATE:20271007']]],
  ['alarms of all kinds', ({ at }) => [['UID:10@x', 'SUMMARY:Flug nach Porto', 'DTSTART:20261219T061500Z', 'DTEND:20261219T091000Z', at('X-CHECKIN', '20261218T061500'), 'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Flug', 'TRIGGER:-P1D', 'END:VALARM', 'BEGIN:VALARM', 'ACTION:AUDIO', 'ATTACH;VALUE=URI:Basso', 'TRIGGER;RELATED=START:-PT2H', 'UID:A-1', 'END:VALARM', 'BEGIN:VALARM', 'ACTION:EMAIL', 'SUMMARY:Flug', 'DESCRIPTION:Bitte', 'ATTENDEE:mailto:tom.bergmann@example.org', 'TRIGGER:-PT1H', 'END:VALARM', 'BEGIN:VALARM', 'ACTION:NONE', 'TRIGGER;VALUE=DATE-TIME:19760401T005545Z', 'X-APPLE-DEFAULT-ALARM:TRUE', 'END:VALARM', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:gelandet', 'TRIGGER;RELATED=END:PT0S', 'ACKNOWLEDGED:20261101T080000Z', 'END:VALARM']]],
  ['long words, odd signs', ({ at }) => [['UID:11@x', `SUMMARY:Donaudampfschifffahrtsgesellschaft ${'ÄÖÜß'.repeat(20)}`, at('DTSTART', '20261202T180000'), at('DTEND', '20261202T180000'), `DESCRIPTION:${'Größe\\, Maße und Gewicht: '.repeat(30)}`, 'X-EMPTY:', 'X-QUOTED;X-P="a;b:c,d":1;2,3\\;4', 'RESOURCES:Beamer,Stühle\\, 20'], ['SUMMARY:Eintrag ohne Kennung', 'DTSTART:20261205T120000', 'DURATION:P1DT2H']]],
  ['tasks', ({ at }) => [['UID:12@x', 'SUMMARY:Steuererklärung', at('DUE', '20261231T235900'), 'PRIORITY:1', 'PERCENT-COMPLETE:30', 'STATUS:IN-PROCESS', 'CATEGORIES:Papier', 'RELATED-TO;RELTYPE=PARENT:99@x'], ['UID:13@x', 'SUMMARY:Milch kaufen', 'COMPLETED:20261120T101500Z', 'STATUS:COMPLETED', 'PERCENT-COMPLETE:100'], ['UID:14@x', 'SUMMARY:Blumen gießen', 'DTSTART;VALUE=DATE:20261101', 'DUE;VALUE=DATE:20261101', 'RRULE:FREQ=WEEKLY;BYDAY=SU', 'X-APPLE-SORT-ORDER:600000000', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:x', 'TRIGGER:-PT15M', 'END:VALARM']], 'VTODO'],
]

const octets = (text: string): number => Buffer.byteLength(text)
/** At the octet, as old writers do: also inside a character. */
const foldedAt = (line: string, most: number, mark: string): Buffer => {
  const bytes = Buffer.from(line), parts: Buffer[] = []
  for (let from = 0, room = most; from < bytes.length; from += room, room = most - 1) parts.push(bytes.subarray(from, from + room))
  return Buffer.concat(parts.flatMap((part, at) => (at === 0 ? [part] : [Buffer.from(`\r\n${mark}`), part])))
}
/** Before the character that would not fit. */
function folded(line: string, { fold, foldWith, end }: Writer): string {
  if (fold === null || octets(line) <= fold) return line
  let text = '', room = fold
  for (const character of line) {
    const size = octets(character)
    if (size > room) { text += `${end}${foldWith}`; room = fold - 1 }
    text += character
    room -= size
  }
  return text
}

function write(writer: Writer, [name, lines, kind = 'VEVENT']: Scene): CalendarFile {
  const at = (property: string, local: string, parameters = ''): string => (writer.tzid === null ? `${property}${parameters}:${local}` : `${property}${parameters};TZID=${/[,:;]/.test(writer.tzid) ? `"${writer.tzid.replace(/\\/g, '')}"` : writer.tzid}:${local}`)
  const entries = lines({ at, writer })
  const stated = (given: readonly string[]): readonly string[] => writer.entry.filter((line) => !given.some((own) => own.split(/[:;]/)[0] === line.split(/[:;]/)[0]))
  const all = ['BEGIN:VCALENDAR', ...writer.head, ...writer.zone, ...entries.flatMap((given) => [`BEGIN:${kind}`, ...given.filter((line) => !isAlarm(given, line)), ...stated(given), ...given.filter((line) => isAlarm(given, line)), `END:${kind}`]), 'END:VCALENDAR']
  return { name: `${writer.name}: ${name}`, entries: entries.length, bytes: writer.encode(all.map((line) => folded(line, writer) + writer.end).join('')) }
}
/** Alarms stand last. */
const isAlarm = (lines: readonly string[], line: string): boolean => { const from = lines.indexOf('BEGIN:VALARM'); return from !== -1 && lines.lastIndexOf(line) >= from && lines.indexOf(line) >= from }

/** By hand: what no writer above does. */
const single: readonly CalendarFile[] = [
  { name: 'folded inside of characters', entries: 1, bytes: new Uint8Array(Buffer.concat([Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:f@x\r\nDTSTAMP:20261101T101112Z\r\nDTSTART:20261202T180000Z\r\nDTEND:20261202T190000Z\r\n'), foldedAt(`SUMMARY:${'ä€🎹'.repeat(40)}`, 20, ' '), Buffer.from('\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n')])) },
  { name: 'the last line without its end', entries: 1, bytes: utf8('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:e@x\r\nDTSTAMP:20261101T101112Z\r\nDTSTART:20261202T180000Z\r\nDTEND:20261202T190000Z\r\nSUMMARY:Ende\r\nEND:VEVENT\r\nEND:VCALENDAR') },
  { name: 'two calendars in one file, empty lines between', entries: 2, bytes: utf8(['A', 'B'].map((uid) => `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n\nBEGIN:VEVENT\nUID:${uid}\nDTSTAMP:20261101T101112Z\nDTSTART:20261202T180000Z\nDTEND:20261202T190000Z\nSUMMARY:${uid}\nEND:VEVENT\n\nEND:VCALENDAR\n\n`).join('')) },
  { name: 'lower case, and no calendar around it', entries: 1, bytes: utf8('begin:vevent\nuid:lower@x\ndtstamp:20261101T101112Z\ndtstart;tzid=Europe/Berlin:20261202T180000\ndtend;tzid=Europe/Berlin:20261202T190000\nsummary:klein\nend:vevent\n') },
  { name: 'one UID for everything', entries: 3, bytes: utf8(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Abfall//DE\r\n${['Biotonne', 'Gelber Sack', 'Papier'].map((what, day) => `BEGIN:VEVENT\r\nUID:abfall\r\nDTSTAMP:20261101T101112Z\r\nSUMMARY:${what}\r\nDTSTART;VALUE=DATE:2026120${day + 1}\r\nEND:VEVENT\r\n`).join('')}END:VCALENDAR\r\n`) },
]

/** A hundred and more. */
export const calendarFiles: readonly CalendarFile[] = [...writers.flatMap((writer) => scenes.map((scene) => write(writer, scene))), ...single]
