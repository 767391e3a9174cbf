/** Questions to main about one thing, where only the answer to the newest counts: an older one may come later. */

export interface Questions {
  /** Asks anew, so that older ones no longer count. The result tells whether this one still does. */
  readonly ask: () => () => boolean
  /** None that was asked counts any more. */
  readonly drop: () => void
}

export function createQuestions(): Questions {
  let asked = 0
  return {
    ask: () => {
      asked += 1
      const own = asked
      return () => own === asked
    },
    drop: () => { asked += 1 },
  }
}
