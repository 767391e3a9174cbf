/** Starts the window: fonts, tokens, stores, then the app. */
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/forced-colors.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startStores } from './state/news.ts'
import { useSettings } from './state/settings.ts'
import { dress } from './ui/dress.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
startStores()
// Before anything is drawn, so that it is drawn once.
dress(useSettings.getState())
useSettings.subscribe(dress)
createRoot(root).render(<StrictMode><App /></StrictMode>)
