/** A letter made of the person's own words by plain rules: for a household without a local model. It invents nothing. */
import type { LetterRequest } from '../../shared/stages.ts'

/** Greeting, the matter as sentences, and a closing. `from` signs it; without one a line is left for the name. */
export function plainLetter({ form, to, about }: LetterRequest, from: string | null): string {
  const body = sentences(about)
  const named = to !== null && /^(?:(?:mr|mrs|ms|miss|dr|prof|herr|frau)\b|\p{Lu})/iu.test(to)
  if (form === 'message') return `${named ? `Hello ${to}, ` : 'Hello, '}${lowerFirst(body)}${from === null ? '' : `\n${from}`}`
  return `${named ? `Dear ${to},` : 'Dear Sir or Madam,'}\n\n${body}\n\nKind regards\n${from ?? '…'}`
}

function sentences(about: string): string {
  const matter = about.trim().replace(/\s+/g, ' ')
  const [, lead = '', rest = matter] = /^(that|to|about|because|asking for|asking (?:if|whether)|for)\s+(.*)$/i.exec(matter) ?? []
  const whole = /^to$/i.test(lead) ? `Could you please ${rest}${/[.!?]$/.test(rest) ? '' : '?'}`
    : /^(?:about|for)$/i.test(lead) ? `I am writing about ${rest}`
      : /^asking for$/i.test(lead) ? `I would like to ask for ${rest}`
        : /^asking/i.test(lead) ? `I would like to ask ${/if$/i.test(lead) ? 'if' : 'whether'} ${rest}` : rest
  const text = upperFirst(whole)
  return /[.!?]$/.test(text) ? text : `${text}.`
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** "I am" stays as it is. */
const lowerFirst = (text: string): string => (/^I\b/.test(text) || /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))
