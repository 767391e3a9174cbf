/** What the departure panel says, in German. */
import { figure, type Wording } from '../../../shared/language.ts'
import { kindInGerman } from '../../../shared/private-kinds.ts'
import { smallMoney } from '../../ui/money.ts'
import type { English } from './strings.ts'

const counted = (count: number, one: string, many: string): string => `${figure(count)} ${count === 1 ? one : many}`
/** A sentence as the end of another one. */
const within = (sentence: string): string => sentence.replace(/\.$/, '')

const stayBy: Wording<English['stayBy']> = {
  vault: (things) => `${figure(things)} aus deinem Tresor`,
  detector: (things) => counted(things, 'sieht privat aus', 'sehen privat aus'),
  time: (things) => counted(things, 'verrät eine Zeit', 'verraten eine Zeit'),
  'unknown-word': (things) => counted(things, 'ungewöhnliches Wort', 'ungewöhnliche Wörter'),
  model: (things) => counted(things, 'könnte auf dich hinweisen', 'könnten auf dich hinweisen'),
  you: (things) => `${figure(things)} von dir geändert`,
  rule: (things) => `${figure(things)} durch eine Dauerregel`,
}

const occasions = { birthday: 'ein Geburtstag', party: 'ein Fest', move: 'ein Umzug', holiday: 'ein Urlaub', visit: 'ein Besuch', feast: 'ein Festessen', other: 'etwas anderes' } as const

const stay = (things: number): string => `${things === 1 ? '1 Stelle bleibt' : `${figure(things)} Stellen bleiben`} hier:`

