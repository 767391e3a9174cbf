/** The unpacked package: it starts, does the main job with all its native parts, and takes no orders from the environment. */
import { spawn } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { layoutOf, readArchive } from '../../scripts/packaging/look-inside.ts'
import { expect, test } from '../support/packaged.ts'
import { personAt, STORY } from '../support/person.ts'

test('a household moves in and a plan is proven, from inside the archive', async ({ built, scratch, start }) => {
  const { page, close } = await start(layoutOf(built.folder).executable, { args: [`--user-data-dir=${scratch}`] })
  const person = personAt(page)
  await person.moveIn()
  await person.say(STORY, 'On this computer')
  await expect(person.lastTurn).toContainText('0 bytes left')
  await expect(person.lastTurn.getByRole('button', { name: 'Accept' })).toBeVisible()
  expect(await close()).toBe(0)
})

test('the page comes from the package, whatever the environment says', async ({ built, scratch, start }) => {
  const asked: string[] = []
  const server = createServer((request, response) => { asked.push(request.url ?? ''); response.end('<button>Not Lares</button>') }).listen(0, '127.0.0.1')
  await new Promise((resolve) => { server.once('listening', resolve) })
  try {
    const { page, close } = await start(layoutOf(built.folder).executable, { args: [`--user-data-dir=${scratch}`], env: { ELECTRON_RENDERER_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` } })
    await expect(page.getByRole('button', { name: 'Create the vault' })).toBeVisible()
    expect(await close()).toBe(0)
    expect(asked).toEqual([])
  } finally {
    server.close()
  }
})

test.describe('only a real package shows that', { tag: '@real-electron' }, () => {
  test.skip(({ built }) => built.isStandIn, 'the stand-in has fuses that can be flipped and read back, but nothing that heeds them')

  test('it starts as itself where it is told to be plain Node', async ({ built, scratch }) => {
    const { output } = await runUntilItListens(layoutOf(built.folder).executable, scratch, { env: { ELECTRON_RUN_AS_NODE: '1' } })
    expect(output).toContain('DevTools listening')
  })

  test('it takes no code from NODE_OPTIONS', async ({ built, scratch }) => {
    const script = join(scratch, 'intruder.cjs')
    writeFileSync(script, 'console.log("an intruder ran")')
    const { output } = await runUntilItListens(layoutOf(built.folder).executable, scratch, { env: { NODE_OPTIONS: `--require ${script}` } })
    expect(output).toContain('DevTools listening')
    expect(output).not.toContain('an intruder ran')
  })

  test('it opens no debugger of main', async ({ built, scratch }) => {
    const { output } = await runUntilItListens(layoutOf(built.folder).executable, scratch, { args: ['--inspect=0'] })
    expect(output).toContain('DevTools listening')
    expect(output).not.toContain('Debugger listening')
  })

  test('it ends by itself when one byte of the app was changed', async ({ built, scratch }) => {
    test.skip(process.platform === 'linux', 'Electron checks its archive on macOS and Windows only')
    const copy = join(scratch, basename(built.folder))
    cpSync(built.folder, copy, { recursive: true, verbatimSymlinks: true })
    const { executable, resources } = layoutOf(copy)
    const archive = join(resources, 'app.asar')
    const { files, start } = readArchive(archive)
    const at = start + (files.find(({ path }) => path === 'out/main/main.js')?.offset ?? Number.NaN)
    const bytes = readFileSync(archive)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(archive, bytes)
    const { output, code } = await runUntilItListens(executable, scratch, {})
    expect(output).toContain('Integrity')
    expect(code).not.toBe(0)
  })
})

/** What a program writes, and its exit code, until it ends or its window could be joined; null when it was ended from here. */
async function runUntilItListens(executable: string, scratch: string, { args = [], env = {} }: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> }): Promise<{ readonly output: string; readonly code: number | null }> {
  const child = spawn(executable, ['--remote-debugging-port=0', `--user-data-dir=${join(scratch, 'data')}`, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
      if (output.includes('DevTools listening')) child.kill()
    })
  }
  return { code: await new Promise<number | null>((resolve) => { child.once('close', resolve) }), output }
}
