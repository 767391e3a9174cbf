/** What somebody could still guess from what leaves, each with the words that tell it; a word is taken out by one press. */
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as PlainButton } from 'react-aria-components/Button'
import type { Guess } from '../../../shared/departure.ts'
import type { Dealings } from './dealings.ts'
import { spotOf } from './focus-return.ts'
import { strings } from './strings.ts'
import { canTakeOut } from './tally.ts'

/** The heading takes the focus when no word is left to take out. */
const BEFORE_ALL = -100_000

interface GuessesProps { readonly guesses: readonly Guess[]; readonly wrote: string; readonly dealings: Dealings }

export const Guesses = ({ guesses, wrote, dealings }: GuessesProps): ReactNode => {
  // What something can be done about comes first.
  const ordered = [...guesses.filter(({ words }) => words.length > 0), ...guesses.filter(({ words }) => words.length === 0)]
  return (
    <section aria-labelledby="guesses-title">
      <h3 id="guesses-title" tabIndex={-1} {...spotOf({ group: 'guesses', at: BEFORE_ALL })} className="flex items-baseline gap-2 font-serif text-base outline-none">{strings.guesses}<span className="rounded-full bg-hover px-1.5 font-sans text-xs text-muted">{guesses.length}</span></h3>
      <p className="pt-0.5 pb-2 text-xs text-muted">{strings.guessesHint}</p>
      <ul className="divide-y border-y">
        {ordered.map(({ words, says }, index) => (
          <li key={says} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-2.5">
            <span className="min-w-64 grow basis-64">{says}</span>
            {words.length > 0 && (
              <ul className="flex grow-2 basis-80 flex-wrap gap-1.5">
                {words.map((word, nth) => (
                  <li key={word}>
                    {canTakeOut(word, wrote)
                      ? (
                        <PlainButton
                          {...spotOf({ group: 'guesses', at: index * 100 + nth })}
                          aria-label={strings.takeOutGuess(word, says)} onPress={() => { dealings.amend({ kind: 'redact', phrase: word }, { group: 'guesses', at: index * 100 + nth }) }}
                          className="group/word inline-flex h-7 cursor-default items-center gap-1.5 rounded-chip border border-amber-edge bg-amber-tint pr-1.5 pl-2 text-xs font-medium text-amber transition-colors duration-150 hover:border-amber"
                        >
                          {word}<X size={13} aria-hidden className="opacity-70 group-hover/word:opacity-100" />
                        </PlainButton>
                      )
                      : <span className="inline-flex h-7 items-center rounded-chip bg-sunken px-2 font-mono text-xs text-muted">{word}</span>}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
