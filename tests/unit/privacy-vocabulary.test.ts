/** Default deny in prose: what is a name stays, what is a word leaves, and hostile text costs no more than its length. */
import { beforeAll, describe, expect, it } from 'vitest'
import { detectors } from '../../electron/privacy/detectors/all.ts'
import { openTokenBook } from '../../electron/privacy/placeholders.ts'
import { sanitizeText } from '../../electron/privacy/sanitize-text.ts'
import { loadEnglish, maskUnknown, type Vocabulary } from '../../electron/privacy/vocabulary.ts'

let vocabulary: Vocabulary
beforeAll(async () => { vocabulary = await loadEnglish() })
const left = (text: string): string => maskUnknown(text, vocabulary).reduceRight((rest, f) => `${rest.slice(0, f.start)}…${rest.slice(f.end)}`, text)

describe('a name that is also a word', () => {
  it.each([
    ['Aunt Sun is here', '… is here'], ['Manager Li called', '… called'], ['ask coach Wen', 'ask …'], ['my nanny Xiomara', 'my nanny …'], ['Rose needs the car', '… needs the car'],
    ['Rose, can you cook?', '…, can you cook?'], ['Mark and Anna eat here', '… and … eat here'], ['Will has the key', '… has the key'], ['remind will to cook', 'remind … to cook'],
    ['i think mark should drive', 'i think … should drive'], ['tell grace that we left', 'tell … that we left'], ['my sister joy comes at 7', 'my sister … comes at 7'], ['HI ANNA, RUN IT NOW', 'HI …, RUN IT NOW'],
    ['can maria help', 'can … help'], ['April is my daughter', '… is my daughter'], ['Marieke van Houten eats', '… eats'], ['R. K. Narayan comes', '… comes'], ['we are in turkey', 'we are in …'],
    ['Min and I go', '… and I go'], ['Star and River share a room', '… and … share a room'], ['Grace cooks. Then grace rests.', '… cooks. Then … rests.'], ['Koskikatu 25 is far', '… is far'],
  ])('masks it: %s', (text, expected) => {
    expect(left(text)).toBe(expected)
  })

  it.each([
    'Will you be home?', 'May I run the dryer?', 'Mark the date', 'Hope you are well', 'water the rose in the garden', 'we will pay the bill in cash', 'it may rain in May', 'on 3 June at 7',
    'Call the school on Monday', 'i hope the sun is out', 'Can I have the car from 9 to 11?', 'PLEASE RUN THE DRYER NOW', 'Use 2200 W for 90 minutes', 'Heat 120 litres at 0.25 euros', 'Dad and Mum sleep until 8',
    'In the summer we eat outside', 'the cheapest two hours between 10 and 16', 'a long walk by the river',
  ])('leaves words alone: %s', (text) => {
    expect(left(text)).toBe(text)
  })

  it('says that a common word may be a name, and that an unknown word is unknown', () => {
    expect(maskUnknown('ask Grace and kvzqx', vocabulary).map((f) => f.why)).toEqual(['This may be a name, so it stays unless you release it.', 'This is not a common public word, so it stays unless you release it.'])
  })
})

describe('hostile text', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['letters', 'a'], ['capitals', 'A'], ['digits', '1'], ['spaced digits', '1 '], ['dots', 'a.'], ['at signs', '@'], ['names at', 'a@'], ['hyphens', 'a-'], ['colons', 'a:'], ['capital words', 'Ab '], ['numbers and words', '1 Ab '],
    ['label', 'pin is '], ['codes', 'A1-'], ['spoken', 'a at b dot '], ['spaces', ' '], ['open brackets', '('], ['streets', 'Ab Street '], ['leads', 'Via de la '], ['born', 'born '], ['passwords', 'password '], ['groups', '1234 '], ['IBAN', 'DE12 3456 '], ['apostrophes', 'O’'],
  ]
  it.each(hostile)('time grows with the length and no faster: %s', (_, unit) => {
    const run = (length: number): number => {
      const text = `${unit.repeat(Math.ceil(length / unit.length))}!`
      return cpu(() => { for (const detector of detectors) detector.find(text); maskUnknown(text, vocabulary) })
    }
    run(16 * 1024)
    // Four times the text: four times the work when linear, sixteen when quadratic. What a few milliseconds blur is allowed for.
    expect(run(64 * 1024)).toBeLessThan(9 * run(16 * 1024) + 30)
  })

  it('gives a whole message in one go', () => {
    const text = 'Ask Xiomara at 12 Garden Lane or 030 123456. '.repeat(1400)
    const out = sanitizeText({ text, known: [], vocabulary, given: [], redacted: [], changed: [], released: [], tokens: openTokenBook(new Map(), text), cues: false })
    expect(out.text).not.toMatch(/Xiomara|Garden|123456/)
  })
})

/** Processor time in milliseconds, the least of three runs: what else the machine does is left out. */
function cpu(work: () => unknown): number {
  return Math.min(...Array.from({ length: 3 }, () => { const from = process.cpuUsage(); work(); const used = process.cpuUsage(from); return (used.user + used.system) / 1000 }))
}
