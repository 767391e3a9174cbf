/** A small household for tests that need one: the people, place and devices of the story. */
import type { Household } from '../../shared/household.ts'

export const testHousehold: Household = {
  name: 'The Bergmanns',
  zone: 'Europe/Berlin',
  capKw: 11,
  people: [
    { id: 'tom', name: 'Tom Bergmann', role: 'adult', aliases: ['Dad'], phone: '+49 30 9018 2011', email: 'tom.bergmann@example.org', born: '1986-04-17', hue: 0 },
    { id: 'lena', name: 'Lena Bergmann', role: 'adult', aliases: ['Mum', 'Leni'], hue: 1 },
    { id: 'emma', name: 'Emma Bergmann', role: 'child', aliases: ['Emmi'], hue: 2 },
    { id: 'noah', name: 'Noah Bergmann', role: 'baby', aliases: ['the baby'], hue: 3 },
    { id: 'rose', name: 'Rose', role: 'adult', aliases: [], hue: 4 },
    { id: 'xiu', name: 'Nguyễn Thị Bích', role: 'helper', aliases: ['Bích'], hue: 5 },
  ],
  places: [
    { id: 'hospital', name: 'St. Mary’s Hospital', aliases: [], address: '14 Linden Lane, 10115 Berlin' },
    { id: 'home', name: 'Home', aliases: [], address: 'Kastanienallee 7a, 10435 Berlin', phone: '030 55 55 0199' },
  ],
  devices: [
    { id: 'dishwasher', name: 'Dishwasher', aliases: [], powerKw: 1.2, runMinutes: 75, contiguous: true, noisy: true, vehicle: false },
    { id: 'car', name: 'Electric car', aliases: ['the car', 'EV'], powerKw: 7.4, runMinutes: 180, contiguous: false, noisy: false, vehicle: true },
  ],
  tariffs: [{ id: 'flat', name: 'Flat', kind: 'flat', price: 0.31, currency: 'EUR' }],
  tariffId: 'flat',
  routines: [],
  rules: [],
  notes: [{ id: 'boiler', title: 'Boiler', text: 'Service contract KX-4471-09, call 0800 555 0142. The valve behind the old boiler. Password “green teapots”.' }],
}

export const STORY = 'Run the dishwasher and charge the car tonight as cheaply as possible. The dishwasher has to be done before Emma’s breakfast at 7 and nothing may make noise while the baby sleeps; Tom leaves with the car at 7:15 for his shift at St. Mary’s Hospital'
