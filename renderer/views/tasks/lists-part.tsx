/** The lists: shopping first. Write, press Enter, tick, clear. */
import { ListChecks, Pencil, Plus, ShoppingBasket, Trash2 } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { Household } from '../../../shared/household.ts'
import { isOpen, type Task } from '../../../shared/tasks.ts'
import { useTasks } from '../../state/tasks.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'
import { Menu } from '../../ui/menu.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { notifyProblem } from '../../ui/toasts.tsx'
import { removeTasks, tick } from './actions.ts'
import { ListDialog } from './list-dialog.tsx'
import { listNames, sameList, shoppingIn } from './list-names.ts'
import { strings } from './strings.ts'
import { Tick } from './tick.tsx'
import { dueInWords, hueOf, nameOf } from './words.ts'

interface ListsPartProps { readonly tasks: readonly Task[]; readonly household: Household; readonly now: number; readonly onEdit: (task: Task) => void; readonly onSay: (text: string) => void }

const words = strings.lists

export const ListsPart = ({ tasks, household, now, onEdit, onSay }: ListsPartProps): ReactNode => {
  const { list: wanted, newLists, openList } = useTasks()
  const [isNaming, setNaming] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const names = listNames(tasks, newLists), shopping = shoppingIn(tasks)
  const list = names.find((one) => wanted !== null && sameList(one, wanted)) ?? shopping
  const itemsOf = (name: string): readonly Task[] => tasks.filter((task) => task.list !== undefined && sameList(task.list, name))
  const items = itemsOf(list), left = items.filter(isOpen).length, ticked = items.filter((item) => !isOpen(item))
  return (
    <div className="grid grid-cols-[11rem_1fr] items-start gap-8">
      <nav aria-label={words.all} className="flex flex-col gap-1">
        {names.map((name) => {
          const open = itemsOf(name).filter(isOpen).length
          return (
            <AriaButton key={name} onPress={() => { openList(name) }} aria-current={name === list ? 'true' : false} className={classes('flex cursor-default items-baseline justify-between gap-2 rounded-card px-3 py-2 text-left transition-colors duration-150', name === list ? 'bg-hover font-medium text-ink' : 'text-muted hover:bg-hover hover:text-ink')}>
              <span className="min-w-0 wrap-anywhere">{name}</span>
              {open > 0 && <span className="text-xs text-muted">{open}<span className="sr-only"> {words.left(open)}</span></span>}
            </AriaButton>
          )
        })}
        <Button tone="quiet" small className="mt-1 justify-start!" icon={<Plus size={14} aria-hidden />} onPress={() => { setNaming(true) }}>{words.add}</Button>
      </nav>
      <section aria-labelledby="list-name" className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="list-name" className="font-serif text-lg wrap-anywhere">{list}</h2>
          {ticked.length > 0 && <Button small icon={<Trash2 size={14} aria-hidden />} onPress={() => { input.current?.focus(); void clear(ticked, list) }}>{words.clear(ticked.length)}</Button>}
        </div>
        <QuickAdd key={list} list={list} isShopping={list === shopping} items={items} inputRef={input} onSay={onSay} />
        {items.length === 0
          ? <EmptyState icon={list === shopping ? <ShoppingBasket size={24} /> : <ListChecks size={24} />} title={words.emptyTitle(list)} className="py-8">{words.empty}</EmptyState>
          : <ul className="divide-y border-y">{items.map((item) => <Item key={item.id} item={item} household={household} now={now} left={left} onEdit={onEdit} onSay={onSay} />)}</ul>}
      </section>
      {isNaming && <ListDialog onClose={() => { setNaming(false) }} onName={(name) => { setNaming(false); openList(name); requestAnimationFrame(() => { input.current?.focus() }) }} />}
    </div>
  )
}

const clear = async (ticked: readonly Task[], list: string): Promise<void> => {
  const refused = await removeTasks(ticked, strings.said.cleared(ticked.length, list))
  if (refused !== null) notifyProblem(refused)
}

interface QuickAddProps { readonly list: string; readonly isShopping: boolean; readonly items: readonly Task[]; readonly inputRef: React.Ref<HTMLInputElement>; readonly onSay: (text: string) => void }

const QuickAdd = ({ list, isShopping, items, inputRef, onSay }: QuickAddProps): ReactNode => {
  const [text, setText] = useState('')
  const save = useTasks((state) => state.save)
  const add = async (): Promise<void> => {
    const title = text.trim()
    if (title === '') return
    const there = items.find((item) => item.title.toLocaleLowerCase() === title.toLocaleLowerCase())
    setText('')
    if (there !== undefined && isOpen(there)) { onSay(strings.said.there(there.title, list)); return }
    // What was ticked is wanted again.
    const refused = there === undefined ? await save(null, { title, list, people: [], rotation: 'together', effort: 5, checklist: [], reminders: [], medicine: false, done: [] }) : await useTasks.getState().mark(there.id, { kind: 'open' })
    if (refused.ok) onSay(strings.said.put(title, list))
    else { setText(title); notifyProblem(refused.problem) }
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); void add() }}>
      <TextField label={words.quick(list)} value={text} onChange={setText} description={words.quickHint} placeholder={isShopping ? words.quickPlaceholder : ''} maxLength={300} inputRef={inputRef} />
      <button type="submit" hidden />
    </form>
  )
}

const Item = ({ item, household, now, left, onEdit, onSay }: Omit<ListsPartProps, 'tasks'> & { readonly item: Task; readonly left: number }): ReactNode => {
  const isDone = !isOpen(item)
  const change = async (done: boolean): Promise<void> => {
    const after = await tick(item.id, done ? { kind: 'done', by: null } : { kind: 'open' })
    if (after === null) return
    onSay(isOpen(after) ? strings.said.unticked(item.title, left + 1) : strings.said.ticked(item.title, left - 1))
  }
  return (
    <li data-task={item.id} className="flex items-center gap-3 py-2">
      <span data-control="tick" className="min-w-0"><Tick text={item.title} isDone={isDone} onChange={change} /></span>
      {item.people.map((id) => <Chip key={id} hue={hueOf(household, id)}>{nameOf(household, id)}</Chip>)}
      {item.due !== undefined && !isDone && <span className="text-xs text-muted">{dueInWords(item.due, household.zone, now)}</span>}
      <span className="grow" />
      <span data-control="menu" className="contents">
        <Menu
          label={strings.more(item.title)}
          items={[
            { id: 'edit', label: strings.menu.edit, icon: <Pencil size={16} aria-hidden />, onPress: () => { onEdit(item) } },
            { id: 'remove', label: strings.menu.remove, icon: <Trash2 size={16} aria-hidden />, isDanger: true, onPress: () => { void removeTasks([item], strings.said.removed(item.title)) } },
          ]}
        />
      </span>
    </li>
  )
}
