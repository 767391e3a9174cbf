/** What the system's own windows for files are called, and what a change made by them is called in the history. */
import { translated } from '../../shared/language.ts'

export const strings = translated(
  {
    saveConversations: 'Save conversations', importConversations: 'Import conversations', exportAll: 'Export everything', importCalendar: 'Import a calendar file', saveCalendar: 'Save a calendar file',
    saveHead: 'Save the head of the ledger', savedHead: 'A saved head of the ledger', tookSample: 'Took the sample household',
  },
  {
    saveConversations: 'Gespräche speichern', importConversations: 'Gespräche importieren', exportAll: 'Alles exportieren', importCalendar: 'Kalenderdatei importieren', saveCalendar: 'Kalenderdatei speichern',
    saveHead: 'Spitze der Kette speichern', savedHead: 'Eine gespeicherte Spitze der Kette', tookSample: 'Beispiel-Haushalt genommen',
  },
)
