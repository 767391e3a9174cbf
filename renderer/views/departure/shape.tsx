/** The shape of an undertaking, drawn from the sealed body: each of its facts, and why it has to leave. */
import type { ReactNode } from 'react'
import { OutlineShape } from '../../../shared/ask.ts'
import { strings } from './strings.ts'

export const Shape = ({ outline }: { readonly outline: unknown }): ReactNode => {
  const read = OutlineShape.safeParse(outline)
  if (!read.success) return <pre className="font-mono text-xs whitespace-pre-wrap wrap-anywhere">{JSON.stringify(outline)}</pre>
  return (
    <section aria-label={strings.shape} className="flex flex-col gap-2 border-t border-amber-edge pt-4">
      <h4 className="font-medium">{strings.shape}</h4>
      <dl className="flex flex-col">
        {strings.shapeSays(read.data).map(({ label, says, why }) => (
          <div key={label} className="grid grid-cols-[8rem_1fr] gap-x-4 border-t py-1.5 first:border-t-0">
            <dt className="text-muted">{label}</dt>
            <dd><span className="font-medium text-amber">{says}</span><span className="block text-xs text-muted">{why}</span></dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
