/** The practice cloud inside the app: the same request and the same answer, and nothing leaves this computer. */
import { PRACTICE } from '../../../shared/engines.ts'
import type { CloudProvider } from '../provider.ts'
import { chatProvider } from './openai-chat.ts'

/** `address` is where it listens, e.g. http://127.0.0.1:49152. */
export const practiceProvider = ({ address }: { readonly address: string }): CloudProvider => chatProvider({ label: PRACTICE, practice: true, model: 'practice', base: `${address}/v1`, key: 'bearer' })
