/** What is answered to a yes or a no, in its language. */
interface Words { readonly taken: (titles: string) => string; readonly dropped: (titles: string) => string; readonly nothing: string }

export const verdictWords: Readonly<Record<'en' | 'de', Words>> = {
  en: {
    taken: (titles) => `Done: ${titles}. “Undo” takes it back.`,
    dropped: (titles) => `Dropped: ${titles}. Nothing was changed.`,
    nothing: 'Nothing waits for a yes or a no. “Undo” takes back the last change.',
  },
  de: {
    taken: (titles) => `Erledigt: ${titles}. Mit „Rückgängig“ nimmst du es zurück.`,
    dropped: (titles) => `Verworfen: ${titles}. Nichts wurde geändert.`,
    nothing: 'Nichts wartet auf ein Ja oder Nein. Mit „Rückgängig“ nimmst du die letzte Änderung zurück.',
  },
}
