/** What the departure panel is told about what leaves and what stays. Nothing of it leaves: these words are read on this computer only. */
import { figure, translated } from '../../shared/language.ts'

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const strings = translated(
  {
    job: (id: string, length: number, kw: number, isWhole: boolean, windows: string): string => `${id}: ${length} slots, ${kw} kW, ${isWhole ? 'in one piece' : 'may be split'}, free in ${windows || 'no slot'}`,
    jobWhy: 'Needed to place it.',
    tariff: 'Your tariff', tariffLeaves: (prices: number): string => `${prices} numbers that say which slots are dearer`, tariffWhy: 'Needed to find the cheapest time. No currency, no supplier, no date.',
    cap: 'What your connection carries', capLeaves: (kw: number): string => `at most ${kw} kW at once`, capWhy: 'Needed so that not everything runs at once.',
    place: 'Date, time and place', placeWhy: 'Slots are counted from a start that only this computer knows.',
    free: 'Only the free slots leave, not the reason for them.',
    words: 'Your own words', wordsLeave: 'As shown under “In words”, with everything private replaced', wordsKept: 'You chose to send only the numbers.', wordsWhy: 'So that the answer fits what you meant.',
    slots: 'Times leave as slot numbers from a hidden start.', days: 'Dates leave as days counted from a hidden one.', when: 'A date, a weekday or a clock time would tell when.',
    device: (id: string): string => `The problem calls it ${id}; the cloud need not know what it is.`,
    shape: {
      noName: 'A shape has no name.', day: 'The day', dayWhy: 'Only how many days are left until then.', wordsWhy: 'The shape says what is needed.',
      people: 'How many adults and children live here, and how many guests come.', asked: 'Together with the day on which it is asked: when it takes place.',
      what: 'What it is', stepsFit: 'So that the steps fit.', until: 'Until then', days: (days: number): string => `${days} days`, notLate: 'So that nothing comes too late.',
      lasts: 'How long', lastsDays: (days: number): string => (days === 1 ? 'one day' : `${days} days`), who: 'Who',
      whoLeaves: (adults: number, children: number, guests: number | null): string => `${counted(adults, 'adult', 'adults')}, ${counted(children, 'child', 'children')}${guests === null ? '' : `, ${guests} guests`}`,
      amountsFit: 'So that the amounts fit.', time: 'Time a day', minutes: (minutes: number): string => `${minutes} minutes`, notLarge: 'So that the steps are not too large.',
    },
    guess: {
      children: 'that there are children', small: 'that there is a small child', expecting: 'that somebody is or was expecting a child', work: 'something about somebody’s work', health: 'something about somebody’s health',
      empty: 'that the house may be empty', alone: 'that somebody or something is left alone', animal: 'that there is an animal', belief: 'something about belief or belonging', law: 'something about law, money or a hard time',
      tongues: 'which languages are spoken or learnt', where: 'what kind of place you live in', living: 'how you live', rhythm: 'your daily rhythm', kin: 'whether somebody is a man or a woman, or how people belong together',
      prices: 'The shape of the price curve: somebody who knows the market could guess the day.', jobs: 'The lengths and powers of the jobs: what kind of appliances they may be.',
      rare: 'Words that few households write: together with others they could point to yours.', numbers: 'Numbers and hours: a combination can be as good as a name.', told: 'What these marks say beside standing for something.',
      together: (people: number): string => `That ${people} people belong together.`,
    },
  },
  {
    job: (id, length, kw, isWhole, windows) => `${id}: ${length} Abschnitte, ${figure(kw)} kW, ${isWhole ? 'am Stück' : 'auch geteilt'}, frei in ${windows || 'keinem Abschnitt'}`,
    jobWhy: 'Nötig, um es einzuplanen.',
    tariff: 'Dein Stromtarif', tariffLeaves: (prices) => `${prices} Zahlen, die sagen, welche Abschnitte teurer sind`, tariffWhy: 'Nötig, um die günstigste Zeit zu finden. Keine Währung, kein Anbieter, kein Datum.',
    cap: 'Was dein Anschluss trägt', capLeaves: (kw) => `höchstens ${figure(kw)} kW zugleich`, capWhy: 'Nötig, damit nicht alles zugleich läuft.',
    place: 'Datum, Uhrzeit und Ort', placeWhy: 'Abschnitte zählen ab einem Anfang, den nur dieser Computer kennt.',
    free: 'Nur die freien Abschnitte gehen hinaus, nicht der Grund dafür.',
    words: 'Deine eigenen Worte', wordsLeave: 'Wie unter „In Worten“ gezeigt, alles Private ersetzt', wordsKept: 'Du wolltest nur die Zahlen senden.', wordsWhy: 'Damit die Antwort zu dem passt, was du meinst.',
    slots: 'Zeiten gehen als Nummern von Abschnitten ab einem verborgenen Anfang hinaus.', days: 'Daten gehen als Tage hinaus, gezählt ab einem verborgenen Tag.', when: 'Ein Datum, ein Wochentag oder eine Uhrzeit würde verraten, wann.',
    device: (id) => `Im Rätsel heißt es ${id}; die Cloud muss nicht wissen, was es ist.`,
    shape: {
      noName: 'Ein Umriss hat keinen Namen.', day: 'Der Tag', dayWhy: 'Nur, wie viele Tage es bis dahin sind.', wordsWhy: 'Der Umriss sagt, was gebraucht wird.',
      people: 'Wie viele Erwachsene und Kinder hier wohnen und wie viele Gäste kommen.', asked: 'Zusammen mit dem Tag der Frage: wann es stattfindet.',
      what: 'Was es ist', stepsFit: 'Damit die Schritte passen.', until: 'Bis dahin', days: (days) => counted(days, 'Tag', 'Tage'), notLate: 'Damit nichts zu spät kommt.',
      lasts: 'Wie lange', lastsDays: (days) => (days === 1 ? 'einen Tag' : `${days} Tage`), who: 'Wer',
      whoLeaves: (adults, children, guests) => `${counted(adults, 'Erwachsener', 'Erwachsene')}, ${counted(children, 'Kind', 'Kinder')}${guests === null ? '' : `, ${counted(guests, 'Gast', 'Gäste')}`}`,
      amountsFit: 'Damit die Mengen passen.', time: 'Zeit am Tag', minutes: (minutes) => counted(minutes, 'Minute', 'Minuten'), notLarge: 'Damit die Schritte nicht zu groß sind.',
    },
    guess: {
      children: 'dass es Kinder gibt', small: 'dass es ein kleines Kind gibt', expecting: 'dass jemand ein Kind erwartet oder erwartet hat', work: 'etwas über jemandes Arbeit', health: 'etwas über jemandes Gesundheit',
      empty: 'dass das Haus leer stehen könnte', alone: 'dass jemand oder etwas allein bleibt', animal: 'dass es ein Tier gibt', belief: 'etwas über Glauben oder Zugehörigkeit', law: 'etwas über Recht, Geld oder eine schwere Zeit',
      tongues: 'welche Sprachen gesprochen oder gelernt werden', where: 'an was für einem Ort du wohnst', living: 'wie du lebst', rhythm: 'deinen Tagesablauf', kin: 'ob jemand Mann oder Frau ist, oder wie Menschen zusammengehören',
      prices: 'Den Verlauf der Preise: Wer den Markt kennt, könnte den Tag erraten.', jobs: 'Die Längen und Leistungen der Läufe: was für Geräte es sein könnten.',
      rare: 'Worte, die wenige Haushalte schreiben: Mit anderen zusammen könnten sie auf deinen hinweisen.', numbers: 'Zahlen und Uhrzeiten: Zusammen können sie so gut wie ein Name sein.', told: 'Was diese Marken sagen, außer dass sie für etwas stehen.',
      together: (people) => `Dass ${people} Personen zusammengehören.`,
    },
  },
)
