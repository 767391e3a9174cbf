/** Who may import whom. Every rule is shown to bite by tests/architecture, which plants a violation of it. */
const only = (name, from, allowed, comment) => ({ name, comment, severity: 'error', from: { path: from }, to: { path: '^(shared|electron|renderer|tests|scripts)/', pathNot: allowed } })

/** Folders that never import one another: what they need arrives as an argument. */
const apart = ['vault', 'privacy', 'local', 'cloud', 'planner', 'language', 'approval', 'calendar', 'chat', 'window']

module.exports = {
  forbidden: [
    only('shared-is-pure', '^shared/', '^shared/', 'shared/ imports only itself and the schema library.'),
    { name: 'shared-has-no-node', severity: 'error', comment: 'shared/ knows neither Node nor the DOM.', from: { path: '^shared/' }, to: { dependencyTypes: ['core'] } },
    { name: 'shared-has-two-libraries', severity: 'error', comment: 'shared/ uses the schema library and Temporal, nothing else.', from: { path: '^shared/' }, to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional'], pathNot: 'node_modules/(zod|temporal-polyfill)/' } },
    only('renderer-sees-shared-only', '^renderer/', '^(shared|renderer)/', 'The window reaches main only through its bridge.'),
    { name: 'renderer-has-no-node', severity: 'error', comment: 'The window has no Node.', from: { path: '^renderer/' }, to: { dependencyTypes: ['core'] } },
    ...apart.filter((f) => !['chat', 'calendar', 'local', 'vault', 'planner'].includes(f)).map((folder) => only(`${folder}-alone`, `^electron/${folder}/`, `^(shared|electron/${folder})/`, `${folder}/ gets what it needs as an argument.`)),
    only('vault-alone', '^electron/vault/', '^(shared|electron/vault)/|^electron/cloud/no-network\\.ts$', 'vault/ gets what it needs as an argument; its worker shuts its own network.'),
    only('planner-alone', '^electron/planner/', '^(shared|electron/planner)/|^electron/cloud/no-network\\.ts$', 'planner/ gets what it needs as an argument; its worker shuts its own network.'),
    only('planner-knows-planning-only', '^electron/planner/(solve|verify|explain|minimal)\\.ts$', '^(shared/(planning|result|problems)\\.ts|electron/planner/)', 'The planner knows only the anonymous problem.'),
    only('local-alone', '^electron/local/', '^(shared|electron/local|electron/language)/', 'local/ may use the language rules and nothing else.'),
    { ...only('steps', '^electron/steps/', '^(shared|electron/steps|electron/privacy|electron/planner)/|^electron/(local/model|cloud/provider)\\.ts$', 'A step uses the pure code of privacy/ and planner/; everything else is injected. Only consult.ts knows the way out.'), from: { path: '^electron/steps/', pathNot: '^electron/steps/consult\\.ts$' } },
    only('patterns', '^electron/patterns/', '^(shared|electron/patterns)/|^electron/steps/(step|combine)\\.ts$', 'A pattern joins steps and does nothing itself.'),
    only('calendar', '^electron/calendar/', '^(shared|electron/calendar)/|^electron/(vault/vault|cloud/no-network)\\.ts$', 'calendar/ knows the vault’s interface only; its worker shuts its own network.'),
    only('chat', '^electron/chat/', '^(shared|electron/chat|electron/patterns)/|^electron/(steps/step|vault/vault|calendar/changes)\\.ts$', 'chat/ runs patterns and never looks inside them.'),
    { name: 'consult-is-the-way-out', severity: 'error', comment: 'Only steps/consult.ts knows the desk, the wire and the ledger.', from: { path: '^electron/(steps|patterns|chat|calendar|vault|local|planner|privacy|language)/', pathNot: '^electron/steps/consult\\.ts$' }, to: { path: '^electron/(approval|cloud)/', pathNot: '^electron/cloud/(provider|no-network)\\.ts$' } },
    { name: 'nothing-imports-main', severity: 'error', comment: 'main.ts constructs; nobody depends on it.', from: {}, to: { path: '^electron/main\\.ts$' } },
    { name: 'product-without-tests', severity: 'error', comment: 'No product code depends on tests or scripts.', from: { path: '^(shared|electron|renderer)/' }, to: { path: '^(tests|scripts|evals|bench)/' } },
    { name: 'no-cycles', severity: 'error', comment: 'A cycle means two files are one.', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
}
