/** The log: JSON lines of event codes. Never any text of the household: an error is reduced to its name and where in the code it arose. */
export type Log = (code: string, error?: unknown) => void

/** `write` receives one line at a time. */
export const createLog = (now: () => number, write: (line: string) => void): Log => (code, error) => {
  write(JSON.stringify({ at: new Date(now()).toISOString(), code, ...(error === undefined ? {} : describe(error)) }))
}

function describe(error: unknown): { error: string; at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error === 'string' && /^[a-z.-]{1,60}$/.test(error) ? error : typeof error }
  // The first line of a stack repeats the message, which may quote anything: only the frames are kept.
  return { error: error.name, at: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6).map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^()\s]*[\\/]([^\\/()]+:\d+:\d+)\)?/, '$1')) }
}
