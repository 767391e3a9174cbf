/** The customs desk at the garden gate: everything about a departure, and the person's decision. Rendered from the sealed request. */
import { OctagonAlert } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { Departure } from '../../../shared/departure.ts'
import { engineName } from '../../../shared/engines.ts'
import { useChat } from '../../state/chat.ts'
import { useDeparture } from '../../state/departure.ts'
import { useSettings } from '../../state/settings.ts'
import { deskNoteOf, useWalk } from '../../state/walk.ts'
import { Button } from '../../ui/button.tsx'
import { Badge } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { ErrorCard } from '../../ui/states.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { DeskNote } from '../walk/desk-note.tsx'
import { useArmed, useDigest } from './arming.ts'
import { BytesTab } from './bytes-tab.tsx'
import { useDealings, type Dealings } from './dealings.ts'
import { DecisionBar } from './decision-bar.tsx'
import { useFocusReturn } from './focus-return.ts'
import { isDraft, readBody } from './read-body.ts'
import { RedactPhrase } from './redact-phrase.tsx'
import { strings } from './strings.ts'
import { tally } from './tally.ts'
import { WordsTab } from './words-tab.tsx'

/** Opens by itself whenever something waits. It cannot be clicked away: only a decision closes it. */
export const DeparturePanel = (): ReactNode => {
  const departure = useDeparture((state) => state.departure)
  const askForComposer = useChat((state) => state.askForComposer)
  // What was shown last stays in place while the panel goes.
  const [shown, setShown] = useState(departure)
  if (departure !== null && departure !== shown) setShown(departure)
  const isOpen = departure !== null
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    // On a walk the next note takes the focus.
    if (wasOpen.current && !isOpen && useWalk.getState().at === null) askForComposer()
    wasOpen.current = isOpen
  }, [isOpen, askForComposer])
  return (
    <ModalOverlay isOpen={isOpen} isKeyboardDismissDisabled className="fixed inset-0 z-30 flex items-center justify-center bg-veil p-5 low:p-1 data-entering:animate-fade-in data-exiting:animate-fade-out">
      <Modal className="floats flex h-full max-h-[860px] w-full max-w-[1140px] flex-col overflow-hidden">
        {shown !== null && <Desk key={shown.id} departure={shown} />}
      </Modal>
    </ModalOverlay>
  )
}

const Desk = ({ departure }: { readonly departure: Departure }): ReactNode => {
  const { deciding, problem, approve, refuse, answerHere } = useDeparture()
  const [tab, setTab] = useState<'words' | 'bytes'>('words')
  const [isEscaping, setEscaping] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const desk = useRef<HTMLDivElement>(null)
  const { id, revision, request } = departure
  const parts = useMemo(() => readBody(request.body), [request.body])
  const sha256 = useDigest(request.body)
  const isArmed = useArmed(`${id} ${String(revision)} ${request.sha256}`) && sha256 !== null
  const isBlocked = departure.hits.length > 0
  const hush = useWalk((state) => state.hush), note = useWalk(deskNoteOf)
  const closeNotes = (): void => {
    hush()
    heading.current?.focus()
  }
  useEffect(() => { if (deskNoteOf(useWalk.getState()) === null) heading.current?.focus() }, [])
  const { dealings, did } = useDealings(departure.provider.label, useFocusReturn(revision, desk, heading))

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    if (note !== null) { closeNotes(); return }
    if (isEscaping) { void refuse(); return }
    setEscaping(true)
    cancel.current?.focus()
  }
  return (
    <Dialog aria-labelledby="departure-title" className="flex min-h-0 grow flex-col outline-none">
      {/* The dialog hears Escape from everything inside it; leaving the Cancel button takes the first Escape back. */}
      <div ref={desk} data-walk={note} className="group/desk flex min-h-0 grow flex-col low:overflow-y-auto" onKeyDown={onKeyDown} onBlur={(event) => { if ((event.target as EventTarget) === cancel.current) setEscaping(false) }}>
        <Header departure={departure} isBlocked={isBlocked} isLetter={isDraft(parts)} headingRef={heading} />
        <DeskNote onClose={closeNotes} />
        {isBlocked && <Stopped departure={departure} onShowBytes={() => { setTab('bytes') }} />}
        {problem !== null && <ErrorCard problem={problem} className="mx-7 mb-3" />}
        <Tabs
          trailing={<Changes departure={departure} words={parts.words} dealings={dealings} />}
          label={strings.tabs} value={tab} onChange={setTab} className="min-h-0 grow low:shrink-0" listClassName="px-7" panelClassName="min-h-0 grow overflow-y-auto low:overflow-visible focus-visible:-outline-offset-2"
          items={[
            { id: 'words', label: strings.inWords, content: <WordsTab departure={departure} parts={parts} dealings={dealings} /> },
            { id: 'bytes', label: strings.exactBytes, content: <BytesTab departure={departure} parts={parts} sha256={sha256} /> },
          ]}
        />
        {/* What changed, and then that it may be decided: two regions, so that the second does not cut off the first. */}
        <p role="status" className="sr-only">{revision === 1 ? `${strings.announce} ${strings.stayInAll(tally(departure.replacements))}` : `${did ?? strings.changed} ${strings.wouldLeave(request.bytes)}`}</p>
        <p role="status" className="sr-only">{isArmed ? strings.ready : ''}</p>
        <DecisionBar
          isBlocked={isBlocked} isArmed={isArmed} deciding={deciding} expiresAt={departure.expiresAt} isEscaping={isEscaping} did={did} cancelRef={cancel}
          onSend={() => { if (sha256 !== null) void approve({ id, revision, sha256 }) }} onAnswerHere={() => { void answerHere() }} onCancel={() => { void refuse() }}
        />
      </div>
    </Dialog>
  )
}

