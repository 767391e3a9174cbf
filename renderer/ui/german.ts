/** What the kit itself says, in German. */
import type { Wording } from '../../shared/language.ts'
import { keysInGerman, plain } from './keys.ts'
import type { English } from './strings.ts'

export const german: Wording<English> = {
  show: 'Zeigen, was ich tippe',
  hide: 'Verbergen, was ich tippe',
  close: 'Schließen',
  cancel: 'Abbrechen',
  loading: 'Wird geladen…',
  tryAgain: 'Noch einmal versuchen',
  choose: 'Wählen…',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  copyFailed: `Es ließ sich nicht kopieren. Markiere den Text und drücke ${keysInGerman(plain('c'))}.`,
  more: 'Mehr',
  news: 'Kurze Meldungen',
  markdown: {
    picture: (alt) => alt === '' ? 'Ein Bild, nicht geladen:' : `Ein Bild, nicht geladen (${alt}):`,
    copyAddress: 'Adresse kopieren', copyCode: 'Kopieren', code: 'Programmtext', table: 'Tabelle', ticked: 'Erledigt:', unticked: 'Zu tun:',
  },
  takeAway: (word) => `„${word}“ wegnehmen`,
}
