/** OpenAI itself. */
import type { CloudProvider } from '../provider.ts'
import { chatProvider } from './openai-chat.ts'

export const openaiProvider = ({ model }: { readonly model: string }): CloudProvider => chatProvider({ label: 'OpenAI', practice: false, model, base: 'https://api.openai.com/v1', key: 'bearer' })
