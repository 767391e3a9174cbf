/** What kinds of private things are called in German; by their English names, by which everything knows them. */
const german = new Map<string, string>(Object.entries({
  person: 'eine Person', place: 'ein Ort', device: 'ein Gerät', routine: 'eine Routine', household: 'der Haushalt', phone: 'eine Telefonnummer', 'e-mail address': 'eine E-Mail-Adresse', address: 'eine Adresse', 'place code': 'eine Postleitzahl',
  'web address': 'eine Webadresse', 'network address': 'eine Netzadresse', number: 'eine Nummer', 'account number': 'eine Kontonummer', 'identity number': 'eine Ausweisnummer', 'date of birth': 'ein Geburtsdatum', 'birth date': 'ein Geburtsdatum',
  age: 'ein Alter', amount: 'ein Betrag', key: 'ein Schlüssel', organisation: 'eine Organisation', phrase: 'eine Wendung', word: 'ein Wort', name: 'ein Name', time: 'eine Zeit', canary: 'ein Prüfwort', detail: 'eine Einzelheit', note: 'eine Notiz', task: 'eine Aufgabe', prices: 'Preise', event: 'ein Termin',
}))

/** "eine Person"; a kind without a name here as it is. */
export const kindInGerman = (kind: string): string => german.get(kind) ?? kind
