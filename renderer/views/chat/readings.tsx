/** How a message was read, phrase by phrase, so that the person can check it; what was not understood is listed, never guessed at. */
import { CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { quoted } from '../../../shared/language.ts'
import type { Reading, Unread } from '../../../shared/understanding.ts'
import { classes } from '../../ui/classes.ts'
import { strings } from './strings.ts'

interface ReadingsProps {
  readonly text: string
  readonly readings: readonly Reading[]
  readonly unread: readonly Unread[]
  readonly active: number | null
  readonly onActivate: (index: number | null) => void
}

const pill = 'inline-block rounded-chip border px-2 py-0.5 text-left text-xs'

export const Readings = ({ text, readings, unread, active, onActivate }: ReadingsProps): ReactNode => {
  if (readings.length + unread.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      {readings.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5">
          <h3 className="mr-1 text-xs font-medium text-muted">{strings.readings}</h3>
          <ul className="contents">
            {readings.map((reading, index) => {
              const { span } = reading
              return (
                <li key={index}>
                  {span === undefined
                    ? <span className={classes(pill, 'bg-raised text-ink')}>{reading.says}</span>
                    : (
                      <Button
                        aria-describedby={`from-${String(span.start)}-${String(index)}`} onHoverChange={(isHovered) => { onActivate(isHovered ? index : null) }} onFocusChange={(isFocused) => { onActivate(isFocused ? index : null) }}
                        className={classes(pill, 'cursor-default transition-colors duration-150', active === index ? 'border-ember bg-ember-tint text-ember' : 'bg-raised text-ink')}
                      >
                        {reading.says}
                        <span id={`from-${String(span.start)}-${String(index)}`} hidden>{strings.from(text.slice(span.start, span.end))}</span>
                      </Button>
                    )}
                </li>
              )
            })}
          </ul>
        </div>
      )}
      {unread.length > 0 && (
        <p className="flex items-start gap-1.5 text-xs text-muted">
          <CircleHelp size={14} aria-hidden className="mt-0.5 shrink-0" />
          <span>
            <span className="font-medium">{strings.unread}: </span>
            {unread.map((one, index) => <span key={index}>{index > 0 && ', '}<span className="underline decoration-dashed underline-offset-3">{quoted(one.text)}</span></span>)}
          </span>
        </p>
      )}
    </div>
  )
}
