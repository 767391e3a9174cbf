/** Every word that a person reads has a translation: sentences stand in `translated(…)`, half sentences inside problems have a German one, and both checks are shown to find what they look for. */
import { readFileSync, globSync } from 'node:fs'
import ts from 'typescript'
import { afterEach, describe, expect, it } from 'vitest'
import { outlineOf } from '../../electron/local/outlines.ts'
import { occasions } from '../../shared/ask.ts'
import { engineName, modelHere, PLANNER, PRACTICE, RULES } from '../../shared/engines.ts'
import { setLanguage } from '../../shared/language.ts'
import { reasonWords } from '../../shared/reasons.ts'

/** Files whose sentences no person reads in the window, or that are a language's own. */
const own: readonly (readonly [path: RegExp, why: string])[] = [
  [/^electron\/local\/prompts\/|^electron\/local\/ask-json|^electron\/local\/read-plan-form|^electron\/cloud\/providers\/instructions/, 'said to a model'],
  [/^electron\/cloud\/practice\.ts$/, 'said to a client over HTTP, as OpenAI says it'],
  [/^electron\/local\/outlines|^electron\/vault\/sample/, 'turned into German by a table, see below and sample.test.ts'],
  [/^electron\/steps\/small-talk|^electron\/steps\/arrange\/(?:move-in-)?words|^electron\/chat\/verdict-words|^electron\/steps\/afterwards|^electron\/language\/requests\/doubts|^electron\/local\/letters/, 'a table for each language of the message'],
  [/german[\w-]*\.ts$|-german\.ts$|^renderer\/ui\/rule-german/, 'German itself'],
  [/strings\.ts$/, 'a table of words: what stands beside it is what its English half is made of, and types hold both halves together'],
  [/^shared\/reasons\.ts$/, 'half sentences with their German, see below'],
  [/^electron\/planner\/|^shared\/planning\.ts$/, 'errors of a bug, which no window shows'],
]
/** Single sentences that stay as they are. */
const kept: ReadonlyMap<string, string> = new Map([
  ['Without a title', 'what an imported entry is called; a change of language must not look like a change of the entry'],
  ['The head of a Lares ledger. In Lares: Ledger, Compare with a saved head.', 'stands in a file for other programs'],
  ['The answer is provably the same without it.', 'part of the contract’s own description'],
  ['Our household', 'the name until there is one, see household-name.ts'],
  ['Planner on this computer', 'a kept name, see engines.ts'], ['Practice cloud', 'a kept name, see engines.ts'], ['Answered here', 'a pattern’s name for programs'],
  ['Could somebody bring a cake to the lesson on Saturday at four, and is it true that number 0123 456789 is off because the hall at 12 Long Road is being cleaned? ', 'a rehearsal nobody sees, see rehearse.ts'],
  ['Bearer …', 'a header'], ['… to …', 'what a token tells of an age, which leaves'],
  ['Which day of the week comes after Monday? Answer as JSON: {"day": "…"}', 'said to a model'],
])

/** Half a sentence inside a problem, which has its own check below. */
const isReason = (text: string): boolean => { setLanguage({ language: 'de', locale: 'de-DE' }); try { return reasonWords(text.replaceAll('…', '7')) !== text.replaceAll('…', '7') } finally { setLanguage({ language: 'en', locale: 'en-GB' }) } }

const prose = /^[“"…]?[A-Z…][\p{Ll}’'…“”]*[,:]? ?[\p{Ll}…]+.*[ .…]/su

interface Found { readonly at: string; readonly text: string }

/** The literals of a file that are sentences, outside of `translated(…)`, errors and imports; what is filled in stands as `…`. */
function sentencesIn(path: string, source: string): Found[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS), found: Found[] = []
  const translatedHere = new Set(source.match(/translated\(\s*(\w+),/g)?.map((call) => call.replace(/translated\(\s*/, '').replace(',', '')) ?? [])
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && translatedHere.has(node.name.text)) return
    if (ts.isCallExpression(node) && (/^translated$/.test(node.expression.getText(file)) || /(?:describe|refine|meta)$/.test(node.expression.getText(file)))) return
    if (ts.isNewExpression(node) && /Error|Unreadable/.test(node.expression.getText(file))) return
    const text = textOf(node)
    if (text !== undefined && prose.test(text) && /\p{Ll}{2,} [\p{Ll}…]/u.test(text)) found.push({ at: `${path}:${String(file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1)}`, text })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
  return ts.isJsxText(node) ? node.text.trim() : undefined
}

/** The half sentences that a file puts into problems: `why: '…'`, `what: '…'` and the like, and what refusals are made of. */
function reasonsIn(path: string, source: string): Found[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS), found: Found[] = []
  const take = (node: ts.Node): void => {
    const text = textOf(node)
    if (text !== undefined) { if (/\p{Ll}{2,}/u.test(text)) found.push({ at: `${path}:${String(file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1)}`, text }) }
    else if (ts.isConditionalExpression(node)) { take(node.whenTrue); take(node.whenFalse) }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:problem|refusal)$/.test(node.expression.getText(file))) for (const detail of node.arguments) if (ts.isObjectLiteralExpression(detail)) for (const one of detail.properties) if (ts.isPropertyAssignment(one) && /^(?:why|what|status|check|provider)$/.test(one.name.getText(file))) take(one.initializer)
    if (ts.isNewExpression(node) && node.expression.getText(file) === 'Unreadable') for (const one of node.arguments ?? []) take(one)
    if (ts.isCallExpression(node) && /^(?:refused|unreadable)$/.test(node.expression.getText(file))) for (const one of node.arguments) take(one)
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'refuse' && node.arguments[1] !== undefined) take(node.arguments[1])
    if (ts.isReturnStatement(node) && node.expression !== undefined && ts.isObjectLiteralExpression(node.expression)) for (const one of node.expression.properties) if (ts.isPropertyAssignment(one) && /^(?:why|what)$/.test(one.name.getText(file)) && node.expression.properties.length <= 2) take(one.initializer)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const sources = globSync(['electron/**/*.ts', 'shared/**/*.ts', 'renderer/**/*.{ts,tsx}']).sort()

