/** What the model manager says. */
import { translated } from '../../../shared/language.ts'
import type { Pull } from '../../../shared/models.ts'
import type { ModelUse } from '../../../shared/settings.ts'
import { german } from './model-german.ts'

const number = (value: number, digits = 0): string => value.toLocaleString('en', { maximumFractionDigits: digits })
const size = (bytes: number): string => bytes >= 1e9 ? `${(bytes / 1e9).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} GB` : bytes >= 1e6 ? `${number(bytes / 1e6)} MB` : `${number(Math.ceil(bytes / 1e3))} kB`
const seconds = (milliseconds: number): string => `${number(milliseconds / 1000, milliseconds < 10_000 ? 1 : 0)} s`
const left = (value: number): string => value < 60 ? 'less than a minute left' : value < 5400 ? `about ${number(Math.round(value / 60))} min left` : `about ${number(Math.round(value / 3600))} h left`

const english = {
  asking: 'Asking Ollama…',
  check: 'Check again',

  running: (version: string, at: string): string => `Ollama ${version} is running at ${at}.`,
  atOther: 'That is not the address below, but this computer, too: Lares uses it.',
  cloudOff: 'Its own cloud is switched off.',
  cloudOn: 'Its own cloud is switched on; Lares never uses it.',
  cloudHow: 'How to switch it off',
  cloudSteps: ['Set the environment variable', 'OLLAMA_NO_CLOUD=1', 'or write into .ollama/server.json in your home folder', '{ "disable_ollama_cloud": true }', 'and restart Ollama.'],
  install: 'Not installed yet? Get it from ollama.com/download. It is free and needs no account.',
  start: 'Installed? Open the Ollama app, or run this in a terminal:',
  startCommand: 'ollama serve',
  meanwhile: 'Until then the built-in rules read your sentences.',
  elsewhere: (at: string): string => `An Ollama answers at ${at}.`,
  useElsewhere: 'Use that address',

  emptyTitle: 'No model yet',
  empty: (name: string, bytes: number): string => `${name} is a good start: it understands plain sentences and runs on most computers with 16 GB of memory. Ollama downloads ${size(bytes)} from its library; Lares tells it the name and nothing else.`,
  missing: (name: string): string => `${name} is not installed.`,
  missingText: 'Until it is, the built-in rules read your sentences. Download it, or use one that is here.',
  get: (name: string, bytes: number | null): string => bytes === null ? `Download ${name}` : `Download ${name} (${size(bytes)})`,
  useInstead: (name: string): string => `Use ${name}`,

  downloads: 'Downloads',
  downloading: (name: string): string => `Downloading ${name}`,
  phases: { starting: 'Asking Ollama’s library…', downloading: '', verifying: 'Checking what arrived…', done: 'Done', stopped: 'Stopped', failed: 'Broke off' } satisfies Record<Pull['phase'], string>,
  progress: (done: number, all: number, rest: number | null): string => [`${size(done)} of ${size(all)}`, `${number(Math.floor((done / all) * 100))} %`, ...(rest === null ? [] : [left(rest)])].join(' · '),
  stop: 'Stop',
  resume: 'Resume',
  dismiss: 'Put away',
  stoppedText: 'What has arrived is kept until Ollama restarts.',
  /** Read out, in steps of ten percent. */
  spoken: (name: string, tenth: number): string => `${name}: ${number(tenth * 10)} percent downloaded`,
  arrived: (name: string): string => `${name} is installed.`,

  installed: 'Installed',
  facts: (bytes: number, family: string, parameters: string, quantisation: string): string[] => [size(bytes), family, parameters, quantisation].filter((fact) => fact !== ''),
  changed: (date: string): string => `changed ${date}`,
  inMemory: (bytes: number): string => `${size(bytes)} in memory`,
  inMemoryText: (gpu: number, bytes: number, context: number | null, until: string | null): string => [gpu === 0 ? 'on the processor' : gpu >= bytes ? 'all of it on the graphics card' : `${size(gpu)} of it on the graphics card`, ...(context === null ? [] : [`context of ${number(context)} tokens`]), until === null ? 'until Ollama quits' : `until ${until}`].join(', '),
  inUse: 'in use',
  inUseFor: (uses: readonly ModelUse[]): string => `for ${uses.map((use) => ({ read: 'reading', write: 'writing', privacy: 'the privacy pass' })[use]).join(' and ')}`,
  inCloud: 'runs in Ollama’s cloud',
  inCloudText: 'Not offered: your words would leave this computer.',
  use: 'Use',
  useIt: (name: string): string => `Use ${name}`,
  test: 'Test',
  testIt: (name: string): string => `Test ${name}`,
  free: 'Free the memory',
  freeIt: (name: string): string => `Free the memory that ${name} takes`,
  freed: (name: string): string => `${name} is no longer in memory.`,
  remove: (name: string): string => `Remove ${name}`,
  removeTitle: (name: string): string => `Remove ${name}?`,
  removeText: (bytes: number, isUsed: boolean): string => `${size(bytes)} become free on the disk.${isUsed ? ' It is in use: until another one is, the built-in rules read your sentences.' : ''} It can be downloaded again.`,
  removeConfirm: 'Remove',
  removed: (name: string): string => `${name} was removed.`,

  testing: (name: string): string => `Loading ${name} and asking it one question. The first time takes longest.`,
  testLoaded: (name: string): string => `Asking ${name} one question.`,
  stopTest: 'Stop the test',
  tested: (answer: string): string => `It answered “${answer}”.`,
  testedText: (first: number, load: number, speed: number): string => [`First word after ${seconds(first)}${load > 500 ? `, ${seconds(load)} of it loading` : ''}`, `${number(speed, speed < 10 ? 1 : 0)} tokens a second`, ...(speed < 5 ? ['slow: a smaller model may suit this computer better'] : [])].join(' · '),

  first: 'Or another model, by its name',
  another: 'Download another model',
  anotherHint: 'As Ollama’s library names it, for example gemma4:e2b. Ollama downloads it; Lares tells it the name and nothing else.',
  download: 'Download',

  address: 'Address of Ollama',
  addressHint: 'Only an address on this computer is accepted.',
  more: 'More settings for models',
  uses: 'A model of its own for…',
  useLabels: { read: 'Reading your message', write: 'Writing text', privacy: 'The privacy pass' } satisfies Record<ModelUse, string>,
  useHints: {
    read: 'Understands what is to be planned.',
    write: 'Answers questions in words.',
    privacy: 'Looks for what could give somebody away, before anything leaves.',
  } satisfies Record<ModelUse, string>,
  same: (name: string): string => `The same: ${name}`,
  notHere: 'not installed',
  context: 'Longest context',
  contextHint: 'Lares asks for the least that a question needs. A longer one takes more memory.',
  contextTokens: (tokens: number): string => `${number(tokens)} tokens`,
  keep: 'Stay in memory',
  keepHint: 'How long a model stays loaded after an answer. Longer answers sooner, shorter frees memory.',
  keepMinutes: (minutes: number): string => minutes === -1 ? 'Until Ollama quits' : minutes === 60 ? 'An hour' : minutes === 1 ? 'A minute' : `${number(minutes)} minutes`,
}
export type English = typeof english

export const strings = translated(english, german)
