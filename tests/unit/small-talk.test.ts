/** Greetings, thanks and calls for help are told from everything that says more. */
import { describe, expect, it } from 'vitest'
import { smallTalkOf } from '../../electron/language/small-talk.ts'

describe('small talk', () => {
  it.each(['Hi', 'hello there!', 'Hey Lares', 'Good morning', 'Guten Abend!', 'Moin', 'Hallo zusammen', 'Grüß dich'])('%s greets', (text) => { expect(smallTalkOf(text)?.is).toBe('greeting') })
  it.each(['thanks', 'Thank you so much!', 'ok, thanks', 'Danke schön', 'Vielen Dank', 'perfekt'])('%s thanks', (text) => { expect(smallTalkOf(text)?.is).toBe('thanks') })
  it.each(['help', 'Hi, what can you do?', 'What can I ask here?', 'How does this work?', 'Was kannst du alles?', 'Hilfe!', 'Wie funktioniert das?'])('%s asks for help', (text) => { expect(smallTalkOf(text)?.is).toBe('help') })
  it.each([
    '', 'help me plan the party', 'Hi, dentist tomorrow at 4', 'thanks for dinner was lovely, cancel the cake', 'Good morning run on Sunday at 8', 'what can you do about the noise', 'hilf mir beim Umzug', 'great idea: cinema on Friday at 8', 'Danke sagen: Oma anrufen', 'hello — Run the dishwasher',
  ])('“%s” says more', (text) => { expect(smallTalkOf(text)).toBeUndefined() })
  it('is answered in its own language', () => {
    expect(['hi', 'what can you do', 'thanks', 'super'].map((text) => smallTalkOf(text)?.language)).toEqual(['en', 'en', 'en', 'de'])
    expect(['hallo', 'was kannst du', 'danke', 'guten Tag', 'hilfe'].map((text) => smallTalkOf(text)?.language)).toEqual(['de', 'de', 'de', 'de', 'de'])
  })
})
