/** A letter made of the person's own words by plain rules, in the language of the request: for a household without a local model. It invents nothing. */
import type { LetterRequest } from '../../shared/stages.ts'

/** Greeting, the matter as sentences, and a closing. `from` signs it; without one a line is left for the name. */
export function plainLetter({ language, form, to, about }: LetterRequest, from: string | null): string {
  const { greet, sentences, afterComma, closing } = language === 'de' ? german : english, body = sentences(about)
  // "The landlord" is nobody to be greeted by that name.
  const named = to !== null && (/^(?:mr|mrs|ms|miss|dr|prof|herrn?|frau)\b/i.test(to) || /^\p{Lu}/u.test(to)) ? to : null
  if (form === 'message') return `${greet.message(named)}, ${afterComma(body)}${from === null ? '' : `\n${from}`}`
  return `${greet.letter(named)},\n\n${language === 'de' ? afterComma(body) : body}\n\n${closing}\n${from ?? '…'}`
}

interface Manner {
  readonly greet: Readonly<Record<LetterRequest['form'], (to: string | null) => string>>
  readonly sentences: (about: string) => string
  /** A sentence that goes on behind the greeting's comma. */
  readonly afterComma: (sentence: string) => string
  readonly closing: string
}

const english: Manner = {
  greet: { message: (to) => (to === null ? 'Hello' : `Hello ${to}`), letter: (to) => (to === null ? 'Dear Sir or Madam' : `Dear ${to}`) },
  sentences: (about) => {
    const [lead, rest] = parted(about, /^(that|to|about|because|asking for|asking (?:if|whether)|for)\s+(.*)$/is)
    switch (true) {
      case lead === 'to': return ended(`Could you please ${rest}`, '?')
      case lead === 'about' || lead === 'for': return ended(`I am writing about ${rest}`)
      case lead === 'asking for': return ended(`I would like to ask for ${rest}`)
      case lead.startsWith('asking'): return ended(`I would like to ask ${lead.endsWith('if') ? 'if' : 'whether'} ${rest}`)
      default: return ended(rest)
    }
  },
  // A name keeps its capital: only what surely is none loses it.
  afterComma: (sentence) => (/^(?:we|you|it|they|he|she|the|an?|my|our|your|there|this|that|please|thank\w*|could|can|would|will|do|did|are|is|have|when|what|where|how)\b/i.test(sentence) ? smallFirst(sentence) : sentence),
  closing: 'Kind regards',
}

const german: Manner = {
  greet: {
    message: (to) => (to === null ? 'Hallo' : `Hallo ${to}`),
    letter: (to) => (to === null ? 'Sehr geehrte Damen und Herren' : /^herrn?\b/i.test(to) ? `Sehr geehrter ${to.replace(/^herrn\b/i, 'Herr')}` : /^frau\b/i.test(to) ? `Sehr geehrte ${to}` : `Guten Tag ${to}`),
  },
  sentences: (about) => {
    const [lead, rest] = parted(about, /^(dass|ob|wegen|über|weil|um)\s+(.*)$/is)
    switch (lead) {
      case 'dass': return ended(`Ich möchte mitteilen, dass ${rest}`)
      case 'ob': return ended(`Ich möchte fragen, ob ${rest}`)
      case 'weil': return ended(`Ich schreibe, weil ${rest}`)
      case 'wegen': return ended(`Ich schreibe wegen ${rest}`)
      case 'über': return ended(`Es geht um ${rest}`)
      case 'um': return ended(`Ich schreibe, um ${rest}`)
      default: return ended(rest)
    }
  },
  // A noun keeps its capital: only what surely is none loses it.
  afterComma: (sentence) => (/^(?:ich|wir|es|sie|er|das|die|der|bitte|danke|vielen|kannst|könn\p{L}+|würd\p{L}+|hast|haben|bist|sind|wann|wie|was|wo)(?!\p{L})/iu.test(sentence) ? smallFirst(sentence) : sentence),
  closing: 'Mit freundlichen Grüßen',
}

const parted = (about: string, pattern: RegExp): readonly [lead: string, rest: string] => {
  const flat = about.trim().replace(/\s+/g, ' '), [, lead = '', rest = flat] = pattern.exec(flat) ?? []
  return [lead.toLowerCase(), rest]
}
const ended = (text: string, mark = '.'): string => { const whole = text.charAt(0).toUpperCase() + text.slice(1); return /[.!?]$/.test(whole) ? whole : `${whole}${mark}` }
const smallFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
