/** Where one writes what to look for in all conversations. Escape empties it, Down goes to what was found. */
import { Search, X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { MAX_QUERY } from '../../../shared/conversation.ts'
import { useChatSearch } from '../../state/chat-search.ts'
import { IconButton } from '../../ui/button.tsx'
import { boxClass } from '../../ui/field.tsx'
import { strings } from './strings.ts'

const words = strings.search

export const SearchField = (): ReactNode => {
  const { query, calls, search } = useChatSearch()
  const field = useRef<HTMLInputElement>(null)
  const heard = useRef(calls)
  useEffect(() => {
    if (calls === heard.current) return
    heard.current = calls
    field.current?.select()
  }, [calls])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault()
      void search('')
    }
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    event.currentTarget.closest('section')?.querySelector<HTMLElement>('ul button')?.focus()
  }
  return (
    <div role="search" className="relative mx-3 mb-3 flex items-center">
      <Search size={14} aria-hidden className="pointer-events-none absolute left-2.5 text-muted" />
      <input ref={field} type="text" value={query} onChange={(event) => { void search(event.target.value) }} onKeyDown={onKeyDown} maxLength={MAX_QUERY} autoComplete="off" aria-label={words.label} placeholder={words.placeholder} className={`${boxClass} h-8 pr-8 pl-8 text-xs`} />
      {query !== '' && <IconButton small label={words.clear} onPress={() => { void search(''); field.current?.focus() }} icon={<X size={14} />} className="absolute right-0 size-8 border-transparent" />}
    </div>
  )
}
