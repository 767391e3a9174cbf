/** What a household can set. Secrets are never among these: a key goes in, and only whether there is one comes out. */
import { z } from 'zod'

export const Provider = z.enum(['practice', 'openai', 'azure', 'compatible', 'none'])
export type Provider = z.infer<typeof Provider>

export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Minutes without use until the vault locks; 0 = never. */
  autoLockMinutes: z.number().int().min(0).max(24 * 60),
  engine: z.enum(['builtin', 'ollama']),
  ollama: z.strictObject({ address: z.string().max(200), model: z.string().min(1).max(120) }),
  cloud: z.strictObject({ provider: Provider, /** Base address for azure and compatible, e.g. https://name.openai.azure.com */ address: z.string().max(300), model: z.string().min(1).max(120) }),
})
export type Settings = z.infer<typeof Settings>

export const defaultSettings: Settings = {
  theme: 'system',
  autoLockMinutes: 15,
  engine: 'builtin',
  ollama: { address: 'http://127.0.0.1:11434', model: 'gemma4:e4b' },
  cloud: { provider: 'practice', address: '', model: 'gpt-5.4' },
}
