/**
 * Which cloud the settings mean.
 * To add a provider: 1. its file in providers/  2. its name in shared/settings.ts  3. its line here  4. its row in tests/unit/cloud-providers.test.ts.
 */
import { problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings.ts'
import type { CloudProvider } from './provider.ts'
import { azureProvider } from './providers/azure.ts'
import { compatibleProvider } from './providers/compatible.ts'
import { openaiProvider } from './providers/openai.ts'
import { practiceProvider } from './providers/practice.ts'

/** `practiceAddress` is where the practice cloud listens, null while it is down. Refuses with `cloud.off` or `cloud.bad-address`; never falls back to another provider. */
export const chooseProvider = ({ provider, address, model }: Pick<Settings['cloud'], 'provider' | 'address' | 'model'>, practiceAddress: string | null): Result<CloudProvider> => {
  switch (provider) {
    case 'practice': return practiceAddress === null ? fail(problem('cloud.off')) : ok(practiceProvider({ address: practiceAddress }))
    case 'openai': return ok(openaiProvider({ model }))
    case 'azure': return azureProvider({ address, model })
    case 'compatible': return compatibleProvider({ address, model })
    case 'none': return fail(problem('cloud.off'))
  }
}
