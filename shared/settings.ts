/** What a household can set. Secrets are never among these: a key goes in, and only whether there is one comes out. */
import { z } from 'zod'
import { usualHabits } from './habits.ts'
import { languages } from './language.ts'
import { freshSetup, longSettled, Setup } from './setup.ts'
import { ClockTime } from './time.ts'

export const Provider = z.enum(['practice', 'openai', 'azure', 'compatible', 'none'])
export type Provider = z.infer<typeof Provider>

const ModelChoice = z.string().min(1).max(120)

/** What a local model can be used for. */
export const modelUses = ['read', 'write', 'privacy'] as const
export type ModelUse = (typeof modelUses)[number]

export const OllamaSettings = z.strictObject({
  address: z.string().max(200),
  /** The model for everything that has no model of its own. */
  model: ModelChoice,
  /** Reading the message, writing text, the privacy pass; null = the same for all. */
  modelFor: z.strictObject({ read: ModelChoice.nullable(), write: ModelChoice.nullable(), privacy: ModelChoice.nullable() }).default({ read: null, write: null, privacy: null }),
  /** The most context a question may take, in tokens (`num_ctx`). Lares asks for the smallest power of two that fits. */
  contextTokens: z.number().int().min(8192).max(131_072).default(16_384),
  /** How long a model stays in memory after an answer (`keep_alive`); -1 = until Ollama quits. Never 0: it would be loaded anew for each step of one question. */
  keepLoadedMinutes: z.union([z.literal(-1), z.number().int().min(1).max(24 * 60)]).default(5),
})
export type OllamaSettings = z.infer<typeof OllamaSettings>

/** The model that serves this use. */
export const modelFor = ({ model, modelFor: own }: OllamaSettings, use: ModelUse): string => own[use] ?? model

export const ReminderSettings = z.strictObject({
  /** Whether the desktop shows them too; the window always does. */
  notify: z.boolean(),
  /** What a notification says. A lock screen shows it, and a desktop may keep it outside the vault: `discreet` says only that there is one. */
  text: z.enum(['discreet', 'full']),
  /** By the household's clock, from a time of day until the next `to`; null = none. */
  quiet: z.strictObject({ from: ClockTime, to: ClockTime }).refine(({ from, to }) => from !== to, 'they end when they begin').nullable(),
})
export type ReminderSettings = z.infer<typeof ReminderSettings>
const usualReminders: ReminderSettings = { notify: true, text: 'discreet', quiet: { from: '22:00', to: '07:00' } }

export const LanguageChoice = z.enum(['system', 'en', 'de'])
export type LanguageChoice = z.infer<typeof LanguageChoice>

/** What this computer is set to, for everything that is left to it. */
export const System = z.strictObject({ clock: z.enum(['12', '24']), weekStart: z.enum(['monday', 'sunday', 'saturday']), language: z.enum(languages), locale: z.string().max(100) })
export type System = z.infer<typeof System>

/** Keys of the person's own: one character, pressed with Ctrl (Cmd on a Mac), and with Shift or without. */
export const OwnKeys = z.strictObject({ key: z.string().regex(/^[!-~¡-ÿ]$/u), shift: z.boolean() })
export type OwnKeys = z.infer<typeof OwnKeys>

export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: LanguageChoice.default('system'),
  /** Minutes without use until the vault locks; 0 = never. */
  autoLockMinutes: z.number().int().min(0).max(24 * 60),
  reminders: ReminderSettings.default(usualReminders),
  /** Whether Lares stays in the tray, or in the menu bar of macOS, when its window is closed. */
  tray: z.boolean().default(false),
  /** How times and weeks are written. */
  habits: z.strictObject({ clock: z.enum(['system', '12', '24']), weekStart: z.enum(['system', 'monday', 'sunday', 'saturday']) }).default(usualHabits),
  /** By command, the keys that call it in place of the usual ones; null = none do. */
  keys: z.record(z.string().regex(/^[a-z-]{1,40}$/), OwnKeys.nullable()).refine((keys) => Object.keys(keys).length <= 100, 'too many').default({}),
  engine: z.enum(['builtin', 'ollama']),
  setup: Setup.default(longSettled),
  ollama: OllamaSettings,
  cloud: z.strictObject({ provider: Provider, /** Base address for azure and compatible, e.g. https://name.openai.azure.com */ address: z.string().max(300), model: z.string().min(1).max(120), /** What the provider charges per million tokens; null = not known, so no cost is shown. */ prices: z.strictObject({ in: z.number().min(0).max(10_000), out: z.number().min(0).max(10_000), currency: z.string().length(3) }).nullable().default(null) }),
})
export type Settings = z.infer<typeof Settings>

export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  autoLockMinutes: 15,
  reminders: usualReminders,
  tray: false,
  habits: usualHabits,
  keys: {},
  engine: 'builtin',
  setup: freshSetup,
  ollama: { address: 'http://127.0.0.1:11434', model: 'gemma4:e4b', modelFor: { read: null, write: null, privacy: null }, contextTokens: 16_384, keepLoadedMinutes: 5 },
  cloud: { provider: 'practice', address: '', model: 'gpt-5.4', prices: null },
}
