/** What a proposal says. */
export const strings = {
  open: 'Put this into your calendar?',
  accepted: 'In your calendar',
  dismissed: 'Set aside. Nothing was put into the calendar.',
  undone: 'Taken out of your calendar again.',
  accept: 'Accept',
  dismiss: 'Not now',
  undo: 'Undo',
  show: 'Show in calendar',
  add: 'Added',
  edit: 'Changed',
  remove: 'Removed',
  was: 'was',
  somebody: 'Somebody',
  shares: 'Who does how much',
  share: (things: number, minutes: number): string => {
    const hours = Math.floor(minutes / 60), rest = minutes % 60
    return `${things.toLocaleString('en')} ${things === 1 ? 'thing' : 'things'}, ${[...(hours > 0 ? [`${hours.toLocaleString('en')} h`] : []), ...(rest > 0 ? [`${rest.toLocaleString('en')} min`] : [])].join(' ')}`
  },
}
