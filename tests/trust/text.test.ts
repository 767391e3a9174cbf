/** P10 in the window; and that text shown as markup is found. */
import { expect, it } from 'vitest'
import type * as TurnFile from '../../renderer/views/chat/turn.tsx'
import { TurnView } from '../../renderer/views/chat/turn.tsx'
import { brokenCopy } from './broken-copy.ts'
import { proof } from './proof.ts'
import { PAYLOADS, proveText } from './prove-text.ts'

proof('P10 sixty pieces of markup in six places are words and nothing else', { short: 1, full: 1 }, () => proveText(TurnView))

it('P10: there are sixty', () => { expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(60) })

it('P10: a planted defect is found: an answer is put into the page as markup', async () => {
  const words = '<p className="max-w-[72ch] text-base whitespace-pre-wrap [overflow-wrap:anywhere]">{answer.text}</p>'
  const copy = brokenCopy('renderer/views/chat/turn.tsx', words, '<p dangerouslySetInnerHTML={{ __html: answer.text }} />')
  try {
    const { TurnView: broken } = await import(copy.file('renderer/views/chat/turn.tsx')) as typeof TurnFile
    const { tried, held } = await proveText(broken)
    expect(tried - held).toBeGreaterThan(30)
  } finally { copy.remove() }
})
