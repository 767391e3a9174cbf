/** Any server that speaks OpenAI's Chat Completions. */
import { ok, type Result } from '../../../shared/result.ts'
import { parseBase } from '../address.ts'
import type { CloudProvider } from '../provider.ts'
import { chatProvider } from './openai-chat.ts'

/** `address` is what stands before `/chat/completions`, e.g. https://models.example/v1. Refuses with `cloud.bad-address`. */
export const compatibleProvider = ({ address, model }: { readonly address: string; readonly model: string }): Result<CloudProvider> => {
  const base = parseBase(address)
  return base.ok ? ok(chatProvider({ label: new URL(base.value).host, practice: false, model, base: base.value, key: 'bearer' })) : base
}
