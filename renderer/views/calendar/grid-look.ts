/** How the calendar grid looks: the widget brings only its layout, every colour, line and letter is given here. */
import type { CalendarOptions } from '@fullcalendar/react'
import { classes } from '../../ui/classes.ts'

const line = 'border border-hairline'
/** A grip that shows itself when the event is pointed at. */
const grip = 'absolute hidden group-hover/event:block'

/** Class names for every part of the grid. Colours of single events come with the event. */
export const gridLook: CalendarOptions = {
  className: 'h-full text-ink',
  viewClass: 'bg-ground',
  tableHeaderClass: 'bg-ground',
  dayHeaderRowClass: line,
  dayHeaderAlign: 'center',
  dayHeaderClass: (day) => (day.inPopover ? 'border-b border-hairline px-3 py-2' : line),
  dayHeaderInnerClass: (day) => (day.inPopover ? 'font-serif text-base' : 'py-2'),
  dayHeaderDividerClass: 'border-b border-hairline',
  dayRowClass: line,
  dayCellClass: (day) => (day.inPopover ? '' : classes(line, day.isToday && 'bg-raised')),
  dayCellTopClass: 'flex justify-end px-1.5 pt-1.5',
  dayCellInnerClass: (day) => (day.inPopover ? 'flex flex-col gap-1 p-2' : ''),
  dayLaneClass: (day) => classes(line, day.isToday && 'bg-raised'),
  dayLaneInnerClass: 'mx-0.5',
  slotLaneClass: (slot) => classes('border', slot.isMinor ? 'border-transparent' : 'border-hairline'),
  slotHeaderRowClass: line,
  slotHeaderClass: 'border border-transparent justify-end',
  // Each hour stands beside its line; the first line has no room above it.
  slotHeaderInnerClass: (slot) => classes('-translate-y-1/2 pr-2 text-xs text-muted', slot.isFirst && 'invisible'),
  slotHeaderDividerClass: 'border-r border-hairline',
  allDayHeaderClass: 'items-center justify-end',
  allDayHeaderInnerClass: 'px-2 py-2 text-xs text-muted',
  allDayDividerClass: 'border-b border-hairline',
  nowIndicatorLineClass: 'border-t-2 border-ember',
  nowIndicatorDotClass: '-mt-1 -ml-1 size-2.5 rounded-full bg-ember',
  nowIndicatorHeaderClass: 'hidden',
  fillerClass: 'border border-hairline opacity-60',
  highlightClass: 'bg-ember-tint',

  eventClass: (event) => classes('group/event cursor-default', event.isMirror && 'shadow-float', (event.isDragging || event.isResizing) && 'opacity-90'),
  blockEventClass: 'relative overflow-hidden rounded-chip border-l-3 border-current',
  rowEventClass: (event) => classes('mb-0.5', event.isStart && 'ml-1', event.isEnd && 'mr-1', !event.isStart && 'rounded-l-none border-l-0', !event.isEnd && 'rounded-r-none'),
  rowEventInnerClass: 'flex min-w-0 px-1.5 py-0.5',
  rowEventBeforeClass: (event) => (event.isStartResizable ? classes(grip, 'inset-y-0 left-0 w-1.5') : ''),
  rowEventAfterClass: (event) => (event.isEndResizable ? classes(grip, 'inset-y-0 right-0 w-1.5') : ''),
  columnEventClass: (event) => classes('mb-px ring-1 ring-ground', !event.isStart && 'rounded-t-none', !event.isEnd && 'rounded-b-none'),
  columnEventInnerClass: (event) => classes('flex min-w-0 px-1.5', event.isShort ? 'items-center' : 'py-1'),
  columnEventBeforeClass: (event) => (event.isStartResizable ? classes(grip, 'inset-x-0 top-0 h-1.5') : ''),
  columnEventAfterClass: (event) => (event.isEndResizable ? classes(grip, 'inset-x-0 bottom-0 h-1.5') : ''),

  moreLinkClass: 'cursor-default rounded-chip text-muted hover:bg-hover hover:text-ink',
  rowMoreLinkClass: 'mx-1 mb-1',
  moreLinkInnerClass: 'px-1.5 py-0.5 text-xs font-medium',
  popoverClass: 'floats z-30 w-64 text-ink',
  popoverCloseClass: 'absolute top-2 right-2 size-8 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-ink',

  listDayClass: 'flex border-b border-hairline px-6 py-3 narrow:flex-col',
  listDayHeaderClass: 'w-48 shrink-0 self-start bg-ground pt-1',
  listDayBodyClass: 'grow gap-1.5',
  noEventsClass: 'hidden',
}

/** An event of some hours in the month: a line as wide as its day. */
export const monthLook: CalendarOptions = {
  listItemEventClass: 'mx-1 mb-0.5 rounded-chip border-l-3 border-current',
  listItemEventInnerClass: 'flex min-w-0 grow px-1.5 py-0.5',
}

/** What differs in the agenda, where an event is a line to read and not a block to drag. */
export const agendaLook: CalendarOptions = {
  listItemEventClass: 'rounded-card border-l-4 border-current',
  listItemEventInnerClass: 'flex min-w-0 grow px-3 py-2',
}
