/** What a server receives is what was sealed, byte for byte, in whatever environment the app was started. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Ask } from '../../shared/ask.ts'
import { azureProvider } from '../../electron/cloud/providers/azure.ts'
import { compatibleProvider } from '../../electron/cloud/providers/compatible.ts'
import { practiceProvider } from '../../electron/cloud/providers/practice.ts'
import { createWire, wireLimits } from '../../electron/cloud/wire.ts'
import type { PlanningProblem } from '../../shared/planning.ts'
import { createAuthority } from '../support/certificates.ts'
import { approvalOf, bytesOnTheLine, evening, KEY, sealOf, wireParts } from '../support/departing.ts'
import { startRecordingCloud, type RecordingCloud, type RecordingOptions } from '../support/recording-cloud.ts'

const open: RecordingCloud[] = []
afterEach(async () => { await Promise.all(open.splice(0).map((cloud) => cloud.close())) })
const recording = async (options?: RecordingOptions): Promise<RecordingCloud> => {
  const cloud = await startRecordingCloud(options)
  open.push(cloud)
  return cloud
}
const never = new AbortController().signal

describe('what a server receives', () => {
  const word = fc.constantFrom('[PERSON_A]', '[PLACE_B: school]', 'the', 'washing', 'machine', 'früh', '夜', '🧺', '"quoted"', 'back\\slash', 'day 2, 18:30', '½', '\n')
  const words = fc.array(word, { minLength: 1, maxLength: 60 }).map((list) => list.join(' '))
  const problem: fc.Arbitrary<PlanningProblem> = fc.record({
    slots: fc.integer({ min: 8, max: 192 }),
    jobs: fc.array(fc.record({ length: fc.integer({ min: 1, max: 8 }), kw: fc.integer({ min: 0, max: 110 }).map((tenths) => tenths / 10), contiguous: fc.boolean() }), { minLength: 1, maxLength: 6 }),
    price: fc.option(fc.integer({ min: -50, max: 400 }), { nil: undefined }),
  }).map(({ slots, jobs, price }) => ({
    slots,
    slotMinutes: 15 as const,
    jobs: jobs.map((job, i) => ({ id: `J${String(i + 1)}`, ...job, windows: [[0, slots]] as [number, number][] })),
    ...(price === undefined ? {} : { prices: Array.from({ length: slots }, (_, i) => price + (i % 7)) }),
    objective: price === undefined ? 'earliest' as const : 'cost' as const,
  }))
  const ask: fc.Arbitrary<Ask> = fc.oneof(
    fc.record({ kind: fc.constant('answer' as const), words }),
    fc.record({ kind: fc.constant('solve' as const), words: fc.constant(null), problem }),
    fc.record({ kind: fc.constant('solve' as const), words, problem }),
  )

  it('P1: is the sealed request, byte for byte: line, header lines in order, body; for fifty asks', async () => {
    const cloud = await recording()
    const address = `http://127.0.0.1:${String(cloud.port)}`
    const providers = [practiceProvider({ address }), ...[azureProvider({ address, model: 'gpt-5.4' }), compatibleProvider({ address: `${address}/some/where/v1`, model: 'm' })].flatMap((made) => (made.ok ? [made.value] : []))]
    expect(providers).toHaveLength(3)
    const wire = createWire({ ...wireParts(), limits: wireLimits })
    const samples = fc.sample(ask, { numRuns: 50, seed: 20_261_122 })
    for (const [index, sample] of samples.entries()) {
      const provider = providers[index % providers.length]
      const composed = await provider?.compose(sample)
      if (composed?.ok !== true) throw new Error('not composed')
      const sealed = sealOf(composed.value)
      const outcome = await wire.send(approvalOf(sealed), never)
      expect(outcome.left && outcome.result.ok).toBe(true)
      const seen = cloud.requests[index]
      expect(seen?.raw.toString('latin1')).toBe(bytesOnTheLine(sealed).toString('latin1'))
      expect(createHash('sha256').update(seen?.body ?? '').digest('hex')).toBe(sealed.sha256)
      expect(`http://127.0.0.1:${String(cloud.port)}${seen?.requestLine.split(' ')[1] ?? ''}`).toBe(composed.value.url)
    }
    expect(cloud.requests).toHaveLength(50)
    expect(cloud.connections()).toBe(50)
    expect(cloud.received().equals(Buffer.concat(cloud.requests.map(({ raw }) => raw)))).toBe(true)
  })

  it('P1: the panel sees dots where the server sees the key, and nothing else differs', async () => {
    const cloud = await recording()
    const composed = await practiceProvider({ address: `http://127.0.0.1:${String(cloud.port)}` }).compose({ kind: 'solve', words: null, problem: evening })
    if (!composed.ok) throw new Error('not composed')
    await createWire({ ...wireParts(), limits: wireLimits }).send(approvalOf(sealOf(composed.value)), never)
    expect(cloud.requests[0]?.headers).toEqual(composed.value.headers.map(([name, value]) => [name, value.replace('••••••••', KEY)]))
    expect(JSON.stringify(composed.value)).not.toContain(KEY)
  })
})

describe('in a hostile environment', () => {
  /** Runs the real thing in a process of its own: some variables are read only when Node starts. */
  const sendFrom = async (address: string, environment: Readonly<Record<string, string>>): Promise<{ readonly left: boolean; readonly problem: string | null; readonly sha256: string; readonly read: string | null }> => {
    const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, '../support/send-once.ts'), address], { env: { PATH: process.env['PATH'] ?? '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    const [out, error] = [[] as string[], [] as string[]]
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => error.push(chunk.toString()))
    await new Promise((resolve) => { child.on('close', resolve) })
    expect(error.join('')).toBe('')
    return JSON.parse(out.join('')) as Awaited<ReturnType<typeof sendFrom>>
  }

  it('P2: no variable changes the address, the key, the header lines or the body, and no proxy sees anything', async () => {
    const [cloud, evil] = [await recording(), await recording()]
    const elsewhere = `http://127.0.0.1:${String(evil.port)}`
    const address = `http://127.0.0.1:${String(cloud.port)}/v1`
    const hostile = {
      OPENAI_BASE_URL: `${elsewhere}/v1`,
      OPENAI_API_KEY: 'sk-environment',
      OPENAI_ADMIN_KEY: 'sk-admin',
      OPENAI_ORG_ID: 'org-rossi',
      OPENAI_PROJECT_ID: 'proj-rossi',
      OPENAI_CUSTOM_HEADERS: 'X-Household: Rossi\nContent-Type: application/x-www-form-urlencoded\nnot a name: x',
      OPENAI_LOG: 'debug',
      HTTP_PROXY: elsewhere, http_proxy: elsewhere, HTTPS_PROXY: elsewhere, https_proxy: elsewhere, ALL_PROXY: elsewhere, all_proxy: elsewhere,
      NO_PROXY: '', no_proxy: '',
      NODE_USE_ENV_PROXY: '1',
      NODE_OPTIONS: '--insecure-http-parser --max-http-header-size=1000000',
    }
    const clean = await sendFrom(address, {})
    const poisoned = await sendFrom(address, hostile)
    expect(clean).toMatchObject({ left: true, problem: null, read: 'Yes.' })
    expect(poisoned).toEqual(clean)
    expect(cloud.requests).toHaveLength(2)
    expect(cloud.requests[1]?.raw.equals(cloud.requests[0]?.raw ?? Buffer.alloc(0))).toBe(true)
    expect(evil.connections()).toBe(0)
  })

  it('P2: a switched-off certificate check and a planted authority change nothing', async () => {
    const authority = createAuthority('Planted authority')
    const cloud = await recording({ certificate: authority.issue(['127.0.0.1']) })
    const folder = await mkdtemp(join(tmpdir(), 'lares-'))
    try {
      await writeFile(join(folder, 'ca.pem'), authority.pem)
      const address = `https://127.0.0.1:${String(cloud.port)}/v1`
      const hostile = { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1', NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'), SSL_CERT_FILE: join(folder, 'ca.pem'), NODE_OPTIONS: '--use-openssl-ca' }
      expect(await sendFrom(address, hostile)).toMatchObject({ left: false, problem: 'cloud.tls' })
      expect(cloud.received()).toHaveLength(0)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