describe('sentences', () => {
  it('stand in both languages, all over the tree', () => {
    const found = sources.filter((path) => !own.some(([pattern]) => pattern.test(path))).flatMap((path) => sentencesIn(path, readFileSync(path, 'utf8'))).filter(({ text }) => !kept.has(text) && !isReason(text))
    expect(found).toEqual([])
  })
  it('are found where they stand alone', () => {
    const planted = 'const a = { says: "Nothing left this computer." }\nconst b = (name: string) => `Hello ${name}, what now?`\nconst c = <p>Press the button</p>\nconst d = translated({ e: "This is fine." }, { e: "So ist es gut." })\nthrow new Error("This is a bug.")\n'
    expect(sentencesIn('planted.tsx', planted).map(({ text }) => text)).toEqual(['Nothing left this computer.', 'Hello …, what now?', 'Press the button'])
  })
  it('no exception is without its sentence', () => {
    const all = new Set(sources.flatMap((path) => sentencesIn(path, readFileSync(path, 'utf8'))).map(({ text }) => text))
    expect([...kept.keys()].filter((text) => !all.has(text))).toEqual([])
  })
})

describe('in German', () => {
  const inGerman = <T>(ask: () => T): T => { setLanguage({ language: 'de', locale: 'de-DE' }); return ask() }
  afterEach(() => { setLanguage({ language: 'en', locale: 'en-GB' }) })

  it('every reason of a problem is told', () => {
    const reasons = sources.filter((path) => !/^electron\/(?:planner|language|privacy)\//.test(path)).flatMap((path) => reasonsIn(path, readFileSync(path, 'utf8')))
    expect(reasons.length).toBeGreaterThan(60)
    const untold = inGerman(() => reasons.filter(({ text }) => /\p{Ll}{3,}/u.test(text.replaceAll('…', '')) && reasonWords(text.replaceAll('…', '7')) === text.replaceAll('…', '7')))
    expect(untold).toEqual([])
    expect(reasonsIn('planted.ts', "fail(problem('x', { why: 'nobody knows this' }))\nthrow new Unreadable(`${name} is unheard of`)\n").map(({ text }) => text)).toEqual(['nobody knows this', '… is unheard of'])
    expect(inGerman(() => reasonWords('the time on 2026-01-01: it ends before it begins'))).toBe('das Mal am 2026-01-01: es endet, bevor es anfängt')
  })
  it('every step of an undertaking is called by a German name', () => {
    const titles = occasions.flatMap((occasion) => [0, 30].flatMap((guests) => outlineOf({ occasion, daysAhead: 100, lasts: 7, adults: 2, children: 2, guests, minutesPerDay: 60 }).steps.map(({ title }) => title)))
    const german = inGerman(() => occasions.flatMap((occasion) => [0, 30].flatMap((guests) => outlineOf({ occasion, daysAhead: 100, lasts: 7, adults: 2, children: 2, guests, minutesPerDay: 60 }).steps.map(({ title }) => title))))
    expect(german).toHaveLength(titles.length)
    expect(german.filter((title) => titles.includes(title))).toEqual([])
  })
  it('whoever worked is named', () => {
    expect(inGerman(() => [RULES, PLANNER, `${PRACTICE} (practice)`, modelHere('gemma4:e4b'), 'OpenAI (gpt-5)'].map(engineName))).toEqual(['eingebaute Regeln', 'Planer auf diesem Computer', 'Übungs-Cloud (practice)', 'gemma4:e4b auf diesem Computer', 'OpenAI (gpt-5)'])
  })
})