const Header = ({ departure, isBlocked, isLetter, headingRef }: { readonly departure: Departure; readonly isBlocked: boolean; readonly isLetter: boolean; readonly headingRef: Ref<HTMLHeadingElement> }): ReactNode => {
  const { provider, request, tokens } = departure
  const prices = useSettings((state) => state.settings?.cloud.prices ?? null)
  return (
    <header className="flex items-start justify-between gap-8 px-7 pt-6 pb-3 narrow:flex-col narrow:gap-1 low:pt-3">
      <div className="flex min-w-0 flex-col gap-1">
        <Heading id="departure-title" slot="title" level={2} tabIndex={-1} ref={headingRef} className={classes('font-serif text-xl outline-none', isBlocked && 'text-wine')}>{isBlocked ? strings.blockedTitle : strings.title}</Heading>
        <p className="max-w-[72ch] text-muted">{departure.why}{isLetter && ` ${strings.draftIntro}`}</p>
      </div>
      <dl className="mt-1.5 flex shrink-0 flex-col items-end gap-1 text-right text-xs text-muted narrow:items-start narrow:text-left">
        <dt className="sr-only">{strings.to}</dt>
        <dd className="flex items-center gap-2 text-sm font-medium text-ink">{provider.practice && <Badge>{strings.practice}</Badge>}{engineName(provider.label)}</dd>
        <dt className="sr-only">{strings.size}</dt>
        <dd>{provider.model} · {strings.bytes(request.bytes)}, {strings.tokens(tokens)}</dd>
        {prices !== null && !provider.practice && <><dt className="sr-only">{strings.cost}</dt><dd>{strings.costSays((tokens * prices.in) / 1e6, prices.currency)}</dd></>}
      </dl>
    </header>
  )
}

/** What can be changed about the whole: taking out a phrase by typing it, and keeping the words back altogether. Where no words can leave there is nothing to change. */
const Changes = ({ departure, words, dealings }: { readonly departure: Departure; readonly words: string | null; readonly dealings: Dealings }): ReactNode => words === null && !departure.canWithholdWords ? null : (
  <div className="flex items-center gap-6 rounded-card pb-2 outline-ember group-data-[walk=select]/desk:outline-2">
    {departure.canWithholdWords && <Switch label={strings.withhold} isSelected={departure.wordsWithheld} isDisabled={!dealings.canAmend} onChange={(withhold) => { dealings.amend({ kind: 'words', withhold }, null) }} />}
    <RedactPhrase wrote={departure.wrote} words={words} isDisabled={words === null} dealings={dealings} />
  </div>
)

/** What the last check objects to, and where. */
const Stopped = ({ departure, onShowBytes }: { readonly departure: Departure; readonly onShowBytes: () => void }): ReactNode => (
  <div role="alert" className="mx-7 mb-3 flex gap-3 rounded-card border border-wine-edge bg-wine-tint px-4 py-3">
    <OctagonAlert size={18} aria-hidden className="mt-0.5 shrink-0 text-wine" />
    <div className="flex min-w-0 grow flex-col gap-1">
      <p className="font-medium text-wine">{strings.hits}</p>
      <ul className="flex flex-wrap gap-x-5">
        {departure.hits.map((hit, index) => <li key={index}>{strings.hit(hit.kind, hit.disguise)}, {strings.where[hit.where]}{hit.where === 'body' && hit.end > hit.start && <>: <span className="font-mono text-xs">{departure.request.body.slice(hit.start, hit.end)}</span></>}</li>)}
      </ul>
      <p>{strings.hitsTodo}</p>
    </div>
    <Button small onPress={onShowBytes} className="self-center">{strings.showBytes}</Button>
  </div>
)
