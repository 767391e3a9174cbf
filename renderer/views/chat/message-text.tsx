/** What the person wrote, with the phrases that were read or not understood marked in it. */
import type { ReactNode } from 'react'
import type { Reading, Unread } from '../../../shared/understanding.ts'
import { classes } from '../../ui/classes.ts'
import { segments } from '../../ui/segments.ts'

interface MessageTextProps {
  readonly text: string
  readonly readings: readonly Reading[]
  readonly unread: readonly Unread[]
  /** Index of the reading whose phrase is pointed out; null = none. */
  readonly active: number | null
}

export const MessageText = ({ text, readings, unread, active }: MessageTextProps): ReactNode => {
  const nowhere = { start: 0, end: 0 }
  const spans = [...readings.map((reading) => reading.span ?? nowhere), ...unread.map((one) => one.span)]
  return (
    <p className="text-base whitespace-pre-wrap [overflow-wrap:anywhere]">
      {segments(text, spans).map((piece) => {
        const isActive = active !== null && piece.spans.includes(active)
        const isUnread = piece.spans.some((index) => index >= readings.length)
        if (!isActive && !isUnread) return piece.text
        return <span key={piece.start} className={classes('rounded-chip transition-colors duration-150', isActive && 'bg-ember-tint text-ember', isUnread && 'underline decoration-muted decoration-dashed underline-offset-4')}>{piece.text}</span>
      })}
    </p>
  )
}