export const german: Wording<English> = {
  title: 'Das würde dein Haus verlassen',
  blockedTitle: 'Am Tor angehalten',
  announce: 'Etwas möchte hinaus. Noch ist nichts gegangen.',
  to: 'An',
  practice: 'Übung, in diesem Computer',
  size: 'Größe',
  bytes: (count) => `${figure(count)} Bytes`,
  tokens: (count) => `etwa ${figure(count)} Tokens`,

  cost: 'Kosten',
  costSays: (amount, currency) => `etwa ${smallMoney(amount, currency)}, dazu die Antwort`,

  tabs: 'Wie du es ansiehst',
  inWords: 'In Worten',
  exactBytes: 'Genaue Bytes',

  wrote: 'Was du geschrieben hast',
  draft: 'Dein Entwurf, wie er hier entstand',
  draftIntro: 'Links steht dein Entwurf, rechts, was davon hinausginge.',
  stays: 'bleibt hier',
  outgoing: 'Was hinausginge',
  leaves: 'geht hinaus',
  nothingWritten: 'Keines deiner Worte. Nur das Rätsel unten ginge hinaus.',
  onlyShape: 'Keines deiner Worte. Nur der Umriss unten ginge hinaus.',
  hint: 'Drücke auf ein markiertes Wort: Du siehst den Grund und was du tun kannst. Markiere Text, um ihn herauszunehmen: mit der Maus, oder mit Umschalt und den Pfeiltasten, dann Eingabe.',
  stay,
  stayBy,
  stayInAll: (tallies) => tallies.length === 0 ? '' : `${stay(tallies.reduce((sum, { things }) => sum + things, 0))} ${tallies.map(({ layer, things }) => stayBy[layer](things)).join(', ')}.`,
  exceptions: 'Geht so, wie du es geschrieben hast:',
  byRule: 'durch eine Dauerregel',
  byYou: 'weil du es so willst',
  releasedNow: (phrase) => `Du lässt „${phrase}“ so hinaus, wie es dasteht, nur dieses Mal.`,
  unplaced: 'Die Marken passten nicht zu diesem Text; darum steht er hier, wie er ist.',

  staysAs: (original, token, layer) => `„${original}“ bleibt hier; stattdessen geht ${token}. ${layer}.`,
  standsFor: (token, original, layer) => `${token} geht statt „${original}“. ${layer}.`,
  layers: { vault: 'In deinem Tresor', detector: 'Sieht privat aus', time: 'Verrät eine Zeit', 'unknown-word': 'Kein gewöhnliches Wort', model: 'Könnte auf dich hinweisen', you: 'Deine eigene Änderung', rule: 'Eine Dauerregel von dir' },
  about: (original) => `Zu „${original}“`,
  staysAndLeaves: 'bleibt hier. Stattdessen geht',
  never: 'Das geht nie hinaus.',
  thisTime: 'Dieses Mal',
  fromNowOn: 'Von jetzt an',
  unredact: 'Wieder zurücksetzen',
  release: 'So hinauslassen, wie es dasteht',
  vaguer: 'Etwas Ungenaueres hinauslassen…',
  always: 'Das immer hinauslassen',
  forbid: 'Das immer hierbehalten',
  removeRule: 'Diese Dauerregel entfernen',
  ruleSince: (phrase, kind, since) => `„${phrase}“ ${kind === 'release' ? 'darf hinaus' : 'geht nie hinaus'}: deine Dauerregel seit ${since}.`,

  releaseSure: (original) => `„${original}“ ginge genau so hinaus, wie du es geschrieben hast.`,
  releaseYes: 'Hinauslassen',
  releaseNo: 'Hierbehalten',
  releaseKnownYes: 'Trotzdem hinauslassen',
  alwaysSure: (original) => `„${original}“ ginge von jetzt an so hinaus, wie es dasteht, in allem, was du freigibst, bis du die Dauerregel entfernst.`,
  alwaysYes: 'Immer hinauslassen',
  alwaysKnownYes: 'Trotzdem immer',
  knownTitle: 'Das ist in deinem Tresor',
  knownBy: (original, kind, provider) => {
    const who = `${provider}, und wer sonst sieht, was dort bleibt, könnte`
    if (kind === 'person') return `${who} daran „${original}“ erkennen: wer das ist und wer mit im Haus lebt.`
    if (kind === 'place' || kind.endsWith('address') && !kind.startsWith('e-mail')) return `${who} daran ablesen, wo du wohnst oder wohin du gehst.`
    if (kind === 'phone' || kind.startsWith('e-mail')) return `${who} daran ablesen, wer das ist, und sich dort melden.`
    return `${who} daran deinen Haushalt erkennen.`
  },

  vaguerLabel: (original) => `Was statt „${original}“ hinausgeht`,
  vaguerHint: 'Es wird geprüft wie alles andere, und du siehst es, bevor es geht.',
  vaguerOffers: 'Vorschläge',
  vaguerYes: 'Stattdessen das hinauslassen',
  vaguerEmpty: 'Schreib etwas, oder nimm einen der Vorschläge.',
  vaguerSame: (original) => `Da steht immer noch „${original}“.`,

  redact: 'Schwärzen',
  redactLabel: (phrase) => `„${phrase}“ schwärzen`,
  neverAgain: 'Nie hinauslassen',
  neverAgainLabel: (phrase) => `Nie hinauslassen: „${phrase}“`,
  selectionLabel: (phrase) => `Markiert: „${phrase}“`,
  redactPhrase: 'Etwas schwärzen…',
  phrase: 'Was heraus soll',
  phraseHint: 'Es wird überall herausgenommen, wo es links im Text steht.',
  phraseMissing: 'Das steht nicht im Text links.',
  phraseGone: 'Das geht ohnehin nicht hinaus.',
  phraseShort: 'Eine Dauerregel braucht 2 bis 200 Zeichen.',
  takeOut: 'Herausnehmen',
  withhold: 'Ohne meine Worte senden',

  did: (amendment) => {
    switch (amendment.kind) {
      case 'redact': return `„${amendment.phrase}“ bleibt jetzt hier.`
      case 'unredact': return `„${amendment.phrase}“ ist wie vor deiner Änderung.`
      case 'release': return `„${amendment.phrase}“ ginge so hinaus, wie es dasteht.`
      case 'change': return `„${amendment.into}“ ginge statt „${amendment.phrase}“.`
      case 'words': return amendment.withhold ? 'Keines deiner Worte ginge hinaus.' : 'Auch deine Worte gingen hinaus.'
      case 'again': return 'Noch einmal angesehen.'
    }
  },
  ruleKept: {
    release: (phrase) => `„${phrase}“ darf von jetzt an hinaus.`,
    forbid: (phrase) => `„${phrase}“ geht von jetzt an nie hinaus.`,
  },
  ruleRemoved: (phrase) => `Die Dauerregel zu „${phrase}“ ist weg.`,
  ruleUndone: (phrase) => `Die Dauerregel zu „${phrase}“ ist zurückgenommen.`,

  puzzle: 'Ein Rätsel aus Zahlen',
  puzzleSays: (slots, minutes) => `${figure(slots)} Abschnitte zu ${figure(minutes)} Minuten ab einem verborgenen Anfang`,
  job: (length, kw, isWhole) => `${figure(length)} Abschnitte mit ${figure(kw)} kW${isWhole ? ', am Stück' : ', auch geteilt'}`,
  windows: (windows) => windows.length === 0 ? 'kein Zeitfenster' : `in ${windows.map(([from, to]) => `${figure(from)}–${figure(to)}`).join(', ')}`,
  prices: 'Wie teuer jeder Abschnitt ist, in bloßen Zahlen',
  cap: (kw) => `höchstens ${figure(kw)} kW zugleich`,

  shape: 'Der Umriss davon',
  shapeSays: ({ occasion, daysAhead, lasts, adults, children, guests, minutesPerDay }) => [
    { label: 'Was es ist', says: occasions[occasion], why: 'Damit die Schritte passen.' },
    { label: 'Bis dahin', says: counted(daysAhead, 'Tag', 'Tage'), why: 'Damit nichts zu spät kommt. Das Datum bleibt hier.' },
    { label: 'Wie lange', says: counted(lasts, 'Tag', 'Tage'), why: 'Damit die Schritte passen.' },
    { label: 'Wer hier wohnt', says: `${counted(adults, 'Erwachsener', 'Erwachsene')}, ${children === 0 ? 'keine Kinder' : counted(children, 'Kind', 'Kinder')}`, why: 'Damit die Arbeit passt. Niemand wird genannt.' },
    { label: 'Wer kommt', says: guests === null ? 'nicht gesagt' : counted(guests, 'Gast', 'Gäste'), why: 'Damit die Mengen passen.' },
    { label: 'Zeit dafür', says: `${counted(minutesPerDay, 'Minute', 'Minuten')} am Tag`, why: 'Damit kein Schritt zu groß ist.' },
  ],

  kept: 'Auch das bleibt hier',
  notNeeded: (count) => count === 1 ? '1 Angabe war nicht nötig und geht nicht hinaus' : `${figure(count)} Angaben waren nicht nötig und gehen nicht hinaus`,
  facts: 'Was über dein Zuhause hinausgeht, und warum',
  factColumns: { label: 'Worüber', leaves: 'Was hinausgeht', why: 'Warum' },
  guesses: 'Was sich noch erraten ließe',
  guessesHint: 'Aus dem, was jetzt hinausginge. Drücke auf ein Wort, um es herauszunehmen.',
  takeOutGuess: (word, says) => `„${word}“ herausnehmen: ${within(says)}`,
  rest: 'Was sonst in der Anfrage steht',
  restHint: 'Für alle gleich: Anweisungen und Einstellungen, von Lares geschrieben.',
  instructions: 'Anweisungen',

  hits: 'Die letzte Prüfung fand etwas Privates in den Bytes, die hinausgingen. So dürfen sie nicht gehen.',
  hitsTodo: 'Nimm heraus, was markiert ist, sende ohne deine Worte, oder lass die Antwort auf diesem Computer entstehen.',
  hit: (kind, disguise) => disguise === 'plain' || disguise === '' ? kindInGerman(kind) : `${kindInGerman(kind)}, ${disguise}`,
  where: { body: 'im Inhalt', header: 'in einer Kopfzeile', url: 'in der Adresse' },
  showBytes: 'In den Bytes zeigen',

  request: 'Die Anfrage, Byte für Byte',
  body: 'Inhalt',
  padding: (count) => ` + ${figure(count)} Leerzeichen zum Auffüllen, damit die Länge nichts verrät`,
  copyBody: 'Inhalt kopieren',
  copied: 'Der Inhalt ist kopiert, samt Auffüllung.',
  sha: 'SHA-256',
  shaHint: 'Von diesem Fenster aus dem Inhalt oben berechnet; was gesendet wird, muss denselben Wert haben.',
  secret: 'Punkte stehen für deinen Schlüssel.',

  send: 'Genau das senden',
  here: 'Auf diesem Computer antworten',
  cancel: 'Abbrechen',
  sending: 'Wird gesendet…',
  ready: 'Du kannst jetzt entscheiden.',
  changed: 'Geändert.',
  wouldLeave: (bytes) => `${figure(bytes)} Bytes gingen jetzt hinaus.`,
  escape: 'Drücke noch einmal Esc, um abzubrechen. Nichts geht hinaus.',
  undecided: 'Noch ist nichts hinausgegangen.',
  expires: (seconds) => `Wird in ${figure(seconds)} s zurückgezogen, wenn du nicht entscheidest.`,
  expiresSoon: 'Du hast weniger als eine Minute, um zu entscheiden; dann wird das zurückgezogen, und nichts geht hinaus.',
}
