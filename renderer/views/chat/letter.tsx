/** A letter that was drafted here and polished elsewhere: the letter itself, and on request what was changed in it. */
import { Fragment, useState, type ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { letterChanges } from './letter-changes.ts'
import { strings } from './strings.ts'

interface LetterProps {
  readonly text: string
  /** As it was drafted here; null when this is the draft. */
  readonly draft: string | null
}

const words = strings.letter
const looks = ['letter', 'changes', 'draft'] as const
type Look = (typeof looks)[number]

export const Letter = ({ text, draft }: LetterProps): ReactNode => {
  const [look, setLook] = useState<Look>('letter')
  const shown = look === 'draft' ? draft ?? text : text
  return (
    <section aria-label={draft === null ? words.draft : words.letter} className="rounded-card border bg-raised">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-5 py-2.5">
        {draft === null
          ? <h3 className="text-sm font-medium">{words.draft}</h3>
          : draft === text
            ? <h3 className="text-sm font-medium">{words.unchanged}</h3>
            : <SegmentedControl small label={words.look} value={look} onChange={setLook} items={looks.map((id) => ({ id, label: words.looks[id] }))} />}
        <CopyButton className="ml-auto" text={shown} what={look === 'draft' ? words.copyDraft : words.copyLetter} />
      </div>
      {/* Set as it would be on paper: with room around it, in lines that can be read. */}
      <div className="max-w-[72ch] px-6 py-5 font-serif text-base leading-7 whitespace-pre-wrap wrap-anywhere">
        {look === 'changes' && draft !== null ? <Changes from={draft} to={text} /> : shown}
      </div>
    </section>
  )
}

const Changes = ({ from, to }: { readonly from: string; readonly to: string }): ReactNode => letterChanges(from, to).map(({ kind, text }, index) => {
  if (kind === 'same') return <Fragment key={index}>{text}</Fragment>
  const Mark = kind === 'added' ? 'ins' : 'del'
  // White space at the ends is no part of what is pointed out.
  const [, before, changed, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return <Fragment key={index}>{before}{changed !== '' && <Mark className={classes('rounded-chip box-decoration-clone px-0.5 decoration-1', kind === 'added' ? 'bg-moss-tint text-moss underline underline-offset-4' : 'bg-wine-tint text-wine line-through')}>{changed}</Mark>}{after}</Fragment>
})
