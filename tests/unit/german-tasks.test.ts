/** Letters and undertakings in German: what a message wants, when, and how a plain letter reads. */
import { describe, expect, it } from 'vitest'
import { findTimes } from '../../electron/language/find-times.ts'
import { readTask, topicOf } from '../../electron/language/tasks.ts'
import { plainLetter } from '../../electron/local/letters.ts'
import { wallToInstant } from '../../shared/time.ts'

const letter = (text: string) => { const task = readTask(text); return task?.kind === 'write' ? task.letter : undefined }
const undertaking = (text: string) => { const task = readTask(text); return task?.kind === 'outline' ? task.undertaking : undefined }

describe('a letter', () => {
  const rows: [text: string, form: string, to: string | null, about: string][] = [
    ['Schreib einen Brief an Frau Krause, dass Emma krank ist', 'letter', 'Frau Krause', 'dass Emma krank ist'],
    ['Kannst du eine kurze Nachricht an Oma schreiben, dass wir später kommen?', 'message', 'Oma', 'dass wir später kommen?'],
    ['Bitte formuliere eine Beschwerde an die Hausverwaltung wegen der Heizung', 'letter', 'die Hausverwaltung', 'wegen der Heizung'],
    ['Schreib Tom, dass der Zug ausfällt', 'letter', 'Tom', 'dass der Zug ausfällt'],
    ['Verfasse eine Entschuldigung für die Schule: Max hat Fieber', 'letter', 'die Schule', 'Max hat Fieber'],
  ]
  it.each(rows)('%s', (text, form, to, about) => { expect(letter(text)).toEqual({ language: 'de', form, to, about }) })
  it.each(['Schreib Milch auf die Liste', 'Schreib auf, dass der Zähler im Keller ist', 'Schreib mir auf, dass Nadia kommt', 'Plane einen Zahnarzttermin', 'Die Karte liegt im Auto'])('is not what this wants: %s', (text) => { expect(readTask(text)).toBeUndefined() })
  it('reads as one writes', () => {
    expect(plainLetter({ language: 'de', form: 'letter', to: 'Frau Krause', about: 'dass Emma krank ist' }, null)).toBe('Sehr geehrte Frau Krause,\n\nich möchte mitteilen, dass Emma krank ist.\n\nMit freundlichen Grüßen\n…')
    expect(plainLetter({ language: 'de', form: 'letter', to: 'Herrn Sommer', about: 'wegen der Heizung' }, 'Lena')).toBe('Sehr geehrter Herr Sommer,\n\nich schreibe wegen der Heizung.\n\nMit freundlichen Grüßen\nLena')
    expect(plainLetter({ language: 'de', form: 'message', to: 'Oma', about: 'Emma ist krank' }, null)).toBe('Hallo Oma, Emma ist krank.')
    expect(plainLetter({ language: 'de', form: 'letter', to: 'der Schule', about: 'ob Emma später kommen darf' }, null)).toMatch(/^Sehr geehrte Damen und Herren,\n\nich möchte fragen, ob Emma später kommen darf\.\n/)
    expect(plainLetter({ language: 'en', form: 'letter', to: 'the landlord', about: 'about the heating' }, null)).toMatch(/^Dear Sir or Madam,/)
    expect(plainLetter({ language: 'en', form: 'message', to: 'Grandma', about: 'that Emma is ill' }, null)).toBe('Hello Grandma, Emma is ill.')
  })
})

describe('an undertaking', () => {
  const rows: [text: string, occasion: string, title: string, lasts: number, guests: number | null][] = [
    ['Hilf uns, Emmas Geburtstag am 12. Dezember mit acht Kindern zu planen', 'birthday', 'Emmas Geburtstag', 1, 8],
    ['Plane unseren Umzug in drei Wochen', 'move', 'Umzug', 1, null],
    ['Bereite Weihnachten vor', 'feast', 'Weihnachten', 1, null],
    ['Wir wollen einen Urlaub in Italien für zwei Wochen planen', 'holiday', 'Urlaub', 14, null],
    ['Organisiere ein Sommerfest am Samstag mit 25 Gästen', 'party', 'Sommerfest', 1, 25],
  ]
  it.each(rows)('%s', (text, occasion, title, lasts, guests) => { expect(undertaking(text)).toMatchObject({ occasion, title, lasts, guests }) })
  it('finds its day', () => {
    const days = (text: string) => findTimes(text, { now: wallToInstant('2026-11-22T10:00', 'Europe/Berlin'), zone: 'Europe/Berlin' }).map(({ wall, stretch }) => (wall ?? stretch?.[0])?.slice(0, 10))
    expect(days('Hilf uns, Emmas Geburtstag am 12. Dezember zu planen')).toEqual(['2026-12-12'])
    expect(days('Plane ein Fest am nächsten Samstag')).toEqual(['2026-11-28'])
    expect(days('Plane unseren Umzug in drei Wochen')).toEqual(['2026-12-13'])
  })
})

it('knows what a German question is about', () => {
  expect(['Was hilft gegen Kopfschmerzen bei Kindern?', 'Welche Versicherung zahlt einen Wasserschaden?', 'Brauchen wir für die Fähre einen Reisepass?', 'Wie reinigt man Kork?'].map(topicOf)).toEqual(['health', 'money', 'travel', 'general'])
})
