/** The request exactly as it would go over the wire: address, headers, body, hash. Nothing is prettified. */
import { useEffect, useRef, type ReactNode } from 'react'
import type { Departure } from '../../../shared/departure.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { segments } from '../../ui/segments.ts'
import type { BodyParts } from './read-body.ts'
import { strings } from './strings.ts'

interface BytesTabProps { readonly departure: Departure; readonly parts: BodyParts; /** The window's own hash of the body; null while it is being computed. */ readonly sha256: string | null }

export const BytesTab = ({ departure, parts, sha256 }: BytesTabProps): ReactNode => {
  const { request, hits } = departure
  const spans = hits.flatMap(({ where, start, end }) => (where === 'body' && end > start ? [{ start, end }] : []))
  const body = useRef<HTMLPreElement>(null)
  useEffect(() => { body.current?.querySelector('mark')?.scrollIntoView({ block: 'center' }) }, [request.body])
  return (
    <section aria-label={strings.request} className="flex flex-col gap-5 px-7 py-5 font-mono text-xs">
      <div className="flex flex-col gap-1 [overflow-wrap:anywhere]">
        <p><span className="font-semibold">{request.method}</span> {request.url}</p>
        {request.headers.map(([name, value], index) => <p key={index}><span className="text-muted">{name}:</span> {value}</p>)}
        <p className="pt-1 font-sans text-muted">{strings.secret}</p>
      </div>
      <div className="flex flex-col gap-2">
        <header className="flex items-center justify-between font-sans">
          <h3 className="text-sm font-medium">{strings.body} <span className="font-normal text-muted">{strings.bytes(request.bytes)}</span></h3>
          <CopyButton text={request.body} what={strings.copyBody} done={strings.copied} />
        </header>
        <pre ref={body} tabIndex={0} aria-label={strings.body} className="rounded-card border bg-sunken p-4 leading-6 whitespace-pre-wrap [overflow-wrap:anywhere]">
          {segments(parts.json, spans).map((piece) => piece.spans.length === 0 ? piece.text : <mark key={piece.start} className="rounded-chip bg-wine-tint px-0.5 font-semibold text-wine underline decoration-2 underline-offset-4">{piece.text}</mark>)}
          {/* The padding itself is there to be selected and copied; it takes no room, and is told as a number. */}
          <span className="text-[0px] whitespace-pre">{request.body.slice(parts.json.length)}</span>
          {parts.padding > 0 && <span data-padding={strings.padding(parts.padding)} className="text-muted select-none after:content-[attr(data-padding)]" />}
        </pre>
      </div>
      <div className="flex flex-col gap-1">
        <p className="[overflow-wrap:anywhere]"><span className="text-muted">{strings.sha}</span> {sha256 ?? '…'}</p>
        <p className="font-sans text-muted">{strings.shaHint}</p>
      </div>
    </section>
  )
}
