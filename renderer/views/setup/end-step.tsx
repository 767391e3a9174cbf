/** Setting up is over: what is still open, and what to do first. */
import { DoorOpen, MessageCircle, Sun } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useChat } from '../../state/chat.ts'
import { useNavigation } from '../../state/navigation.ts'
import { useOpenSteps } from '../../state/setup.ts'
import { useWalk } from '../../state/walk.ts'
import { Button } from '../../ui/button.tsx'
import { strings } from './strings.ts'

const words = strings.end

export const EndStep = (): ReactNode => {
  const go = useNavigation((state) => state.go)
  const askForComposer = useChat((state) => state.askForComposer)
  const begin = useWalk((state) => state.begin)
  const open = useOpenSteps() ?? []
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { heading.current?.focus() }, [])
  return (
    <>
      <header className="flex flex-col gap-2">
        <h1 ref={heading} tabIndex={-1} className="font-serif text-xl outline-none">{words.title}</h1>
        <p className="max-w-prose text-muted">{open.length === 0 ? words.allDone : words.someOpen(open)}</p>
      </header>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" icon={<MessageCircle size={16} aria-hidden />} onPress={() => { go('chat'); askForComposer() }}>{words.ask}</Button>
        <Button icon={<DoorOpen size={16} aria-hidden />} onPress={begin}>{strings.section.walk}</Button>
        <Button icon={<Sun size={16} aria-hidden />} onPress={() => { go('today') }}>{words.today}</Button>
      </div>
    </>
  )
}
