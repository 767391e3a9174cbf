/** A greeting, a thank-you or a call for help, and nothing else: told by rules, in English and German. */

export type SmallTalk = 'greeting' | 'thanks' | 'help'

const whole = (words: string): RegExp => new RegExp(`^\\s*(?:(?:hi|hello|hey|hallo|ok(?:ay)?|so|lares)[,!. ]+)*(?:${words})(?:[,! ]+(?:there|lares|everyone|zusammen|again|so much|very much|a lot|dir|euch|schön|sehr))*[\\s!?.,:)]*$`, 'iu')

const table: readonly (readonly [SmallTalk, RegExp])[] = [
  ['help', whole("what (?:all )?can (?:you|i|we|lares) (?:do|ask|say|write|type)(?: here| for (?:me|us))?|what do you do|what is this|who are you|help(?: me)?|how (?:do|does|can) (?:this|it|you|i|we|lares) (?:work|start|begin|use (?:this|it|you|lares))|where do i (?:start|begin)|was (?:alles )?kannst du(?: alles| für (?:mich|uns)(?: tun)?)?|was kann (?:ich|man|lares) (?:hier )?(?:alles )?(?:fragen|sagen|tun|machen|schreiben)|wer bist du|was ist das|hilfe|hilf (?:mir|uns)|wie (?:funktioniert|geht) (?:das|das hier|lares)|wo fange ich an")],
  ['thanks', whole('thanks?(?: you)?|thx|ta|cheers|great|perfect|lovely|wonderful|brilliant|danke(?:schön)?|vielen dank|besten dank|super|perfekt|prima|toll')],
  ['greeting', whole('hi|hello|hey|good (?:morning|evening|afternoon|day)|hallo|guten? (?:morgen|tag|abend)|moin|servus|grüezi|grüß (?:gott|dich)|grüß euch')],
]

const german = /[äöüß]|\b(?:hallo|moin|servus|guten?|danke|dank|super|perfekt|prima|toll|hilfe|hilf|was|wer|wie|wo|kannst|kann|das)\b/i
const english = /\b(?:what|who|how|where|is|can|do|does|help|the)\b/i

/** With the language it is said in; undefined for everything that says more. */
export const smallTalkOf = (text: string): { readonly is: SmallTalk; readonly language: 'en' | 'de' } | undefined => {
  const is = table.find(([, fits]) => fits.test(text))?.[0]
  return is === undefined ? undefined : { is, language: german.test(text) && !english.test(text) ? 'de' : 'en' }
}
