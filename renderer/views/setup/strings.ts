/** What setting up says. */
import { figure, translated } from '../../../shared/language.ts'
import type { Role } from '../../../shared/household.ts'
import type { SetupStep } from '../../../shared/setup-steps.ts'
import { german } from './german.ts'

const english = {
  title: 'Getting started',
  progress: 'Your way so far',
  leave: 'Finish later',
  leaveHint: 'Everything you typed is kept in the vault.',
  steps: { people: 'Who lives here', house: 'The house', model: 'A model on this computer', cloud: 'A cloud' } satisfies Record<SetupStep, string>,
  state: { done: 'done', open: 'open' },
  back: 'Back',
  next: 'Continue',
  save: 'Save and continue',
  skip: 'Skip for now',

  people: {
    title: 'Who lives here?',
    text: 'Names stay on this computer. Lares needs them to know whom you mean, and to hold them back from everything that leaves.',
    list: 'People',
    row: (number: number): string => `Person ${figure(number)}`,
    name: 'Name', aliases: 'Also called', born: 'Born', role: 'Role',
    hint: 'Enter adds the next person. Several other names: with commas. A year of birth is enough.',
    bornExample: '2019-03-04',
    add: 'Add a person',
    me: 'Which of them are you?',
    meHint: '“Me” in what you type means this person.',
    nobody: 'Not said',
    roles: { adult: 'Adult', child: 'Child', baby: 'Baby', pet: 'Pet', helper: 'Helper', other: 'Other' } satisfies Record<Role, string>,
    errors: {
      name: 'A name, at most 120 letters.', aliases: 'At most 20 other names.', born: 'As 2019, or 2019-03-04.', role: 'Choose a role.',
    },
  },

  house: {
    title: 'The house',
    text: 'Where you go, what uses much electricity, and what it costs. All of it can be left out.',
    places: 'Places',
    place: (number: number): string => `Place ${figure(number)}`,
    placesHint: 'Your own address is held back from everything that leaves. A school or a workplace may have one, too.',
    placeName: 'Name', aliases: 'Also called', address: 'Address (optional)',
    home: 'Home', addPlace: 'Add a place',
    devices: 'Devices',
    device: (number: number): string => `Device ${figure(number)}`,
    devicesHint: 'What can wait for a cheaper hour. The numbers are usual ones; the type plate knows better.',
    deviceName: 'Name', power: 'Power', minutes: 'One run takes',
    presets: { dishwasher: 'Dishwasher', washer: 'Washing machine', dryer: 'Tumble dryer', car: 'Electric car', other: 'Another device' },
    tariff: 'Electricity price',
    tariffName: 'Electricity',
    tariffKinds: { none: 'Later', flat: 'Always the same', 'time-of-use': 'By time of day' },
    tariffHint: 'Prices hour by hour are pasted under Household, Tariff.',
    tariffThere: (name: string): string => `“${name}” is set up. It can be changed under Household, Tariff.`,
    currency: 'Currency', price: 'Price per kWh',
    errors: {
      placeName: 'A name, at most 120 letters.', aliases: 'At most 20 other names.', address: 'At most 300 letters.',
      deviceName: 'A name, at most 120 letters.', power: 'Kilowatts above 0, at most 50.', minutes: 'Whole minutes, 5 to 1440.',
    },
  },
  remove: (what: string): string => `Take out ${what}`,
  saved: 'Your household is in the vault.',
  undo: 'Undo',
  undone: 'Taken back.',
  mend: (count: number): string => (count === 1 ? 'One entry needs another look.' : `${figure(count)} entries need another look.`),
  keptUnsaved: 'What you typed is kept, and waits for you in “Getting started”.',

  model: {
    title: 'A model on this computer?',
    text: 'Built-in rules already read plans, dates and lists. A language model understands more, needs Ollama and some gigabytes, and stays on this computer, too.',
  },
  cloud: {
    title: 'A cloud, if you want one',
    text: 'Lares works without. Where a cloud could help, you see every byte first and decide, request by request.',
    practise: 'Practise first',
    practiseText: 'One minute on a cloud inside this computer: what would leave, what stays, and why.',
    practiseStart: 'Take the walk',
  },
  end: {
    title: 'Ready',
    allDone: 'Your household has moved in.',
    someOpen: (open: readonly SetupStep[]): string => `Still open: ${open.map((step) => english.steps[step].toLowerCase()).join(', ')}. Nothing of that is needed to begin.`,
    ask: 'Ask something',
    today: 'Look at today',
  },

  card: {
    title: (done: number, all: number): string => `Finish setting up: ${figure(done)} of ${figure(all)}`,
    next: (open: readonly SetupStep[]): string => `Still open: ${open.map((step) => english.steps[step].toLowerCase()).join(', ')}.`,
    go: 'Go on',
    dismiss: 'Don’t show this again',
    dismissed: 'It stays under Settings.',
  },
  section: {
    title: 'Getting started',
    text: 'Step by step through people, house, model and cloud, and a walk through the departure panel.',
    allDone: 'All four steps are done.',
    again: 'Go through the steps again',
    walk: 'Walk through the departure panel',
  },
}
export type English = typeof english

export const strings = translated(english, german)
