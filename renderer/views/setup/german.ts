/** What setting up says, in German. */
import { figure, type Wording } from '../../../shared/language.ts'
import type { English } from './strings.ts'

const steps = { people: 'Wer hier wohnt', house: 'Das Haus', model: 'Ein Modell auf diesem Computer', cloud: 'Eine Cloud' } as const

export const german: Wording<English> = {
  title: 'Erste Schritte',
  progress: 'Dein Weg bis hier',
  leave: 'Später fertig machen',
  leaveHint: 'Was du getippt hast, bleibt im Tresor.',
  steps,
  state: { done: 'erledigt', open: 'offen' },
  back: 'Zurück',
  next: 'Weiter',
  save: 'Speichern und weiter',
  skip: 'Vorerst überspringen',

  people: {
    title: 'Wer wohnt hier?',
    text: 'Namen bleiben auf diesem Computer. Lares braucht sie, um zu wissen, wen du meinst, und um sie aus allem herauszuhalten, was hinausgeht.',
    list: 'Personen',
    row: (number) => `Person ${figure(number)}`,
    name: 'Name', aliases: 'Auch genannt', born: 'Geboren', role: 'Rolle',
    hint: 'Die Eingabetaste fügt die nächste Person an. Mehrere Rufnamen: mit Komma. Das Geburtsjahr genügt.',
    bornExample: '4.3.2019',
    add: 'Person hinzufügen',
    me: 'Wer davon bist du?',
    meHint: '„Ich“ und „mir“ meinen in deinen Sätzen diese Person.',
    nobody: 'Keine Angabe',
    roles: { adult: 'Erwachsen', child: 'Kind', baby: 'Baby', pet: 'Tier', helper: 'Hilfe', other: 'Andere' },
    errors: { name: 'Ein Name, höchstens 120 Zeichen.', aliases: 'Höchstens 20 weitere Namen.', born: 'Als 2019 oder 4.3.2019.', role: 'Wähle eine Rolle.' },
  },

  tell: {
    button: 'Im Chat erzählen',
    text: 'Lieber sagen? Ein, zwei Sätze im Chat tun dasselbe.',
    title: 'Erzähl, wer hier wohnt und was hier steht',
    hint: 'Namen und Sätze werden auf diesem Computer gelesen. Nichts gilt, bevor du es annimmst.',
    examplesLabel: 'Beispiele zum Ändern',
    examples: ['Ich bin Ada, mein Mann heißt Tom und unsere Kinder sind Mia (7) und Max (4)', 'Wir haben eine Spülmaschine und ein Elektroauto', 'Strom kostet 31 Cent pro kWh'],
    known: (what) => `Jetzt bekannt: ${what}.`,
    back: 'Zurück zu den ersten Schritten',
  },

  house: {
    title: 'Das Haus',
    text: 'Wohin ihr geht, was viel Strom braucht und was er kostet. Alles davon darf fehlen.',
    places: 'Orte',
    place: (number) => `Ort ${figure(number)}`,
    placesHint: 'Eure Adresse bleibt aus allem heraus, was hinausgeht. Auch eine Schule oder ein Arbeitsplatz darf eine haben.',
    placeName: 'Name', aliases: 'Auch genannt', address: 'Adresse (wenn du magst)',
    home: 'Zuhause', addPlace: 'Ort hinzufügen',
    devices: 'Geräte',
    device: (number) => `Gerät ${figure(number)}`,
    devicesHint: 'Was auf eine günstigere Stunde warten kann. Die Zahlen sind übliche; das Typenschild weiß es genauer.',
    deviceName: 'Name', power: 'Leistung', minutes: 'Ein Lauf dauert',
    presets: { dishwasher: 'Spülmaschine', washer: 'Waschmaschine', dryer: 'Trockner', car: 'Elektroauto', other: 'Ein anderes Gerät' },
    tariff: 'Strompreis',
    tariffName: 'Strom',
    tariffKinds: { none: 'Später', flat: 'Immer gleich', 'time-of-use': 'Nach Tageszeit' },
    tariffHint: 'Preise für jede Stunde fügst du unter Haushalt, Tarif ein.',
    tariffThere: (name) => `„${name}“ ist eingerichtet. Ändern kannst du ihn unter Haushalt, Tarif.`,
    currency: 'Währung', price: 'Preis je kWh',
    errors: {
      placeName: 'Ein Name, höchstens 120 Zeichen.', aliases: 'Höchstens 20 weitere Namen.', address: 'Höchstens 300 Zeichen.',
      deviceName: 'Ein Name, höchstens 120 Zeichen.', power: 'Kilowatt über 0, höchstens 50.', minutes: 'Ganze Minuten, 5 bis 1440.',
    },
  },
  remove: (what) => `${what} herausnehmen`,
  saved: 'Dein Haushalt ist im Tresor.',
  undo: 'Rückgängig',
  undone: 'Zurückgenommen.',
  mend: (count) => (count === 1 ? 'Ein Eintrag braucht noch einen Blick.' : `${figure(count)} Einträge brauchen noch einen Blick.`),
  keptUnsaved: 'Was du getippt hast, ist aufgehoben und wartet unter „Erste Schritte“.',

  model: {
    title: 'Ein Modell auf diesem Computer?',
    text: 'Die eingebauten Regeln lesen schon Pläne, Termine und Listen. Ein Sprachmodell versteht mehr, braucht Ollama und einige Gigabyte und bleibt ebenfalls auf diesem Computer.',
  },
  cloud: {
    title: 'Eine Cloud, wenn du willst',
    text: 'Lares kommt ohne aus. Wo eine Cloud helfen könnte, siehst du zuerst jedes Byte und entscheidest, Anfrage für Anfrage.',
    practise: 'Erst üben',
    practiseText: 'Eine Minute mit einer Cloud in diesem Computer: was hinausginge, was bleibt und warum.',
    practiseStart: 'Rundgang machen',
  },
  end: {
    title: 'Bereit',
    allDone: 'Dein Haushalt ist eingezogen.',
    someOpen: (open) => `Noch offen: ${open.map((step) => `„${steps[step]}“`).join(', ')}. Nichts davon brauchst du, um anzufangen.`,
    ask: 'Etwas fragen',
    today: 'Den heutigen Tag ansehen',
  },

  card: {
    title: (done, all) => `Fertig einrichten: ${figure(done)} von ${figure(all)}`,
    next: (open) => `Noch offen: ${open.map((step) => `„${steps[step]}“`).join(', ')}.`,
    go: 'Weitermachen',
    dismiss: 'Nicht mehr zeigen',
    dismissed: 'Es bleibt unter Einstellungen.',
  },
  section: {
    title: 'Erste Schritte',
    text: 'Schritt für Schritt durch Personen, Haus, Modell und Cloud, und ein Rundgang durch die Ausgangsprüfung.',
    allDone: 'Alle vier Schritte sind erledigt.',
    again: 'Die Schritte noch einmal durchgehen',
    walk: 'Rundgang durch die Ausgangsprüfung',
  },
}
