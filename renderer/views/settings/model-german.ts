/** What the model manager says, in German. */
import { figure, type Wording } from '../../../shared/language.ts'
import type { English } from './model-strings.ts'

const number = (value: number, digits = 0): string => figure(value, { maximumFractionDigits: digits })
const size = (bytes: number): string => bytes >= 1e9 ? `${figure(bytes / 1e9, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} GB` : bytes >= 1e6 ? `${number(bytes / 1e6)} MB` : `${number(Math.ceil(bytes / 1e3))} kB`
const seconds = (milliseconds: number): string => `${number(milliseconds / 1000, milliseconds < 10_000 ? 1 : 0)} s`
const left = (value: number): string => value < 60 ? 'noch weniger als eine Minute' : value < 5400 ? `noch etwa ${number(Math.round(value / 60))} min` : `noch etwa ${number(Math.round(value / 3600))} h`

export const german: Wording<English> = {
  asking: 'Ollama wird gefragt…',
  check: 'Noch einmal prüfen',

  running: (version, at) => `Ollama ${version} läuft unter ${at}.`,
  atOther: 'Das ist nicht die Adresse unten, aber auch dieser Computer: Lares nimmt sie.',
  cloudOff: 'Seine eigene Cloud ist abgeschaltet.',
  cloudOn: 'Seine eigene Cloud ist eingeschaltet; Lares benutzt sie nie.',
  cloudHow: 'Wie man sie abschaltet',
  cloudSteps: ['Setze die Umgebungsvariable', 'OLLAMA_NO_CLOUD=1', 'oder schreib in .ollama/server.json in deinem persönlichen Ordner', '{ "disable_ollama_cloud": true }', 'und starte Ollama neu.'],
  install: 'Noch nicht installiert? Hol es von ollama.com/download. Es ist kostenlos und braucht kein Konto.',
  start: 'Installiert? Öffne die Ollama-App, oder gib das in einem Terminal ein:',
  startCommand: 'ollama serve',
  meanwhile: 'Bis dahin lesen die eingebauten Regeln deine Sätze.',
  elsewhere: (at) => `Unter ${at} antwortet ein Ollama.`,
  useElsewhere: 'Diese Adresse nehmen',

  emptyTitle: 'Noch kein Modell',
  empty: (name, bytes) => `${name} ist ein guter Anfang: Es versteht einfache Sätze und läuft auf den meisten Computern mit 16 GB Speicher. Ollama lädt ${size(bytes)} aus seiner Bibliothek; Lares nennt ihm den Namen und sonst nichts.`,
  missing: (name) => `${name} ist nicht installiert.`,
  missingText: 'Bis dahin lesen die eingebauten Regeln deine Sätze. Lade es herunter, oder nimm eines, das schon da ist.',
  get: (name, bytes) => bytes === null ? `${name} herunterladen` : `${name} herunterladen (${size(bytes)})`,
  useInstead: (name) => `${name} nehmen`,

  downloads: 'Downloads',
  downloading: (name) => `${name} wird heruntergeladen`,
  phases: { starting: 'Ollamas Bibliothek wird gefragt…', downloading: '', verifying: 'Was ankam, wird geprüft…', done: 'Fertig', stopped: 'Angehalten', failed: 'Abgebrochen' },
  progress: (done, all, rest) => [`${size(done)} von ${size(all)}`, `${number(Math.floor((done / all) * 100))} %`, ...(rest === null ? [] : [left(rest)])].join(' · '),
  stop: 'Anhalten',
  resume: 'Fortsetzen',
  dismiss: 'Weglegen',
  stoppedText: 'Was ankam, bleibt, bis Ollama neu startet.',
  spoken: (name, tenth) => `${name}: ${number(tenth * 10)} Prozent heruntergeladen`,
  arrived: (name) => `${name} ist installiert.`,

  installed: 'Installiert',
  facts: (bytes, family, parameters, quantisation) => [size(bytes), family, parameters, quantisation].filter((fact) => fact !== ''),
  changed: (date) => `geändert ${date}`,
  inMemory: (bytes) => `${size(bytes)} im Speicher`,
  inMemoryText: (gpu, bytes, context, until) => [gpu === 0 ? 'auf dem Prozessor' : gpu >= bytes ? 'ganz auf der Grafikkarte' : `${size(gpu)} davon auf der Grafikkarte`, ...(context === null ? [] : [`Kontext von ${number(context)} Tokens`]), until === null ? 'bis Ollama endet' : `bis ${until}`].join(', '),
  inUse: 'in Gebrauch',
  inUseFor: (uses) => `für ${uses.map((use) => ({ read: 'Lesen', write: 'Schreiben', privacy: 'den Privatheitsblick' })[use]).join(' und ')}`,
  inCloud: 'läuft in Ollamas Cloud',
  inCloudText: 'Steht nicht zur Wahl: Deine Worte würden diesen Computer verlassen.',
  use: 'Nehmen',
  useIt: (name) => `${name} nehmen`,
  test: 'Testen',
  testIt: (name) => `${name} testen`,
  free: 'Speicher freigeben',
  freeIt: (name) => `Speicher freigeben, den ${name} belegt`,
  freed: (name) => `${name} ist nicht mehr im Speicher.`,
  remove: (name) => `${name} entfernen`,
  removeTitle: (name) => `${name} entfernen?`,
  removeText: (bytes, isUsed) => `Auf der Festplatte werden ${size(bytes)} frei.${isUsed ? ' Es ist in Gebrauch: Bis ein anderes es ist, lesen die eingebauten Regeln deine Sätze.' : ''} Es lässt sich wieder herunterladen.`,
  removeConfirm: 'Entfernen',
  removed: (name) => `${name} wurde entfernt.`,

  testing: (name) => `${name} wird geladen und etwas gefragt. Das erste Mal dauert am längsten.`,
  testLoaded: (name) => `${name} wird etwas gefragt.`,
  stopTest: 'Test anhalten',
  tested: (answer) => `Es antwortete „${answer}“.`,
  testedText: (first, load, speed) => [`Erstes Wort nach ${seconds(first)}${load > 500 ? `, davon ${seconds(load)} zum Laden` : ''}`, `${number(speed, speed < 10 ? 1 : 0)} Tokens in der Sekunde`, ...(speed < 5 ? ['langsam: ein kleineres Modell passt vielleicht besser zu diesem Computer'] : [])].join(' · '),

  first: 'Oder ein anderes Modell, mit seinem Namen',
  another: 'Anderes Modell herunterladen',
  anotherHint: 'Wie Ollamas Bibliothek es nennt, zum Beispiel gemma4:e2b. Ollama lädt es herunter; Lares nennt ihm den Namen und sonst nichts.',
  download: 'Herunterladen',

  address: 'Adresse von Ollama',
  addressHint: 'Nur eine Adresse auf diesem Computer ist erlaubt.',
  more: 'Mehr Einstellungen für Modelle',
  uses: 'Ein eigenes Modell für…',
  useLabels: { read: 'Deine Nachricht lesen', write: 'Text schreiben', privacy: 'Der Privatheitsblick' },
  useHints: {
    read: 'Versteht, was geplant werden soll.',
    write: 'Beantwortet Fragen in Worten.',
    privacy: 'Sucht, was jemanden verraten könnte, bevor etwas hinausgeht.',
  },
  same: (name) => `Dasselbe: ${name}`,
  notHere: 'nicht installiert',
  context: 'Längster Kontext',
  contextHint: 'Lares verlangt so wenig, wie eine Frage braucht. Ein längerer belegt mehr Speicher.',
  contextTokens: (tokens) => `${number(tokens)} Tokens`,
  keep: 'Im Speicher bleiben',
  keepHint: 'Wie lange ein Modell nach einer Antwort geladen bleibt. Länger antwortet schneller, kürzer gibt Speicher frei.',
  keepMinutes: (minutes) => minutes === -1 ? 'Bis Ollama endet' : minutes === 60 ? 'Eine Stunde' : minutes === 1 ? 'Eine Minute' : `${number(minutes)} Minuten`,
}
