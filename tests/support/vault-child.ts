/** A process of its own that does one thing with a vault: node vault-child.ts COMMAND FOLDER. It prints one line per thing that was acknowledged. */
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createVault } from '../../electron/vault/connection.ts'
import { migrations } from '../../electron/vault/migrations/index.ts'
import type { Result } from '../../shared/result.ts'
import { adding, cheap, conversation, eventsOf, outcome, passphrase, turn, value, workerUrl } from './vault.ts'

const [command = '', folder = ''] = process.argv.slice(2)
const later = command === 'upgrade' ? ['CREATE TABLE second (x TEXT) STRICT', 'CREATE TABLE third (x TEXT) STRICT'] : []
const vault = createVault({ folder, workerUrl, clock: { now: () => 0 }, engine: { argon: cheap, migrations: [...migrations, ...later] } })
const say = (line: string): void => { process.stdout.write(`${line}\n`) }

const commands: Record<string, () => Promise<void>> = {
  create: async () => { say(outcome(await vault.create(passphrase))) },
  unlock: async () => { say(outcome(await vault.unlock(passphrase))) },
  upgrade: async () => { say(outcome(await vault.unlock(passphrase))) },
  change: async () => {
    const opened = await vault.unlock(passphrase)
    say(outcome(opened.ok ? await vault.changePassphrase(passphrase, 'another good passphrase') : opened))
  },
  /** Opens, says so, and holds the vault until a line comes in. */
  hold: async () => {
    value(await vault.unlock(passphrase))
    say('open')
    for await (const line of createInterface({ input: process.stdin })) if (line !== '') break
    value(await vault.lock())
    say('closed')
  },
  /** Saves a change set of many events, so that most of the time is spent inside one, and a turn, again and again, until it is killed. */
  save: async () => {
    value(await vault.unlock(passphrase))
    const run = process.env['RUN'] ?? ''
    value(await vault.chat.saveConversation(conversation('talk')))
    for (let i = 0; ; i += 1) {
      const name = `run${run}-${i}`
      value(await vault.events.apply(adding(name, ...eventsOf(name))))
      say(name)
      value(await vault.chat.saveTurn(turn(name, 'talk')))
      say(`turn ${name}`)
    }
  },
  /** The same until something was refused, and a little further: everything that was tried is told, with what became of it. Then room is made where ROOM names a file that takes it. */
  fill: async () => {
    const told = async (what: string, result: Promise<Result<unknown>>): Promise<boolean> => { const became = outcome(await result); say(`${what} ${became}`); return became === 'ok' }
    if (!await told('unlock', vault.unlock(passphrase))) return
    const run = process.env['RUN'] ?? '', room = process.env['ROOM'], most = Number(process.env['MOST'])
    await told('conversation', vault.chat.saveConversation(conversation('talk')))
    const round = async (name: string): Promise<boolean> => {
      const isSaved = await told(`set ${name}`, vault.events.apply(adding(name, ...eventsOf(name))))
      return await told(`turn ${name}`, vault.chat.saveTurn(turn(name, 'talk'))) && isSaved
    }
    let at = 0
    while (at < most && await round(`run${run}-${String(at)}`)) at += 1
    await told('backup', vault.backups.make())
    for (let further = 0; further < 4; further += 1) await round(`run${run}-further-${String(further)}`)
    if (room !== undefined) { rmSync(room); say('room ok'); await round(`run${run}-roomier`) }
    await told('lock', vault.lock())
  },
}

await commands[command]?.()
process.exit(0)
