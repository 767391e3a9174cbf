/** One receipt in full: the exact bytes that left, what came back, and its place in the chain. */
import { MessageCircle } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import type { Receipt } from '../../../shared/departure.ts'
import { engineName } from '../../../shared/engines.ts'
import { useChat } from '../../state/chat.ts'
import { useNavigation } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { stampInWords } from '../../ui/dates.ts'
import { Outcome, Practice } from './outcome.tsx'
import { strings } from './strings.ts'

interface ReceiptDetailProps { readonly receipt: Receipt; readonly zone: string }

const words = strings.facts
const GENESIS = /^0{64}$/

export const ReceiptDetail = ({ receipt, zone }: ReceiptDetailProps): ReactNode => (
  <article className="flex min-w-0 grow flex-col gap-8 overflow-y-auto px-8 pt-6 pb-28 outline-offset-[-2px] low:overflow-visible" tabIndex={0} aria-label={strings.receipt(receipt.number)}>
    <header className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="mr-auto font-serif text-lg">{strings.receipt(receipt.number)}</h2>
        <OpenConversation conversationId={receipt.conversationId} />
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        <Fact name={words.why}><span className="flex flex-col items-start gap-1"><Outcome outcome={receipt.outcome} /><span className="text-muted">{strings.outcomeSays[receipt.outcome]}</span></span></Fact>
        <Fact name={words.when}>{stampInWords(receipt.at, zone)}</Fact>
        <Fact name={words.to}><span className="flex flex-wrap items-center gap-2">{engineName(receipt.provider)}<Practice receipt={receipt} /></span></Fact>
        <Fact name={words.model}>{receipt.model}</Fact>
        <Fact name={words.pattern}>{strings.patterns[receipt.pattern] ?? receipt.pattern}</Fact>
        <Fact name={words.status}>{receipt.status === null ? strings.noStatus : strings.status(receipt.status)}</Fact>
        <Fact name={words.tokens}>{strings.tokens(receipt.tokensIn, receipt.tokensOut)}</Fact>
        <Fact name={words.replaced}>{strings.replaced(receipt.replaced)}</Fact>
      </dl>
    </header>
    <Part title={strings.left} aside={strings.bytes(receipt.request.bytes)}><Bytes receipt={receipt} /></Part>
    <Part title={strings.came} {...(receipt.answer === null ? {} : { hint: strings.cameHint })}>
      {receipt.answer === null ? <p className="text-muted">{strings.cameNothing}</p> : <pre tabIndex={0} aria-label={strings.came} className={box}>{receipt.answer}</pre>}
    </Part>
    <Part title={strings.chain}>
      <Hash name={strings.hash} value={receipt.hash} />
      {GENESIS.test(receipt.previous) ? <p className="text-muted">{strings.first}</p> : <Hash name={strings.previous} value={receipt.previous} />}
    </Part>
  </article>
)

const box = 'max-h-112 overflow-y-auto rounded-card border bg-sunken p-4 font-mono text-xs leading-6 whitespace-pre-wrap wrap-anywhere'

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0 wrap-anywhere">{children}</dd>
  </>
)

const Part = ({ title, aside, hint, children }: { readonly title: string; readonly aside?: string; readonly hint?: string; readonly children: ReactNode }): ReactNode => {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 border-t pt-5">
      <div>
        <h3 className="flex items-baseline gap-3 font-serif text-base"><span id={id}>{title}</span>{aside !== undefined && <span className="font-sans text-xs text-muted">{aside}</span>}</h3>
        {hint !== undefined && <p className="text-xs text-muted">{hint}</p>}
      </div>
      {children}
    </section>
  )
}

/** Nothing is prettified; only the padding, which is white space, is told as a count. */
const Bytes = ({ receipt: { request } }: { readonly receipt: Receipt }): ReactNode => {
  const json = request.body.replace(/[\t\n\r ]+$/, '')
  const padding = request.body.length - json.length
  return (
    <>
      <div className="flex flex-col gap-1 font-mono text-xs wrap-anywhere" role="group" aria-label={strings.address}>
        <p><span className="font-semibold">{request.method}</span> {request.url}</p>
        {request.headers.map(([name, value], index) => <p key={index}><span className="text-muted">{name}:</span> {value}</p>)}
        <p className="pt-1 font-sans text-muted">{strings.secret}</p>
      </div>
      <pre tabIndex={0} aria-label={strings.body} className={box}>{json}{padding > 0 && <span className="text-muted select-none"> {strings.padding(padding)}</span>}</pre>
      <Hash name={strings.sha} value={request.sha256} />
    </>
  )
}

const Hash = ({ name, value }: { readonly name: string; readonly value: string }): ReactNode => (
  <p className="flex flex-col text-xs"><span className="text-muted">{name}</span><span className="font-mono wrap-anywhere">{value}</span></p>
)

/** Leads back to where it was asked, while that conversation is kept. */
const OpenConversation = ({ conversationId }: { readonly conversationId: string }): ReactNode => {
  const isKept = useChat((state) => state.conversations?.some((one) => one.id === conversationId) ?? false)
  const open = useChat((state) => state.open)
  const go = useNavigation((state) => state.go)
  return isKept ? <Button small icon={<MessageCircle size={14} aria-hidden />} onPress={() => { void open(conversationId); go('chat') }}>{strings.conversation}</Button> : null
}
