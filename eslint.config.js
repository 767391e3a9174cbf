/**
 * Lint: the strict type-checked rules, and the doors. A door is the one place that may use a power; everywhere else the
 * power is refused, and the message names the door.
 * To add a door: 1. a row in `doors`  2. its file in ARCHITECTURE.md's table  3. tests/architecture proves it by planting a violation.
 */
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const stageDoor = (stage, files) => ({ power: `making a ${stage}`, files, syntax: [`TSAsExpression > TSTypeReference[typeName.name='${stage}']`] })

export const doors = [
  { power: 'Electron itself', files: ['electron/main.ts', 'electron/preload.ts', 'electron/window/app-scheme.ts', 'electron/window/open-window.ts', 'electron/window/notifications.ts', 'electron/window/picked-files.ts', 'electron/window/keychain.ts', 'electron/window/tray.ts'], imports: ['electron', 'electron/main', 'electron/renderer', 'electron/common'] },
  { power: 'the keychain', files: ['electron/window/keychain.ts'], syntax: ["ImportSpecifier[imported.name='safeStorage']", "MemberExpression[property.name='safeStorage']"] },
  { power: 'the tray', files: ['electron/window/tray.ts'], syntax: ["ImportSpecifier[imported.name='Tray']", "NewExpression[callee.property.name='Tray']"] },
  { power: 'notifications', files: ['electron/window/notifications.ts'], syntax: ["ImportSpecifier[imported.name='Notification']", "NewExpression[callee.name='Notification']", "NewExpression[callee.property.name='Notification']"] },
  { power: 'a network socket', files: ['electron/cloud/wire.ts', 'electron/cloud/door-fetch.ts', 'electron/cloud/practice.ts', 'electron/cloud/tripwire.ts', 'electron/cloud/address.ts'], imports: ['net', 'tls', 'http', 'https', 'http2', 'dns', 'dgram', 'undici', 'dns/promises'].flatMap((m) => [m, `node:${m}`]) },
  { power: 'Ollama', files: ['electron/local/ollama-door.ts'], imports: ['ollama', 'ollama/browser'] },
  { power: "the cloud's language", files: ['electron/cloud/providers/openai-chat.ts'], imports: ['openai'] },
  { power: 'the parser of calendar files', files: ['electron/calendar/ics/jcal.ts'], imports: ['ical.js'] },
  { power: 'the vault’s database', files: ['electron/vault/database.ts'], imports: ['better-sqlite3-multiple-ciphers'] },
  { power: 'files', files: ['electron/vault/durable-file.ts', 'electron/vault/glance.ts', 'electron/vault/folder.ts', 'electron/vault/database.ts', 'electron/vault/page-check.ts', 'electron/vault/backup-list.ts', 'electron/vault/backups.ts', 'electron/vault/restore.ts', 'electron/vault/erase.ts', 'electron/window/app-scheme.ts', 'electron/window/picked-files.ts', 'electron/main.ts'], imports: ['fs', 'node:fs', 'fs/promises', 'node:fs/promises'] },
  { power: 'threads', files: ['electron/vault/connection.ts', 'electron/vault/worker.ts', 'electron/planner/create-planner.ts', 'electron/planner/worker.ts', 'electron/calendar/recurrence/create-recurrence.ts', 'electron/calendar/recurrence/worker.ts', 'electron/calendar/ics/file-thread.ts', 'electron/calendar/ics/worker.ts', 'electron/cloud/tripwire.ts'], imports: ['worker_threads', 'node:worker_threads'] },
  { power: 'child processes', files: ['electron/cloud/tripwire.ts'], imports: ['child_process', 'node:child_process', 'cluster', 'node:cluster'] },
  { power: 'the bridge', files: ['renderer/bridge.ts'], syntax: ["MemberExpression[property.name='lares']"] },
  { power: 'changing the calendar', files: ['electron/calendar/changes.ts'], syntax: ["CallExpression[callee.property.name='apply'][callee.object.name=/^(vault|events)$/]", "CallExpression[callee.property.name='apply'][callee.object.property.name='events']"] },
  { power: 'the wall clock', files: ['shared/clock.ts'], syntax: ["CallExpression[callee.object.name='Date'][callee.property.name='now']", "NewExpression[callee.name='Date'][arguments.length=0]"] },
  stageDoor('Message', ['electron/chat/chat.ts']),
  stageDoor('Understanding', ['electron/steps/understand.ts']),
  stageDoor('Sanitized', ['electron/steps/sanitize.ts', 'electron/steps/generalize.ts']),
  stageDoor('Sealed', ['electron/privacy/seal.ts']),
  stageDoor('Cleared', ['electron/privacy/leak-check.ts']),
  stageDoor('Approved', ['electron/approval/desk.ts']),
  stageDoor('CloudAnswer', ['electron/steps/consult.ts']),
  stageDoor('Grounded', ['electron/steps/ground.ts']),
  stageDoor('Verified', ['electron/steps/verify.ts']),
]

const message = (door) => `Only ${door.files.join(', ')} may use ${door.power}.`

/** Refused everywhere; no door. */
const banned = [
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is never markup. Render it as text.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Use node:crypto; nothing here may rest on Math.random.' },
]

/** Every restriction except those of the doors that `file` is. */
function restrictions(file) {
  const shut = doors.filter((door) => !door.files.includes(file))
  return {
    '@typescript-eslint/no-restricted-imports': ['error', { paths: [
      ...shut.flatMap((door) => (door.imports ?? []).map((name) => ({ name, message: message(door), allowTypeImports: true }))),
      ...(shut.some((door) => door.imports?.includes('electron')) ? [] : [{ name: 'electron', importNames: ['net', 'WebSocket', 'utilityProcess'], message: 'Electron’s own network passes the tripwire by; only electron/cloud/wire.ts sends.' }]),
      { name: 'zustand/middleware', message: 'Nothing of the window is persisted outside the vault.' },
    ] }],
    'no-restricted-syntax': ['error', ...banned, ...shut.flatMap((door) => (door.syntax ?? []).map((selector) => ({ selector, message: message(door) })))],
  }
}

const product = ['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}']

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'demo/', 'node_modules/', '.cache/', 'test-results/', '**/*.js', '**/*.cjs', '**/*.mjs'] },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-control-regex': 'off', // the rules about visible text name control characters
      'no-misleading-character-class': 'off',
    },
  },
  { files: product, rules: { 'no-console': 'error', ...restrictions('') } },
  { files: ['electron/**/*.ts', 'shared/**/*.ts'], rules: { 'no-restricted-globals': ['error', ...['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'].map((name) => ({ name, message: 'Only electron/cloud/wire.ts sends, through its door.' }))] } },
  { files: ['renderer/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { ...reactHooks.configs.recommended.rules, 'no-restricted-globals': ['error', ...['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({ name, message: 'The window has no network and keeps nothing; ask main through the bridge.' }))] } },
  ...[...new Set(doors.flatMap((door) => door.files))].map((file) => ({ files: [file], rules: restrictions(file) })),
  { files: ['tests/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', 'evals/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/require-await': 'off' } },
)
