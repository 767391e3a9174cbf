/** What the made-up family of sample.ts is called in German, by what it is called there; made when it is asked for. */
export const german = (): Readonly<Record<string, string>> => ({
  'The Bergmanns': 'Familie Bergmann',
  // People
  Dad: 'Papa', Daddy: 'Papi', Mum: 'Mama', Mummy: 'Mami', Grandma: 'Oma', 'Granny Ruth': 'Oma Ruth', 'the baby': 'das Baby', 'the dog': 'der Hund', 'the babysitter': 'die Babysitterin',
  'Nurse in the emergency department at St. Mary\'s Hospital.': 'Pfleger in der Notaufnahme der Marienklinik.', 'Translator, works from home. Hay fever in spring.': 'Übersetzerin, arbeitet zu Hause. Heuschnupfen im Frühling.',
  'Allergic to hazelnuts. Piano with Ms. Petrova.': 'Allergisch gegen Haselnüsse. Klavier bei Frau Petrova.', 'Labrador. Half a tablet for his joints every evening.': 'Labrador. Jeden Abend eine halbe Tablette für die Gelenke.',
  // Places
  Home: 'Zuhause', 'our house': 'unser Haus', '14 Hollyhock Lane, Kilbrackan': 'Malvenweg 14, Kilbrackan', 'St. Mary\'s Hospital': 'Marienklinik', 'St. Mary\'s': 'die Klinik', 'the hospital': 'das Krankenhaus', '2 Abbey Road, Kilbrackan': 'Klosterstraße 2, Kilbrackan',
  'Linden Primary School': 'Linden-Grundschule', 'Emma\'s school': 'Emmas Schule', 'Linden School': 'Lindenschule', '31 Mill Street, Kilbrackan': 'Mühlenstraße 31, Kilbrackan', 'Dr. Okafor\'s practice': 'Praxis Dr. Okafor', 'the dentist': 'der Zahnarzt', '8 Harbour Square, Kilbrackan': 'Hafenplatz 8, Kilbrackan',
  'Greenfield Vets': 'Tierarztpraxis Grünfeld', 'the vet': 'der Tierarzt', '77 Orchard Way, Kilbrackan': 'Obstgartenweg 77, Kilbrackan', 'Petrova Music Studio': 'Musikstudio Petrova', 'piano lessons': 'Klavierstunde', '5 Chapel Yard, Kilbrackan': 'Kapellenhof 5, Kilbrackan',
  'Riverside Football Club': 'Fußballverein am Fluss', 'the pitch': 'der Sportplatz', 'Weir Road, Kilbrackan': 'Am Wehr, Kilbrackan',
  // Devices and tariffs
  Dishwasher: 'Spülmaschine', 'the dishes': 'Geschirrspüler', 'Electric car': 'Elektroauto', 'the car': 'Auto', EV: 'E-Auto', 'Washing machine': 'Waschmaschine', 'the washer': 'Wäsche', 'the laundry': 'die Wäsche', 'Tumble dryer': 'Wäschetrockner', 'the dryer': 'Trockner',
  'Sample day-ahead tariff': 'Beispiel, Stunde für Stunde', 'Sample flat tariff': 'Beispiel, fester Preis',
  // Routines
  'Noah\'s sleep': 'Noahs Schlaf', 'the baby sleeps': 'das Baby schläft', 'while the baby sleeps': 'solange das Baby schläft', 'Emma\'s breakfast': 'Emmas Frühstück', 'Quiet Sunday noon': 'Mittagsruhe am Sonntag', 'Sunday rest': 'Sonntagsruhe', 'Tom\'s early shift': 'Toms Frühschicht', 'the early shift': 'die Frühschicht',
  // Notes
  Boiler: 'Heizkessel', 'Serviced every October. Kilbrackan Heating, +353 20 911 8260, customer number KH-40718.': 'Wartung jeden Oktober. Kilbrackan Heizungsbau, +353 20 911 8260, Kundennummer KH-40718.',
  Electricity: 'Strom', 'The meter is in the cellar, behind the bicycles. Its number is 1EMH0049170623.': 'Der Zähler hängt im Keller hinter den Fahrrädern. Seine Nummer ist 1EMH0049170623.',
  'Wi-Fi for guests': 'WLAN für Gäste', 'Network “Hollyhock-Guests”, password “seven green teapots”.': 'Netz „Malven-Gast“, Passwort „sieben grüne Teekannen“.', 'Emma\'s allergy': 'Emmas Allergie', 'No hazelnuts. The pen is in the kitchen, top left; a second one is at school.': 'Keine Haselnüsse. Der Pen liegt in der Küche oben links; ein zweiter ist in der Schule.',
  // Events and tasks
  'Tom: early shift, with the car': 'Tom: Frühschicht, mit dem Auto', 'Lena: dentist': 'Lena: Zahnarzt', 'Bring the X-ray from last year.': 'Das Röntgenbild vom letzten Jahr mitbringen.', 'Emma: piano lesson': 'Emma: Klavierstunde', 'Max: football practice': 'Max: Fußballtraining', 'Bruno: vaccination at the vet': 'Bruno: Impfung beim Tierarzt', 'Grandma Ruth visits': 'Oma Ruth kommt zu Besuch',
  'Bins out': 'Mülltonnen rausstellen', 'Water the plants': 'Pflanzen gießen', 'Oat milk': 'Hafermilch', Apples: 'Äpfel', 'Washing powder': 'Waschpulver', Shopping: 'Einkauf',
})
