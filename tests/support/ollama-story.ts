/** The story sentence and what a small model makes of it, for tests of the local model. */
import type { Household } from '../../shared/household.ts'
import type { LocalContext } from '../../electron/local/model.ts'
import type { PlanForm } from '../../electron/local/plan-form.ts'

export const STORY = "Run the dishwasher and charge the car tonight as cheaply as possible. The dishwasher has to be done before Emma's breakfast at 7 and nothing may make noise while the baby sleeps; Tom leaves with the car at 7:15 for his shift at St. Mary's Hospital"

/** A Sunday, 17:45 in Berlin. */
export const NOW = '2026-11-22T16:45:00Z'

export const household: Household = {
  name: 'The Bergmanns',
  zone: 'Europe/Berlin',
  capKw: 11,
  people: [
    { id: 'emma', name: 'Emma', role: 'child', aliases: ['Emmi'], born: '2017-03-04', hue: 0 },
    { id: 'tom', name: 'Tom', role: 'adult', aliases: ['Papa'], phone: '+49 30 9018 2011', hue: 1 },
    { id: 'mia', name: 'Mia', role: 'baby', aliases: ['the baby'], hue: 2 },
  ],
  places: [{ id: 'hospital', name: "St. Mary's Hospital", aliases: [], address: '14 Linden Lane' }],
  devices: [
    { id: 'dishwasher', name: 'Dishwasher', aliases: ['the dishes'], powerKw: 1.2, runMinutes: 90, contiguous: true, noisy: true, vehicle: false },
    { id: 'car', name: 'Car', aliases: ['the EV'], powerKw: 7.4, runMinutes: 240, contiguous: false, noisy: false, vehicle: true },
  ],
  tariffs: [],
  routines: [
    { id: 'sleep', name: 'The baby sleeps', aliases: [], people: ['mia'], days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], from: '19:00', to: '06:00', quiet: true },
    { id: 'breakfast', name: "Emma's breakfast", aliases: [], people: ['emma'], days: ['mo', 'tu', 'we', 'th', 'fr'], from: '07:00', to: '07:30', quiet: false },
  ],
  rules: [],
  notes: [
    { id: 'bins', title: 'Bins', text: 'The paper bin is collected every second Thursday.' },
    { id: 'boiler', title: 'Boiler', text: 'Service contract, call 0800 555 0142.' },
  ],
}

export const contextOf = (text: string, change: Partial<LocalContext> = {}): LocalContext => ({ text, now: NOW, household, signal: new AbortController().signal, ...change })

export const emptyForm: PlanForm = { kind: 'plan', objective: 'cost', from: '', until: '', loads: [], quiet: [], ask: '', choices: [], not_understood: [] }
export const emptyLoad: PlanForm['loads'][number] = { device: '', quote: '', not_before: '', done_by: '', between_from: '', between_to: '', minutes: 0, leaves_at: '', after: '' }

/** The form as a good small model fills it in for the story. */
export const storyForm: PlanForm = {
  ...emptyForm,
  from: '2026-11-22 17:45',
  until: '2026-11-23 07:15',
  loads: [
    { ...emptyLoad, device: 'dishwasher', quote: 'Run the dishwasher', done_by: '2026-11-23 07:00' },
    { ...emptyLoad, device: 'car', quote: 'charge the car', leaves_at: '2026-11-23 07:15' },
  ],
}

/** What it thinks aloud before. */
export const storyThoughts = 'It is a plan. Dishwasher: "Run the dishwasher", done by Monday 2026-11-23 07:00.\nCar: "charge the car", leaves Monday 2026-11-23 07:15.\nTonight: now until tomorrow morning. The baby sleeps is a quiet routine, kept anyway.'
