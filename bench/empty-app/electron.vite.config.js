import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: { build: { rollupOptions: { input: 'main.js' } } },
  preload: { build: { rollupOptions: { input: 'preload.js', output: { format: 'cjs', entryFileNames: '[name].cjs' } } } },
  renderer: { root: '.', build: { rollupOptions: { input: 'index.html' } }, plugins: [react()] },
})
