/** DOOR ipcMain: sender → schema → handler → Result. A handler that is not in the contract cannot be registered, and no unchecked value reaches one. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import { channels, type Feature } from '../../shared/ipc/channels.ts'
import { contract, type Handlers } from '../../shared/ipc/contract.ts'
import { problem } from '../../shared/problems.ts'
import { fail, type Result } from '../../shared/result.ts'

export type AllHandlers = { readonly [F in Feature]: Handlers<F> }

export interface RegisterDeps {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  /** Whether a URL is the app's own page. */
  readonly isOwnPage: (url: string) => boolean
  /** Called for every accepted request; what counts as use for the auto-lock. */
  readonly onUse: () => void
  /** Reports a bug by channel and error; never by any value. */
  readonly onBug: (code: string, error: unknown) => void
}

type AnyHandler = (request: unknown) => Promise<Result<unknown>>

export function registerIpc(handlers: AllHandlers, { ipcMain, isOwnPage, onUse, onBug }: RegisterDeps): void {
  for (const feature of Object.keys(channels) as Feature[]) {
    const table = handlers[feature] as unknown as Readonly<Record<string, AnyHandler>>
    const schemas = contract[feature] as Readonly<Record<string, { readonly request: z.ZodType; readonly reply: z.ZodType }>>
    for (const name of channels[feature]) {
      const channel = `${feature}.${name}`, handler = table[name], schema = schemas[name]
      if (handler === undefined || schema === undefined) throw new Error(`no handler for ${channel}`)
      ipcMain.handle(channel, (event, ...args: unknown[]) => answer(channel, schema, handler, event, args))
    }
  }

  async function answer(channel: string, schema: { request: z.ZodType; reply: z.ZodType }, handler: AnyHandler, event: IpcMainInvokeEvent, args: readonly unknown[]): Promise<Result<unknown>> {
    const frame = event.senderFrame
    if (frame === null || frame.parent !== null || !isOwnPage(frame.url) || args.length !== 1) return fail(problem('ipc.refused'))
    const request = schema.request.safeParse(args[0])
    if (!request.success) return fail(problem('input.invalid', { what: describe(request.error) }))
    onUse()
    try {
      const result = await handler(request.data)
      if (!result.ok) return result
      const reply = schema.reply.safeParse(result.value)
      if (reply.success) return { ok: true, value: reply.data }
      onBug(`${channel}: reply`, reply.error)
    } catch (error) {
      onBug(channel, error)
    }
    return fail(problem('internal', { code: channel }))
  }
}

/** Which field was wrong and how, without repeating any value. */
function describe(error: z.ZodError): string {
  const issue = error.issues[0]
  const where = issue?.path.map(String).join('.') ?? ''
  return `${where === '' ? 'the request' : where} ${issue?.code === 'custom' ? issue.message : 'is not of the expected form'}`.slice(0, 200)
}
