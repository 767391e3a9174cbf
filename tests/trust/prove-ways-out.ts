/** P2: every way out of a Node process is refused, in whatever environment it was started; without the tripwire each of them leads out. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import dgram from 'node:dgram'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAuthority } from '../support/certificates.ts'
import { startRecordingCloud } from '../support/recording-cloud.ts'
import { createCounter, type Tally } from './tally.ts'

const root = join(import.meta.dirname, '../..')
const script = (name: string): string => fileURLToPath(new URL(`../support/${name}.ts`, import.meta.url))
const WAYS = 14

async function run(file: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<{ readonly output: string; readonly errors: string }> {
  const child = spawn(process.execPath, ['--no-warnings', file, ...args], { env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = '', errors = ''
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
  await once(child, 'close')
  return { output, errors }
}

/** In so many hostile environments, the last of them with all of it at once. Each is also one in which the product sends its one approved request: it goes where it was approved, byte for byte the same. */
export async function proveWaysOut(environments: number): Promise<Tally> {
  const { count, tally } = createCounter(), authority = createAuthority('Ways out'), folder = mkdtempSync(join(tmpdir(), 'lares-ways-'))
  const plain = await startRecordingCloud(), secure = await startRecordingCloud({ certificate: authority.issue(['127.0.0.1']) }), evil = await startRecordingCloud(), approved = await startRecordingCloud()
  let asked = 0
  const names = dgram.createSocket('udp4').on('message', () => { asked += 1 })
  await new Promise<void>((resolve) => { names.bind(0, '127.0.0.1', resolve) })
  const ports = [plain.port, secure.port, names.address().port].map(String), came = (): number => plain.connections() + secure.connections() + asked
  const elsewhere = `http://127.0.0.1:${String(evil.port)}`
  writeFileSync(join(folder, 'ca.pem'), authority.pem)
  const HOSTILE: readonly Readonly<Record<string, string>>[] = [
    { HTTP_PROXY: elsewhere, http_proxy: elsewhere, NODE_USE_ENV_PROXY: '1' },
    { HTTPS_PROXY: elsewhere, https_proxy: elsewhere, ALL_PROXY: elsewhere, all_proxy: elsewhere, NO_PROXY: '', NODE_USE_ENV_PROXY: '1' },
    { OPENAI_BASE_URL: `${elsewhere}/v1`, OPENAI_API_KEY: 'sk-environment', OPENAI_ORG_ID: 'org-rossi', OPENAI_CUSTOM_HEADERS: 'X-Household: Rossi' },
    { OLLAMA_HOST: elsewhere },
    { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') },
    { NODE_OPTIONS: '--insecure-http-parser --dns-result-order=ipv6first --use-openssl-ca', SSL_CERT_FILE: join(folder, 'ca.pem') },
  ]
  const all = Object.assign({}, ...HOSTILE) as Readonly<Record<string, string>>
  try {
    const open = await run(script('ways-out'), ['open', ...ports], {})
    const led = Object.entries(JSON.parse(open.output) as Record<string, string>)
    count(`there are ${String(led.length)} ways`, led.length === WAYS)
    // What a package makes of an answer is its own matter: it has been there.
    for (const [way, became] of led) count(`without the tripwire ${way} does not lead out: ${became}`, became !== 'ERR_TRIPWIRE')
    count(`without it ${String(came())} arrived`, plain.connections() === 8 && secure.connections() === 2 && asked >= 3)
    await run(script('ways-out'), ['open', ...ports], all)
    count('without it no environment leads elsewhere', evil.connections() > 0)

    const before = [came(), evil.connections()] as const, bodies: Buffer[] = []
    for (const [at, env] of [{}, ...HOSTILE.slice(0, environments - 1), all].entries()) {
      const name = `environment ${String(at)} (${Object.keys(env).slice(0, 3).join(', ')})`
      const { output, errors } = await run(script('ways-out'), ['guarded', ...ports], env)
      const became = output === '' ? [] : Object.entries(JSON.parse(output) as Record<string, string>)
      count(`${name}: ${String(became.length)} were tried: ${errors.slice(0, 300)}`, became.length === 2 * WAYS)
      for (const [way, code] of became) count(`${name}: ${way}: ${code}`, code === 'ERR_TRIPWIRE')
      count(`${name}: something arrived`, came() === before[0] && evil.connections() === before[1])
      const sent = await run(script('send-once'), [`http://127.0.0.1:${String(approved.port)}/v1`], env)
      count(`${name}: the approved request: ${sent.output} ${sent.errors.slice(0, 300)}`, sent.output.includes('"left":true,"problem":null') && approved.requests.length === at + 1 && approved.connections() === at + 1)
      bodies.push(approved.requests[at]?.raw ?? Buffer.alloc(0))
      count(`${name}: the approved request is another one`, bodies[at]?.equals(bodies[0] ?? Buffer.alloc(0)) === true && evil.connections() === before[1])
    }
    return tally()
  } finally {
    names.close()
    await Promise.all([plain, secure, evil, approved].map((cloud) => cloud.close()))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the product may take of Electron; its own network (`net`) and the pages that come with one are not among it. */
const OF_ELECTRON: ReadonlySet<string> = new Set(['app', 'BrowserWindow', 'contextBridge', 'dialog', 'ipcMain', 'ipcRenderer', 'Menu', 'nativeImage', 'nativeTheme', 'Notification', 'powerMonitor', 'protocol', 'safeStorage', 'screen', 'session', 'Tray'])

/** Each name that a file takes of Electron; `planted` are files that only the caller knows. */
export function proveElectron(planted: Readonly<Record<string, string>> = {}): Promise<Tally> {
  const { count, tally } = createCounter()
  const files = globSync('electron/**/*.ts', { cwd: root }).map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)
  for (const [path, source] of [...files, ...Object.entries(planted)]) {
    for (const [, type, taken = ''] of source.matchAll(/^import\s+(type\s+)?(.+?)\s+from\s+'electron(?:\/[a-z]+)?'/gm)) if (type === undefined) {
      const names = taken.startsWith('{') ? taken.replace(/[{}]/g, '').split(',').map((one) => one.trim()).filter((one) => one !== '' && !one.startsWith('type ')).map((one) => one.split(/\s+as\s+/)[0] ?? '') : ['everything']
      for (const name of names) count(`${path} takes ${name} of Electron`, OF_ELECTRON.has(name))
    }
    count(`${path} makes a request by Electron`, !/\bnet\.(?:fetch|request)\b|\bsession(?:\.\w+)*\.fetch\b|downloadURL/.test(source))
  }
  return Promise.resolve(tally())
}
