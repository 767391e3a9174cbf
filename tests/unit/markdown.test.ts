/** Answers of models as Markdown: set as what it means, every word and address of it still there, nothing that leads away. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from '../../renderer/ui/markdown.tsx'
import { isOfModel } from '../../renderer/views/chat/is-of-model.ts'

const set = (text: string): string => renderToStaticMarkup(createElement(Markdown, { text }))
const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')

describe('set as what it means', () => {
  it('headings of one rank below the turn, lists, emphasis, code, tables', () => {
    const html = set('# Plan\n\n### Part\n\n1. first\n2. **second**\n\n- a\n\n`x = 1`\n\n| who | when |\n|-|-|\n| Ada | four |')
    expect(html.match(/<h\d/g)).toEqual(['<h3', '<h3'])
    for (const part of ['<ol', '<strong>second</strong>', '<ul', '<code', '<th>who</th>', '<td>four</td>']) expect(html).toContain(part)
  })
  it('a single line break stays one; a list that goes on keeps its number', () => {
    expect(set('one\ntwo')).toContain('one\ntwo')
    expect(set('3. third\n4. fourth')).toContain('start="3"')
  })
  it('a box to tick is shown and is none', () => {
    const html = set('- [x] milk\n- [ ] bread')
    expect(html).not.toContain('<input')
    expect(html).toMatch(/aria-label="Done:".*milk.*aria-label="To do:".*bread/s)
  })
})

describe('P10 nothing leads away, and nothing is hidden', () => {
  it('a link is its words and its whole address; letters that look like others are told', () => {
    expect(wordsOf(set('see [the offer](https://shop.example/a?b=c&d)'))).toBe('see the offer https://shop.example/a?b=c&d')
    expect(wordsOf(set('<https://shop.example/x>'))).toBe('https://shop.example/x')
    expect(wordsOf(set('[bank](https://раураl.example/)'))).toContain('(xn--')
  })
  it('a picture is its words and its address', () => { expect(wordsOf(set('![a cat](https://shop.example/cat.png)'))).toBe('A picture, not loaded (a cat): https://shop.example/cat.png') })
  it('markup stays the words it is made of', () => { expect(wordsOf(set('x <b onclick="y()">z</b>'))).toBe('x <b onclick="y()">z</b>') })
})

describe('whose words', () => {
  const answer = (engines: readonly string[], runs: readonly unknown[] = []) => ({ runs, proposal: null, provenance: { engines } }) as unknown as Parameters<typeof isOfModel>[0]
  it('what rules wrote is shown as it stands; what a model wrote, as Markdown', () => {
    expect(isOfModel(answer(['built-in rules']))).toBe(false)
    expect(isOfModel(answer(['Planner on this computer', 'built-in rules']))).toBe(false)
    expect(isOfModel(answer(['OpenAI (gpt-5.4)']))).toBe(true)
    expect(isOfModel(answer(['OpenAI (gpt-5.4)'], [{}]))).toBe(false)
  })
})
