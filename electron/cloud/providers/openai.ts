/** OpenAI itself. */
import type { CloudProvider } from '../provider.ts'
import { chatProvider } from './openai-chat.ts'

export const OPENAI_BASE = 'https://api.openai.com/v1'

export const openaiProvider = ({ model }: { readonly model: string }): CloudProvider => chatProvider({ label: 'OpenAI', practice: false, model, base: OPENAI_BASE, key: 'bearer' })
