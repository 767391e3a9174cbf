/** Words in two languages: looked up when they are read, and what the pseudo language makes of them. */
import { afterEach, describe, expect, test } from 'vitest'
import { figure, languageOfLocale, pseudo, setLanguage, spokenOf, translated } from '../../shared/language.ts'

const words = translated(
  { hello: 'Hello', room: { name: (n: number): string => `Room ${String(n)}` }, days: ['Monday', 'Tuesday'] },
  { hello: 'Hallo', room: { name: (n) => `Raum ${String(n)}` }, days: ['Montag', 'Dienstag'] },
)
afterEach(() => { setLanguage({ language: 'en', locale: 'en-GB' }) })

describe('words', () => {
  test('are looked up when they are read, also through what was kept', () => {
    const { room } = words
    const { name } = room
    expect([words.hello, name(2), words.days]).toEqual(['Hello', 'Room 2', ['Monday', 'Tuesday']])
    setLanguage({ language: 'de', locale: 'de-DE' })
    expect([words.hello, name(2), words.days]).toEqual(['Hallo', 'Raum 2', ['Montag', 'Dienstag']])
    expect(Object.entries(words)[0]).toEqual(['hello', 'Hallo'])
  })

  test('are the same objects and functions each time, so that nothing is drawn anew for them', () => {
    expect(words.room).toBe(words.room)
    expect(words.room.name).toBe(words.room.name)
  })

  test('of the pseudo language are longer, and stay as they are when said again', () => {
    setLanguage({ language: 'pseudo', locale: 'en-GB' })
    expect(words.hello).toBe('⟦Hééļļóó⟧')
    expect(words.room.name(2)).toBe('⟦Róóóóm 2⟧')
    expect(words.days).toEqual(['⟦Móóñđááý⟧', '⟦Túúééšđááý⟧'])
    expect(pseudo(`${words.hello}, ${words.hello}`)).toBe('⟦Hééļļóó, Hééļļóó⟧')
  })
})

describe('what is spoken', () => {
  test('is the choice of the household, else what the computer is set to', () => {
    expect(['de', 'de-AT', 'DE-ch', 'en-US', 'den', ''].map(languageOfLocale)).toEqual(['de', 'de', 'de', 'en', 'en', 'en'])
    expect(spokenOf('system', { language: 'de', locale: 'de-AT' })).toEqual({ language: 'de', locale: 'de-AT' })
    expect(spokenOf('de', { language: 'en', locale: 'en-US' })).toEqual({ language: 'de', locale: 'de-DE' })
    expect(spokenOf('en', { language: 'de', locale: 'de-DE' })).toEqual({ language: 'en', locale: 'en-GB' })
  })

  test('decides how figures are written', () => {
    expect(figure(1234.5)).toBe('1,234.5')
    setLanguage({ language: 'de', locale: 'de-DE' })
    expect(figure(1234.5)).toBe('1.234,5')
  })
})
