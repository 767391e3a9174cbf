/** Azure OpenAI through its `/openai/v1/` address; the model is the name of a deployment. */
import { ok, type Result } from '../../../shared/result.ts'
import { parseBase } from '../address.ts'
import type { CloudProvider } from '../provider.ts'
import { chatProvider } from './openai-chat.ts'

/** `address` is the resource's own, e.g. https://name.openai.azure.com; pasted with /openai/v1 it means the same. Refuses with `cloud.bad-address`. */
export const azureProvider = ({ address, model }: { readonly address: string; readonly model: string }): Result<CloudProvider> => {
  const base = parseBase(address)
  if (!base.ok) return base
  return ok(chatProvider({ label: 'Azure OpenAI', practice: false, model, base: `${base.value.replace(/\/openai(\/v1)?$/, '')}/openai/v1`, key: 'api-key' }))
}
