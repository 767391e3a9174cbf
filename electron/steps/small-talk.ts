/** What Lares answers to a greeting, thanks or a call for help, in the language it was said in. */

export type SmallTalk = 'greeting' | 'thanks' | 'help'

const help = {
  en: 'Say it as you would to somebody in the kitchen. For example:\n\n- Dentist for Emma on Thursday at half past four\n- Bins out every other Tuesday, alternate between Tom and me\n- We need milk and eggs\n- What is on this weekend?\n- Run the dishwasher tonight when power is cheap\n\nNothing is changed before you say yes, and nothing leaves this computer before you have seen it.',
  de: 'Sag es, wie du es jemandem in der Küche sagen würdest. Zum Beispiel:\n\n- Zahnarzt für Emma am Donnerstag um halb fünf\n- Jeden zweiten Dienstag Mülltonnen rausstellen, abwechselnd Tom und ich\n- Wir brauchen Milch und Eier\n- Was steht am Wochenende an?\n- Spülmaschine heute Nacht laufen lassen, wenn der Strom billig ist\n\nNichts wird geändert, bevor du Ja sagst, und nichts verlässt diesen Computer, bevor du es gesehen hast.',
} as const

export const smallTalk: Readonly<Record<'en' | 'de', Readonly<Record<SmallTalk, string>>>> = {
  en: { greeting: `Hello. ${help.en}`, thanks: 'You are welcome.', help: help.en },
  de: { greeting: `Hallo. ${help.de}`, thanks: 'Gern.', help: help.de },
}
