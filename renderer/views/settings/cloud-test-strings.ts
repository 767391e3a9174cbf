/** What the test of a cloud says. */
import { translated } from '../../../shared/language.ts'

export const strings = translated({
  /** Nothing of any household is in it. */
  question: 'What helps against limescale in a kettle?',
  start: 'Ask a test question',
  hint: 'It goes through the departure panel, like everything that leaves, and costs what one short question costs.',
  waiting: 'The departure panel shows what would leave.',
  asking: 'Asking…',
  answered: 'It answers.',
  refused: 'You kept the question here, so nothing was tested.',
}, {
  question: 'Was hilft gegen Kalk im Wasserkocher?',
  start: 'Eine Probefrage stellen',
  hint: 'Sie geht durch die Ausgangsprüfung, wie alles, was hinausgeht, und kostet so viel wie eine kurze Frage.',
  waiting: 'Die Ausgangsprüfung zeigt, was hinausginge.',
  asking: 'Frage läuft…',
  answered: 'Sie antwortet.',
  refused: 'Du hast die Frage hier behalten, also wurde nichts geprüft.',
})
