/** How the three parts are built: main and its workers (Node), the preload (one sandboxed CommonJS file), the window (DOM). */
import { resolve } from 'node:path'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const at = (path: string): string => resolve(import.meta.dirname, path)
/** The licences of what is bundled are noted beside each part; a package carries them in its notices. */
const license = { fileName: 'licences.json' }

/** What the door needs is one file: each further one is a request before anything shows. */
let first: ReadonlySet<string> | undefined
function firstCode(id: string, graph: { readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null }): string | null {
  if (first === undefined) {
    const found = new Set([at('renderer/index.html')])
    // A set that grows is walked to its end.
    for (const one of found) for (const next of graph.getModuleInfo(one)?.importedIds ?? []) found.add(next)
    first = found
  }
  return first.has(id) ? 'first' : null
}

/** The letters of the door come with the page, so that it is drawn once and not again in its own type. */
const firstFonts: Plugin = {
  name: 'first-fonts', apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => Object.keys(bundle).filter((name) => /(?:inter|source-serif-4)-latin-wght-normal-.*\.woff2$/.test(name)).map((name) => ({ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${name}` }, injectTo: 'head' })),
  },
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      license,
      // Only what cannot be bundled stays outside: native addons and the solver's wasm.
      externalizeDeps: { exclude: ['ical.js', 'ollama', 'openai', 'zod', 'temporal-polyfill', '@scure/bip39'] },
      rolldownOptions: {
        input: { main: at('electron/main.ts'), 'vault-worker': at('electron/vault/worker.ts'), 'planner-worker': at('electron/planner/worker.ts'), 'recurrence-worker': at('electron/calendar/recurrence/worker.ts'), 'ics-worker': at('electron/calendar/ics/worker.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: { outDir: 'out/preload', license, externalizeDeps: false, rolldownOptions: { input: at('electron/preload.ts'), output: { format: 'cjs', entryFileNames: 'preload.cjs' } } },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react(), tailwind(), firstFonts, { name: 'hot-reload-needs-its-own-policy', apply: 'serve', transformIndexHtml: (html) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '') }],
    // Nothing is inlined as a data: address: the page's policy allows no such font.
    build: { outDir: at('out/renderer'), license, assetsInlineLimit: 0, minify: true, rolldownOptions: { input: at('renderer/index.html'), output: { codeSplitting: { groups: [{ name: firstCode }] } } } },
  },
})
