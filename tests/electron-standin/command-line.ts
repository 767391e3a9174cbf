/** Electron's command line: switches, modules to preload, the app, and what is left for the app. */

export interface CommandLine {
  /** `--name=value`, wherever it stands; a switch without a value has an empty one. */
  readonly switches: Map<string, string>
  /** `-r module`, before the app only. */
  readonly modules: readonly string[]
  /** The app's folder or file: the first argument that is no switch. Null when there is none, as in a packaged app. */
  readonly entry: string | null
}

/** Reads arguments as Electron's default app does. `args` excludes the executable. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const switches = new Map<string, string>()
  const modules: string[] = []
  let entry: string | null = null
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    const named = /^--([^=]+)=?(.*)$/s.exec(arg)
    if (entry === null && (arg === '-r' || arg === '--require')) {
      at++
      modules.push(args[at] ?? '')
    } else if (named?.[1] !== undefined) {
      if (!switches.has(named[1])) switches.set(named[1], named[2] ?? '')
    } else if (entry === null && !arg.startsWith('-')) {
      entry = arg
    }
  }
  return { switches, modules, entry }
}
