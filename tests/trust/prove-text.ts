/** P10: what a cloud or a stranger wrote is shown as words. Sixty pieces of markup, in an answer, a second opinion and a question, make no element that fetches or leads away. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type * as TurnFile from '../../renderer/views/chat/turn.tsx'
import type { Turn } from '../../shared/conversation.ts'
import { turn } from '../support/vault.ts'
import { createCounter, type Tally } from './tally.ts'

const SINK = 'http://127.0.0.1:9/x'
const tags = [
  ...['img src', 'image src', 'script src', 'iframe src', 'embed src', 'video src', 'audio src', 'video poster', 'source src', 'track src', 'input type=image src', 'object data', 'a href', 'area href', 'link rel=stylesheet href', 'link rel=prefetch href', 'link rel=dns-prefetch href', 'link rel=preconnect href', 'link rel=icon href', 'base href', 'form action', 'button formaction', 'a ping', 'body background', 'table background', 'img srcset', 'source srcset', 'use href', 'feImage href', 'frame src'].map((tag) => `<${tag}="${SINK}">x`),
  `<meta http-equiv="refresh" content="0;url=${SINK}">`, `<svg onload="fetch('${SINK}')">`, `<img src=x onerror="fetch('${SINK}')">`, `<style>@import url(${SINK})</style>`, `<p style="background:url(${SINK})">x</p>`, `<script>fetch('${SINK}')</script>`, `<script type="speculationrules">{"prefetch":[{"urls":["${SINK}"]}]}</script>`,
  `<math><mtext><img src="${SINK}">`, `<svg><style><img src="${SINK}">`, `</p><img src="${SINK}">`, `"><img src="${SINK}">`, `'><img src='${SINK}'>`, `<!--><img src="${SINK}">-->`, `<noscript><img src="${SINK}"></noscript>`, `<template><img src="${SINK}"></template>`, `<IMG SRC="${SINK}">`, `<img/src="${SINK}">`, `<img\nsrc="${SINK}">`, `&lt;img src="${SINK}"&gt;`, `\u003cimg src="${SINK}"\u003e`,
]
const markdown = [`![x](${SINK})`, `[x](${SINK})`, `![x][r]\n\n[r]: ${SINK}`, `<${SINK}>`, `[x](javascript:fetch('${SINK}'))`, `![](data:text/html,<img src="${SINK}">)`, `[![x](${SINK})](${SINK})`, `| ![x](${SINK}) |\n|-|`, `> ![x](${SINK})`, `\`\`\`html\n<img src="${SINK}">\n\`\`\``]
export const PAYLOADS: readonly string[] = [...tags, ...markdown]

/** Elements and attributes by which a page would fetch something, or lead away from it. */
const FETCHES = /^<(?:img|image|a|area|link|script|style|iframe|frame|object|embed|video|audio|source|track|form|base|meta|input|template|feimage|use)\b|\s(?:src|srcset|href|action|formaction|poster|ping|data|background|on\w+)=|url\(/i
const tagsOf = (html: string): readonly string[] => html.match(/<[a-z][^>]*>/gi) ?? []

/** Where somebody else's words are shown. */
const PLACES: Readonly<Record<string, (text: string) => Turn>> = {
  answer: (text) => { const plain = turn('t', 'c'); return { ...plain, answer: { ...plain.answer, text } } },
  'answer of a model': (text) => { const plain = turn('t', 'c'); return { ...plain, answer: { ...plain.answer, text, provenance: { ...plain.answer.provenance, engines: ['gemma4:e4b'] } } } },
  opinion: (text) => { const plain = turn('t', 'c'); return { ...plain, answer: { ...plain.answer, text, others: [{ by: 'A cloud', text, differs: [] }], provenance: { ...plain.answer.provenance, pattern: 'cross-check' } } } },
  question: (text) => turn('t', 'c', text),
  check: (text) => { const plain = turn('t', 'c'); return { ...plain, answer: { ...plain.answer, provenance: { ...plain.answer.provenance, checks: [text] } } } },
  letter: (text) => { const plain = turn('t', 'c'); return { ...plain, answer: { ...plain.answer, text, others: [{ by: 'Your draft', text: 'x', differs: [] }], provenance: { ...plain.answer.provenance, pattern: 'draft-then-refine' } } } },
}

export function proveText(TurnView: typeof TurnFile.TurnView): Promise<Tally> {
  const { count, tally } = createCounter()
  for (const [place, turnOf] of Object.entries(PLACES)) for (const payload of PAYLOADS) {
    const html = renderToStaticMarkup(createElement(TurnView, { turn: turnOf(payload), zone: 'Europe/Berlin' }))
    const fetching = tagsOf(html).filter((tag) => FETCHES.test(tag.replace(/"[^"]*"/g, '""')))
    count(`${place}: ${payload} became ${fetching.join(' ')}`, fetching.length === 0 && html.includes('127.0.0.1:9'))
  }
  return Promise.resolve(tally())
}
